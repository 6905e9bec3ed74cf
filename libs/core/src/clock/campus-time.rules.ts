import { DateTime } from 'luxon';

/** Calendar day of an instant in a campus's time zone, as YYYY-MM-DD. */
export function campusDay(instant: Date, timeZone: string): string {
  return DateTime.fromJSDate(instant, { zone: timeZone }).toISODate() ?? '';
}

/** Whole years between a day of birth and a day, both YYYY-MM-DD. */
export function yearsBetween(birthDate: string, day: string): number {
  return Math.floor(DateTime.fromISO(day).diff(DateTime.fromISO(birthDate), 'years').years);
}

/** Whole calendar days from one day to another, both YYYY-MM-DD; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round(DateTime.fromISO(to, { zone: 'utc' }).diff(DateTime.fromISO(from, { zone: 'utc' }), 'days').days);
}

/** The instant at which a day, YYYY-MM-DD, begins in a time zone; with `later`, so many days after it. */
export function campusDayBegins(day: string, timeZone: string, later = 0): Date {
  return DateTime.fromISO(day, { zone: timeZone }).plus({ days: later }).startOf('day').toJSDate();
}
