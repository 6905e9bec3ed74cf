import { useRemoteText } from './locales';

const DAYS_IN_MONTH = 30.44;
/** From two months on, days say less than months. */
const MONTHS_FROM_DAYS = 60;

/** A day counted from the session, as portals say it: `T−5 天`, `T−26 月`, `T 当日`. Months are rounded down. */
export function useRelativeDay(): (day: number) => string {
  const t = useRemoteText();
  return (day) => {
    if (day === 0) return t('dayZero');
    if (day > 0) return t('daysAfter', { n: day });
    if (-day < MONTHS_FROM_DAYS) return t('daysBefore', { n: -day });
    return t('monthsBefore', { n: Math.floor(-day / DAYS_IN_MONTH) });
  };
}
