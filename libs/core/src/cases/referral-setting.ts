import { structures } from '@consilium/catalog';
import type { ProposalRule, Referral } from '@consilium/contracts';
import { campusDay, yearsBetween } from '../clock/index.js';
import type { Transaction } from '../database/index.js';
import { campusZone } from '../organisations/index.js';
import { departmentsInRosterOrder, type HospitalDepartment } from './participants.js';
import { refusedOfReferral, type RefusedField } from './referral.rules.js';
import { rulesInForce } from './rules-in-force.js';

const STRUCTURE_CODES: ReadonlySet<string> = new Set(structures.map(({ code }) => code));

/** What a referral meets at the hospital it comes to: the day it is there, its departments, and the rules that propose among them. */
export interface ReferralSetting {
  /** YYYY-MM-DD. */
  today: string;
  timeZone: string;
  departments: readonly HospitalDepartment[];
  rules: readonly ProposalRule[];
}

export async function referralSetting(tx: Transaction, hospitalId: string): Promise<ReferralSetting> {
  const timeZone = await campusZone(tx, hospitalId);
  const departments = await departmentsInRosterOrder(tx, hospitalId);
  const { rules } = await rulesInForce(tx, hospitalId);
  return { today: campusDay(tx.now, timeZone), timeZone, departments, rules };
}

/** The fields of a referral that are wrong at this hospital today. */
export const refusedInSetting = (
  referral: Referral,
  { today, departments }: Pick<ReferralSetting, 'today' | 'departments'>,
): RefusedField[] =>
  refusedOfReferral(referral, {
    today,
    ageYears: yearsBetween(referral.patient.birthDate, today),
    structureCodes: STRUCTURE_CODES,
    departmentIds: new Set(departments.map(({ id }) => id)),
  });
