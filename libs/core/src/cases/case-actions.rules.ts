import type { CaseAction, CaseState, Permission } from '@consilium/contracts';
import { isEnded, opinionStates, schedulableStates } from './case-transitions.rules.js';

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
}

interface ActionRule {
  permission: Permission;
  /** States in which the act fits; left out where it fits every state. */
  states?: readonly CaseState[] | ((state: CaseState) => boolean);
  holds?: (situation: ActionSituation) => boolean;
}

/** When an act fits a case, and which permission it takes. The services guard by this table, and the screens' buttons come from it. */
export const actionRules: Readonly<Record<CaseAction, ActionRule>> = {
  'take-in-triage': { permission: 'case:triage', states: ['REFERRED'] },
  'change-departments': { permission: 'case:triage', states: ['TRIAGE'] },
  accept: { permission: 'case:triage', states: ['TRIAGE'] },
  'request-information': { permission: 'case:triage', states: ['TRIAGE'] },
  'provide-information': { permission: 'case:provide-information', states: ['NEEDS_INFO'] },
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
    states: ['DECIDED'],
    holds: ({ surgeryDecided, hasPlan }) => surgeryDecided && !hasPlan,
  },
  'show-restricted': { permission: 'restricted:read' },
  'open-plan': { permission: 'plan:read', holds: ({ hasPlan }) => hasPlan },
};

/** Whether the act fits a case in this state, whoever asks. */
export function fitsState(action: CaseAction, state: CaseState): boolean {
  const { states } = actionRules[action];
  if (states === undefined) return true;
  return typeof states === 'function' ? states(state) : states.includes(state);
}

/** The acts open now to somebody who holds these permissions on the case. */
export function actionsOpen(situation: ActionSituation, holds: (permission: Permission) => boolean): CaseAction[] {
  return (Object.entries(actionRules) as [CaseAction, ActionRule][])
    .filter(
      ([action, rule]) =>
        fitsState(action, situation.state) && (rule.holds?.(situation) ?? true) && holds(rule.permission),
    )
    .map(([action]) => action);
}
