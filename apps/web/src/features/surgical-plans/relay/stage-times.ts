import { formatClock } from '../../../lib/time';
import { usePlanText } from '../locales';

const MINUTE_MS = 60_000;

/** The clock at so many minutes after the start of the operation; `+1:30` where the start is not set. */
export function clockAfter(startsAt: string | null, minutes: number): string {
  if (startsAt !== null) return formatClock(new Date(Date.parse(startsAt) + minutes * MINUTE_MS));
  return `+${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** `10:40–12:10`. */
export function clockRange(startsAt: string | null, from: number, minutes: number): string {
  return `${clockAfter(startsAt, from)}–${clockAfter(startsAt, from + minutes)}`;
}

/** A length of time in words: `8 小时 50 分`. */
export function useSpan(): (minutes: number) => string {
  const t = usePlanText();
  return (minutes) => {
    const h = Math.floor(minutes / 60);
    const m = minutes % 60;
    if (h === 0) return t('spanMinutes', { m });
    return m === 0 ? t('spanHours', { h }) : t('span', { h, m });
  };
}
