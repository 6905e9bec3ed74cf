import type { NewsAction, NewsSeverity, NewsState } from '@consilium/contracts';
import { DateTime } from 'luxon';

const SATURDAY = 6;

/** The same time of day on the next day from Monday to Friday. Public holidays are not known here: it is due no later for them. */
function nextWorkingDay(from: DateTime): DateTime {
  let day = from.plus({ days: 1 });
  while (day.weekday >= SATURDAY) day = day.plus({ days: 1 });
  return day;
}

/** How long news may wait to be acknowledged: 15 minutes, 2 hours, one working day. Default of the centre. */
const LIMITS: Readonly<Record<NewsSeverity, (from: DateTime) => DateTime>> = {
  RED: (from) => from.plus({ minutes: 15 }),
  AMBER: (from) => from.plus({ hours: 2 }),
  GREEN: nextWorkingDay,
};

/** By when news is to be acknowledged, from when it was graded; what nobody graded waits as long as amber news. Counted at the campus. */
export const acknowledgeBy = (from: Date, severity: NewsSeverity | null, timeZone: string): Date =>
  LIMITS[severity ?? 'AMBER'](DateTime.fromJSDate(from, { zone: timeZone })).toJSDate();

/** Its reminders do not wait for the morning. */
export const isPressing = (severity: NewsSeverity | null): boolean => severity !== 'GREEN';

/** The way of a piece of news; what is not written here is refused. It may be graded anew, and acted on more than once. */
export const newsTransitions: Readonly<Record<NewsAction, { from: readonly NewsState[]; to: NewsState }>> = {
  triage: { from: ['NEW', 'TRIAGED'], to: 'TRIAGED' },
  acknowledge: { from: ['TRIAGED'], to: 'ACKNOWLEDGED' },
  act: { from: ['ACKNOWLEDGED', 'ACTIONED'], to: 'ACTIONED' },
  close: { from: ['ACTIONED'], to: 'CLOSED' },
};

export const mayAct = (action: NewsAction, state: NewsState): boolean => newsTransitions[action].from.includes(state);
