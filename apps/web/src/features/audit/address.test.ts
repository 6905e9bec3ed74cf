import { afterEach, describe, expect, it } from 'vitest';
import { setHospitalZone } from '../../lib/time';
import { addressFrom, filtersOf } from './address';
import { startOfDay } from '../../lib/wall-time';

describe('the address of the audit log', () => {
  afterEach(() => setHospitalZone('Asia/Shanghai'));

  it('takes filters by their form and leaves out what somebody typed into it', () => {
    expect(
      addressFrom({ case: 'P26-0187', action: 'identity.revealed', outcome: 'REFUSED', from: '2026-11-18', line: '7' }),
    ).toEqual({ case: 'P26-0187', action: 'identity.revealed', outcome: 'REFUSED', from: '2026-11-18', line: '7' });
    expect(
      addressFrom({ actor: '张三', case: '张三', action: 'x', outcome: 'ALL', from: '18.11.', line: 'a' }),
    ).toEqual({});
  });

  it('asks from the beginning of the first day to the end of the last, in the hospital’s zone', () => {
    expect(filtersOf({ from: '2026-11-18', to: '2026-11-18', line: '7' })).toEqual({
      from: '2026-11-17T16:00:00.000Z',
      to: '2026-11-18T16:00:00.000Z',
    });
    setHospitalZone('Europe/London');
    expect(startOfDay('2026-07-01')).toBe('2026-06-30T23:00:00.000Z');
  });
});
