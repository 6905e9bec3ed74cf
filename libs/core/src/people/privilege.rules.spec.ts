import { describe, expect, it } from 'vitest';
import { privilegeState, refusedPrivilege, type HeldPrivilege } from './privilege.rules.js';

const wanted: HeldPrivilege = {
  procedureCode: null,
  procedureName: '',
  level: 4,
  validFrom: '2026-11-22',
  validTo: '2027-11-21',
};
const facts = {
  title: 'CHIEF' as const,
  today: '2026-11-22',
  knownCodes: new Set(['sacrectomy']),
  held: [],
  isStaff: true,
};
const codes = (change: Partial<HeldPrivilege>, given: Partial<Parameters<typeof refusedPrivilege>[1]> = {}) =>
  refusedPrivilege({ ...wanted, ...change }, { ...facts, ...given }).map(({ field, code }) => `${field} ${code}`);

describe('a surgical privilege', () => {
  it('is granted to a doctor of the staff', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ procedureCode: 'sacrectomy' })).toEqual([]);
    expect(codes({}, { title: 'NURSE' })).toEqual(['level not-a-doctor']);
    expect(codes({}, { isStaff: false })).toEqual(['level not-of-hospital']);
  });

  it('names an operation the catalogue has', () => {
    expect(codes({ procedureCode: 'nothing' })).toEqual(['procedureCode unknown']);
  });

  it('is for days to come', () => {
    expect(codes({ validTo: '2026-11-21' })).toEqual(['validTo before-start']);
    expect(codes({ validFrom: '2025-01-01', validTo: '2026-11-21' })).toEqual(['validTo in-the-past']);
  });

  it('is not granted twice for the same days, but for another level or operation', () => {
    expect(codes({}, { held: [wanted] })).toEqual(['validFrom overlaps']);
    expect(codes({ level: 3 }, { held: [wanted] })).toEqual([]);
    expect(codes({ procedureCode: 'sacrectomy' }, { held: [wanted] })).toEqual([]);
  });
});

it.each([
  ['2026-11-23', '2027-11-22', false, 'COMING'],
  ['2026-01-01', '2027-01-22', false, 'VALID'],
  ['2026-01-01', '2027-01-21', false, 'EXPIRING'],
  ['2026-01-01', '2026-11-22', false, 'EXPIRING'],
  ['2026-01-01', '2026-11-21', false, 'EXPIRED'],
  ['2026-01-01', '2027-11-21', true, 'WITHDRAWN'],
] as const)(
  'a privilege from %s to %s, withdrawn: %s, is %s on 22 November',
  (validFrom, validTo, isWithdrawn, state) => {
    expect(privilegeState({ validFrom, validTo, isWithdrawn }, '2026-11-22')).toBe(state);
  },
);
