import { describe, expect, it } from 'vitest';
import { seesOthersOpinions, type OpinionSight } from './opinion-sight.rules.js';

const blindRound: OpinionSight = {
  blind: true,
  roundClosed: false,
  state: 'PREPARING',
  oversees: false,
  own: ['OWED'],
};

describe("others' opinions", () => {
  it.each<[string, boolean, Partial<OpinionSight>]>([
    ['are open to all where the round is not blind', true, { blind: false }],
    ['are kept back from a department that has not answered', false, {}],
    ['are kept back from a department that only has a draft', false, { own: ['DRAFTING'] }],
    ['are shown once the own department has answered', true, { own: ['GIVEN'] }],
    ['stay in sight of a department that is asked to confirm again', true, { own: ['STALE'] }],
    ['are shown to a department that was excused', true, { own: ['WAIVED'] }],
    ['are kept back until all own departments have answered', false, { own: ['GIVEN', 'OWED'] }],
    ['are kept back from who belongs to no department taking part', false, { own: [] }],
    ['are shown to coordinator and chair', true, { oversees: true, own: [] }],
    ['are still kept back while the case waits for its session', false, { state: 'SCHEDULED' }],
    ['are shown once the discussion has begun', true, { state: 'IN_DISCUSSION' }],
    ['are shown once the round is closed', true, { roundClosed: true }],
  ])('%s', (_what, expected, change) => {
    expect(seesOthersOpinions({ ...blindRound, ...change })).toBe(expected);
  });
});
