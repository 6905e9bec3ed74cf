import { recommendationStates, type RecommendationState } from '@consilium/contracts';
import { describe, expect, it } from 'vitest';
import { isOutcome, nextStates, outcomeDueAt, refusedReport } from './recommendation-states.rules.js';

const all = recommendationStates.schema.options;

describe('a recommendation', () => {
  it.each<[RecommendationState, RecommendationState, boolean]>([
    ['PROPOSED', 'ADOPTED', true],
    ['PROPOSED', 'DONE', true],
    ['ADOPTED', 'IN_PROGRESS', true],
    ['IN_PROGRESS', 'ADOPTED', false],
    ['DONE', 'NOT_DONE', true],
    ['DONE', 'IN_PROGRESS', false],
    ['UNKNOWN', 'DONE', true],
    ['UNKNOWN', 'IN_PROGRESS', true],
  ])('goes from %s to %s: %s', (from, to, expected) => {
    expect(nextStates[from].includes(to)).toBe(expected);
  });

  it('never goes back to being proposed, stays where it is, and always reaches every outcome', () => {
    for (const from of all) {
      expect(nextStates[from]).not.toContain('PROPOSED');
      expect(nextStates[from]).not.toContain(from);
      expect([...nextStates[from], from].filter(isOutcome).toSorted()).toEqual(all.filter(isOutcome).toSorted());
    }
  });

  it.each<[string, RecommendationState, Parameters<typeof refusedReport>[2], ReturnType<typeof refusedReport>]>([
    ['done needs no reason', 'DONE', null, null],
    ['not done needs one', 'NOT_DONE', null, 'reason-required'],
    ['partly done needs one', 'PARTLY', null, 'reason-required'],
    ['changed says why', 'CHANGED', 'NEW_FINDING', null],
    ['unknown has none', 'UNKNOWN', 'LOST', 'reason-not-asked'],
  ])('%s', (_what, to, reason, expected) => {
    expect(refusedReport('ADOPTED', to, reason)).toBe(expected);
  });

  it('is owed by the end of the working day it is due on, at the campus', () => {
    expect(outcomeDueAt('2026-11-27', 'Asia/Shanghai')).toEqual(new Date('2026-11-27T09:00:00Z'));
  });
});
