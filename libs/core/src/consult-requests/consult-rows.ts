import type { Bilingual, ConsultAction, ConsultState, ConsultUrgency, Permission, Title } from '@consilium/contracts';
import { may, type ObjectFacts } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import { notFound } from '../errors/index.js';
import { obstacleTo } from './consult-request.rules.js';

export interface ConsultRow {
  id: string;
  version: number;
  caseId: string;
  caseNo: string;
  hospitalId: string;
  ownerId: string;
  patient: { maskedName: string; sex: string; ageYears: number };
  urgency: ConsultUrgency;
  state: ConsultState;
  purpose: string;
  departmentId: string;
  departmentName: Bilingual;
  consultantId: string | null;
  consultantName: string | null;
  requesterId: string;
  requesterName: string;
  requesterDepartment: Bilingual | null;
  sentAt: Date;
  dueAt: Date;
  acceptedAt: Date | null;
  arrivedAt: Date | null;
  signedAt: Date | null;
  /** Of the person who looks: what they may take depends on it. */
  ownTitle: Title;
}

const named = (alias: string) =>
  `CASE WHEN ${alias}.id IS NULL THEN NULL ELSE json_build_object('zh', ${alias}.name_zh, 'en', ${alias}.name_en) END`;

/** Requests on the cases in the actor's sight, with what else is wanted of each. `$1` is the actor. */
export const consultsWith = (more: string): string => `
  SELECT q.id, q.version, q.case_id AS "caseId", c.case_no AS "caseNo", q.hospital_id AS "hospitalId", c.owner_id AS "ownerId",
    json_build_object('maskedName', t.masked_name, 'sex', t.sex, 'ageYears', c.age_years) AS patient, q.urgency, q.state, q.purpose,
    q.department_id AS "departmentId", ${named('d')} AS "departmentName", q.consultant_id AS "consultantId", k.name AS "consultantName",
    q.requester_id AS "requesterId", r.name AS "requesterName", ${named('rd')} AS "requesterDepartment",
    q.sent_at AS "sentAt", q.due_at AS "dueAt", q.accepted_at AS "acceptedAt", q.arrived_at AS "arrivedAt", q.signed_at AS "signedAt",
    (SELECT title FROM people WHERE id = $1) AS "ownTitle"${more}
  FROM consult_requests q
    JOIN cases c ON c.id = q.case_id
    JOIN patients t ON t.id = c.patient_id
    JOIN departments d ON d.id = q.department_id
    JOIN people r ON r.id = q.requester_id
    LEFT JOIN departments rd ON rd.id = q.requester_department_id
    LEFT JOIN people k ON k.id = q.consultant_id`;

/** A request by its id; throws `object/not-found` where the actor may not know of it. */
export async function consultRow(tx: Transaction, id: string): Promise<ConsultRow> {
  const row = await tx.maybeOne<ConsultRow>(`${consultsWith('')} WHERE q.id = $2`, [tx.actor.personId, id]);
  if (!row) throw notFound();
  return row;
}

/** Who each act is for: the policy reads these of a request. */
export const permissionFor: Readonly<Record<ConsultAction, Permission>> = {
  accept: 'consult:respond',
  answer: 'consult:respond',
  reassign: 'consult:direct',
  decline: 'consult:direct',
  arrive: 'consult:arrive',
  close: 'consult:conclude',
  cancel: 'consult:conclude',
};

/** What the policy needs to know of a request for acts on it: who asked, whom, and whose case it is. */
export const factsOfConsult = ({ hospitalId, ownerId, departmentId, requesterId }: ConsultRow): ObjectFacts => ({
  hospitalId,
  ownerId,
  departmentIds: [departmentId],
  authorId: requesterId,
});

const ORDER: readonly ConsultAction[] = ['accept', 'arrive', 'answer', 'close', 'reassign', 'decline', 'cancel'];

/** What this person may do with the request now. */
export const consultActionsOf = (tx: Transaction, row: ConsultRow): ConsultAction[] =>
  ORDER.filter(
    (action) =>
      may(tx.actor, permissionFor[action], factsOfConsult(row)) &&
      obstacleTo(action, row, { personId: tx.actor.personId, title: row.ownTitle }) === undefined,
  );
