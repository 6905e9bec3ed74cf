import { caseStates, type CaseState } from '@consilium/contracts';

/** States in which a case has come to its end; nothing is owed on it and it is on no board. */
export const endedStates = ['REJECTED', 'CLOSED', 'WITHDRAWN', 'DECEASED'] as const satisfies readonly CaseState[];

/** While a case is not ended it may be put on hold, withdrawn by the patient, or end with the patient's death. */
const ANY_TIME: readonly CaseState[] = ['ON_HOLD', 'WITHDRAWN', 'DECEASED'];

/**
 * The way of a case through the centre: from each state, the states it may go to. What is not written here is refused.
 * Basis: the centre's process of referral, triage, preparation, discussion, decision, surgery and follow-up; a recurrence or a
 * check of response comes back to triage as a new round and never edits the old decision.
 */
export const caseTransitions: Readonly<Record<CaseState, readonly CaseState[]>> = {
  DRAFT: ['REFERRED', ...ANY_TIME],
  REFERRED: ['TRIAGE', ...ANY_TIME],
  TRIAGE: ['NEEDS_INFO', 'REJECTED', 'PREPARING', ...ANY_TIME],
  NEEDS_INFO: ['TRIAGE', ...ANY_TIME],
  REJECTED: [],
  // A case with opinions still owed may be put on an agenda; it counts there as not ready.
  PREPARING: ['READY', 'SCHEDULED', ...ANY_TIME],
  READY: ['PREPARING', 'SCHEDULED', ...ANY_TIME],
  // Back when its session is cancelled or it is taken off the agenda.
  SCHEDULED: ['IN_DISCUSSION', 'READY', 'PREPARING', ...ANY_TIME],
  IN_DISCUSSION: ['DEFERRED', 'DECISION_PENDING', ...ANY_TIME],
  DEFERRED: ['PREPARING', 'READY', 'SCHEDULED', ...ANY_TIME],
  DECISION_PENDING: ['DECIDED', ...ANY_TIME],
  // "Discuss again after more tests" comes back to triage as the next round.
  DECIDED: ['PLAN_IN_PREPARATION', 'IN_TREATMENT', 'TRIAGE', ...ANY_TIME],
  PLAN_IN_PREPARATION: ['PLAN_APPROVED', ...ANY_TIME],
  // An edit after all have confirmed asks the changed stages to confirm again.
  PLAN_APPROVED: ['PLAN_IN_PREPARATION', 'IN_TREATMENT', ...ANY_TIME],
  IN_TREATMENT: ['FOLLOW_UP', 'TRIAGE', ...ANY_TIME],
  FOLLOW_UP: ['TRIAGE', 'CLOSED', ...ANY_TIME],
  CLOSED: [],
  // Taken up again, a case is triaged anew: what was prepared may be out of date.
  ON_HOLD: ['TRIAGE', 'WITHDRAWN', 'DECEASED'],
  WITHDRAWN: [],
  DECEASED: [],
};

export const mayMove = (from: CaseState, to: CaseState): boolean => caseTransitions[from].includes(to);

export const isEnded = (state: CaseState): boolean => (endedStates as readonly CaseState[]).includes(state);

/** States a case is in until it ends. */
export const openStates: readonly CaseState[] = caseStates.schema.options.filter((state) => !isEnded(state));

/** States in which departments work on their opinions; from the decision on they stand as they were given. */
export const opinionStates: readonly CaseState[] = ['PREPARING', 'READY', 'SCHEDULED', 'IN_DISCUSSION', 'DEFERRED'];

/** States in which a case may go on an agenda. */
export const schedulableStates: readonly CaseState[] = ['PREPARING', 'READY', 'DEFERRED'];
