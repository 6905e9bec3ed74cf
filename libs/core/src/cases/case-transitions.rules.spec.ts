import { caseStates, type CaseState } from '@consilium/contracts';
import { describe, expect, it } from 'vitest';
import { caseTransitions, endedStates, isEnded, mayMove, openStates } from './case-transitions.rules.js';

/** The ways a case may go, written down once more beside the table, from the centre's process. */
const ALLOWED = `
  DRAFT: REFERRED
  REFERRED: TRIAGE
  TRIAGE: NEEDS_INFO REJECTED PREPARING
  NEEDS_INFO: TRIAGE
  PREPARING: READY SCHEDULED
  READY: PREPARING SCHEDULED
  SCHEDULED: IN_DISCUSSION READY PREPARING
  IN_DISCUSSION: DEFERRED DECISION_PENDING
  DEFERRED: PREPARING READY SCHEDULED
  DECISION_PENDING: DECIDED
  DECIDED: PLAN_IN_PREPARATION IN_TREATMENT TRIAGE
  PLAN_IN_PREPARATION: PLAN_APPROVED IN_TREATMENT TRIAGE
  PLAN_APPROVED: PLAN_IN_PREPARATION IN_TREATMENT TRIAGE
  IN_TREATMENT: FOLLOW_UP TRIAGE
  FOLLOW_UP: TRIAGE CLOSED
  CLOSED: TRIAGE
  ON_HOLD: TRIAGE DECIDED PLAN_IN_PREPARATION IN_TREATMENT FOLLOW_UP`;

const allowed = new Map(
  ALLOWED.trim()
    .split('\n')
    .map((line) => {
      const [from = '', to = ''] = line.trim().split(': ');
      return [from, to.split(' ')];
    }),
);
const states = caseStates.schema.options;
const ENDED: readonly CaseState[] = ['REJECTED', 'CLOSED', 'WITHDRAWN', 'DECEASED'];

const shouldMove = (from: CaseState, to: CaseState): boolean => {
  if (ENDED.includes(from)) return from === 'CLOSED' && to === 'TRIAGE';
  if (to === 'WITHDRAWN' || to === 'DECEASED') return true;
  if (to === 'ON_HOLD') return from !== 'ON_HOLD';
  return allowed.get(from)?.includes(to) ?? false;
};

describe('the way of a case through the centre', () => {
  it.each(states)('from %s it goes only where the process leads', (from) => {
    const reached = states.filter((to) => mayMove(from, to));
    expect(reached).toEqual(states.filter((to) => shouldMove(from, to)));
  });

  it('nothing leads out of an ended case, but a tumour that comes back opens a closed one', () => {
    for (const state of endedStates) expect(caseTransitions.get(state)).toEqual(state === 'CLOSED' ? ['TRIAGE'] : []);
    expect(states.filter(isEnded).toSorted()).toEqual([...ENDED].toSorted());
  });

  it('every state is either open or ended, and never both', () => {
    expect([...openStates, ...endedStates].toSorted()).toEqual([...states].toSorted());
  });

  it('every open state but the draft can be reached', () => {
    const reached = new Set([...caseTransitions.values()].flat());
    expect(states.filter((state) => !reached.has(state))).toEqual(['DRAFT']);
  });

  it('from referral a case can come to its close', () => {
    const way: CaseState[] = ['REFERRED'];
    for (const state of way)
      way.push(...(caseTransitions.get(state) ?? []).filter((next) => !way.includes(next) && next !== 'ON_HOLD'));
    expect(way).toContain('CLOSED');
  });
});
