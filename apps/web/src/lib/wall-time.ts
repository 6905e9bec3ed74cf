import dayjs, { type Dayjs } from 'dayjs';
import { formatClock, isoDay } from './time';

/** Minutes by which the clocks of the hospital's zone are ahead of UTC at a moment. */
function offsetMinutes(moment: Date): number {
  const shown = Date.parse(`${isoDay(moment)}T${formatClock(moment)}:00Z`);
  return Math.round((shown - moment.getTime()) / 60_000);
}

/** The moment at which the hospital's clocks show `day` (`YYYY-MM-DD`) and `clock` (`HH:mm`). */
export function instantAt(day: string, clock: string): Date {
  const asUtc = Date.parse(`${day}T${clock}:00Z`);
  const first = new Date(asUtc - offsetMinutes(new Date(asUtc)) * 60_000);
  // Near a change of summer time the first guess may lie on the other side of it.
  return new Date(asUtc - offsetMinutes(first) * 60_000);
}

/** The instant at which a day (`YYYY-MM-DD`) begins in the hospital's zone. */
export const startOfDay = (day: string): string => instantAt(day, '00:00').toISOString();

/** Minutes after midnight that the hospital's clocks show. */
export function minuteOfDay(moment: Date | string): number {
  const [hour = '0', minute = '0'] = formatClock(moment).split(':');
  return Number(hour) * 60 + Number(minute);
}

/** A picker shows the time of the reader's own computer; this is the hospital's wall time written as such. */
export function toPicker(moment: Date | string): Dayjs {
  return dayjs(`${isoDay(moment)}T${formatClock(moment)}:00`);
}

/** The instant meant by what stands in a picker: its digits are the hospital's wall time. */
export function fromPicker(shown: Dayjs): Date {
  return instantAt(shown.format('YYYY-MM-DD'), shown.format('HH:mm'));
}

const DAY_MS = 86_400_000;
const utc = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** Whether this is a day of the calendar, written `YYYY-MM-DD`. */
export function isDay(text: string | undefined): text is string {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = utc(text);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

export function addDays(day: string, days: number): string {
  return new Date(utc(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The Monday on or before a day: weeks start on Monday. */
export function mondayOf(day: string): string {
  const weekday = new Date(utc(day)).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

export function daysFrom(day: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => addDays(day, i));
}
