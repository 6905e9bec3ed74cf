import type { Locale } from '@consilium/contracts';
import { hospitalZone } from '../../lib/time';

/** To the second, in the hospital's zone: `2026-11-18 09:41:07`. The log is evidence, so the year and the second are always there. */
export function formatSecond(instant: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale === 'en-US' ? 'en-CA' : 'zh-CN', {
    timeZone: hospitalZone(),
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const parts = Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return `${parts['year']}-${parts['month']}-${parts['day']} ${parts['hour']}:${parts['minute']}:${parts['second']}`;
}
