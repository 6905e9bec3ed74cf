import { describe, expect, it } from 'vitest';
import { isEvidence, mayTurnStale, reconfirmDueAt } from './stale-opinions.rules.js';

const now = new Date('2026-11-20T02:00:00Z');
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

describe('an opinion after which the record changed', () => {
  it.each([
    ['a day later where no session is near', null, 24],
    ['a day later where the session is far', inHours(80), 24],
    ['20 hours before a session that is sooner', inHours(30), 10],
    ['never in less than four hours', inHours(12), 4],
    ['in four hours where the session has begun', inHours(-1), 4],
  ])('is to be confirmed %s', (_what, session, hours) => {
    expect(reconfirmDueAt(now, session)).toEqual(inHours(hours));
  });

  it('rests on imaging, pathology, stage and structures, and on nothing else of the record', () => {
    expect(['imaging', 'pathology', 'staging', 'structures'].every((one) => isEvidence(one as 'imaging'))).toBe(true);
    expect(['status', 'laboratory', 'wishes', 'outcome'].some((one) => isEvidence(one as 'imaging'))).toBe(false);
  });

  it.each([
    ['while the round is open', 'SCHEDULED', false, true],
    ['not once the round is closed', 'DECIDED', true, false],
    ['not once the case has ended', 'WITHDRAWN', false, false],
  ] as const)('is asked for again %s', (_when, state, roundClosed, expected) => {
    expect(mayTurnStale({ state, roundClosed })).toBe(expected);
  });
});
