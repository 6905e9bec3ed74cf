/** A denial reaches to the end of its clause, so that “无高血压、糖尿病” denies both; the comma ends it. */
const CLAUSE_END = /[，。；,;\n]|但(?:是)?/;
/** “待排除” and “不除外” are suspicions; “无痛” and “无瘢痕” deny nothing that stands further on. */
const DENIED_BEFORE = /无(?!法|力|痛)|否认|未见|未及|未发现|没有|不伴|(?<![待能])排除|\b(?:no|not|without|denies)\b/i;
/** Said of what stands before, up to the next item of a list: “HIV 阴性”, “甲状腺功能正常”. */
const DENIED_AFTER = /^[^、/]{0,12}?(?:阴性|(?<!不)正常|[（(][-−–][）)]|\bnegative\b|(?<!ab)\bnormal\b)/i;

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Any words of the clause but a denial: in “肺未见转移” there is no “肺…转移”. */
const ANY_WORDS = '(?:(?!未|无|没有|除外).)*?';

/** The phrase as an expression: `…` is any words of the clause, spaces may be missing, Latin letters start a word. */
const expressionOf = (phrase: string): string => {
  const parts = phrase.split('…').map((part) =>
    part
      .trim()
      .split(/\s+/)
      .map(escaped)
      .join(String.raw`\s*`),
  );
  const start = /^[a-z0-9]/i.test(phrase) ? '(?<![a-z])' : '';
  return start + parts.join(ANY_WORDS);
};

const compiled = new Map<string, RegExp>();
const expressionFor = (phrases: readonly string[]): RegExp => {
  const key = phrases.join('\u0000');
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const fresh = new RegExp(phrases.map(expressionOf).join('|'), 'gi');
  // A centre that edits its words all day must not fill the memory with expressions of words it has left.
  if (compiled.size >= 2_000) compiled.clear();
  compiled.set(key, fresh);
  return fresh;
};

/** The text without the words that only look like the ones sought; their place is kept, so that nothing new comes together. */
const without = (text: string, except: readonly string[]): string =>
  except.length === 0 ? text : text.replaceAll(expressionFor(except), (found) => '＿'.repeat(found.length));

/**
 * Whether one of the phrases stands in the text and is not denied in its clause, neither before (“无糖尿病”, “no diabetes”) nor
 * after (“HIV 阴性”).
 */
export const isStated = (text: string, phrases: readonly string[], except: readonly string[] = []): boolean =>
  without(text, except)
    .split(CLAUSE_END)
    .some((clause) =>
      [...clause.matchAll(expressionFor(phrases))].some(
        (found) =>
          !DENIED_BEFORE.test(clause.slice(0, found.index)) &&
          !DENIED_AFTER.test(clause.slice(found.index + found[0].length)),
      ),
    );

/** Numbers written after one of the names in the same clause: “白蛋白 33 g/L” gives 33. A date or a range is not read. */
export const measuresAfter = (text: string, names: readonly string[]): number[] =>
  text.split(/[，。；;、\n]/).flatMap((clause) =>
    [...clause.matchAll(expressionFor(names))].flatMap((found) => {
      const value = /^[^\d]{0,6}(\d{1,5}(?:\.\d{1,3})?)(?![\d年月])/.exec(clause.slice(found.index + found[0].length));
      return value?.[1] === undefined ? [] : [Number(value[1])];
    }),
  );
