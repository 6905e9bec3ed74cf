import { HATCH } from './deidentify-marks.rules.js';

/** Kinds of numbers that a system or an office gave; the kind stands before the number. */
const KINDS =
  '住院|病案|门诊|影像|检查|病理|标本|登记|身份证|证件|医保|社保|医保卡|社保卡|护照|军官证|就诊卡|银行卡|床|报告|流水|微信|QQ|手机|电话|联系电话|座机';

/** Runs of digits that identify: identity numbers, phones, addresses of mail, numbers of records. What is left of seven digits goes last. */
export function withoutNumbers(text: string): string {
  return (
    text
      .replaceAll(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, HATCH)
      .replaceAll(/(?<![\dA-Za-z])(?:\d{17}[\dXx]|\d{15})(?![\dA-Za-z])/g, HATCH)
      // Written in groups: 110105 19491231 002X, 6222 0212 3456 7890.
      .replaceAll(/(?<![\dA-Za-z])\d{6}[ -]\d{8}[ -]\d{3}[\dXx](?![\dA-Za-z])/g, HATCH)
      .replaceAll(/(?<!\d)\d{4}(?:[ -]\d{4}){3}(?:[ -]?\d{1,3}[Xx]?)?(?!\d)/g, HATCH)
      .replaceAll(/(?<!\d)(?:\+?86[- ]?)?1\d{2}[- ]?\d{4}[- ]?\d{4}(?!\d)/g, HATCH)
      .replaceAll(/(?<!\d)(?:\(0\d{2,3}\)|（0\d{2,3}）|0\d{2,3})[- ]?\d{3,4}[- ]?\d{4}(?!\d)/g, HATCH)
      .replaceAll(
        new RegExp(`((?:${KINDS})(?:号码|号|编号)\\s*[:：为是]?\\s*)[A-Za-z]{0,4}[-\\w]*\\d[-\\w]*`, 'g'),
        `$1${HATCH}`,
      )
      .replaceAll(/((?:微信|QQ)\s*[:：]\s*)[A-Za-z\d_-]{4,}/g, `$1${HATCH}`)
      .replaceAll(
        /\b((?:MRN|ID|HN|record|accession|passport)\s*(?:no\.?|number|#)?\s*[:：]?\s*)[A-Z]{0,4}-?\d{4,}\b/gi,
        `$1${HATCH}`,
      )
      // Numbers of specimens and cases, ours among them: B25-01234, P26-0187.
      .replaceAll(/(?<![A-Za-z\d])[A-Z]{1,3}\d{2}-\d{4,6}(?!\d)/g, HATCH)
  );
}

/** Whatever run of seven digits or more is left, with the letters that lead it. */
export const withoutLongRuns = (text: string): string =>
  text.replaceAll(/(?<![A-Za-z\d])[A-Z]{0,2}\d{7,}(?!\d)/g, HATCH).replaceAll(/(?<!\d)\d{7,}(?!\d)/g, HATCH);
