import { afterEach, describe, expect, it } from 'vitest';
import { setHospitalZone } from '../../../lib/time';
import { instantOf, wallClock, workingDaysAhead } from './due-time';

afterEach(() => setHospitalZone('Asia/Shanghai'));

describe('due times', () => {
  it("are chosen on the hospital's clock, wherever the browser stands", () => {
    expect(wallClock('2026-11-18T06:00:00Z').format('YYYY-MM-DD HH:mm')).toBe('2026-11-18 14:00');
    expect(instantOf(wallClock('2026-11-18T06:00:00Z'))).toBe('2026-11-18T06:00:00.000Z');
    setHospitalZone('Asia/Urumqi');
    expect(wallClock('2026-11-18T06:00:00Z').format('HH:mm')).toBe('12:00');
  });

  it('are offered on working days', () => {
    const wednesday = new Date('2026-11-18T01:42:00Z');
    expect(workingDaysAhead(1, 17, wednesday)).toBe('2026-11-19T09:00:00.000Z');
    expect(workingDaysAhead(3, 17, wednesday)).toBe('2026-11-23T09:00:00.000Z');
  });

  it("count from the hospital's day, not from the day in Greenwich", () => {
    const earlyThursdayInShanghai = new Date('2026-11-18T17:00:00Z');
    expect(workingDaysAhead(1, 9, earlyThursdayInShanghai)).toBe('2026-11-20T01:00:00.000Z');
  });
});
