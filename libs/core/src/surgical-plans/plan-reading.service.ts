import { Injectable } from '@nestjs/common';
import type { PlanAction, PlanListItem, PlanView } from '@consilium/contracts';
import { authoriseSight, departmentsOf, may, mayOnAll, type Actor } from '../access/index.js';
import { Database, type Transaction } from '../database/index.js';
import { isPlanning, planFacts, planRecord, type PlanRecord, type StageRow } from './plan-record.js';
import { timetable } from './stage-order.rules.js';

interface Words {
  patient: PlanView['patient'];
  diagnosis: string;
  risk: PlanView['risk'];
  recurrenceNumber: number;
  leadName: string;
  theatre: PlanView['theatre'];
  updatedAt: Date;
  updatedBy: string;
  stages: { id: string; leadName: string; department: { zh: string; en: string } }[];
}

const LIST_LIMIT = 200;

/** Surgical plans as screens show them. */
@Injectable()
export class PlanReadingService {
  constructor(private readonly database: Database) {}

  async list(actor: Actor): Promise<{ items: PlanListItem[] }> {
    return this.database.list(actor, { action: 'plan.listed', objectKind: 'plan' }, async (tx) => {
      const rows = await tx.query<Omit<PlanListItem, 'startsAt'> & { startsAt: Date | null }>(
        `SELECT p.id, c.case_no AS "caseNo", p.title, t.masked_name AS "maskedName", p.state, p.starts_at AS "startsAt",
           CASE WHEN r.id IS NULL THEN NULL ELSE json_build_object('zh', r.name_zh, 'en', r.name_en) END AS theatre, l.name AS "leadName",
           (SELECT count(*)::int FROM surgical_stages s WHERE s.plan_id = p.id) AS stages,
           (SELECT count(*)::int FROM surgical_stages s WHERE s.plan_id = p.id AND s.confirmation = 'CONFIRMED') AS confirmed
         FROM surgical_plans p JOIN cases c ON c.id = p.case_id JOIN patients t ON t.id = c.patient_id JOIN people l ON l.id = p.lead_id LEFT JOIN rooms r ON r.id = p.theatre_id
         WHERE c.hospital_id = $1 AND c.state IN ('PLAN_IN_PREPARATION', 'PLAN_APPROVED', 'IN_TREATMENT')
           AND ($2 OR c.owner_id = $3 OR p.lead_id = $3 OR EXISTS (SELECT 1 FROM surgical_stages s WHERE s.plan_id = p.id AND (s.lead_id = $3 OR s.department_id = ANY ($4::uuid[]))))
         ORDER BY p.starts_at NULLS LAST, p.id LIMIT ${LIST_LIMIT}`,
        [actor.hospitalId, mayOnAll(actor, 'plan:read', actor.hospitalId), actor.personId, departmentsOf(actor)],
      );
      return { items: rows.map((row) => ({ ...row, startsAt: row.startsAt?.toISOString() ?? null })) };
    });
  }

  async read(actor: Actor, planId: string): Promise<PlanView> {
    return this.database.read(actor, async (tx) => {
      const record = await planRecord(tx, planId);
      authoriseSight(actor, 'plan:read', planFacts(record));
      await tx.audit({ action: 'plan.opened', objectKind: 'plan', objectId: planId, caseId: record.ofCase.id });
      return planView(tx, record);
    });
  }
}

/** A plan on the wire, with what this person may do with it now. */
export async function planView(tx: Transaction, record: PlanRecord): Promise<PlanView> {
  const { plan, stages, ofCase } = record;
  const words = await tx.one<Words>(
    `SELECT json_build_object('maskedName', t.masked_name, 'sex', t.sex, 'ageYears', c.age_years) AS patient, c.diagnosis, c.risk, c.recurrence_number AS "recurrenceNumber",
       l.name AS "leadName", CASE WHEN r.id IS NULL THEN NULL ELSE json_build_object('zh', r.name_zh, 'en', r.name_en) END AS theatre,
       p.updated_at AS "updatedAt", u.name AS "updatedBy",
       coalesce((SELECT json_agg(json_build_object('id', s.id, 'leadName', sl.name, 'department', json_build_object('zh', d.name_zh, 'en', d.name_en)))
         FROM surgical_stages s JOIN people sl ON sl.id = s.lead_id JOIN departments d ON d.id = s.department_id WHERE s.plan_id = p.id), '[]') AS stages
     FROM surgical_plans p JOIN cases c ON c.id = p.case_id JOIN patients t ON t.id = c.patient_id JOIN people l ON l.id = p.lead_id JOIN people u ON u.id = p.updated_by
     LEFT JOIN rooms r ON r.id = p.theatre_id WHERE p.id = $1`,
    [plan.id],
  );
  const { startsAfterMinutes, operationMinutes } = timetable(stages);
  return {
    id: plan.id,
    caseNo: ofCase.caseNo,
    number: plan.number,
    version: plan.version,
    state: plan.state,
    title: plan.title,
    leadId: plan.leadId,
    theatreId: plan.theatreId,
    startsAt: plan.startsAt?.toISOString() ?? null,
    anaesthesia: plan.anaesthesia,
    position: plan.position,
    patientAgreedOn: plan.patientAgreedOn,
    patient: words.patient,
    diagnosis: words.diagnosis,
    risk: words.risk,
    recurrenceNumber: words.recurrenceNumber,
    leadName: words.leadName,
    theatre: words.theatre,
    updatedAt: words.updatedAt.toISOString(),
    updatedBy: words.updatedBy,
    operationMinutes,
    bloodUnits: stages.reduce((total, { bloodUnits }) => total + bloodUnits, 0),
    stages: stages.map((stage) => ({
      ...wireStage(stage),
      ...wordsOf(words, stage.id),
      startsAfterMinutes: startsAfterMinutes.get(stage.code) ?? 0,
      availableActions: mayAnswer(tx.actor, record, stage) ? ['confirm', 'decline'] : [],
    })),
    availableActions: planActions(tx.actor, record),
  };
}

const wordsOf = (words: Words, stageId: string): { leadName: string; department: { zh: string; en: string } } => {
  const found = words.stages.find(({ id }) => id === stageId);
  if (!found) throw new Error('a stage without its words');
  return { leadName: found.leadName, department: found.department };
};

const wireStage = ({ ordinal: _, ...stage }: StageRow) => ({
  ...stage,
  confirmDueAt: stage.confirmDueAt?.toISOString() ?? null,
  confirmedAt: stage.confirmedAt?.toISOString() ?? null,
});

/** A stage is answered by its lead, while the plan waits for it. */
function mayAnswer(actor: Actor, { plan, ofCase }: PlanRecord, stage: StageRow): boolean {
  return (
    isPlanning(ofCase) &&
    plan.state === 'STAGED' &&
    stage.confirmation === 'WAITING' &&
    may(actor, 'stage:confirm', { hospitalId: ofCase.hospitalId, leadId: stage.leadId })
  );
}

function planActions(actor: Actor, record: PlanRecord): PlanAction[] {
  if (!isPlanning(record.ofCase) || !may(actor, 'plan:write', planFacts(record))) return [];
  return record.plan.state === 'DRAFT' ? ['edit', 'stage'] : ['edit'];
}
