import type {
  ClinicalRecord,
  ParticipationReason,
  ProposalRequest,
  ProposalRule,
  ProposedDepartment,
  Referral,
} from '@consilium/contracts';
import type { Transaction } from '../database/index.js';
import { proposeDepartments } from './department-proposal.rules.js';
import { Participation } from './participation.entity.js';

export interface HospitalDepartment {
  id: string;
  code: string;
}

/** Departments of a hospital in use, in the order of its centre's roster; with a round also the retired ones that take part in it already. */
export async function departmentsInRosterOrder(
  tx: Transaction,
  hospitalId: string,
  roundId?: string,
): Promise<HospitalDepartment[]> {
  return tx.query<HospitalDepartment>(
    `SELECT d.id, d.code FROM departments d
       LEFT JOIN center_departments cd ON cd.department_id = d.id
         AND cd.center_id = (SELECT id FROM centers WHERE hospital_id = $1 ORDER BY id LIMIT 1)
     WHERE d.hospital_id = $1 AND (d.retired_at IS NULL
         OR EXISTS (SELECT 1 FROM participations p WHERE p.round_id = $2 AND p.department_id = d.id))
     ORDER BY coalesce(cd.position, 1000), d.code`,
    [hospitalId, roundId ?? null],
  );
}

export type ProposalBasis = Omit<ProposalRequest, 'birthDate'> & { ageYears: number | null };

/** Departments the rules name for a case, among those the hospital has. */
export function proposedOf(
  basis: ProposalBasis,
  departments: readonly HospitalDepartment[],
  rules: readonly ProposalRule[],
): ProposedDepartment[] {
  const idOf = new Map(departments.map(({ id, code }) => [code, id]));
  return proposeDepartments(
    basis,
    departments.map(({ code }) => code),
    rules,
  ).flatMap(({ departmentCode, requirement, reasons }) => {
    const departmentId = idOf.get(departmentCode);
    return departmentId === undefined ? [] : [{ departmentId, requirement, reasons }];
  });
}

/** What the rules read of a referred case. */
export const basisOfRecord = (clinical: ClinicalRecord, ageYears: number): ProposalBasis => ({
  tumourType: clinical.tumourType,
  presentation: clinical.presentation,
  recurrenceNumber: clinical.recurrenceNumber,
  structures: clinical.structures,
  comorbidities: clinical.comorbidities,
  questions: clinical.questions,
  summary: clinical.summary,
  diagnosis: clinical.diagnosis,
  priorTreatmentKinds: clinical.priorTreatments.map(({ kind }) => kind),
  ageYears,
});

const BY_HAND: ParticipationReason = { rule: 'by-hand', text: { zh: '人工添加', en: 'Added by hand' } };

/** Lays down who takes part in a round, each department with the rules that name it and the own reason of who chose it. */
export async function layDownParticipants(
  tx: Transaction,
  roundId: string,
  choices: Referral['departments'],
  proposed: readonly ProposedDepartment[],
): Promise<void> {
  await tx.insert(
    Participation,
    choices.map(({ departmentId, requirement, reason }) => {
      const byRule = proposed.find((entry) => entry.departmentId === departmentId)?.reasons ?? [];
      const own = reason === '' ? [] : [{ rule: BY_HAND.rule, text: { zh: reason, en: reason } }];
      const reasons = [...byRule, ...own];
      return {
        id: tx.newId(),
        roundId,
        departmentId,
        requirement,
        reasons: reasons.length > 0 ? reasons : [BY_HAND],
        state: 'PROPOSED',
      };
    }),
  );
}
