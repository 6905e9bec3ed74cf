import { daysBetween } from '../clock/campus-time.rules.js';
import { HATCH } from './deidentify-marks.rules.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAME =
  '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const YEAR = '((?:19|20)\\d{2})';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';

interface Day {
  year: number;
  month: number;
  day: number;
}

const pad = (value: number) => String(value).padStart(2, '0');
const isoOf = ({ year, month, day }: Day) => `${year}-${pad(month)}-${pad(day)}`;
const dayOf = (iso: string): Day => {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return { year, month, day };
};
const monthOf = (name: string) => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const signed = (offset: number, unit: string) => `T${offset > 0 ? '+' : '−'}${Math.abs(offset)} ${unit}`;

function isDay({ year, month, day }: Day): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** What is being read: day 0, and the last whole date, after which one without a year is most likely to lie. */
interface Reading {
  session: string;
  last: Day | undefined;
  before: string;
}

type Found = readonly (string | undefined)[];

/** How a date is written, and what stands for it; undefined where it is none. */
interface Form {
  pattern: RegExp;
  becomes: (found: Found, reading: Reading) => string | undefined;
}

const number = (text: string | undefined) => Number(text ?? '0');

function wholeDay(day: Day, reading: Reading): string | undefined {
  if (!isDay(day)) return undefined;
  reading.last = day;
  return signed(daysBetween(reading.session, isoOf(day)), '天');
}

function wholeMonth(year: number, month: number, { session }: Reading): string | undefined {
  if (month < 1 || month > 12) return undefined;
  const from = dayOf(session);
  return signed((year - from.year) * 12 + month - from.month, '月');
}

const wholeYear = (year: number, { session }: Reading) => signed(year - dayOf(session).year, '年');

/** Words that put a date without a year ahead of the session instead of behind it. */
const AHEAD = /(?:拟|计划|预计|预约|定于|安排|将于|planned|scheduled)[^。；;.]{0,12}$/i;

/**
 * A day without a year: the first after the date named before it, as long as that is not after the session; otherwise the last before the
 * session, or the next where the text speaks of a plan. A guess, and marked as one (约).
 */
function dayWithoutYear(month: number, day: number, reading: Reading): string {
  const session = dayOf(reading.session);
  const iso = (year: number) => isoOf({ year, month, day });
  const years = [session.year - 1, session.year, session.year + 1].filter((year) => isDay({ year, month, day }));
  const past = years.filter((year) => iso(year) <= reading.session);
  const { last } = reading;
  const next = last && [last.year, last.year + 1].find((year) => iso(year) >= isoOf(last));
  const chosen = AHEAD.test(reading.before)
    ? years.find((year) => iso(year) >= reading.session)
    : next !== undefined && iso(next) <= reading.session
      ? next
      : past.at(-1);
  if (chosen === undefined || !isDay({ year: chosen, month, day })) return HATCH;
  return `约 ${signed(daysBetween(reading.session, iso(chosen)), '天')}`;
}

const dmy = (first: number, second: number, year: number, reading: Reading): string | undefined => {
  const [month, day] = first > 12 ? [second, first] : [first, second];
  // 03/04/2026 is a day of March to some and of April to others.
  if (first <= 12 && second <= 12 && first !== second) return HATCH;
  return wholeDay({ year, month, day }, reading);
};

const FORMS: readonly Form[] = [
  {
    pattern: new RegExp(`(?<!\\d)${YEAR}\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*[日号]?`, 'g'),
    becomes: ([, y, m, d], reading) => wholeDay({ year: number(y), month: number(m), day: number(d) }, reading),
  },
  {
    pattern: new RegExp(`(?<!\\d)${YEAR}\\s*([-/.–])\\s*(\\d{1,2})\\s*\\2\\s*(\\d{1,2})(?!\\d)`, 'g'),
    becomes: ([, y, , m, d], reading) => wholeDay({ year: number(y), month: number(m), day: number(d) }, reading),
  },
  {
    pattern: new RegExp(`(?<!\\d)${YEAR}(\\d{2})(\\d{2})(?!\\d)`, 'g'),
    becomes: ([, y, m, d], reading) => wholeDay({ year: number(y), month: number(m), day: number(d) }, reading),
  },
  {
    pattern: new RegExp(`\\b${MONTH_NAME}\\s+${DAY},?\\s+${YEAR}\\b`, 'gi'),
    becomes: ([, m, d, y], reading) => wholeDay({ year: number(y), month: monthOf(m ?? ''), day: number(d) }, reading),
  },
  {
    pattern: new RegExp(`\\b${DAY}[\\s-]+(?:of\\s+)?${MONTH_NAME},?[\\s-]+${YEAR}\\b`, 'gi'),
    becomes: ([, d, m, y], reading) => wholeDay({ year: number(y), month: monthOf(m ?? ''), day: number(d) }, reading),
  },
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})([-/.])(\\d{1,2})\\2${YEAR}(?!\\d)`, 'g'),
    becomes: ([, first, , second, y], reading) => dmy(number(first), number(second), number(y), reading),
  },
  {
    pattern: /(?<!\d)['’]?(\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]/g,
    becomes: ([, y, m, d], reading) => wholeDay({ year: 2000 + number(y), month: number(m), day: number(d) }, reading),
  },
  {
    pattern: new RegExp(`(?<!\\d)${YEAR}\\s*年\\s*(\\d{1,2})\\s*月(?:份)?`, 'g'),
    becomes: ([, y, m], reading) => wholeMonth(number(y), number(m), reading),
  },
  {
    pattern: new RegExp(`(?<!\\d)${YEAR}[-/.](0[1-9]|1[0-2])(?!\\d)`, 'g'),
    becomes: ([, y, m], reading) => wholeMonth(number(y), number(m), reading),
  },
  {
    pattern: new RegExp(`\\b${MONTH_NAME},?\\s+(?:of\\s+)?${YEAR}\\b`, 'gi'),
    becomes: ([, m, y], reading) => wholeMonth(number(y), monthOf(m ?? ''), reading),
  },
  {
    pattern: /(?<![\d.])(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]/g,
    becomes: ([, m, d], reading) => dayWithoutYear(number(m), number(d), reading),
  },
  {
    pattern: new RegExp(
      `\\b${MONTH_NAME}\\s+${DAY}(?!\\d|\\.\\d|[%/]|\\s*(?:cm|mm|ml|mg|g|cycles|months|years)\\b)`,
      'g',
    ),
    becomes: ([, m, d], reading) => dayWithoutYear(monthOf(m ?? ''), number(d), reading),
  },
  {
    pattern: new RegExp(`(?<!\\d)${YEAR}\\s*[-–—~至到]\\s*${YEAR}(?!\\d)(?:\\s*年)?`, 'g'),
    becomes: ([, from, to], reading) => `${wholeYear(number(from), reading)}–${wholeYear(number(to), reading)}`,
  },
  {
    pattern: new RegExp(`(?<!\\d)${YEAR}\\s*年(?!龄|以上|内)`, 'g'),
    becomes: ([, y], reading) => wholeYear(number(y), reading),
  },
  {
    pattern: new RegExp(
      `(?<=\\b(?:in|since|until|from|by|before|after|during|late|early)\\s)${YEAR}(?![\\d.]|\\s*(?:ml|mg|g|cGy)\\b)`,
      'gi',
    ),
    becomes: ([, y], reading) => wholeYear(number(y), reading),
  },
];

/** Absolute dates become days, months or years from the session: a precision that the text did not have is not invented. */
export function withoutDates(text: string, sessionDay: string): string {
  const reading: Reading = { session: sessionDay, last: undefined, before: '' };
  let clean = '';
  let from = 0;
  for (;;) {
    const next = firstOf(text, from);
    if (next === undefined) return clean + text.slice(from);
    const { found, form } = next;
    reading.before = text.slice(Math.max(0, found.index - 20), found.index);
    clean += text.slice(from, found.index) + (form.becomes(found, reading) ?? found[0]);
    from = found.index + found[0].length;
  }
}

/** The date that begins first; of several there, the form that stands first in the table. */
function firstOf(text: string, from: number): { found: RegExpExecArray; form: Form } | undefined {
  let first: { found: RegExpExecArray; form: Form } | undefined;
  for (const form of FORMS) {
    form.pattern.lastIndex = from;
    const found = form.pattern.exec(text);
    if (found && (first === undefined || found.index < first.found.index)) first = { found, form };
  }
  return first;
}
