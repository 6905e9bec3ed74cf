import { caseAction, caseGuardReasons, caseStates, type CaseState } from '@consilium/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEnded } from './case-states.rules.js';
import {
  beginningsOf,
  caseWays,
  standsInTheWay,
  stateAfterHold,
  type CaseStep,
  type CourseFacts,
} from './case-ways.rules.js';
import { roundReasonsFor } from './round-reasons.rules.js';

const nothing: CourseFacts = {
  direction: null,
  plan: null,
  missingForFollowUp: [],
  closingProposedBy: null,
  deathDiscussionOwed: false,
};

const PRIOR_DECISION: readonly CaseState[] = [
  'DRAFT',
  'REFERRED',
  'TRIAGE',
  'NEEDS_INFO',
  'PREPARING',
  'READY',
  'SCHEDULED',
];

describe('the table of ways', () => {
  it('says of every line where it comes from, and leads from somewhere to somewhere else', () => {
    for (const { from, to, basis, step } of caseWays) {
      expect(basis, step).not.toBe('');
      expect(from.length * to.length, step).toBeGreaterThan(0);
      expect(
        from.filter((state) => to.includes(state)),
        step,
      ).toEqual([]);
    }
  });

  it('knows an act by one name: what a person does is an action of the contract', () => {
    const byHand: CaseStep[] = ['reject', 'hold', 'resume', 'withdraw', 'record-death', 'start-treatment', 'close'];
    for (const step of byHand) expect(caseAction.safeParse(step).success).toBe(true);
  });

  it('never leads to treatment without a decision, however a case wanders', () => {
    const treatedUndecided = (picks: readonly number[]): boolean => {
      let state: CaseState = 'REFERRED';
      let heldFrom: CaseState = 'REFERRED';
      const been = new Set<CaseState>();
      for (const pick of picks) {
        const ways: CaseState[] = caseWays.filter(({ from }) => from.includes(state)).flatMap(({ to }) => to);
        const next: CaseState = ways[pick % ways.length] ?? state;
        if (next === 'ON_HOLD') heldFrom = state;
        // Of the ways out of a hold only the one that fits where the case stood is taken.
        state = state === 'ON_HOLD' && !isEnded(next) ? stateAfterHold(heldFrom) : next;
        been.add(state);
      }
      return (been.has('IN_TREATMENT') || been.has('FOLLOW_UP')) && !been.has('DECIDED');
    };
    const wandering = fc.array(fc.nat(), { minLength: 1, maxLength: 60 });
    expect(() => {
      fc.assert(fc.property(wandering, (picks) => !treatedUndecided(picks)));
    }).not.toThrow();
  });

  it('lets an open case be held, withdrawn and ended by death from anywhere, and an ended one from nowhere', () => {
    for (const state of caseStates.schema.options)
      for (const step of ['withdraw', 'record-death'] as const)
        expect(beginningsOf(step).includes(state), `${step} from ${state}`).toBe(!isEnded(state));
  });
});

describe('what stands in the way', () => {
  it.each<[CaseStep, CaseState, Partial<CourseFacts>, keyof typeof caseGuardReasons | null]>([
    ['hold', 'IN_DISCUSSION', {}, 'under-discussion'],
    ['withdraw', 'DECISION_PENDING', {}, 'under-discussion'],
    ['record-death', 'SCHEDULED', {}, null],
    ['start-treatment', 'DECIDED', { direction: 'SURGERY' }, 'decided-for-surgery'],
    ['start-treatment', 'DECIDED', { direction: 'MORE_TESTS' }, 'decided-for-tests'],
    ['start-treatment', 'DECIDED', { direction: 'SYSTEMIC' }, null],
    ['start-operation', 'PLAN_IN_PREPARATION', { plan: 'STAGED' }, 'plan-not-confirmed'],
    ['start-operation', 'PLAN_IN_PREPARATION', {}, 'plan-not-confirmed'],
    ['start-operation', 'PLAN_APPROVED', { plan: 'CONFIRMED' }, null],
    [
      'enter-follow-up',
      'IN_TREATMENT',
      { missingForFollowUp: [{ zh: '随访计划', en: 'plan' }] },
      'follow-up-incomplete',
    ],
    ['enter-follow-up', 'IN_TREATMENT', {}, null],
    ['close', 'FOLLOW_UP', {}, 'closing-not-proposed'],
    ['close', 'FOLLOW_UP', { closingProposedBy: 'me' }, 'closing-by-another'],
    ['close', 'FOLLOW_UP', { closingProposedBy: 'another' }, null],
  ])('of %s from %s with %o is %s', (step, state, facts, code) => {
    expect(standsInTheWay(step, { ...nothing, ...facts }, state, 'me')?.code ?? null).toBe(code);
  });
});

describe('the reasons for a new round', () => {
  it('fit what has happened: before treatment nothing can have come back or gone wrong', () => {
    expect(roundReasonsFor('DECIDED')).toEqual(['PROGRESSION', 'NEW_FACT']);
    expect(roundReasonsFor('FOLLOW_UP')).toContain('RECURRENCE');
    expect(roundReasonsFor('CLOSED')).not.toContain('RESPONSE_CHECK');
    expect(PRIOR_DECISION.filter((state) => beginningsOf('reopen-round').includes(state))).toEqual([]);
  });
});
