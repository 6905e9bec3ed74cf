import { campusDay } from '../clock/index.js';
import type { Transaction } from '../database/index.js';
import { refuseFields } from '../errors/index.js';
import { operates } from '../people/operating-departments.rules.js';
import { operatingRoles } from './plan-content.rules.js';
import type { PlanRecord } from './plan-record.js';
import { refusedLeads, type LeadOnDay } from './stage-privileges.rules.js';

interface LeadRow extends LeadOnDay {
  leadId: string;
  day: string;
}

const DAY = 86_400_000;

const LEADS = `
  SELECT w.lead_id AS "leadId", w.day::text AS day, p.name,
    coalesce((SELECT json_agg(m.department_id) FROM memberships m WHERE m.person_id = w.lead_id AND m.hospital_id = $1 AND m.department_id IS NOT NULL
      AND m.role = ANY ($4::text[]) AND m.valid_from <= w.day AND (m.valid_to IS NULL OR m.valid_to >= w.day)), '[]') AS "departmentIds",
    (SELECT max(s.level) FROM surgical_privileges s WHERE s.person_id = w.lead_id AND s.hospital_id = $1 AND s.withdrawn_at IS NULL
      AND w.day BETWEEN s.valid_from AND s.valid_to) AS level
  FROM (SELECT DISTINCT x.lead_id, x.day FROM unnest($2::uuid[], $3::date[]) AS x (lead_id, day)) AS w JOIN people p ON p.id = w.lead_id`;

/** Throws refusals of `stages.n.leadId` for leads who may not lead their stage at this hospital on the day it is planned for. */
export async function refuseUnprivilegedLeads(tx: Transaction, { plan, stages, ofCase }: PlanRecord): Promise<void> {
  const { startsAt } = plan;
  if (startsAt === null || stages.length === 0) return;
  const dayOf = (dayOffset: number) => campusDay(new Date(startsAt.getTime() + dayOffset * DAY), ofCase.timeZone);
  const departments = await tx.query<{ id: string; code: string; kind: string }>(
    'SELECT id, code, kind FROM departments WHERE id = ANY ($1::uuid[])',
    [stages.map(({ departmentId }) => departmentId)],
  );
  const surgical = new Set(departments.filter(operates).map(({ id }) => id));
  const toLead = stages.map(({ code, departmentId, leadId, dayOffset }) => ({
    code,
    departmentId,
    leadId,
    day: dayOf(dayOffset),
    isSurgical: surgical.has(departmentId),
  }));
  const leads = await tx.query<LeadRow>(LEADS, [
    ofCase.hospitalId,
    toLead.map(({ leadId }) => leadId),
    toLead.map(({ day }) => day),
    operatingRoles,
  ]);
  const refused = refusedLeads(toLead, ({ leadId, day }) => {
    const lead = leads.find((one) => one.leadId === leadId && one.day === day);
    if (!lead) throw new Error('a stage without a lead');
    return lead;
  });
  if (refused.length > 0) throw refuseFields(...refused);
}
