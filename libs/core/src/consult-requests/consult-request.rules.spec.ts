import { consultAction, consultStates, type ConsultAction, type ConsultState } from '@consilium/contracts';
import { describe, expect, it } from 'vitest';
import {
  consultDueAt,
  consultTransitions,
  obstacleTo,
  recordLimitAt,
  type ConsultObstacle,
  type ConsultStanding,
} from './consult-request.rules.js';

/** Friday evening before a weekend, at the campus. */
const FRIDAY_NIGHT = new Date('2026-11-20T15:50:00Z');
const minutesTo = (due: Date) => (due.getTime() - FRIDAY_NIGHT.getTime()) / 60_000;

const request = (changes: Partial<ConsultStanding> = {}): ConsultStanding => ({
  state: 'ACCEPTED',
  urgency: 'ROUTINE',
  consultantId: 'consultant',
  requesterId: 'requester',
  ...changes,
});
const obstacle = (
  action: ConsultAction,
  of: Partial<ConsultStanding>,
  personId = 'consultant',
  title = 'CHIEF' as const,
) => obstacleTo(action, request(of), { personId, title });

describe('the clocks of a consult', () => {
  it('run through nights and weekends: 10 minutes on site, 24 hours to complete, 48 for the record at the latest', () => {
    expect(minutesTo(consultDueAt(FRIDAY_NIGHT, 'URGENT'))).toBe(10);
    expect(minutesTo(consultDueAt(FRIDAY_NIGHT, 'ROUTINE'))).toBe(24 * 60);
    expect(minutesTo(recordLimitAt(FRIDAY_NIGHT))).toBe(48 * 60);
  });
});

describe('the way of a consult request', () => {
  it('goes only where the table says', () => {
    const ways = consultAction.options.flatMap((action) =>
      consultTransitions[action].from.map((from) => `${from} → ${consultTransitions[action].to}`),
    );
    expect(ways.toSorted()).toEqual([
      'ACCEPTED → ANSWERED',
      'ACCEPTED → ARRIVED',
      'ACCEPTED → CANCELLED',
      'ACCEPTED → DECLINED',
      'ACCEPTED → SENT',
      'ANSWERED → CLOSED',
      'ARRIVED → ANSWERED',
      'ARRIVED → CANCELLED',
      'ARRIVED → SENT',
      'SENT → ACCEPTED',
      'SENT → CANCELLED',
      'SENT → DECLINED',
      'SENT → SENT',
    ]);
  });

  it.each(['CLOSED', 'DECLINED', 'CANCELLED'] as const)('has come to its end when it is %s', (state: ConsultState) => {
    for (const action of consultAction.options) expect(obstacle(action, { state })).toBe('wrong-state');
    expect(consultStates.schema.options).toContain(state);
  });

  it.each<[string, ConsultObstacle | undefined, ConsultObstacle | undefined]>([
    ['CHIEF', undefined, undefined],
    ['ATTENDING', undefined, undefined],
    ['RESIDENT', 'not-attending', undefined],
    ['NURSE', 'not-attending', undefined],
  ])('is taken by a %s: routine %s, urgent %s', (title, routine, urgent) => {
    const taken = (urgency: 'ROUTINE' | 'URGENT') =>
      obstacle('accept', { state: 'SENT', urgency, consultantId: null }, 'somebody', title as 'CHIEF');
    expect([taken('ROUTINE'), taken('URGENT')]).toEqual([routine, urgent]);
  });

  it('is answered by who took it, an urgent one after arriving', () => {
    expect(obstacle('answer', {})).toBeUndefined();
    expect(obstacle('answer', {}, 'colleague')).toBe('not-consultant');
    expect(obstacle('answer', { urgency: 'URGENT' })).toBe('not-on-site');
    expect(obstacle('answer', { urgency: 'URGENT', state: 'ARRIVED' })).toBeUndefined();
  });

  it('has its arrival told by the consultant or by who asked, and by nobody else', () => {
    expect(obstacle('arrive', {})).toBeUndefined();
    expect(obstacle('arrive', {}, 'requester')).toBeUndefined();
    expect(obstacle('arrive', {}, 'colleague')).toBe('not-consultant');
  });
});
