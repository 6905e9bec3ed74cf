import {
  ALWAYS_SHARED,
  shareSections,
  type Bilingual,
  type FieldProblemCode,
  type ShareSection,
  type ShareState,
} from '@consilium/contracts';
import { DateTime } from 'luxon';

/** Why a field of what was asked is refused. */
interface Refused {
  field: string;
  code: FieldProblemCode;
  parameters?: Record<string, string | Bilingual>;
}

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

/** The instant at which a day (YYYY-MM-DD) is over at the campus. */
export const endOfDay = (day: string, timeZone: string): Date =>
  DateTime.fromISO(day, { zone: timeZone }).plus({ days: 1 }).startOf('day').toJSDate();

/** What a share stands on: neither may end before it does. */
export interface Ground {
  agreementNo: string;
  /** Last day of the agreement, YYYY-MM-DD. */
  agreementEndsOn: string;
  /** Last day of the consent, YYYY-MM-DD; null where it holds until it is withdrawn. */
  consentEndsOn: string | null;
  timeZone: string;
}

/** A share ends with the session's usual time, or earlier where the agreement or the consent does. */
export function expiryWithin(usual: Date, ground: Ground): Date {
  const ends = [ground.agreementEndsOn, ground.consentEndsOn].flatMap((day) =>
    day === null ? [] : [endOfDay(day, ground.timeZone).getTime()],
  );
  return new Date(Math.min(usual.getTime(), ...ends));
}

/** Why a share may not last until then, if so. */
export function refusedExpiry(until: Date, now: Date, ground: Ground): Refused | undefined {
  const field = 'expiresAt';
  if (until <= now) return { field, code: 'in-the-past' };
  if (until > endOfDay(ground.agreementEndsOn, ground.timeZone)) {
    const { agreementNo, agreementEndsOn: day } = ground;
    return { field, code: 'after-agreement', parameters: { agreementNo, day } };
  }
  if (ground.consentEndsOn !== null && until > endOfDay(ground.consentEndsOn, ground.timeZone))
    return { field, code: 'after-consent', parameters: { day: ground.consentEndsOn } };
  return undefined;
}

export interface Scope {
  sections: readonly ShareSection[];
  expiresAt: Date;
}

/** Whether a change gives the other hospital more than it had: more sections, or longer. */
export function widening(before: Scope, after: Scope): { sections: boolean; expiry: boolean } {
  return {
    sections: after.sections.some((section) => !before.sections.includes(section)),
    expiry: after.expiresAt > before.expiresAt,
  };
}

/** Sections that go with every share and are missing. */
export function refusedSections(sections: readonly ShareSection[], field = 'sections'): Refused[] {
  return ALWAYS_SHARED.filter((section) => !sections.includes(section)).map((section) => ({
    field,
    code: 'always-shared',
    parameters: { section: shareSections.labels[section] },
  }));
}

/** Each section once, in the order of the vocabulary. */
export const inOrder = (sections: readonly ShareSection[]): ShareSection[] =>
  shareSections.schema.options.filter((section) => sections.includes(section));

export function shareState(share: { expiresAt: Date; revokedAt: Date | null }, now: Date): ShareState {
  if (share.revokedAt !== null) return 'REVOKED';
  return share.expiresAt > now ? 'ACTIVE' : 'EXPIRED';
}
