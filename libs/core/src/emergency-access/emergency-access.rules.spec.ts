import { describe, expect, it } from 'vitest';
import { emergencyEndsAt, isOpen, obstacleTo, reviewDueAt } from './emergency-access.rules.js';

const at = (time: string) => new Date(`2026-11-${time}:00+08:00`);
const access = (change: object = {}) => ({
  endsAt: at('18T10:00'),
  endedAt: null,
  reviewedAt: null,
  ...change,
});

describe('emergency access', () => {
  it('lasts an hour and not an instant longer', () => {
    expect(emergencyEndsAt(at('18T09:00'))).toEqual(at('18T10:00'));
    expect(isOpen(access(), new Date(at('18T10:00').getTime() - 1))).toBe(true);
    expect(isOpen(access(), at('18T10:00'))).toBe(false);
  });

  it('is over once somebody ended it, however much time was left', () => {
    expect(isOpen(access({ endedAt: at('18T09:10') }), at('18T09:10'))).toBe(false);
  });

  it('is to be reviewed by the same time of the next working day, at the campus', () => {
    expect(reviewDueAt(at('18T23:30'), 'Asia/Shanghai')).toEqual(at('19T23:30'));
    expect(reviewDueAt(at('20T09:00'), 'Asia/Shanghai')).toEqual(at('23T09:00'));
    expect(reviewDueAt(at('21T02:00'), 'Asia/Shanghai')).toEqual(at('23T02:00'));
  });

  it('is ended while it is open, and reviewed once when it is over', () => {
    const ended = access({ endedAt: at('18T09:10') });
    const reviewed = access({ reviewedAt: at('19T09:00') });
    expect(obstacleTo('end', access(), at('18T09:30'))).toBeUndefined();
    expect(obstacleTo('end', access(), at('18T10:00'))).toBe('over');
    expect(obstacleTo('end', ended, at('18T09:30'))).toBe('over');
    expect(obstacleTo('review', access(), at('18T09:30'))).toBe('still-open');
    expect(obstacleTo('review', ended, at('18T09:30'))).toBeUndefined();
    expect(obstacleTo('review', access(), at('18T10:00'))).toBeUndefined();
    expect(obstacleTo('review', reviewed, at('19T10:00'))).toBe('reviewed');
  });
});
