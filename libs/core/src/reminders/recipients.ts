import { campusDay } from '../clock/index.js';
import type { Transaction } from '../database/index.js';
import type { Audience } from './timers.rules.js';

export interface Recipient {
  personId: string;
  email: string | null;
  isHost: boolean;
}

export interface OwedBy {
  hospitalId: string;
  /** Owner of the case it is about. */
  ownerId: string | null;
  sessionId: string | null;
  /** Hospital the case is shared with, for what is owed under a share. */
  sharedWithId: string | null;
  departmentId: string | null;
  personId: string | null;
  /** Zone in which memberships begin and end. */
  timeZone: string;
}

const IN_FORCE = `m.valid_from <= g.day AND (m.valid_to IS NULL OR m.valid_to >= g.day)`;
const holders = (condition: string) =>
  `SELECT m.person_id FROM memberships m, given g WHERE ${IN_FORCE} AND ${condition}`;

const LEADS_OF_DEPARTMENT = holders(`m.department_id = g.department AND m.role = 'DEPT_LEAD'`);
const MEMBERS_OF_DEPARTMENT = `m.department_id = g.department AND m.role IN ('DEPT_MEMBER', 'DEPT_LEAD')`;
const OWNER = 'SELECT g.owner FROM given g WHERE g.owner IS NOT NULL';

/** Who an audience is, in SQL, of what is given about the obligation. */
const AUDIENCES: Record<Audience, string> = {
  COORDINATOR: holders(`m.role = 'COORDINATOR' AND m.hospital_id = g.hospital`),
  CENTER_DIRECTOR: holders(`m.role = 'CENTER_DIRECTOR' AND m.hospital_id = g.hospital`),
  CASE_OWNER: OWNER,
  CASE_OWNER_AND_CHAIR: `${OWNER}
    UNION SELECT s.person_id FROM session_members s, given g WHERE s.session_id = g.session AND s.role = 'CHAIR'`,
  CASE_OWNER_AND_LEAD: `${OWNER} UNION ${holders(
    `m.role = 'DEPT_LEAD' AND m.department_id IN (SELECT o.department_id FROM memberships o WHERE o.person_id = g.owner)`,
  )}`,
  AUDITOR: holders(`m.role = 'AUDITOR' AND m.hospital_id = g.hospital`),
  QC: holders(`m.role = 'QC' AND m.hospital_id = g.hospital`),
  DEPARTMENT: holders(MEMBERS_OF_DEPARTMENT),
  DEPARTMENT_LEAD: LEADS_OF_DEPARTMENT,
  PERSON: `SELECT g.person FROM given g WHERE g.person IS NOT NULL`,
  PERSONS_DEPARTMENT_LEAD: holders(
    `m.role = 'DEPT_LEAD' AND m.department_id IN (SELECT o.department_id FROM memberships o
       WHERE o.person_id = coalesce(g.person, g.owner))`,
  ),
  SESSION_MEMBERS: `SELECT s.person_id FROM session_members s, given g WHERE s.session_id = g.session`,
  REMOTE_EXPERTS: holders(`m.role = 'REMOTE_EXPERT' AND m.hospital_id = g.shared_with`),
  MEDICAL_AFFAIRS: holders(`m.role = 'MEDICAL_AFFAIRS' AND m.hospital_id = g.hospital`),
  PERSON_OR_DEPARTMENT: `SELECT g.person FROM given g WHERE g.person IS NOT NULL UNION ${holders(`g.person IS NULL AND ${MEMBERS_OF_DEPARTMENT}`)}`,
  OWNER_AND_DEPARTMENT: `${OWNER} UNION ${holders(MEMBERS_OF_DEPARTMENT)}`,
  OWNER_AND_DEPARTMENT_LEAD: `${OWNER} UNION ${LEADS_OF_DEPARTMENT}`,
};

/**
 * The people an audience consists of at this moment, without those whose account is disabled. Where it has nobody (a department without a lead, a partner without an expert) the
 * coordinator of the hospital is told, so that no reminder speaks to an empty room.
 */
export async function recipientsOf(tx: Transaction, audience: Audience, owed: OwedBy): Promise<Recipient[]> {
  return tx.query<Recipient>(
    `WITH given (day, hospital, owner, session, shared_with, department, person) AS (
       SELECT $1::date, $2::uuid, $3::uuid, $4::uuid, $5::uuid, $6::uuid, $7::uuid
     ), wanted (person_id) AS (
       SELECT w.person_id FROM (${AUDIENCES[audience]}) AS w (person_id)
       WHERE NOT EXISTS (SELECT FROM accounts a WHERE a.person_id = w.person_id AND a.disabled_at IS NOT NULL)
     ),
     told (person_id) AS (
       SELECT person_id FROM wanted
       UNION SELECT f.person_id FROM (${AUDIENCES.COORDINATOR}) AS f WHERE NOT EXISTS (SELECT 1 FROM wanted)
     )
     SELECT p.id AS "personId", p.email,
       h.is_host OR EXISTS (SELECT FROM memberships m, given g WHERE m.person_id = p.id AND m.posting IS NOT NULL AND ${IN_FORCE}) AS "isHost"
     FROM told t JOIN people p ON p.id = t.person_id JOIN hospitals h ON h.id = p.hospital_id ORDER BY p.id`,
    [
      campusDay(tx.now, owed.timeZone),
      owed.hospitalId,
      owed.ownerId,
      owed.sessionId,
      owed.sharedWithId,
      owed.departmentId,
      owed.personId,
    ],
  );
}
