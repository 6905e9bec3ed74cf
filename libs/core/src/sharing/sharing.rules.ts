/** Another hospital's opinion is due this long before the session, so that the brief can go round (default of the centre). */
export const OPINION_BEFORE_SESSION_HOURS = 20;
/** A share stays open this long after the session, for the signed report of the linked hospital (default of the centre). */
export const ACCESS_AFTER_SESSION_HOURS = 48;

const HOUR = 3_600_000;

/** When a remote opinion is due: 20 h before the session, or half way to it where that has passed. Never in the past. */
export function remoteOpinionDueAt(now: Date, sessionStartsAt: Date): Date {
  const usual = sessionStartsAt.getTime() - OPINION_BEFORE_SESSION_HOURS * HOUR;
  if (usual > now.getTime()) return new Date(usual);
  return new Date(Math.max(now.getTime(), (now.getTime() + sessionStartsAt.getTime()) / 2));
}

/** Until when the case may be opened at the other hospital. */
export const accessUntil = (sessionEndsAt: Date): Date =>
  new Date(sessionEndsAt.getTime() + ACCESS_AFTER_SESSION_HOURS * HOUR);

/** Digits and consonants only, without look-alikes: nothing that could be read as a word or a name. */
export const PX_ALPHABET = '0123456789BCDFGHJKMNPQRSTVWXYZ';
/** The shortest and the longest code, in characters after `PX-`. */
export const PX_LENGTHS = { least: 4, most: 6 } as const;

/** A code from a source of random numbers: `random(n)` gives a whole number from 0 up to, but not, n. */
export function pxCodeOf(random: (below: number) => number, length: number = PX_LENGTHS.least): string {
  return `PX-${Array.from({ length }, () => PX_ALPHABET[random(PX_ALPHABET.length)] ?? '').join('')}`;
}
