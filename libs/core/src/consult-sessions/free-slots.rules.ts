import { DateTime } from 'luxon';

/** Hours of the day in which a free time is offered, in the campus's time zone. */
export const DAY_OPENS = { hour: 7, minute: 30 } as const;
export const DAY_CLOSES = { hour: 20, minute: 0 } as const;
/** A block that cannot fit between the two (a long operation) is offered only where it begins by then. */
export const LONG_BLOCK_STARTS_BY = { hour: 9, minute: 0 } as const;
/** How far ahead free times are looked for, in days. */
export const SEARCH_DAYS = 14;

export interface Interval {
  startsAt: Date;
  endsAt: Date;
}
/** Time wanted of one room, theatre or person. */
export interface WantedInterval extends Interval {
  resourceId: string;
}

const WINDOW_MINUTES = (DAY_CLOSES.hour - DAY_OPENS.hour) * 60 + DAY_CLOSES.minute - DAY_OPENS.minute;

/** Grid on which free times begin, in minutes: quarters of an hour for what is over in half an hour, half-hours for everything else. */
export const gridMinutes = (minutes: number): 15 | 30 => (minutes <= 30 ? 15 : 30);

const minutesOf = (interval: Interval) => (interval.endsAt.getTime() - interval.startsAt.getTime()) / 60_000;

function fitsTheDay(interval: Interval, timeZone: string): boolean {
  const start = DateTime.fromJSDate(interval.startsAt, { zone: timeZone });
  const opens = start.set({ ...DAY_OPENS, second: 0, millisecond: 0 });
  if (start < opens) return false;
  if (minutesOf(interval) > WINDOW_MINUTES)
    return start <= start.set({ ...LONG_BLOCK_STARTS_BY, second: 0, millisecond: 0 });
  return (
    DateTime.fromJSDate(interval.endsAt, { zone: timeZone }) <= start.set({ ...DAY_CLOSES, second: 0, millisecond: 0 })
  );
}

function firstOnGrid(from: Date, grid: number, timeZone: string): DateTime {
  const start = DateTime.fromJSDate(from, { zone: timeZone });
  const past = (start.minute % grid) * 60_000 + start.second * 1_000 + start.millisecond;
  return past === 0 ? start : start.plus({ milliseconds: grid * 60_000 - past });
}

/**
 * Times at which everything wanted is free together, soonest first. What is wanted keeps its shape: it is moved as a whole, and each time
 * found is that of the first wanted thing (the room, the theatre). `busy` holds what is taken of each resource, by its id.
 */
export function freeTimes(
  wanted: readonly WantedInterval[],
  busy: ReadonlyMap<string, readonly Interval[]>,
  options: { from: Date; timeZone: string; count: number },
): Interval[] {
  const first = wanted[0];
  if (!first) return [];
  const grid = gridMinutes(minutesOf(first));
  const last = DateTime.fromJSDate(options.from, { zone: options.timeZone }).plus({ days: SEARCH_DAYS });
  const found: Interval[] = [];
  for (
    let start = firstOnGrid(options.from, grid, options.timeZone);
    start < last && found.length < options.count;
    start = start.plus({ minutes: grid })
  ) {
    const shift = start.toMillis() - first.startsAt.getTime();
    const moved = wanted.map((one) => ({
      resourceId: one.resourceId,
      startsAt: new Date(one.startsAt.getTime() + shift),
      endsAt: new Date(one.endsAt.getTime() + shift),
    }));
    const isFree = moved.every(
      (one) =>
        one.startsAt >= options.from &&
        fitsTheDay(one, options.timeZone) &&
        (busy.get(one.resourceId) ?? []).every((taken) => taken.endsAt <= one.startsAt || taken.startsAt >= one.endsAt),
    );
    if (isFree && moved[0]) found.push({ startsAt: moved[0].startsAt, endsAt: moved[0].endsAt });
  }
  return found;
}
