import { roles, type Role } from '@consilium/contracts';
import { describe, expect, it } from 'vitest';
import { idleMinutes, lacksCode, lockedUntil, lockMinutes, mustEnrol, needsOneTimeCode } from './sign-in.rules.js';

const now = new Date('2026-11-18T01:00:00Z');
const minutesLocked = (failures: number) => {
  const until = lockedUntil(failures, now);
  return until && (until.getTime() - now.getTime()) / 60_000;
};

describe('the lockout', () => {
  it('comes with the fifth failure, for 15 minutes, and doubles with every further five', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 9, 10, 15, 20].map(minutesLocked)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      15,
      undefined,
      undefined,
      30,
      60,
      120,
    ]);
  });

  it('never lasts longer than a day', () => {
    expect(minutesLocked(500)).toBe(24 * 60);
  });
});

describe('the one-time code', () => {
  it('is asked of people of other hospitals and of the three administrators, and of nobody else', () => {
    const asked = (Object.keys(roles.labels) as Role[]).filter((role) => needsOneTimeCode([role]));
    expect(asked).toEqual(['REMOTE_EXPERT', 'REMOTE_COORDINATOR', 'AUDITOR', 'SECURITY_ADMIN', 'ADMIN']);
  });

  it('is asked of a surgeon who is also an administrator', () => {
    expect(needsOneTimeCode(['CASE_OWNER', 'ADMIN'])).toBe(true);
  });

  it('must be set up first where a local account needs one, not after single sign-on or by invitation', () => {
    expect(mustEnrol('PASSWORD', ['ADMIN'], false)).toBe(true);
    expect(mustEnrol('SETUP_LINK', ['ADMIN'], false)).toBe(true);
    expect(mustEnrol('PASSWORD', ['ADMIN'], true)).toBe(false);
    expect(mustEnrol('PASSWORD', ['COORDINATOR'], false)).toBe(false);
    expect(mustEnrol('SINGLE_SIGN_ON', ['ADMIN'], false)).toBe(false);
    expect(mustEnrol('INVITATION', ['REMOTE_EXPERT'], false)).toBe(false);
  });
});

describe('a sign-in with the password alone', () => {
  const signIn = { method: 'PASSWORD', enrolled: true, codeShown: false } as const;
  it('is good only while the person has no one-time code', () => {
    expect(lacksCode(signIn)).toBe(true);
    expect(lacksCode({ ...signIn, method: 'SETUP_LINK' })).toBe(true);
    expect(lacksCode({ ...signIn, enrolled: false })).toBe(false);
    expect(lacksCode({ ...signIn, codeShown: true })).toBe(false);
  });

  it('is not what an invitation or single sign-on makes', () => {
    expect(lacksCode({ ...signIn, method: 'INVITATION' })).toBe(false);
    expect(lacksCode({ ...signIn, method: 'SINGLE_SIGN_ON' })).toBe(false);
  });
});

describe('being idle', () => {
  it('ends a sign-in after half an hour, after a quarter for people of other hospitals', () => {
    expect(idleMinutes('PASSWORD', true)).toBe(30);
    expect(idleMinutes('SINGLE_SIGN_ON', true)).toBe(30);
    expect(idleMinutes('PASSWORD', false)).toBe(15);
  });

  it('locks the screen after ten minutes, except of a guest, who has no password to open it with', () => {
    expect(lockMinutes('PASSWORD')).toBe(10);
    expect(lockMinutes('INVITATION')).toBeNull();
    expect(idleMinutes('INVITATION', false)).toBe(60);
  });
});
