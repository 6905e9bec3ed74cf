import type { DeviationReason, RecommendationState } from '@consilium/contracts';
import { DateTime } from 'luxon';

/** Outcomes: what was recommended happened, happened otherwise, did not, or nobody knows. */
const OUTCOMES = ['DONE', 'PARTLY', 'CHANGED', 'NOT_DONE', 'UNKNOWN'] as const satisfies readonly RecommendationState[];

/**
 * What may be told next. A recommendation goes forward; an outcome may be put right by another one, each on record. It is adopted once and does not go
 * back to being proposed (PROPOSED → ADOPTED → IN_PROGRESS → outcome).
 */
export const nextStates: Readonly<Record<RecommendationState, readonly RecommendationState[]>> = {
  PROPOSED: ['ADOPTED', 'IN_PROGRESS', ...OUTCOMES],
  ADOPTED: ['IN_PROGRESS', ...OUTCOMES],
  IN_PROGRESS: [...OUTCOMES],
  DONE: ['PARTLY', 'CHANGED', 'NOT_DONE', 'UNKNOWN'],
  PARTLY: ['DONE', 'CHANGED', 'NOT_DONE', 'UNKNOWN'],
  CHANGED: ['DONE', 'PARTLY', 'NOT_DONE', 'UNKNOWN'],
  NOT_DONE: ['DONE', 'PARTLY', 'CHANGED', 'UNKNOWN'],
  UNKNOWN: ['IN_PROGRESS', 'DONE', 'PARTLY', 'CHANGED', 'NOT_DONE'],
};

export const isOutcome = (state: RecommendationState): boolean => (OUTCOMES as readonly string[]).includes(state);
/** States in which the outcome is still owed. */
export const openRecommendationStates: readonly RecommendationState[] = ['PROPOSED', 'ADOPTED', 'IN_PROGRESS'];

/** Where it went otherwise than recommended, why belongs to the record: reasons as studies of adherence to decisions code them. */
const WITH_REASON: readonly RecommendationState[] = ['PARTLY', 'CHANGED', 'NOT_DONE'];

export type RefusedReport = 'wrong-state' | 'reason-required' | 'reason-not-asked';
export function refusedReport(
  from: RecommendationState,
  to: RecommendationState,
  reason: DeviationReason | null,
): RefusedReport | null {
  if (!nextStates[from].includes(to)) return 'wrong-state';
  if (WITH_REASON.includes(to) && reason === null) return 'reason-required';
  return !WITH_REASON.includes(to) && reason !== null ? 'reason-not-asked' : null;
}

/** Its outcome is owed by the end of the working day it is due on, 17:00 at the campus. Default. */
export const outcomeDueAt = (dueOn: string, timeZone: string): Date =>
  DateTime.fromISO(dueOn, { zone: timeZone }).set({ hour: 17 }).toJSDate();
