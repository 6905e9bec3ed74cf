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
 * Whether somebody must set up a one-time code before anything else. Single sign-on answers for its own second factor; an invitation is
 * for one session and ends with it.
 */
export const mustEnrol = (method: SignInMethod, roles: Iterable<Role>, enrolled: boolean): boolean =>
  !enrolled && (method === 'PASSWORD' || method === 'SETUP_LINK') && needsOneTimeCode(roles);

/** A browser stays signed in for 12 hours at most. */
export const SIGN_IN_HOURS = 12;
/** After this long without a touch the screen locks and only the password opens it. */
export const LOCK_MINUTES = 10;

/**
 * Minutes without use after which a sign-in ends: 30, and 15 for people of other hospitals. One made by an invitation, whose link works only
 * once, lasts as long as the invitation does: null.
 */
export const idleMinutes = (method: SignInMethod, isHost: boolean): number | null =>
  method === 'INVITATION' ? null : isHost ? 30 : 15;

/** Minutes without a touch after which the screen locks; null where there is no password to open it again. */
export const lockMinutes = (method: SignInMethod): number | null => (method === 'INVITATION' ? null : LOCK_MINUTES);
