import { describe, expect, it } from 'vitest';
import {
  endedAfter,
  membershipState,
  refusedAdministrator,
  refusedMembership,
  withLastDay,
  type MembershipFacts,
  type WantedMembership,
} from './membership.rules.js';

const facts: MembershipFacts = {
  hostId: 'host',
  homeId: 'host',
  today: '2026-11-22',
  department: { hospitalId: 'host', isRetired: false },
  agreements: [{ validFrom: '2026-01-01', validTo: '2026-12-31' }],
  held: [],
};
const member: WantedMembership = {
  hospitalId: 'host',
  departmentId: 'urology',
  role: 'DEPT_MEMBER',
  posting: null,
  validFrom: '2026-11-22',
  validTo: null,
};
const guest: MembershipFacts = { ...facts, homeId: 'beichen' };
const posted: WantedMembership = { ...member, posting: 'SHORT', validTo: '2026-12-05' };
const refusals = (wanted: WantedMembership, given = facts) =>
  refusedMembership(wanted, given).map(({ field, code }) => `${field} ${code}`);

describe('a membership', () => {
  it('of own staff in a department of the hospital is given, with or without an end', () => {
    expect(refusals(member)).toEqual([]);
    expect(refusals({ ...member, validTo: '2026-11-22' })).toEqual([]);
  });

  it.each<[string, Partial<WantedMembership>, Partial<MembershipFacts>, string]>([
    ['needs a department where the role is held in one', { departmentId: null }, {}, 'departmentId required'],
    [
      'takes no department of another hospital',
      {},
      { department: { hospitalId: 'x', isRetired: false } },
      'departmentId unknown',
    ],
    [
      'takes no retired department',
      {},
      { department: { hospitalId: 'host', isRetired: true } },
      'departmentId unknown',
    ],
    ['takes no department that does not exist', {}, { department: undefined }, 'departmentId unknown'],
    [
      'at the host is no role of a remote expert',
      { role: 'REMOTE_EXPERT', departmentId: null },
      {},
      'role not-for-hospital',
    ],
    [
      'is never an administrator’s, which is given otherwise',
      { role: 'ADMIN', departmentId: null },
      {},
      'role not-for-hospital',
    ],
    ['is at one’s own hospital or the host', { hospitalId: 'other' }, {}, 'hospitalId not-of-hospital'],
    ['of own staff is no posting', { posting: 'LONG', validTo: '2026-12-01' }, {}, 'posting not-for-own-staff'],
    ['ends after it begins', { validFrom: '2026-12-02', validTo: '2026-12-01' }, {}, 'validTo before-start'],
    ['is not over already', { validFrom: '2026-01-01', validTo: '2026-11-21' }, {}, 'validTo in-the-past'],
  ])('%s', (_what, change, given, refusal) => {
    expect(refusals({ ...member, ...change }, { ...facts, ...given })).toEqual([refusal]);
  });

  it('is not given twice for the same days, and says for which', () => {
    const held = [{ ...member, validFrom: '2026-10-01', validTo: '2026-11-30' }];
    expect(refusedMembership(member, { ...facts, held })).toEqual([
      {
        field: 'role',
        code: 'overlaps',
        parameters: { period: { zh: '2026-10-01 至 2026-11-30', en: '2026-10-01 to 2026-11-30' } },
      },
    ]);
    expect(refusals({ ...member, validFrom: '2026-12-01' }, { ...facts, held })).toEqual([]);
    expect(refusals({ ...member, departmentId: 'icu' }, { ...facts, held })).toEqual([]);
    expect(
      refusals(member, { ...facts, held: [{ ...member, validFrom: '2026-11-22', validTo: '2026-11-21' }] }),
    ).toEqual([]);
  });
});

describe('a person of another hospital', () => {
  it('is an expert there, without a department', () => {
    expect(refusals({ ...member, hospitalId: 'beichen', role: 'REMOTE_EXPERT', departmentId: null }, guest)).toEqual(
      [],
    );
    expect(refusals({ ...member, hospitalId: 'beichen' }, guest)).toEqual([
      'role not-for-hospital',
      'departmentId unknown',
    ]);
  });

  it('is posted to the host within an agreement', () => {
    expect(refusals(posted, guest)).toEqual([]);
    expect(refusals({ ...posted, posting: null }, guest)).toEqual(['posting required']);
    expect(refusals(posted, { ...guest, agreements: [] })).toEqual(['validFrom no-agreement']);
    expect(refusals({ ...posted, validTo: '2027-01-01' }, guest)).toEqual(['validTo agreement-ends']);
  });

  it.each(['SHORT', 'AD_HOC'] as const)('needs a last day where the posting is %s', (posting) => {
    expect(refusals({ ...posted, posting, validTo: null }, guest)).toEqual(['validTo required']);
  });

  it('on a long posting without an end stays as long as the agreement that lasts longest', () => {
    const agreements = [...guest.agreements, { validFrom: '2026-06-01', validTo: '2027-05-31' }];
    const long = { ...posted, posting: 'LONG' as const, validTo: null };
    expect(withLastDay(long, { ...guest, agreements }).validTo).toBe('2027-05-31');
    expect(refusals(withLastDay(long, { ...guest, agreements }), { ...guest, agreements })).toEqual([]);
  });
});

describe('the role of an administrator', () => {
  const security = { ...member, departmentId: null, role: 'SECURITY_ADMIN' as const };
  const codes = (held: MembershipFacts['held'], homeId = 'host') =>
    refusedAdministrator(security, { ...facts, homeId, held }).map(({ code }) => code);

  it('is for staff of the host', () => {
    expect(codes([])).toEqual([]);
    expect(codes([], 'beichen')).toEqual(['not-for-hospital']);
  });

  it('is not held beside that of another administrator', () => {
    expect(codes([{ ...security, role: 'AUDITOR' }])).toEqual(['separate-administrators']);
    expect(codes([{ ...security, role: 'AUDITOR', validTo: '2026-11-21', validFrom: '2026-01-01' }])).toEqual([]);
    expect(codes([{ ...security, role: 'QC' }])).toEqual([]);
  });

  it('is not held twice', () => {
    expect(codes([security])).toEqual(['overlaps']);
  });
});

describe('ending a membership', () => {
  const held = { validFrom: '2026-01-01', validTo: null };
  it('is after a last day, which may be yesterday and not earlier', () => {
    expect(endedAfter(held, '2026-12-31', '2026-11-22')).toBe('2026-12-31');
    expect(endedAfter(held, '2026-11-21', '2026-11-22')).toBe('2026-11-21');
    expect(endedAfter(held, '2026-11-20', '2026-11-22')).toEqual({ field: 'lastDay', code: 'in-the-past' });
  });

  it('leaves an empty period where it had not begun or began today', () => {
    expect(endedAfter({ validFrom: '2026-12-10', validTo: null }, '2026-11-21', '2026-11-22')).toBe('2026-12-09');
    expect(endedAfter({ validFrom: '2026-11-22', validTo: null }, '2026-11-21', '2026-11-22')).toBe('2026-11-21');
  });

  it('never makes it longer', () => {
    expect(endedAfter({ validFrom: '2026-01-01', validTo: '2026-11-30' }, '2026-12-01', '2026-11-22')).toMatchObject({
      code: 'too-big',
      parameters: { max: '2026-11-29' },
    });
  });
});

it.each([
  ['2026-11-23', null, 'COMING'],
  ['2026-11-22', null, 'IN_FORCE'],
  ['2026-01-01', '2026-11-22', 'IN_FORCE'],
  ['2026-01-01', '2026-11-21', 'ENDED'],
  ['2026-11-22', '2026-11-21', 'CANCELLED'],
] as const)('a membership from %s to %s is %s on 22 November', (validFrom, validTo, state) => {
  expect(membershipState({ validFrom, validTo }, '2026-11-22')).toBe(state);
});
