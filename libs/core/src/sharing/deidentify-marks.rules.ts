/** What stands where something was removed: the reader sees that it was there. */
export const HATCH = '▇▇';

/** A text within a regular expression. */
export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** A number from 1 to 99 in Chinese numerals, e.g. `二十三`, or digits one by one, e.g. `二〇二六`. */
export function fromChineseNumeral(text: string): number {
  if (!text.includes('十')) return Number(Array.from(text, (digit) => DIGITS[digit] ?? '').join(''));
  const [tens = '', ones = ''] = text.split('十');
  return (tens === '' ? 1 : (DIGITS[tens] ?? 0)) * 10 + (ones === '' ? 0 : (DIGITS[ones] ?? 0));
}

const NUMERAL = '[一二三四五六七八九十]{1,3}';

/** Digits and letters in their usual width, and dates and ages in Chinese numerals as digits: one way of writing to look for. */
export function inPlainDigits(text: string): string {
  return text
    .replaceAll(/[０-９Ａ-Ｚａ-ｚ]/g, (wide) => String.fromCodePoint((wide.codePointAt(0) ?? 0) - 0xfee0))
    .replaceAll(/([一二][〇零○一二三四五六七八九]{3})\s*年/g, (_whole, year: string) => `${fromChineseNumeral(year)}年`)
    .replaceAll(
      new RegExp(`(${NUMERAL})\\s*月\\s*(${NUMERAL})\\s*([日号])`, 'g'),
      (_whole, month: string, day: string, end: string) =>
        `${fromChineseNumeral(month)}月${fromChineseNumeral(day)}${end}`,
    )
    .replaceAll(
      new RegExp(`(\\d年)\\s*(${NUMERAL})\\s*月`, 'g'),
      (_whole, year: string, month: string) => `${year}${fromChineseNumeral(month)}月`,
    )
    .replaceAll(
      new RegExp(`(?<![一二三四五六七八九十第])(${NUMERAL})(周?岁)`, 'g'),
      (_whole, age: string, unit: string) => `${fromChineseNumeral(age)}${unit}`,
    );
}
