import type { PlanContent } from '@consilium/contracts';
import { campusDay } from '../clock/index.js';
import type { CaseFacts } from '../cases/index.js';
import type { Transaction } from '../database/index.js';
import { Problem, refuseFields } from '../errors/index.js';
import { missingForStaging, operatingRoles, type KnownHouse } from './plan-content.rules.js';
import type { PlanRecord } from './plan-record.js';
import { SurgicalStage } from './surgical-stage.entity.js';

/**
 * Theatres, departments and doctors of the hospital of a case, as they are today, with the doctors whose posting is still to come. What was retired is not chosen any more, but a plan keeps
 * what it names: `kept` holds ids of theatres and departments.
 */
export async function knownHouse(
  tx: Transaction,
  { hospitalId, timeZone }: CaseFacts,
  kept: readonly string[],
): Promise<KnownHouse> {
  const house = await tx.one<{
    theatres: string[];
    departments: string[];
    doctors: { id: string; departments: string[] }[];
  }>(
    `SELECT ARRAY(SELECT r.id FROM rooms r JOIN campuses c ON c.id = r.campus_id WHERE c.hospital_id = $1 AND r.kind = 'THEATRE' AND (r.retired_at IS NULL OR r.id = ANY ($4::uuid[]))) AS theatres,
       ARRAY(SELECT d.id FROM departments d WHERE d.hospital_id = $1 AND (d.retired_at IS NULL OR d.id = ANY ($4::uuid[]))) AS departments,
       coalesce((SELECT json_agg(json_build_object('id', m.person_id, 'departments', m.departments)) FROM (
         SELECT person_id, coalesce(json_agg(department_id) FILTER (WHERE department_id IS NOT NULL), '[]') AS departments FROM memberships
         WHERE hospital_id = $1 AND role = ANY ($3::text[]) AND (valid_from <= $2::date OR posting IS NOT NULL) AND (valid_to IS NULL OR valid_to >= $2::date) GROUP BY person_id) AS m), '[]') AS doctors`,
    [hospitalId, campusDay(tx.now, timeZone), operatingRoles, kept],
  );
  return {
    theatreIds: new Set(house.theatres),
    departmentIds: new Set(house.departments),
    departmentsOfDoctor: new Map(house.doctors.map(({ id, departments }) => [id, new Set(departments)])),
  };
}

/** Refuses a theatre that was retired since it was chosen: no operation is booked into it any more. */
export async function refuseRetiredTheatre(tx: Transaction, theatreId: string | null): Promise<void> {
  const retired = await tx.maybeOne('SELECT 1 AS one FROM rooms WHERE id = $1 AND retired_at IS NOT NULL', [theatreId]);
  if (retired) throw refuseFields({ field: 'theatreId', code: 'unknown' });
}

/** Throws `plan/incomplete` naming what is missing before the stage leads can be asked. */
export function refuseIncomplete(content: Parameters<typeof missingForStaging>[0]): void {
  const missing = missingForStaging(content);
  if (missing.length > 0)
    throw new Problem('plan/incomplete', {
      missing: { zh: missing.map(({ zh }) => zh).join('、'), en: missing.map(({ en }) => en).join(', ') },
    });
}

/** Writes the content over the plan. A stage keeps its identity and its answer by its code; whether it must be asked again is decided after. */
export async function writeContent(tx: Transaction, before: PlanRecord, content: PlanContent): Promise<void> {
  const planId = before.plan.id;
  await tx.query(
    `UPDATE surgical_plans SET title = $2, lead_id = $3, theatre_id = $4, starts_at = $5, anaesthesia = $6, "position" = $7 WHERE id = $1`,
    [planId, content.title, content.leadId, content.theatreId, content.startsAt, content.anaesthesia, content.position],
  );
  const rows = content.stages.map((stage, index) => {
    const old = before.stages.find(({ code }) => code === stage.code);
    const { after, ...columns } = stage;
    return {
      ...columns,
      afterCodes: after,
      id: old?.id ?? tx.newId(),
      planId,
      ordinal: index + 1,
      confirmation: old?.confirmation ?? 'WAITING',
      confirmDueAt: old?.confirmDueAt ?? null,
      confirmedAt: old?.confirmedAt ?? null,
      declineReason: old?.declineReason ?? null,
    };
  });
  // Stages are few: they are written anew.
  await tx.query('DELETE FROM surgical_stages WHERE plan_id = $1', [planId]);
  await tx.insert(SurgicalStage, rows);
}
