import {
  caseStates,
  type CaseAction,
  type CaseGuardReason,
  type CaseState,
  type Direction,
  type PlanState,
} from '@consilium/contracts';
import { endedStates } from './case-states.rules.js';

/** What a guard reads of a case, beside its state. */
export interface CourseFacts {
  /** What the signed decision of the current round says. */
  direction: Direction | null;
  /** The surgical plan of the current round. */
  plan: PlanState | null;
  /** What the record still lacks before follow-up, by name; empty where nothing. */
  missingForFollowUp: readonly { zh: string; en: string }[];
  /** Who proposed to close the case; null where nobody did. */
  closingProposedBy: string | null;
  deathDiscussionOwed: boolean;
}

/** Why something cannot be done yet: a code with its parameters. */
export interface NotYet {
  code: CaseGuardReason;
  parameters?: Record<string, { zh: string; en: string }>;
}

export type Guard = (facts: CourseFacts, state: CaseState, actorId: string | null) => NotYet | null;

/** Steps that the house takes by itself, or a session, a decision or a plan takes with it. */
export type CaseStep =
  | CaseAction
  | 'refer'
  | 'settle-readiness'
  | 'put-on-agenda'
  | 'take-off-agenda'
  | 'discuss'
  | 'defer'
  | 'conclude'
  | 'sign'
  | 'approve-plan'
  | 'change-approved-plan';

export interface Way {
  step: CaseStep;
  from: readonly CaseState[];
  to: readonly CaseState[];
  guard?: Guard;
  /** Where the way or its guard comes from. */
  basis: string;
}

const open = caseStates.schema.options.filter((state) => !(endedStates as readonly CaseState[]).includes(state));
const openBut = (...but: readonly CaseState[]) => open.filter((state) => !but.includes(state));

const joined = (parts: readonly { zh: string; en: string }[]) => ({
  zh: parts.map(({ zh }) => zh).join('、'),
  en: parts.map(({ en }) => en).join(', '),
});

const notUnderDiscussion: Guard = (_facts, state) =>
  state === 'IN_DISCUSSION' || state === 'DECISION_PENDING' ? { code: 'under-discussion' } : null;
const notAnOperation: Guard = ({ direction }) => {
  if (direction === 'SURGERY') return { code: 'decided-for-surgery' };
  return direction === 'MORE_TESTS' ? { code: 'decided-for-tests' } : null;
};
const planConfirmed: Guard = ({ plan }) => (plan === 'CONFIRMED' ? null : { code: 'plan-not-confirmed' });
const outcomeRecorded: Guard = ({ missingForFollowUp }) =>
  missingForFollowUp.length === 0
    ? null
    : { code: 'follow-up-incomplete', parameters: { parts: joined(missingForFollowUp) } };
const proposedByAnother: Guard = ({ closingProposedBy }, _state, actorId) => {
  if (closingProposedBy === null) return { code: 'closing-not-proposed' };
  return closingProposedBy === actorId ? { code: 'closing-by-another' } : null;
};

/** From the decision on a case that was on hold goes on where it stood; before it, what was prepared may be out of date. */
const keptThroughHold: readonly CaseState[] = ['DECIDED', 'PLAN_IN_PREPARATION', 'IN_TREATMENT', 'FOLLOW_UP'];

/** Where a case goes on that was put on hold in this state. What was approved before is confirmed anew. */
export function stateAfterHold(from: CaseState): CaseState {
  const stood = from === 'PLAN_APPROVED' ? 'PLAN_IN_PREPARATION' : from;
  return keptThroughHold.includes(stood) ? stood : 'TRIAGE';
}

/**
 * The way of a case through the centre, one line for each step: from which states, to which, what must hold, and why. Who may take a step
 * stands in the policy table under the permission of the act (`case-actions.rules.ts`). What is not written here is refused.
 * Basis of the whole: the centre's process of referral, triage, preparation, discussion, decision, treatment and follow-up. A recurrence is
 * the normal case: it opens a new round and never edits the old decision.
 */
export const caseWays: readonly Way[] = [
  { step: 'refer', from: ['DRAFT'], to: ['REFERRED'], basis: 'Default' },
  {
    step: 'take-in-triage',
    from: ['REFERRED'],
    to: ['TRIAGE'],
    basis: 'Default: within one working day, urgent within 2 h',
  },
  { step: 'request-information', from: ['TRIAGE'], to: ['NEEDS_INFO'], basis: 'Default: incomplete data defer a case' },
  { step: 'provide-information', from: ['NEEDS_INFO'], to: ['TRIAGE'], basis: 'Default' },
  { step: 'reject', from: ['TRIAGE'], to: ['REJECTED'], basis: 'Default: reason, advice and the patient told' },
  { step: 'accept', from: ['TRIAGE'], to: ['PREPARING'], basis: 'Evidence: protected preparation raises decisions' },
  {
    step: 'settle-readiness',
    from: ['PREPARING'],
    to: ['READY'],
    basis: 'Default: mandatory material done and required opinions in',
  },
  { step: 'settle-readiness', from: ['READY'], to: ['PREPARING'], basis: 'Default: an item expired or was reopened' },
  {
    // A case with something still owed may be put on an agenda; it counts there as not ready.
    step: 'put-on-agenda',
    from: ['PREPARING', 'READY', 'DEFERRED'],
    to: ['SCHEDULED'],
    basis: 'Evidence: the list is circulated 24 h before',
  },
  { step: 'take-off-agenda', from: ['SCHEDULED'], to: ['PREPARING', 'READY'], basis: 'Default' },
  { step: 'discuss', from: ['SCHEDULED'], to: ['IN_DISCUSSION'], basis: 'Default' },
  { step: 'defer', from: ['IN_DISCUSSION'], to: ['DEFERRED'], basis: 'Default: reason, what is missing' },
  { step: 'defer', from: ['DEFERRED'], to: ['PREPARING', 'READY'], basis: 'Default: back to preparation' },
  {
    step: 'conclude',
    from: ['IN_DISCUSSION'],
    to: ['DECISION_PENDING'],
    basis: '病历书写基本规范: what a discussion record holds',
  },
  {
    step: 'sign',
    from: ['DECISION_PENDING'],
    to: ['DECIDED'],
    basis: '国卫医发〔2018〕25号 附件3: the inviting side decides',
  },
  { step: 'start-plan', from: ['DECIDED'], to: ['PLAN_IN_PREPARATION'], basis: 'Default: the patient agreed' },
  { step: 'approve-plan', from: ['PLAN_IN_PREPARATION'], to: ['PLAN_APPROVED'], basis: '国卫办医政发〔2022〕18号' },
  {
    // What was approved was the plan that everyone had confirmed.
    step: 'change-approved-plan',
    from: ['PLAN_APPROVED'],
    to: ['PLAN_IN_PREPARATION'],
    basis: 'Default: changed stages are confirmed again',
  },
  { step: 'start-treatment', from: ['DECIDED'], to: ['IN_TREATMENT'], guard: notAnOperation, basis: 'Default' },
  {
    step: 'start-operation',
    from: ['PLAN_IN_PREPARATION', 'PLAN_APPROVED'],
    to: ['IN_TREATMENT'],
    guard: planConfirmed,
    basis: '国卫办医政发〔2022〕18号: nobody operates on a plan that is not confirmed',
  },
  {
    step: 'enter-follow-up',
    from: ['IN_TREATMENT'],
    to: ['FOLLOW_UP'],
    guard: outcomeRecorded,
    basis: 'Default: outcome with margin, day of discharge, follow-up plan',
  },
  {
    step: 'reopen-round',
    from: ['DECIDED', 'PLAN_IN_PREPARATION', 'PLAN_APPROVED', 'IN_TREATMENT', 'FOLLOW_UP', 'CLOSED'],
    to: ['TRIAGE'],
    basis: 'Source: nine in ten cases recur; rounds are added and never edited',
  },
  {
    step: 'close',
    from: ['FOLLOW_UP'],
    to: ['CLOSED'],
    guard: proposedByAnother,
    basis: 'Default: the owner proposes, quality control confirms',
  },
  { step: 'hold', from: openBut('ON_HOLD'), to: ['ON_HOLD'], guard: notUnderDiscussion, basis: 'Default: reason' },
  { step: 'resume', from: ['ON_HOLD'], to: ['TRIAGE', ...keptThroughHold], basis: 'Default' },
  {
    step: 'withdraw',
    from: open,
    to: ['WITHDRAWN'],
    guard: notUnderDiscussion,
    basis: "Default: on the patient's word",
  },
  {
    step: 'record-death',
    from: open,
    to: ['DECEASED'],
    guard: notUnderDiscussion,
    basis: '国卫医发〔2018〕8号: a death is discussed within a week',
  },
];

/** States in which a step begins. */
export const beginningsOf = (step: CaseStep): readonly CaseState[] => [
  ...new Set(caseWays.filter((way) => way.step === step).flatMap(({ from }) => from)),
];

/** Why the step cannot be taken yet; null where nothing stands in its way. */
export function standsInTheWay(
  step: CaseStep,
  facts: CourseFacts,
  state: CaseState,
  actorId: string | null,
): NotYet | null {
  const way = caseWays.find((one) => one.step === step && one.from.includes(state));
  return way?.guard?.(facts, state, actorId) ?? null;
}
