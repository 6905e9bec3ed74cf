import type { Locale, Role } from '@consilium/contracts';
import type { Actor } from '../access/index.js';
import type { Transaction } from '../database/index.js';

interface ActorRow {
  personId: string;
  name: string;
  hospitalId: string;
  isHost: boolean;
  locale: Locale;
  memberships: { role: Role; departmentId: string | null; hospitalId: string }[];
}

/**
 * Memberships of a person in force on the day of the transaction, as days are counted at their hospitals. A posting holds for as long as an
 * agreement with the person's own hospital allows it as well.
 */
const HELD = `
  SELECT m.id, m.role, m.department_id, m.hospital_id, m.posting FROM memberships m JOIN people p ON p.id = m.person_id, hospital_day(m.hospital_id, $2) AS today
  WHERE m.person_id = $1 AND m.valid_from <= today AND (m.valid_to IS NULL OR m.valid_to >= today)
    AND (m.posting IS NULL OR EXISTS (SELECT FROM partnerships a WHERE a.host_hospital_id = m.hospital_id AND a.partner_hospital_id = p.hospital_id
      AND a.ended_at IS NULL AND 'POSTING' = ANY (a.scopes) AND today BETWEEN a.valid_from AND a.valid_to))`;

/**
 * A person as an actor: of the hospital that employs them, or of the one they are posted to, with the memberships they hold there. Who is
 * posted acts as its staff and, until the posting ends, not as an expert of their own hospital.
 */
export async function loadActor(tx: Transaction, personId: string): Promise<Actor | undefined> {
  const row = await tx.maybeOne<ActorRow>(
    `WITH held AS (${HELD})
     SELECT p.id AS "personId", p.name, h.id AS "hospitalId", h.is_host AS "isHost", p.locale,
       coalesce((SELECT json_agg(json_build_object('role', m.role, 'departmentId', m.department_id, 'hospitalId', m.hospital_id) ORDER BY m.id)
         FROM held m WHERE m.hospital_id = h.id), '[]') AS memberships
     FROM people p JOIN hospitals h ON h.id = coalesce((SELECT m.hospital_id FROM held m WHERE m.posting IS NOT NULL ORDER BY m.id LIMIT 1), p.hospital_id)
     WHERE p.id = $1`,
    [personId, tx.now],
  );
  return row && { kind: 'PERSON', ...row };
}

/** Where a person starts: the portal for other hospitals, the list of cases for those who track them, their department's board, else what they administer. */
export async function homeOf(tx: Transaction, actor: Actor): Promise<string> {
  if (!actor.isHost) return '/remote';
  const roles = new Set(actor.memberships.map((membership) => membership.role));
  if (roles.has('COORDINATOR') || roles.has('CENTER_DIRECTOR') || roles.has('MEDICAL_AFFAIRS') || roles.has('QC'))
    return '/cases';
  const departmentId = actor.memberships.find(
    (membership) => membership.departmentId !== null && ['DEPT_MEMBER', 'DEPT_LEAD'].includes(membership.role),
  )?.departmentId;
  if (departmentId) {
    const department = await tx.one<{ code: string }>('SELECT code FROM departments WHERE id = $1', [departmentId]);
    return `/d/${department.code}/board`;
  }
  if (roles.has('ADMIN')) return '/admin/hospitals';
  if (roles.has('SECURITY_ADMIN')) return '/admin/people';
  if (roles.has('AUDITOR')) return '/audit';
  return roles.has('RECORDER') ? '/sessions' : '/inbox';
}
