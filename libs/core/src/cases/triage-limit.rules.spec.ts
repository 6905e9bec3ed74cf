import { describe, expect, it } from 'vitest';
import { triageDueAt, triageLimits } from './triage-limit.rules.js';

const SHANGHAI = 'Asia/Shanghai';
const due = (referredAt: string, urgency: 'ROUTINE' | 'URGENT', zone = SHANGHAI) =>
  triageDueAt(new Date(referredAt), urgency, zone).toISOString();

describe('when a referral must be triaged', () => {
  it.each([
    ['on a Wednesday', '2026-11-18T09:00:00+08:00', '2026-11-19T01:00:00.000Z'],
    ['on a Friday afternoon', '2026-11-20T16:30:00+08:00', '2026-11-23T08:30:00.000Z'],
    ['on a Saturday', '2026-11-21T10:00:00+08:00', '2026-11-23T02:00:00.000Z'],
    ['on a Sunday', '2026-11-22T10:00:00+08:00', '2026-11-23T02:00:00.000Z'],
    ['on a Friday that is still Thursday in London', '2026-11-20T02:00:00+08:00', '2026-11-22T18:00:00.000Z'],
  ])('a routine referral %s waits until the next working day', (_when, referredAt, expected) => {
    expect(due(referredAt, 'ROUTINE')).toBe(expected);
  });

  it('counts the days at the campus, not where the server stands', () => {
    // Friday 02:00 in Shanghai is Thursday evening in UTC, where the next day is a working day too.
    expect(due('2026-11-20T02:00:00+08:00', 'ROUTINE', 'UTC')).toBe('2026-11-20T18:00:00.000Z');
  });

  it('an urgent referral waits two hours, also at night and at the weekend', () => {
    expect(due('2026-11-21T23:30:00+08:00', 'URGENT')).toBe('2026-11-21T17:30:00.000Z');
  });

  it('every limit says where it comes from', () => {
    for (const { basis } of Object.values(triageLimits)) expect(basis).not.toBe('');
  });
});
