import { caseAction, caseStates, permission, type CaseAction, type CaseState } from '@consilium/contracts';
import { describe, expect, it } from 'vitest';
import { actionRules, actionsOpen, fitsState, type ActionSituation } from './case-actions.rules.js';

const everything = {
  consent: 'NONE' as const,
  owesOpinion: true,
  someOpinionOwed: true,
  isShared: true,
  surgeryDecided: true,
};
const situation = (state: CaseState, change: Partial<ActionSituation> = {}): ActionSituation => ({
  state,
  ...everything,
  hasPlan: false,
  planIsEarlier: false,
  course: {
    direction: null,
    plan: null,
    missingForFollowUp: [],
    closingProposedBy: null,
    deathDiscussionOwed: false,
  },
  actorId: null,
  ...change,
});
const all = () => true;
const statesOf = (action: CaseAction) => caseStates.schema.options.filter((state) => fitsState(action, state));

describe('the acts open on a case', () => {
  it.each<[CaseAction, readonly CaseState[]]>([
    ['take-in-triage', ['REFERRED']],
    ['change-departments', ['TRIAGE']],
    ['accept', ['TRIAGE']],
    ['request-information', ['TRIAGE']],
    ['provide-information', ['NEEDS_INFO']],
    ['give-opinion', ['PREPARING', 'READY', 'SCHEDULED', 'IN_DISCUSSION', 'DEFERRED']],
    ['waive-opinion', ['PREPARING', 'READY', 'SCHEDULED', 'IN_DISCUSSION', 'DEFERRED']],
    ['schedule', ['PREPARING', 'READY', 'DEFERRED']],
    ['start-plan', ['DECIDED']],
    ['reveal-identity', caseStates.schema.options],
  ])('%s fits only its states', (action, states) => {
    expect(statesOf(action)).toEqual(states);
  });

  it('a consent is recorded until the case has ended', () => {
    expect(caseStates.schema.options.filter((state) => !fitsState('record-consent', state))).toEqual([
      'REJECTED',
      'CLOSED',
      'WITHDRAWN',
      'DECEASED',
    ]);
  });

  it('are only those whose permission the person holds', () => {
    expect(actionsOpen(situation('TRIAGE'), (held) => held === 'case:triage')).toEqual([
      'change-departments',
      'accept',
      'request-information',
    ]);
    expect(actionsOpen(situation('TRIAGE'), () => false)).toEqual([]);
  });

  it.each<[CaseAction, CaseState, Partial<ActionSituation>]>([
    ['record-consent', 'TRIAGE', { consent: 'LASTING' }],
    ['give-opinion', 'PREPARING', { owesOpinion: false }],
    ['waive-opinion', 'PREPARING', { someOpinionOwed: false }],
    ['revoke-share', 'SCHEDULED', { isShared: false }],
    ['start-plan', 'DECIDED', { surgeryDecided: false }],
    ['start-plan', 'DECIDED', { hasPlan: true }],
    ['open-plan', 'PLAN_IN_PREPARATION', { hasPlan: false }],
  ])('%s is not offered in %s where %o', (action, state, change) => {
    const made = { [action === 'open-plan' ? 'hasPlan' : '']: action === 'open-plan' };
    expect(actionsOpen(situation(state, made), all)).toContain(action);
    expect(actionsOpen(situation(state, change), all)).not.toContain(action);
  });

  it('every act of the contract has a rule with a permission of the contract', () => {
    expect(Object.keys(actionRules).toSorted()).toEqual([...caseAction.options].toSorted());
    for (const rule of Object.values(actionRules)) expect(permission.options).toContain(rule.permission);
  });
});
