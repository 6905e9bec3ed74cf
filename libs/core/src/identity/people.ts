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

/** A person as an actor, with the memberships in force on the day of the transaction. */
export async function loadActor(tx: Transaction, personId: string): Promise<Actor | undefined> {
  const row = await tx.maybeOne<ActorRow>(
    `SELECT p.id AS "personId", p.name, p.hospital_id AS "hospitalId", h.is_host AS "isHost", p.locale,
       coalesce((SELECT json_agg(json_build_object('role', m.role, 'departmentId', m.department_id, 'hospitalId', m.hospital_id) ORDER BY m.id)
         FROM memberships m WHERE m.person_id = p.id AND m.valid_from <= $2::date AND (m.valid_to IS NULL OR m.valid_to >= $2::date)), '[]') AS memberships
     FROM people p JOIN hospitals h ON h.id = p.hospital_id WHERE p.id = $1`,
    [personId, tx.now],
  );
  return row && { kind: 'PERSON', ...row };
}

/** Where a person starts: the portal for other hospitals, the list of cases for those who track them, else their department's board. */
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
  if (roles.has('AUDITOR')) return '/audit';
  return roles.has('RECORDER') ? '/sessions' : '/inbox';
}
