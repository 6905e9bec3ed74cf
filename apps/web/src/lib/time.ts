import type { Locale } from '@consilium/contracts';
import { useEffect, useState } from 'react';
import { currentLocale } from './i18n';
import { serverNow } from './server-clock';

/** Every time on a screen is the hospital's, wherever the reader sits. */
let zone = 'Asia/Shanghai';

/** Sets the hospital's zone (IANA name), as the directory and `me` give it. */
export function setHospitalZone(timeZone: string): void {
  zone = timeZone;
}
/** The hospital's zone now in use. */
export function hospitalZone(): string {
  return zone;
}

type Moment = Date | string;
const at = (moment: Moment) => (typeof moment === 'string' ? new Date(moment) : moment);

interface Parts {
  year: string;
  month: string;
  day: string;
  hour: string;
  minute: string;
  /** 0 = Sunday. */
  weekday: number;
}

const partFormats = new Map<string, Intl.DateTimeFormat>();
function parts(moment: Moment): Parts {
  let format = partFormats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    partFormats.set(zone, format);
  }
  const found: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(at(moment))) found[type] = value;
  const { year = '', month = '', day = '', hour = '', minute = '' } = found;
  return { year, month, day, hour, minute, weekday: new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDay() };
}

const weekdays: Record<Locale, readonly string[]> = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  'en-US': ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdayOf = (p: Parts, locale: Locale) => weekdays[locale][p.weekday] ?? '';
const monthDay = (p: Parts) => `${months[Number(p.month) - 1] ?? ''} ${Number(p.day)}`;

const DAY_MS = 86_400_000;
/** The calendar day in the hospital's zone, as a whole number of days. */
function dayNumber(moment: Moment): number {
  const { year, month, day } = parts(moment);
  return Math.round(Date.UTC(Number(year), Number(month) - 1, Number(day)) / DAY_MS);
}

/** Whole calendar days from now to then in the hospital's zone: 0 today, 1 tomorrow, −1 yesterday. */
export function daysUntil(moment: Moment, now: Date = serverNow()): number {
  return dayNumber(moment) - dayNumber(now);
}

/** `14:00`. */
export function formatClock(moment: Moment): string {
  const { hour, minute } = parts(moment);
  return `${hour}:${minute}`;
}

/** `14:25–15:10`. */
export function formatClockRange(from: Moment, to: Moment): string {
  return `${formatClock(from)}–${formatClock(to)}`;
}

/** `2026-11-18`, the hospital's calendar day; for addresses and date fields. */
export function isoDay(moment: Moment): string {
  const { year, month, day } = parts(moment);
  return `${year}-${month}-${day}`;
}

/** `11-18` / `Nov 18`; with the year where it is another than this. */
export function formatDay(moment: Moment, now: Date = serverNow(), locale: Locale = currentLocale()): string {
  const p = parts(moment);
  if (p.year !== parts(now).year) return `${p.year}-${p.month}-${p.day}`;
  return locale === 'en-US' ? monthDay(p) : `${p.month}-${p.day}`;
}

/** Dense: `11-18 周三 14:00` / `Wed Nov 18, 14:00`; another year only as `2025-07-03`. */
export function formatDense(moment: Moment, now: Date = serverNow(), locale: Locale = currentLocale()): string {
  const p = parts(moment);
  if (p.year !== parts(now).year) return `${p.year}-${p.month}-${p.day}`;
  if (locale === 'en-US') return `${weekdayOf(p, locale)} ${monthDay(p)}, ${p.hour}:${p.minute}`;
  return `${p.month}-${p.day} ${weekdayOf(p, locale)} ${p.hour}:${p.minute}`;
}

/** Near: `今日 14:00`, up to six days ahead `周五 09:00`, otherwise dense. */
export function formatNear(moment: Moment, now: Date = serverNow(), locale: Locale = currentLocale()): string {
  const p = parts(moment);
  const days = daysUntil(moment, now);
  const clock = `${p.hour}:${p.minute}`;
  if (days === 0) return `${locale === 'en-US' ? 'Today' : '今日'} ${clock}`;
  if (days >= 1 && days <= 6) return `${weekdayOf(p, locale)} ${clock}`;
  return formatDense(moment, now, locale);
}

/** For documents and tooltips: `2026年11月18日 周三 14:00` / `Wed Nov 18, 2026, 14:00`. */
export function formatFormal(moment: Moment, locale: Locale = currentLocale()): string {
  const p = parts(moment);
  const clock = `${p.hour}:${p.minute}`;
  if (locale === 'en-US') return `${weekdayOf(p, locale)} ${monthDay(p)}, ${p.year}, ${clock}`;
  return `${p.year}年${Number(p.month)}月${Number(p.day)}日 ${weekdayOf(p, locale)} ${clock}`;
}

/** Days to an operation by the calendar: `D-8`, `D-0` on the day, `D+3` after it. */
export function formatOperationDay(moment: Moment, now: Date = serverNow()): string {
  const days = daysUntil(moment, now);
  return days >= 0 ? `D-${days}` : `D+${-days}`;
}

export type Tone = 'neutral' | 'due' | 'overdue';
export interface TimeLeft {
  text: string;
  tone: Tone;
}

const HOUR_MIN = 60;
/** Below this, time left is told in hours and minutes; it also counts as due although midnight lies between. */
const SHORT_MIN = 4 * HOUR_MIN;
const LONG_MIN = 48 * HOUR_MIN;

const words = {
  'zh-CN': {
    days: (n: number) => `${n} 天`,
    hours: (n: number) => `${n} 小时`,
    minutes: (n: number) => `${n} 分`,
    underMinuteLeft: '剩不足 1 分',
    underMinuteLate: '逾期不足 1 分',
    left: (span: string) => `剩 ${span}`,
    overdue: (span: string) => `逾期 ${span}`,
  },
  'en-US': {
    days: (n: number) => `${n} d`,
    hours: (n: number) => `${n} h`,
    minutes: (n: number) => `${n} min`,
    underMinuteLeft: 'under 1 min left',
    underMinuteLate: 'under 1 min overdue',
    left: (span: string) => `${span} left`,
    overdue: (span: string) => `${span} overdue`,
  },
} as const;

function spanLeft(minutes: number, w: (typeof words)[Locale]): string {
  if (minutes < HOUR_MIN) return w.minutes(minutes);
  const hours = Math.floor(minutes / HOUR_MIN);
  if (minutes < SHORT_MIN) {
    const rest = minutes % HOUR_MIN;
    return rest === 0 ? w.hours(hours) : `${w.hours(hours)} ${w.minutes(rest)}`;
  }
  return minutes <= LONG_MIN ? w.hours(hours) : w.days(Math.floor(hours / 24));
}

function spanLate(minutes: number, w: (typeof words)[Locale]): string {
  if (minutes < HOUR_MIN) return w.minutes(minutes);
  const hours = Math.floor(minutes / HOUR_MIN);
  return hours < 24 ? w.hours(hours) : w.days(Math.floor(hours / 24));
}

/**
 * What is left until something is due, rounded down so that nobody is promised time that is not there: above 48 hours in days, below
 * four hours in hours and minutes, between them in hours; late in hours up to 24, then in days. `due` is the hospital's same day, or
 * less than four hours.
 */
export function timeLeft(dueAt: Moment, now: Date = serverNow(), locale: Locale = currentLocale()): TimeLeft {
  const w = words[locale];
  const leftMs = at(dueAt).getTime() - now.getTime();
  const minutes = Math.floor(Math.abs(leftMs) / 60_000);
  if (leftMs <= 0) return { text: minutes < 1 ? w.underMinuteLate : w.overdue(spanLate(minutes, w)), tone: 'overdue' };
  const due = minutes < SHORT_MIN || daysUntil(dueAt, now) === 0;
  return { text: minutes < 1 ? w.underMinuteLeft : w.left(spanLeft(minutes, w)), tone: due ? 'due' : 'neutral' };
}

/** The present moment by the server's clock, again every `intervalMs` and when the tab is shown again. */
export function useNow(intervalMs = 30_000): Date {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const tick = () => setNow(serverNow());
    const timer = setInterval(tick, intervalMs);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [intervalMs]);
  return now;
}
