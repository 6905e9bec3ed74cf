import dayjs, { type Dayjs } from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';
import { serverNow } from '../../../lib/server-clock';
import { hospitalZone } from '../../../lib/time';

dayjs.extend(utc);
dayjs.extend(timezone);

/** The wall clock of the hospital at an instant, wherever the browser stands. */
export const wallClock = (instant: string): Dayjs =>
  dayjs(dayjs(instant).tz(hospitalZone()).format('YYYY-MM-DDTHH:mm'));

/** The instant at which the hospital's clock shows this. */
export const instantOf = (wall: Dayjs): string =>
  dayjs.tz(wall.format('YYYY-MM-DDTHH:mm'), hospitalZone()).toISOString();

const isWeekend = (day: Dayjs) => day.day() === 0 || day.day() === 6;

/** An hour of the hospital's day, so many days from Monday to Friday ahead. Public holidays are not known here. */
export function workingDaysAhead(days: number, hour: number, now: Date = serverNow()): string {
  let day = wallClock(now.toISOString());
  for (let left = days; left > 0; left -= 1) {
    do day = day.add(1, 'day');
    while (isWeekend(day));
  }
  return instantOf(day.hour(hour).minute(0));
}
