import dayjs, { type Dayjs } from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';
import { hospitalZone } from '../../lib/time';

dayjs.extend(utc);
dayjs.extend(timezone);

/** The wall clock of the hospital at an instant, wherever the browser stands. */
export const wallClock = (instant: string): Dayjs =>
  dayjs(dayjs(instant).tz(hospitalZone()).format('YYYY-MM-DDTHH:mm'));

/** The instant at which the hospital's clock shows this. */
export const instantOf = (wall: Dayjs): string =>
  dayjs.tz(wall.format('YYYY-MM-DDTHH:mm'), hospitalZone()).toISOString();

/** The beginning of a day of the calendar, or of one so many days later. */
export const dayAfter = (day: string, days: number): Dayjs => dayjs(`${day}T00:00`).add(days, 'day');
