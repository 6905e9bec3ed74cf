import type { Bilingual, CaseAnatomy, ClinicalRecord, ProposalRule } from '@consilium/contracts';
import { Injectable } from '@nestjs/common';
import { authoriseSight, type Actor } from '../access/index.js';
import { anaesthesiaCodes, imagingCodes, isOperative, pathologyCodes } from '../consult-sessions/quorum.rules.js';
import { Database, type Transaction } from '../database/index.js';
import { timetable, type OrderedStage } from '../surgical-plans/stage-order.rules.js';
import { anatomicalBasis, compartmentsOf, departmentsAskedFor, namedStructures } from './anatomy.rules.js';
import { caseFacts, emergencyBehind, factsForPolicy, type CaseFacts } from './case-facts.js';
import { clinicalRecordOf } from './case-view.js';
import { planPromptsOf } from './plan-prompts.rules.js';
import { bleedingOf } from './risk.rules.js';
import { rulesInForce } from './rules-in-force.js';

const EVERY_SURGICAL_CASE: Bilingual = {
  zh: '默认：诊治中心会议规则，每个手术病例',
  en: 'Default: rules of the centre, every surgical case',
};

interface KnownDepartment {
  id: string;
  code: string;
  kind: string;
  name: Bilingual;
}

/** What follows from the involved structures of a case. Nothing of it is kept: it follows anew from the record and the centre's rules. */
@Injectable()
export class CaseAnatomyService {
  constructor(private readonly database: Database) {}

  async read(actor: Actor, caseNo: string): Promise<CaseAnatomy> {
    return this.database.read(actor, async (tx) => {
      const facts = await caseFacts(tx, caseNo);
      authoriseSight(actor, 'case:read', factsForPolicy(facts));
      const emergencyAccessId = await emergencyBehind(tx, 'case:read', facts);
      await tx.audit({
        action: 'case.anatomy-opened',
        objectKind: 'case',
        objectId: facts.id,
        caseId: facts.id,
        ...(emergencyAccessId !== undefined && { detail: { emergencyAccessId } }),
      });
      const { clinical } = await clinicalRecordOf(tx, facts);
      const { rules } = await rulesInForce(tx, facts.hospitalId);
      const departments = await departmentsInUse(tx, facts);
      const { structures } = clinical;
      const compartments = compartmentsOf(structures);
      return {
        structures: namedStructures(structures),
        compartments,
        isExenteration: compartments.length >= 2,
        departments: departmentsFor(structures, rules, departments),
        quorum: quorumFor(clinical, rules, departments),
        bleedingRisk: bleedingOf(clinical, await plannedMinutes(tx, facts.id)),
        planPrompts: planPromptsOf(structures),
      };
    });
  }
}

const departmentsInUse = (tx: Transaction, { hospitalId, centerId }: CaseFacts) =>
  tx.query<KnownDepartment>(
    `SELECT d.id, d.code, d.kind, json_build_object('zh', d.name_zh, 'en', d.name_en) AS name
     FROM departments d LEFT JOIN center_departments cd ON cd.department_id = d.id AND cd.center_id = $2
     WHERE d.hospital_id = $1 AND d.retired_at IS NULL ORDER BY coalesce(cd.position, 1000), d.code`,
    [hospitalId, centerId],
  );

function departmentsFor(
  structures: ClinicalRecord['structures'],
  rules: readonly ProposalRule[],
  departments: readonly KnownDepartment[],
): CaseAnatomy['departments'] {
  const needs = departmentsAskedFor(structures, rules);
  return departments.flatMap(({ id, code, name }) => {
    const need = needs.find(({ departmentCode }) => departmentCode === code);
    return need === undefined
      ? []
      : [{ departmentId: id, name, requirement: need.requirement, structures: need.structures }];
  });
}

/** Disciplines without which a decision on this case would only be advice: those any surgical case asks for, then those its anatomy does. */
function quorumFor(
  { structures, pathology }: ClinicalRecord,
  rules: readonly ProposalRule[],
  departments: readonly KnownDepartment[],
): CaseAnatomy['quorum'] {
  const always: readonly string[] = [
    ...imagingCodes,
    ...(pathology.length > 0 ? pathologyCodes : []),
    ...anaesthesiaCodes,
  ];
  const general = departments
    .filter(({ code }) => always.includes(code))
    .map(({ id, name }) => ({ key: `department:${id}`, label: name, basis: EVERY_SURGICAL_CASE, structures: [] }));
  const needs = departmentsAskedFor(structures, rules).filter(({ requirement }) => requirement === 'REQUIRED');
  const anatomical = departments.filter(isOperative).flatMap(({ id, code, name }) => {
    const need = needs.find(({ departmentCode }) => departmentCode === code);
    const basis = need && anatomicalBasis(need.structures, structures);
    return need && basis ? [{ key: `department:${id}`, label: name, basis, structures: need.structures }] : [];
  });
  return [...general, ...anatomical];
}

/** Length of the operation day of the latest plan, in minutes; null where the case has no plan with stages. */
async function plannedMinutes(tx: Transaction, caseId: string): Promise<number | null> {
  const stages = await tx.query<OrderedStage>(
    `SELECT s.code, s.minutes, s.day_offset AS "dayOffset", s.after_codes AS after FROM surgical_stages s
     WHERE s.plan_id = (SELECT id FROM surgical_plans WHERE case_id = $1 ORDER BY number DESC LIMIT 1)`,
    [caseId],
  );
  return stages.length === 0 ? null : timetable(stages).operationMinutes;
}
