import type { Locale } from '@consilium/contracts';

const HOUR_MS = 3_600_000;
const units: Record<Locale, { minutes: string; hours: string; days: string }> = {
  'zh-CN': { minutes: '分', hours: '时', days: '天' },
  'en-US': { minutes: 'm', hours: 'h', days: 'd' },
};

/** How far a due time is from now, short enough for a cell: `15时`, `3h`, `2天`; rounded down. */
export function shortSpan(dueAt: string, now: Date, locale: Locale): string {
  const span = Math.abs(Date.parse(dueAt) - now.getTime());
  const unit = units[locale];
  if (span < HOUR_MS) return `${Math.floor(span / 60_000)}${unit.minutes}`;
  const hours = Math.floor(span / HOUR_MS);
  return hours < 24 ? `${hours}${unit.hours}` : `${Math.floor(hours / 24)}${unit.days}`;
}
