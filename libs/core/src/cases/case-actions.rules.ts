import type { CaseAction, CaseState, Permission } from '@consilium/contracts';
import { writableParts } from '../clinical-record/writable-parts.rules.js';
import { isEnded, opinionStates, schedulableStates } from './case-transitions.rules.js';
import { beginningsOf, standsInTheWay, type CourseFacts, type NotYet } from './case-ways.rules.js';

/** What the acts on a case depend on, beside its state and who acts. */
export interface ActionSituation {
  state: CaseState;
  /** Of the patient's consent: none that holds, one that ends some day, one that holds until it is withdrawn. */
  consent: 'NONE' | 'ENDING' | 'LASTING';
  /** Whether this person may give the opinion of some department now. */
  owesOpinion: boolean;
  /** Whether some department of the open round has not given its opinion and was not excused. */
  someOpinionOwed: boolean;
  isShared: boolean;
  /** Whether the decision of the current round is signed and says: operate. */
  surgeryDecided: boolean;
  hasPlan: boolean;
  /** Whether the plan is of an earlier round: the present one may have its own. */
  planIsEarlier: boolean;
  course: CourseFacts;
  actorId: string | null;
}

interface ActionRule {
  permission: Permission;
  /** States in which the act fits; left out where it fits every state. */
  states?: readonly CaseState[] | ((state: CaseState) => boolean);
  holds?: (situation: ActionSituation) => boolean;
}

/** When an act fits a case, and which permission it takes. The services guard by this table, and the screens' buttons come from it. */
export const actionRules: Readonly<Record<CaseAction, ActionRule>> = {
  'take-in-triage': { permission: 'case:triage', states: beginningsOf('take-in-triage') },
  'change-departments': { permission: 'case:triage', states: ['TRIAGE'] },
  accept: { permission: 'case:triage', states: beginningsOf('accept') },
  'request-information': { permission: 'case:triage', states: beginningsOf('request-information') },
  'provide-information': { permission: 'case:provide-information', states: beginningsOf('provide-information') },
  reject: { permission: 'case:reject', states: beginningsOf('reject') },
  'write-record': { permission: 'record:write', states: (state) => writableParts(state).length > 0 },
  'record-consent': {
    permission: 'consent:record',
    states: (state) => !isEnded(state),
    holds: ({ consent }) => consent !== 'LASTING',
  },
  'withdraw-consent': { permission: 'consent:record', holds: ({ consent }) => consent !== 'NONE' },
  'reveal-identity': { permission: 'identity:reveal' },
  'give-opinion': {
    permission: 'opinion:give',
    states: opinionStates,
    holds: ({ owesOpinion }) => owesOpinion,
  },
  'waive-opinion': {
    permission: 'opinion:waive',
    states: opinionStates,
    holds: ({ someOpinionOwed }) => someOpinionOwed,
  },
  schedule: { permission: 'session:schedule', states: schedulableStates },
  'revoke-share': { permission: 'share:revoke', holds: ({ isShared }) => isShared },
  'change-share': { permission: 'share:revoke', holds: ({ isShared }) => isShared },
  'start-plan': {
    permission: 'plan:write',
    states: beginningsOf('start-plan'),
    holds: ({ surgeryDecided, hasPlan, planIsEarlier }) => surgeryDecided && (!hasPlan || planIsEarlier),
  },
  'show-restricted': { permission: 'restricted:read' },
  'show-files': { permission: 'attachment:read' },
  export: { permission: 'case:export' },
  'open-plan': { permission: 'plan:read', holds: ({ hasPlan }) => hasPlan },
  'start-treatment': { permission: 'case:steer', states: beginningsOf('start-treatment') },
  'start-operation': { permission: 'case:steer', states: beginningsOf('start-operation') },
  'enter-follow-up': { permission: 'case:steer', states: beginningsOf('enter-follow-up') },
  'propose-closing': {
    permission: 'case:steer',
    states: beginningsOf('close'),
    holds: ({ course }) => course.closingProposedBy === null,
  },
  close: { permission: 'case:close', states: beginningsOf('close') },
  'reopen-round': { permission: 'round:open', states: beginningsOf('reopen-round') },
  hold: { permission: 'case:steer', states: beginningsOf('hold') },
  resume: { permission: 'case:steer', states: beginningsOf('resume') },
  withdraw: { permission: 'case:steer', states: beginningsOf('withdraw') },
  'record-death': { permission: 'case:steer', states: beginningsOf('record-death') },
  'file-death-discussion': {
    permission: 'case:steer',
    states: ['DECEASED'],
    holds: ({ course }) => course.deathDiscussionOwed,
  },
  'ask-consult': { permission: 'consult:request', states: (state) => !isEnded(state) },
  'write-news': { permission: 'condition-update:write', states: (state) => !isEnded(state) },
};

/** Whether the act fits a case in this state, whoever asks. */
export function fitsState(action: CaseAction, state: CaseState): boolean {
  const { states } = actionRules[action];
  if (states === undefined) return true;
  return typeof states === 'function' ? states(state) : states.includes(state);
}

const fitting = (situation: ActionSituation, holds: (permission: Permission) => boolean): CaseAction[] =>
  (Object.entries(actionRules) as [CaseAction, ActionRule][])
    .filter(
      ([action, rule]) =>
        fitsState(action, situation.state) && (rule.holds?.(situation) ?? true) && holds(rule.permission),
    )
    .map(([action]) => action);

const notYet = (action: CaseAction, { course, state, actorId }: ActionSituation): NotYet | null =>
  standsInTheWay(action, course, state, actorId);

/** The acts open now to somebody who holds these permissions on the case. */
export const actionsOpen = (situation: ActionSituation, holds: (permission: Permission) => boolean): CaseAction[] =>
  fitting(situation, holds).filter((action) => notYet(action, situation) === null);

/** The acts that fit the case and this person, but not yet; each with what stands in its way. */
export const actionsBlocked = (
  situation: ActionSituation,
  holds: (permission: Permission) => boolean,
): { action: CaseAction; notYet: NotYet }[] =>
  fitting(situation, holds).flatMap((action) => {
    const reason = notYet(action, situation);
    return reason === null ? [] : [{ action, notYet: reason }];
  });
