import { PRIVILEGE_WARNING_DAYS, type PrivilegeState, type Title } from '@consilium/contracts';
import { dayAfter, refusedDays, refusedOverlapOf, type RefusedField } from './membership.rules.js';

export interface HeldPrivilege {
  procedureCode: string | null;
  procedureName: string;
  level: number;
  validFrom: string;
  validTo: string;
}

/** How a privilege stands on a day at the hospital that granted it. It expires with the end of its last day. */
export function privilegeState(
  { validFrom, validTo, isWithdrawn }: { validFrom: string; validTo: string; isWithdrawn: boolean },
  today: string,
): PrivilegeState {
  if (isWithdrawn) return 'WITHDRAWN';
  if (validTo < today) return 'EXPIRED';
  if (validFrom > today) return 'COMING';
  return validTo <= dayAfter(today, PRIVILEGE_WARNING_DAYS) ? 'EXPIRING' : 'VALID';
}

const DOCTORS: readonly Title[] = ['CHIEF', 'ASSOCIATE_CHIEF', 'ATTENDING', 'RESIDENT'];

/** Everything that is wrong with a privilege to be granted; `held` are those not withdrawn. */
export function refusedPrivilege(
  wanted: HeldPrivilege,
  facts: {
    title: Title;
    today: string;
    knownCodes: ReadonlySet<string>;
    held: readonly HeldPrivilege[];
    /** Employed at the hospital or posted to it. */
    isStaff: boolean;
  },
): RefusedField[] {
  const { procedureCode, procedureName, level } = wanted;
  return [
    ...(DOCTORS.includes(facts.title) ? [] : [{ field: 'level', code: 'not-a-doctor' as const }]),
    ...(facts.isStaff ? [] : [{ field: 'level', code: 'not-of-hospital' as const }]),
    ...(procedureCode === null || facts.knownCodes.has(procedureCode)
      ? []
      : [{ field: 'procedureCode', code: 'unknown' as const }]),
    ...refusedDays(wanted, facts.today),
    ...refusedOverlapOf(
      wanted,
      facts.held.filter(
        (one) => one.procedureCode === procedureCode && one.procedureName === procedureName && one.level === level,
      ),
      'validFrom',
    ),
  ];
}
