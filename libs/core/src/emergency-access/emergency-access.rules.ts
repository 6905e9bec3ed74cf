import { EMERGENCY_ACCESS_MINUTES, type EmergencyAction } from '@consilium/contracts';
import { DateTime } from 'luxon';

const SATURDAY = 6;

/** When emergency access that is opened now ends by itself. */
export const emergencyEndsAt = (openedAt: Date): Date =>
  new Date(openedAt.getTime() + EMERGENCY_ACCESS_MINUTES * 60_000);

/**
 * Until when an access is to be reviewed: the same time of day on the next working day (the centre's own setting), counted at the campus. Public
 * holidays are not known here: the review is due no later for them.
 */
export function reviewDueAt(openedAt: Date, timeZone: string): Date {
  let day = DateTime.fromJSDate(openedAt, { zone: timeZone }).plus({ days: 1 });
  while (day.weekday >= SATURDAY) day = day.plus({ days: 1 });
  return day.toJSDate();
}

export interface EmergencyTimes {
  endsAt: Date;
  endedAt: Date | null;
  reviewedAt: Date | null;
}

/** Whether it opens the case at this instant; at the instant at which it ends it does not any more. */
export const isOpen = ({ endsAt, endedAt }: Pick<EmergencyTimes, 'endsAt' | 'endedAt'>, now: Date): boolean =>
  endedAt === null && endsAt.getTime() > now.getTime();

export type EmergencyObstacle = 'over' | 'still-open' | 'reviewed';

/**
 * What stands in the way of an act on an access, whoever asks. It is ended while it is open, and reviewed once when it is over: what is done
 * after a review would stay unseen.
 */
export function obstacleTo(action: EmergencyAction, access: EmergencyTimes, now: Date): EmergencyObstacle | undefined {
  if (action === 'end') return isOpen(access, now) ? undefined : 'over';
  if (access.reviewedAt !== null) return 'reviewed';
  return isOpen(access, now) ? 'still-open' : undefined;
}
