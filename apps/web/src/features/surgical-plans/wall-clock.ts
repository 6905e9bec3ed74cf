import dayjs, { type Dayjs } from 'dayjs';
import { formatClock, hospitalZone, isoDay } from '../../lib/time';

/** Minutes after the whole hour that the hospital's clocks show. */
export function minutesPastHour(instant: string): number {
  return Number(formatClock(instant).slice(3));
}

/** What a date picker shows for an instant: the digits of the hospital's clock, wherever the reader's computer stands. */
export function wallClock(instant: string): Dayjs {
  return dayjs(`${isoDay(instant)}T${formatClock(instant)}:00`);
}

/** The instant at which the hospital's clocks show the digits of a picker. */
export function instantOf(shown: Dayjs): string {
  const digits = Date.parse(`${shown.format('YYYY-MM-DDTHH:mm')}:00Z`);
  const guess = digits - zoneOffset(digits);
  // Near a change of summer time the first guess may lie on the other side of it.
  return new Date(digits - zoneOffset(guess)).toISOString();
}

/** Milliseconds by which the hospital's clock is ahead of UTC at a moment. */
function zoneOffset(moment: number): number {
  const at = new Date(moment);
  return Date.parse(`${isoDay(at)}T${formatClock(at)}:00Z`) - Math.floor(moment / 60_000) * 60_000;
}

/** Whether the reader's computer stands in another zone than the hospital, so that a picker has to say whose time it shows. */
export function readsInAnotherZone(): boolean {
  return Intl.DateTimeFormat().resolvedOptions().timeZone !== hospitalZone();
}
