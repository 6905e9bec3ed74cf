import {
  isAdministratorRole,
  isDepartmentRole,
  isPartnerRole,
  type MembershipState,
  type PostingKind,
  type Role,
} from '@consilium/contracts';
import { DateTime } from 'luxon';

/** Days as YYYY-MM-DD, which sort as they follow each other. Both ends are in force. */
export interface Period {
  validFrom: string;
  validTo: string | null;
}

export interface HeldMembership extends Period {
  hospitalId: string;
  departmentId: string | null;
  role: Role;
}

export interface WantedMembership extends HeldMembership {
  posting: PostingKind | null;
}

/** What the house knows of a person and their hospital, for checking a membership against. */
export interface MembershipFacts {
  hostId: string;
  /** The hospital the person is employed by. */
  homeId: string;
  /** Today at the host. */
  today: string;
  /** The department that is named, of which hospital and whether it may still be chosen. */
  department: { hospitalId: string; isRetired: boolean } | undefined;
  /** Agreements of the host with the person's hospital that allow postings. */
  agreements: readonly { validFrom: string; validTo: string }[];
  held: readonly HeldMembership[];
}

export interface RefusedField {
  field: string;
  code:
    | 'required'
    | 'unknown'
    | 'before-start'
    | 'in-the-past'
    | 'too-big'
    | 'overlaps'
    | 'not-of-hospital'
    | 'not-for-hospital'
    | 'not-for-role'
    | 'not-for-own-staff'
    | 'no-agreement'
    | 'agreement-ends'
    | 'separate-administrators'
    | 'not-a-doctor';
  parameters?: Record<string, string | { zh: string; en: string }>;
}

export const dayBefore = (day: string): string => DateTime.fromISO(day).minus({ days: 1 }).toISODate() ?? day;
export const dayAfter = (day: string, days: number): string => DateTime.fromISO(day).plus({ days }).toISODate() ?? day;

/** Whether a period holds no day at all: it was taken back on its first day, or before. */
const isEmpty = ({ validFrom, validTo }: Period): boolean => validTo !== null && validTo < validFrom;

export const overlap = (one: Period, other: Period): boolean =>
  !isEmpty(one) &&
  !isEmpty(other) &&
  (one.validTo === null || other.validFrom <= one.validTo) &&
  (other.validTo === null || one.validFrom <= other.validTo);

export function membershipState(held: Period, today: string, isLapsed = false): MembershipState {
  if (isEmpty(held)) return 'CANCELLED';
  if (held.validTo !== null && held.validTo < today) return 'ENDED';
  if (held.validFrom > today) return 'COMING';
  return isLapsed ? 'LAPSED' : 'IN_FORCE';
}

/**
 * The membership as it is kept: a long posting without an end lasts as long as the agreement under which somebody is posted, and is renewed
 * with it. So no posting is ever without a last day.
 */
export function withLastDay(wanted: WantedMembership, { agreements }: MembershipFacts): WantedMembership {
  if (wanted.posting !== 'LONG' || wanted.validTo !== null) return wanted;
  return { ...wanted, validTo: agreementAt(agreements, wanted.validFrom)?.validTo ?? null };
}

/** Everything that is wrong with a membership, each at its field; empty when it can be given. */
export function refusedMembership(wanted: WantedMembership, facts: MembershipFacts): RefusedField[] {
  return [...refusedPlace(wanted, facts), ...refusedPeriod(wanted, facts), ...refusedOverlap(wanted, facts)];
}

function refusedPlace(wanted: WantedMembership, { hostId, homeId, department }: MembershipFacts): RefusedField[] {
  const { hospitalId, departmentId, role, posting } = wanted;
  if (hospitalId !== hostId && hospitalId !== homeId) return [{ field: 'hospitalId', code: 'not-of-hospital' }];
  const isAtHost = hospitalId === hostId;
  const isPosted = isAtHost && homeId !== hostId;
  const refused: RefusedField[] = [];
  if (isAtHost === isPartnerRole(role) || isAdministratorRole(role))
    refused.push({ field: 'role', code: 'not-for-hospital' });
  if (departmentId === null) {
    if (isAtHost && isDepartmentRole(role)) refused.push({ field: 'departmentId', code: 'required' });
  } else if (isPartnerRole(role)) refused.push({ field: 'departmentId', code: 'not-for-role' });
  else if (department?.hospitalId !== hospitalId || department.isRetired)
    refused.push({ field: 'departmentId', code: 'unknown' });
  if (isPosted && posting === null) refused.push({ field: 'posting', code: 'required' });
  if (!isPosted && posting !== null) refused.push({ field: 'posting', code: 'not-for-own-staff' });
  return refused;
}

function refusedPeriod(wanted: WantedMembership, { today, agreements }: MembershipFacts): RefusedField[] {
  const { posting, validFrom, validTo } = wanted;
  const refused = refusedDays(wanted, today);
  if (posting === null) return refused;
  const agreement = agreementAt(agreements, validFrom);
  if (!agreement) refused.push({ field: 'validFrom', code: 'no-agreement' });
  if (validTo === null) {
    if (posting !== 'LONG') refused.push({ field: 'validTo', code: 'required' });
  } else if (agreement && validTo > agreement.validTo)
    refused.push({ field: 'validTo', code: 'agreement-ends', parameters: { day: agreement.validTo } });
  return refused;
}

/** Of the agreements in force on a day the one that lasts longest. */
const agreementAt = (agreements: MembershipFacts['agreements'], day: string) =>
  agreements
    .filter(({ validFrom, validTo }) => validFrom <= day && day <= validTo)
    .reduce<{ validTo: string } | undefined>(
      (longest, one) => (longest && longest.validTo >= one.validTo ? longest : one),
      undefined,
    );

/** A period must hold a day, and not be over. */
export function refusedDays({ validFrom, validTo }: Period, today: string): RefusedField[] {
  if (validTo === null) return [];
  if (validTo < validFrom) return [{ field: 'validTo', code: 'before-start' }];
  return validTo < today ? [{ field: 'validTo', code: 'in-the-past' }] : [];
}

const periodWords = ({ validFrom, validTo }: Period) => ({
  zh: validTo === null ? `${validFrom} 起` : `${validFrom} 至 ${validTo}`,
  en: validTo === null ? `${validFrom} on` : `${validFrom} to ${validTo}`,
});

/** The refusal of a period that overlaps one of these, at the field that names what is the same. */
export function refusedOverlapOf(wanted: Period, held: readonly Period[], field: string): RefusedField[] {
  const same = held.find((one) => overlap(one, wanted));
  return same ? [{ field, code: 'overlaps', parameters: { period: periodWords(same) } }] : [];
}

function refusedOverlap(wanted: WantedMembership, { held }: MembershipFacts): RefusedField[] {
  const same = held.filter(
    (one) =>
      one.hospitalId === wanted.hospitalId && one.departmentId === wanted.departmentId && one.role === wanted.role,
  );
  return refusedOverlapOf(wanted, same, 'role');
}

/**
 * The role of an administrator: at the host, of its own staff, and none beside another. The three are different people (GB/T 22239-2019, level
 * three: system, security and audit administrators apart); only the first administrator of an empty installation begins with two.
 */
export function refusedAdministrator(
  wanted: HeldMembership,
  { hostId, homeId, today, held }: Pick<MembershipFacts, 'hostId' | 'homeId' | 'today' | 'held'>,
): RefusedField[] {
  if (homeId !== hostId) return [{ field: 'role', code: 'not-for-hospital' }];
  const others = held.filter(({ role }) => role !== wanted.role && isAdministratorRole(role));
  if (others.some((one) => overlap(one, wanted))) return [{ field: 'role', code: 'separate-administrators' }];
  return [
    ...refusedDays(wanted, today),
    ...refusedOverlapOf(
      wanted,
      held.filter(({ role }) => role === wanted.role),
      'role',
    ),
  ];
}

/**
 * The last day of a membership that is ended: the day asked for; of one that has not begun by then, the day before it begins. Yesterday ends
 * it at once. It can only become shorter.
 */
export function endedAfter(held: Period, lastDay: string, today: string): string | RefusedField {
  if (lastDay < dayBefore(today)) return { field: 'lastDay', code: 'in-the-past' };
  if (held.validTo !== null && lastDay >= held.validTo)
    return { field: 'lastDay', code: 'too-big', parameters: { max: dayBefore(held.validTo) } };
  const earliest = dayBefore(held.validFrom);
  return lastDay < earliest ? earliest : lastDay;
}
