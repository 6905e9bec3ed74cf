import type { CaseState, Direction, FactFlag } from '@consilium/contracts';
import { DateTime } from 'luxon';

/** A fact as the record has it now. */
export interface PresentFact {
  value: string;
  observedOn: string | null;
  /** Last day, where the fact has one of its own, as a consent has. */
  validUntil?: string | null;
}

/** A fact a decision stands on, as far as it decides about a flag. Days are YYYY-MM-DD. */
export interface StandingFacts {
  value: string;
  observedOn: string | null;
  confirmedOn: string | null;
  validDays: number | null;
  validUntil: string | null;
  flag: FactFlag | null;
  /** Set where the decision was kept although the fact differed; `keptValue` is what it was kept with, null where it was gone. */
  keptAt: Date | null;
  keptValue: string | null;
}

export interface Judgement {
  flag: FactFlag | null;
  /** What the record says now, where it differs from what the decision stands on; null also where the fact is gone. */
  presentValue: string | null;
  confirmedOn: string | null;
  validUntil: string | null;
}

const validUntil = (observedOn: string | null, validDays: number | null): string | null =>
  observedOn === null || validDays === null
    ? null
    : (DateTime.fromISO(observedOn, { zone: 'utc' }).plus({ days: validDays }).toISODate() ?? null);

/** Until when a fact may be relied on, YYYY-MM-DD; null where it has no end. */
export const lastDayOf = (present: PresentFact, validDays: number | null): string | null =>
  present.validUntil === undefined ? validUntil(present.observedOn, validDays) : present.validUntil;

/** The instant at which the day after the last valid one begins at the campus. */
export const expiresAt = (lastDay: string | null, timeZone: string): Date | null =>
  lastDay === null ? null : DateTime.fromISO(lastDay, { zone: timeZone }).plus({ days: 1 }).startOf('day').toJSDate();

/**
 * Whether a fact still carries its decision. The same value seen again on a later day renews it; another value, or none, does not. What the
 * decision was kept with counts as what it stands on from then.
 */
export function judge(fact: StandingFacts, present: PresentFact | undefined, today: string): Judgement {
  const standing = fact.keptAt === null ? fact.value : fact.keptValue;
  if ((present?.value ?? null) !== standing)
    return {
      flag: 'CHANGED',
      presentValue: present?.value ?? null,
      confirmedOn: fact.confirmedOn,
      // Should the decision be kept, it stands on what is found now.
      validUntil: present === undefined ? null : lastDayOf(present, fact.validDays),
    };
  const known = fact.confirmedOn ?? fact.observedOn;
  const seen = present?.observedOn ?? null;
  const isNewer = seen !== null && (known === null || seen > known);
  const lastDay = isNewer && present !== undefined ? lastDayOf(present, fact.validDays) : fact.validUntil;
  return {
    flag: lastDay !== null && today > lastDay ? 'EXPIRED' : null,
    presentValue: null,
    confirmedOn: isNewer ? seen : fact.confirmedOn,
    validUntil: lastDay,
  };
}

/** Between conclusion and execution: what a decision stands on counts until it is carried out. */
const CARRIED_OUT_LATER: readonly CaseState[] = [
  'DECISION_PENDING',
  'DECIDED',
  'PLAN_IN_PREPARATION',
  'PLAN_APPROVED',
  'ON_HOLD',
];

/** Whether a change of facts still concerns the decision. An operation begun is not decided on again; a course of treatment is. */
export const isStillOpen = (state: CaseState, direction: Direction): boolean =>
  CARRIED_OUT_LATER.includes(state) || (state === 'IN_TREATMENT' && direction !== 'SURGERY');

/** Values that are short and read by everybody; what is longer is read in the record. */
const SHORT = /^(ecog|asa|nrs2002|wishes|laboratory:.+)$/;
export const shownValue = (key: string, value: string | null): string | null =>
  value !== null && SHORT.test(key) ? value : null;
