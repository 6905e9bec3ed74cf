import { formatClock, hospitalZone } from '../../lib/time';

/** Minutes after the whole hour that the hospital's clocks show. */
export function minutesPastHour(instant: string): number {
  return Number(formatClock(instant).slice(3));
}

/** Whether the reader's computer stands in another zone than the hospital, so that a picker has to say whose time it shows. */
export function readsInAnotherZone(): boolean {
  return Intl.DateTimeFormat().resolvedOptions().timeZone !== hospitalZone();
}
