import type { Role, SignInMethod } from '@consilium/contracts';

/** After five failures an account rests for 15 minutes, then twice as long for every further five. */
const FAILURES_ALLOWED = 5;
const FIRST_LOCK_MINUTES = 15;

/** Until when an account is locked after this many failures in a row; undefined while it is open. */
export function lockedUntil(failures: number, now: Date): Date | undefined {
  if (failures === 0 || failures % FAILURES_ALLOWED !== 0) return undefined;
  const minutes = FIRST_LOCK_MINUTES * 2 ** (failures / FAILURES_ALLOWED - 1);
  return new Date(now.getTime() + Math.min(minutes, 24 * 60) * 60_000);
}

/** Roles that reach from outside the house, or over it: their local accounts need a one-time code. */
const ROLES_WITH_CODE: readonly Role[] = ['REMOTE_EXPERT', 'REMOTE_COORDINATOR', 'ADMIN', 'SECURITY_ADMIN', 'AUDITOR'];

/** Whether one of the roles asks for a one-time code at sign-in with a local account. */
export const needsOneTimeCode = (roles: Iterable<Role>): boolean =>
  [...roles].some((role) => ROLES_WITH_CODE.includes(role));

/**
 * Whether somebody must set up a one-time code before anything else. By single sign-on only who has shown a second factor there comes this
 * far; an invitation works once, for one session, and ends with it.
 */
export const mustEnrol = (method: SignInMethod, roles: Iterable<Role>, enrolled: boolean): boolean =>
  !enrolled && (method === 'PASSWORD' || method === 'SETUP_LINK') && needsOneTimeCode(roles);

/**
 * Whether a sign-in was made with the password alone while the person has a one-time code: it is not good any more. Somebody who had only the
 * password may not wait until the person sets up the code that would have kept them out.
 */
export const lacksCode = (signIn: { method: SignInMethod; enrolled: boolean; codeShown: boolean }): boolean =>
  signIn.enrolled && !signIn.codeShown && (signIn.method === 'PASSWORD' || signIn.method === 'SETUP_LINK');

/** Whether a role asks for a second factor and single sign-on has not shown any. */
export const lacksSecondFactor = (
  signIn: { method: SignInMethod; codeShown: boolean },
  roles: Iterable<Role>,
): boolean => signIn.method === 'SINGLE_SIGN_ON' && !signIn.codeShown && needsOneTimeCode(roles);

/** A browser stays signed in for 12 hours at most. */
export const SIGN_IN_HOURS = 12;
/** After this long without a touch the screen locks and only the password opens it. */
export const LOCK_MINUTES = 10;

/**
 * Minutes without use after which a sign-in ends: 30, and 15 for people of other hospitals. One made by an invitation, whose link works only
 * once, lasts for an hour: who listens to a long discussion touches nothing.
 */
export const idleMinutes = (method: SignInMethod, isHost: boolean): number =>
  method === 'INVITATION' ? 60 : isHost ? 30 : 15;

/** Minutes without a touch after which the screen locks; null where there is no password to open it again. */
export const lockMinutes = (method: SignInMethod): number | null => (method === 'INVITATION' ? null : LOCK_MINUTES);
