import { caseStates, type BoardColumn, type CaseState } from '@consilium/contracts';
import { describe, expect, it } from 'vitest';
import { columnOf, dueOf, type BoardSituation, type CardDues } from './board-column.rules.js';

const situation = (state: CaseState, change: Partial<BoardSituation> = {}): BoardSituation => ({
  state,
  heldFrom: null,
  own: 'GIVEN',
  opinionsMissing: false,
  operation: 'NONE',
  ...change,
});

describe("the column of a case on a department's board", () => {
  it.each<[string, BoardColumn | null, BoardSituation]>([
    ['owes an opinion in preparation', 'WAITING_ON_US', situation('PREPARING', { own: 'OWED', opinionsMissing: true })],
    ['is drafting its opinion', 'WAITING_ON_US', situation('PREPARING', { own: 'DRAFTING', opinionsMissing: true })],
    ['owes an opinion on a ready case', 'WAITING_ON_US', situation('READY', { own: 'OWED', opinionsMissing: true })],
    [
      'owes an opinion before the session',
      'WAITING_ON_US',
      situation('SCHEDULED', { own: 'OWED', opinionsMissing: true }),
    ],
    ['has answered while others have not', 'PREPARING', situation('PREPARING', { opinionsMissing: true })],
    ['was excused while others owe', 'PREPARING', situation('PREPARING', { own: 'WAIVED', opinionsMissing: true })],
    ['sees a ready case with optional opinions missing', 'PREPARING', situation('READY', { opinionsMissing: true })],
    ['sees a case with all opinions in', 'READY', situation('READY')],
    ['sees a case on an agenda', 'SCHEDULED', situation('SCHEDULED', { opinionsMissing: true })],
    ['did not answer before the discussion began', 'SCHEDULED', situation('IN_DISCUSSION', { own: 'OWED' })],
    ['did not answer before the case was deferred', 'PREPARING', situation('DEFERRED', { own: 'OWED' })],
    ['is proposed for a case in triage', 'PREPARING', situation('TRIAGE', { own: 'PROPOSED' })],
    ['sees a treatment without operation', 'DECIDED', situation('IN_TREATMENT')],
    ['sees the day of the operation', 'SURGERY_PLANNING', situation('IN_TREATMENT', { operation: 'AHEAD' })],
    [
      'sees a case on hold where it stood',
      'SURGERY_PLANNING',
      situation('ON_HOLD', { heldFrom: 'PLAN_IN_PREPARATION' }),
    ],
    ['sees a patient after the operation', 'FOLLOW_UP', situation('IN_TREATMENT', { operation: 'OVER' })],
  ])('where it %s', (_what, column, given) => {
    expect(columnOf(given)).toBe(column);
  });

  it.each<[BoardColumn | null, CaseState[]]>([
    ['PREPARING', ['DRAFT', 'REFERRED', 'TRIAGE', 'NEEDS_INFO', 'PREPARING', 'DEFERRED', 'ON_HOLD']],
    ['READY', ['READY']],
    ['SCHEDULED', ['SCHEDULED', 'IN_DISCUSSION']],
    ['DECIDED', ['DECISION_PENDING', 'DECIDED', 'IN_TREATMENT']],
    ['SURGERY_PLANNING', ['PLAN_IN_PREPARATION', 'PLAN_APPROVED']],
    ['FOLLOW_UP', ['FOLLOW_UP']],
    [null, ['REJECTED', 'CLOSED', 'WITHDRAWN', 'DECEASED']],
  ])('%s holds its states where nothing is owed', (column, states) => {
    const held = caseStates.schema.options.filter((state) => columnOf(situation(state)) === column);
    expect(held.toSorted()).toEqual(states.toSorted());
  });
});

describe('what a card waits for', () => {
  const dues: CardDues = {
    ownOpinion: 'own opinion',
    anyOpinion: 'any opinion',
    triage: 'triage',
    information: 'information',
    session: 'session',
    signature: 'signature',
    ownStage: 'own stage',
    operation: 'operation',
  };

  it.each<[BoardColumn, CaseState, string | null, string | null]>([
    ['WAITING_ON_US', 'PREPARING', 'OPINION', 'own opinion'],
    ['PREPARING', 'REFERRED', 'TRIAGE', 'triage'],
    ['PREPARING', 'TRIAGE', 'TRIAGE', 'triage'],
    ['PREPARING', 'NEEDS_INFO', 'INFORMATION', 'information'],
    ['PREPARING', 'PREPARING', 'OPINION', 'any opinion'],
    ['PREPARING', 'ON_HOLD', null, null],
    ['READY', 'READY', null, null],
    ['SCHEDULED', 'SCHEDULED', 'SESSION', 'session'],
    ['DECIDED', 'DECISION_PENDING', 'SIGNATURE', 'signature'],
    ['SURGERY_PLANNING', 'PLAN_IN_PREPARATION', 'STAGE', 'own stage'],
    ['FOLLOW_UP', 'FOLLOW_UP', null, null],
  ])('in %s and state %s', (column, state, dueKind, dueAt) => {
    expect(dueOf(column, state, dues)).toEqual({ dueKind, dueAt });
  });

  it('is the operation once the own stage is confirmed', () => {
    expect(dueOf('SURGERY_PLANNING', 'PLAN_APPROVED', { ...dues, ownStage: null })).toEqual({
      dueKind: 'OPERATION',
      dueAt: 'operation',
    });
  });

  it('names no kind where there is no time', () => {
    expect(dueOf('DECIDED', 'DECIDED', { ...dues, signature: null })).toEqual({ dueKind: null, dueAt: null });
  });
});
