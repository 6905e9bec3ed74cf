/** After five failures an account rests for 15 minutes, then twice as long for every further five. */
const FAILURES_ALLOWED = 5;
const FIRST_LOCK_MINUTES = 15;

/** Until when an account is locked after this many failures in a row; undefined while it is open. */
export function lockedUntil(failures: number, now: Date): Date | undefined {
  if (failures === 0 || failures % FAILURES_ALLOWED !== 0) return undefined;
  const minutes = FIRST_LOCK_MINUTES * 2 ** (failures / FAILURES_ALLOWED - 1);
  return new Date(now.getTime() + Math.min(minutes, 24 * 60) * 60_000);
}

/** A browser stays signed in for 12 hours at most, and for 30 minutes without use (15 for people of other hospitals). */
export const SIGN_IN_HOURS = 12;
export const idleMinutes = (isHost: boolean): number => (isHost ? 30 : 15);
