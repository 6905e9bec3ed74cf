import type { SessionPlan, Title } from '@consilium/contracts';
import { campusDay } from '../clock/index.js';
import type { Transaction } from '../database/index.js';
import { refuseFields, type FieldRefusal } from '../errors/index.js';
import { campusZone } from '../organisations/index.js';
import { mayChair } from './quorum.rules.js';

interface KnownPerson {
  id: string;
  hospitalId: string;
  title: Title;
  isExpert: boolean;
  /** Department the person sits for; null for staff of no department. */
  departmentId: string | null;
}

/** A person of a session plan with what they are there. */
export interface PlannedMember {
  personId: string;
  role: 'CHAIR' | 'RECORDER' | 'MEMBER' | 'EXPERT';
  hospitalId: string;
  departmentId: string | null;
}

interface NamedPerson {
  personId: string;
  role: PlannedMember['role'];
  hospitalId: string;
  field: string;
}

function namedPeople(plan: SessionPlan, hostHospitalId: string): NamedPerson[] {
  const host = { hospitalId: hostHospitalId };
  return [
    { personId: plan.chairId, role: 'CHAIR', field: 'chairId', ...host },
    { personId: plan.recorderId, role: 'RECORDER', field: 'recorderId', ...host },
    ...plan.memberIds.map((personId, i) => ({ personId, role: 'MEMBER' as const, field: `memberIds.${i}`, ...host })),
    ...plan.linkedHospitals.flatMap(({ hospitalId, expertIds }, h) =>
      expertIds.map((personId, i) => ({
        personId,
        role: 'EXPERT' as const,
        field: `linkedHospitals.${h}.expertIds.${i}`,
        hospitalId,
      })),
    ),
  ];
}

/** People by id on a day, with the hospital they are of — that of a posting, if they are posted then — and the department they sit for. */
export async function knownPeople(
  tx: Transaction,
  personIds: readonly string[],
  day: string,
): Promise<Map<string, KnownPerson>> {
  const rows = await tx.query<KnownPerson>(
    `SELECT p.id, p.title,
       coalesce((SELECT m.hospital_id FROM memberships m WHERE m.person_id = p.id AND m.posting IS NOT NULL AND m.valid_from <= $2::date AND m.valid_to >= $2::date
        ORDER BY m.id LIMIT 1), p.hospital_id) AS "hospitalId",
       EXISTS (SELECT 1 FROM memberships m WHERE m.person_id = p.id AND m.role = 'REMOTE_EXPERT' AND m.valid_from <= $2::date AND (m.valid_to IS NULL OR m.valid_to >= $2::date)) AS "isExpert",
       (SELECT m.department_id FROM memberships m WHERE m.person_id = p.id AND m.department_id IS NOT NULL
          AND m.valid_from <= $2::date AND (m.valid_to IS NULL OR m.valid_to >= $2::date)
        ORDER BY array_position(ARRAY['DEPT_LEAD', 'DEPT_MEMBER', 'CASE_OWNER'], m.role) NULLS LAST, m.id LIMIT 1) AS "departmentId"
     FROM people p WHERE p.id = ANY ($1::uuid[])`,
    [personIds, day],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Whether a room is a meeting room of the hospital in use; a retired one is booked no more. */
export async function isMeetingRoom(tx: Transaction, roomId: string, hospitalId: string): Promise<boolean> {
  const room = await tx.maybeOne(
    `SELECT 1 FROM rooms r JOIN campuses c ON c.id = r.campus_id WHERE r.id = $1 AND r.kind = 'MEETING_ROOM' AND r.retired_at IS NULL AND c.hospital_id = $2`,
    [roomId, hospitalId],
  );
  return room !== undefined;
}

function refusalOf(named: NamedPerson, known: KnownPerson | undefined, isRepeated: boolean): FieldRefusal | undefined {
  if (isRepeated) return { field: named.field, code: 'duplicate' };
  if (!known) return { field: named.field, code: 'unknown' };
  if (known.hospitalId !== named.hospitalId) return { field: named.field, code: 'not-of-hospital' };
  if (named.role === 'EXPERT' && !known.isExpert) return { field: named.field, code: 'unknown' };
  if (named.role === 'CHAIR' && !mayChair(known.title)) return { field: named.field, code: 'not-senior' };
  return undefined;
}

/**
 * Checks a plan against the directory — the time ahead, a meeting room of the hospital, people of the right hospitals, each once — and names
 * the people with the departments they sit for. Throws `request/invalid` with every field that is wrong.
 */
export async function checkedPlan(
  tx: Transaction,
  plan: SessionPlan,
  hostHospitalId: string,
): Promise<PlannedMember[]> {
  const named = namedPeople(plan, hostHospitalId);
  const people = await knownPeople(
    tx,
    named.map(({ personId }) => personId),
    campusDay(new Date(plan.startsAt), await campusZone(tx, hostHospitalId)),
  );
  const hospitals = await tx.query<{ id: string }>(
    'SELECT id FROM hospitals WHERE id = ANY ($1::uuid[]) AND NOT is_host',
    [plan.linkedHospitals.map(({ hospitalId }) => hospitalId)],
  );
  const refusals: FieldRefusal[] = [];
  if (new Date(plan.startsAt) <= tx.now) refusals.push({ field: 'startsAt', code: 'in-the-past' });
  if (!(await isMeetingRoom(tx, plan.roomId, hostHospitalId))) refusals.push({ field: 'roomId', code: 'unknown' });
  plan.linkedHospitals.forEach(({ hospitalId }, index) => {
    const field = `linkedHospitals.${index}.hospitalId`;
    if (!hospitals.some(({ id }) => id === hospitalId)) refusals.push({ field, code: 'unknown' });
    else if (plan.linkedHospitals.findIndex((other) => other.hospitalId === hospitalId) < index)
      refusals.push({ field, code: 'duplicate' });
  });
  named.forEach((one, index) => {
    const isRepeated = named.findIndex(({ personId }) => personId === one.personId) < index;
    const refusal = refusalOf(one, people.get(one.personId), isRepeated);
    if (refusal) refusals.push(refusal);
  });
  if (refusals.length > 0) throw refuseFields(...refusals);
  return named.map(({ personId, role, hospitalId }) => ({
    personId,
    role,
    hospitalId,
    // Departments are the host's; an expert sits for their hospital.
    departmentId: role === 'EXPERT' ? null : (people.get(personId)?.departmentId ?? null),
  }));
}
