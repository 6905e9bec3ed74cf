import type { Urgency } from '@consilium/contracts';
import { DateTime } from 'luxon';

interface TriageLimit {
  due: (referredAt: DateTime) => DateTime;
  /** Where the limit comes from. */
  basis: string;
}

const SATURDAY = 6;

/** The same time of day on the next day from Monday to Friday. Public holidays are not known here: triage is due no later for them. */
function nextWorkingDay(from: DateTime): DateTime {
  let day = from.plus({ days: 1 });
  while (day.weekday >= SATURDAY) day = day.plus({ days: 1 });
  return day;
}

/** How long a referral may wait for triage. */
export const triageLimits: Readonly<Record<Urgency, TriageLimit>> = {
  ROUTINE: { due: nextWorkingDay, basis: 'Default of the centre: triage within one working day' },
  URGENT: {
    due: (referredAt) => referredAt.plus({ hours: 2 }),
    basis: 'Default of the centre: urgent triage within 2 h, day and night, in the spirit of the urgent consult',
  },
};

/** When a referral must be triaged, counted in the campus's time zone. */
export function triageDueAt(referredAt: Date, urgency: Urgency, timeZone: string): Date {
  return triageLimits[urgency].due(DateTime.fromJSDate(referredAt, { zone: timeZone })).toJSDate();
}
