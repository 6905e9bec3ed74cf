import type { CaseState, Permission, Urgency } from '@consilium/contracts';
import { may, type Actor, type ObjectFacts } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import { notFound } from '../errors/index.js';

/** What a change needs to know of a case before it decides. Nothing of the patient is in it. */
export interface CaseFacts {
  id: string;
  caseNo: string;
  version: number;
  state: CaseState;
  urgency: Urgency;
  hospitalId: string;
  centerId: string;
  patientId: string;
  ownerId: string;
  /** The current round: the one with the highest ordinal. */
  roundId: string;
  roundOrdinal: number;
  roundClosed: boolean;
  blind: boolean;
  questions: number;
  /** Departments taking part in the current round. */
  departmentIds: string[];
  /** Departments that took part in any round: they keep sight of the case. */
  involvedDepartmentIds: string[];
  /** Departments asked for a consult on the case, unless they declined or the request was taken back: they may look at it. */
  consultedDepartmentIds: string[];
  /** People with emergency access now, as far as the actor may know. */
  emergencyPersonIds: string[];
  /** Recorder of the latest session the case is on. */
  recorderId: string | null;
  /** Zone in which days are counted for this case. */
  timeZone: string;
}

const CASE_FACTS = `
  SELECT c.id, c.case_no AS "caseNo", c.version, c.state, c.urgency, c.hospital_id AS "hospitalId", c.center_id AS "centerId",
    c.patient_id AS "patientId", c.owner_id AS "ownerId", r.id AS "roundId", r.ordinal AS "roundOrdinal",
    r.closed_at IS NOT NULL AS "roundClosed", r.blind, cardinality(r.questions) AS questions,
    coalesce((SELECT json_agg(p.department_id) FROM participations p WHERE p.round_id = r.id), '[]') AS "departmentIds",
    coalesce((SELECT json_agg(DISTINCT p.department_id) FROM participations p JOIN discussion_rounds o ON o.id = p.round_id
      WHERE o.case_id = c.id), '[]') AS "involvedDepartmentIds",
    coalesce((SELECT json_agg(DISTINCT q.department_id) FROM consult_requests q
      WHERE q.case_id = c.id AND q.state NOT IN ('DECLINED', 'CANCELLED')), '[]') AS "consultedDepartmentIds",
    coalesce((SELECT json_agg(e.person_id) FROM emergency_accesses e
      WHERE e.case_id = c.id AND e.ended_at IS NULL AND e.ends_at > $2), '[]') AS "emergencyPersonIds",
    (SELECT s.recorder_id FROM agenda_items i JOIN consult_sessions s ON s.id = i.session_id
      WHERE i.case_id = c.id AND s.state <> 'CANCELLED' ORDER BY s.starts_at DESC LIMIT 1) AS "recorderId",
    hospital_zone(c.hospital_id) AS "timeZone"
  FROM cases c JOIN LATERAL (SELECT * FROM discussion_rounds WHERE case_id = c.id ORDER BY ordinal DESC LIMIT 1) r ON true`;

/** Facts of a case by its number or id; throws `object/not-found` where there is none. */
export async function caseFacts(tx: Transaction, which: string | { id: string }): Promise<CaseFacts> {
  const facts =
    typeof which === 'string'
      ? await tx.maybeOne<CaseFacts>(`${CASE_FACTS} WHERE c.case_no = $1`, [which, tx.now])
      : await tx.maybeOne<CaseFacts>(`${CASE_FACTS} WHERE c.id = $1`, [which.id, tx.now]);
  if (!facts) throw notFound();
  return facts;
}

/** The same facts as the policy reads them. */
export function factsForPolicy(facts: CaseFacts): ObjectFacts {
  return {
    hospitalId: facts.hospitalId,
    ownerId: facts.ownerId,
    departmentIds: facts.involvedDepartmentIds,
    consultedDepartmentIds: facts.consultedDepartmentIds,
    emergencyPersonIds: facts.emergencyPersonIds,
    ...(facts.recorderId === null ? {} : { recorderId: facts.recorderId }),
  };
}

/** Whether nothing but an emergency lets the actor do this: without it the policy would refuse. */
export function restsOnEmergency(actor: Actor, permission: Permission, facts: CaseFacts): boolean {
  const object = factsForPolicy(facts);
  return may(actor, permission, object) && !may(actor, permission, { ...object, emergencyPersonIds: [] });
}

/**
 * The emergency access on which an act of the actor rests, for its line of the audit log; undefined where the act rests on something else.
 */
export async function emergencyBehind(
  tx: Transaction,
  permission: Permission,
  facts: CaseFacts,
): Promise<string | undefined> {
  if (!restsOnEmergency(tx.actor, permission, facts)) return undefined;
  const { id } = await tx.one<{ id: string }>(
    'SELECT id FROM emergency_accesses WHERE case_id = $1 AND person_id = $2 AND ended_at IS NULL AND ends_at > $3',
    [facts.id, tx.actor.personId, tx.now],
  );
  return id;
}
