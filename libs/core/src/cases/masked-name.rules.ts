/** Family names of two characters; where a longer name begins with one, both characters are the family name. */
export const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
  (
    '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 司徒 司空 夏侯 鲜于 闻人 端木 百里 东郭 南宫 ' +
    '呼延 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 轩辕 钟离 闾丘 独孤 赫连 拓跋 第五 西门 公羊 万俟 梁丘 左丘'
  ).split(' '),
);

const HAN = /^\p{Script=Han}/u;
/** The separators between the parts of a name transcribed into Chinese. */
const INNER_DOT = /[·•・‧]/u;

/**
 * A patient's name as screens show it: the family name and `**`, whatever the length (`张**`, `欧阳**`). A name with · keeps its first
 * character, a name in Latin letters its first word (`Zhang **`), or its first letter where it is one word.
 */
export function maskedName(name: string): string {
  const characters = Array.from(name.trim());
  const first = characters[0] ?? '';
  if (INNER_DOT.test(name)) return `${first}**`;
  if (HAN.test(name.trim())) {
    const surname = characters.slice(0, 2).join('');
    return characters.length > 2 && COMPOUND_SURNAMES.has(surname) ? `${surname}**` : `${first}**`;
  }
  const words = name.trim().split(/\s+/u);
  return words.length > 1 ? `${words[0]} **` : `${first}**`;
}
