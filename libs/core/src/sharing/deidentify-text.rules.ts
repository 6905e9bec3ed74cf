import { daysBetween } from '../clock/campus-time.rules.js';

/** What stands where something was removed: the reader sees that it was there. */
export const HATCH = '▇▇';

/** What must not leave the hospital in free text, and what stands for it. */
export interface TextSecrets {
  /** Day of the session at the campus, YYYY-MM-DD: day 0 of every date. */
  sessionDay: string;
  /** Names, phone, identity and record numbers of the patient, as the sealed identity holds them. */
  patient: readonly string[];
  /** Names of hospitals and what stands for each. */
  hospitals: ReadonlyMap<string, string>;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAME =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const YEAR = '((?:19|20)\\d{2})';

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const pad = (value: string | number) => String(value).padStart(2, '0');
const monthOf = (name: string) => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const signed = (offset: number, unit: string) => `T${offset > 0 ? '+' : '−'}${Math.abs(offset)} ${unit}`;

function isDay(year: string, month: string | number, day: string | number): boolean {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const date = new Date(Date.UTC(y, m - 1, d));
  return date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
}

/** Runs of digits that identify: identity numbers, phones, and anything of seven digits or more that is not a date. */
function withoutNumbers(text: string): string {
  return (
    text
      .replaceAll(/(?<![\dA-Za-z])(?:\d{17}[\dXx]|\d{15})(?![\dA-Za-z])/g, HATCH)
      .replaceAll(/(?<!\d)(?:\+?86[- ]?)?1\d{2}[- ]?\d{4}[- ]?\d{4}(?!\d)/g, HATCH)
      .replaceAll(/(?<!\d)0\d{2,3}[- ]?\d{7,8}(?!\d)/g, HATCH)
      // A number that a record system gave says its kind before it.
      .replaceAll(
        /((?:住院|病案|门诊|影像|检查|病理|标本|登记|身份证|医保|就诊卡|床)(?:号码|号|编号)\s*[:：为是]?\s*)[A-Za-z]{0,4}[-\d]*\d[-\dXx]*/g,
        `$1${HATCH}`,
      )
      .replaceAll(
        /\b((?:MRN|ID|HN|record|accession)\s*(?:no\.?|number|#)?\s*[:：]?\s*)[A-Z]{0,4}-?\d{4,}\b/gi,
        `$1${HATCH}`,
      )
  );
}

/** Absolute dates become days, months or years from the session: a precision that the text did not have is not invented. */
function withoutDates(text: string, sessionDay: string): string {
  const [sessionYear, sessionMonth] = sessionDay.split('-').map(Number) as [number, number];
  const day = (whole: string, y: string, m: string | number, d: string | number) =>
    isDay(y, m, d) ? signed(daysBetween(sessionDay, `${y}-${pad(m)}-${pad(d)}`), '天') : whole;
  const month = (whole: string, y: string, m: string | number) =>
    Number(m) >= 1 && Number(m) <= 12 ? signed((Number(y) - sessionYear) * 12 + Number(m) - sessionMonth, '月') : whole;
  const year = (y: string) => signed(Number(y) - sessionYear, '年');
  return (
    text
      .replaceAll(new RegExp(`(?<!\\d)${YEAR}\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*[日号]?`, 'g'), day)
      .replaceAll(
        new RegExp(`(?<!\\d)${YEAR}\\s*([-/.])\\s*(\\d{1,2})\\s*\\2\\s*(\\d{1,2})(?!\\d)`, 'g'),
        (whole: string, y: string, _s: string, m: string, d: string) => day(whole, y, m, d),
      )
      .replaceAll(new RegExp(`(?<!\\d)${YEAR}(\\d{2})(\\d{2})(?!\\d)`, 'g'), day)
      .replaceAll(
        new RegExp(`\\b${MONTH_NAME}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+${YEAR}\\b`, 'gi'),
        (whole: string, m: string, d: string, y: string) => day(whole, y, monthOf(m), d),
      )
      .replaceAll(
        new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH_NAME},?\\s+${YEAR}\\b`, 'gi'),
        (whole: string, d: string, m: string, y: string) => day(whole, y, monthOf(m), d),
      )
      .replaceAll(new RegExp(`(?<!\\d)${YEAR}\\s*年\\s*(\\d{1,2})\\s*月(?:份)?`, 'g'), month)
      .replaceAll(new RegExp(`(?<!\\d)${YEAR}[-/.](0[1-9]|1[0-2])(?![\\d])`, 'g'), month)
      .replaceAll(new RegExp(`\\b${MONTH_NAME},?\\s+${YEAR}\\b`, 'gi'), (whole: string, m: string, y: string) =>
        month(whole, y, monthOf(m)),
      )
      .replaceAll(new RegExp(`(?<!\\d)${YEAR}\\s*年(?!龄|以上|内)`, 'g'), (_whole: string, y: string) => year(y))
      // A day without a year cannot be counted from the session.
      .replaceAll(/(?<![\d.])\d{1,2}\s*月\s*\d{1,2}\s*[日号]/g, HATCH)
  );
}

/** Names that a hospital bears where the record did not list it; common words for "a hospital" stay. */
const UNLISTED_HOSPITAL =
  /(?<=[在于至到赴由经往转])((?![在于至到往]|邀请方|当地|外|本|我|该|上级|下级|专科|综合|三甲|基层|其他|其它|多家|某)[\u4E00-\u9FA5]{2,14}?(?:医院|卫生院|医疗中心|肿瘤中心))/g;

/**
 * Free text without what identifies: the patient's own names and numbers, identity and phone numbers, record numbers, absolute dates, and
 * names of hospitals. What is removed leaves its mark; what stands for a hospital or a date is readable. Basis: de-identified sharing
 * between hospitals, 健康医疗数据安全指南 GB/T 39725-2020.
 */
export function deidentifyText(text: string, secrets: TextSecrets): string {
  let clean = text;
  // The longest first, so that a name which holds another is replaced as a whole.
  const longestFirst = (a: string, b: string) => b.length - a.length;
  for (const name of [...secrets.hospitals.keys()].filter((one) => one.trim().length > 1).sort(longestFirst)) {
    clean = clean.replaceAll(new RegExp(escaped(name), 'gi'), secrets.hospitals.get(name) ?? HATCH);
  }
  for (const word of [...new Set(secrets.patient)].filter((one) => one.trim().length > 1).sort(longestFirst)) {
    const isLatin = /^[\w .'-]+$/.test(word);
    const spaced = escaped(word.trim()).replaceAll(/\s+/g, String.raw`\s+`);
    clean = clean.replaceAll(new RegExp(isLatin ? `(?<![A-Za-z0-9])${spaced}(?![A-Za-z0-9])` : spaced, 'gi'), HATCH);
  }
  clean = withoutDates(withoutNumbers(clean), secrets.sessionDay);
  return clean.replaceAll(UNLISTED_HOSPITAL, '外院').replaceAll(/(?<!\d)\d{7,}(?!\d)/g, HATCH);
}
