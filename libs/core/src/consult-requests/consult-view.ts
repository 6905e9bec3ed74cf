import type { ConsultListItem, ConsultRequestView } from '@consilium/contracts';
import { may } from '../access/index.js';
import { campusDay } from '../clock/index.js';
import type { Transaction } from '../database/index.js';
import { recordLimitAt } from './consult-request.rules.js';
import { consultActionsOf, factsOfConsult, type ConsultRow } from './consult-rows.js';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export function consultItem(tx: Transaction, row: ConsultRow): ConsultListItem {
  const { id, version, caseNo, patient, urgency, state, purpose, consultantId, consultantName } = row;
  return {
    id,
    version,
    caseNo,
    patient,
    urgency,
    state,
    purpose,
    department: { id: row.departmentId, name: row.departmentName },
    consultant: consultantId === null ? null : { id: consultantId, name: consultantName ?? '' },
    requester: { id: row.requesterId, name: row.requesterName, department: row.requesterDepartment },
    sentAt: row.sentAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    metAt: iso(urgency === 'URGENT' ? row.arrivedAt : row.signedAt),
    availableActions: consultActionsOf(tx, row),
  };
}

type Words = Pick<
  ConsultRequestView,
  'condition' | 'treatment' | 'reason' | 'accompaniedBy' | 'executionNote' | 'alternative' | 'trail'
> & {
  answer: NonNullable<ConsultRequestView['answer']> | null;
  timeZone: string;
};

const WORDS = `
  SELECT q.condition, q.treatment, q.reason, q.accompanied_by AS "accompaniedBy", q.execution_note AS "executionNote", hospital_zone(q.hospital_id) AS "timeZone",
    CASE WHEN a.id IS NULL THEN NULL ELSE json_build_object('id', a.id, 'name', json_build_object('zh', a.name_zh, 'en', a.name_en)) END AS alternative,
    CASE WHEN s.id IS NULL THEN NULL ELSE json_build_object('opinion', q.opinion, 'contentHash', q.content_hash, 'signedAt', q.signed_at,
      'signedBy', json_build_object('name', s.name, 'title', s.title, 'department', json_build_object('zh', d.name_zh, 'en', d.name_en))) END AS answer,
    (SELECT json_agg(json_build_object('kind', e.kind, 'at', e.at, 'by', b.name, 'to', g.name, 'note', e.note) ORDER BY e.id)
      FROM consult_request_events e JOIN people b ON b.id = e.person_id LEFT JOIN people g ON g.id = e.to_person_id
      WHERE e.consult_request_id = q.id) AS trail
  FROM consult_requests q JOIN departments d ON d.id = q.department_id
    LEFT JOIN departments a ON a.id = q.alternative_department_id
    LEFT JOIN people s ON s.id = q.signed_by
  WHERE q.id = $1`;

/** A request with its trail, and with the colleagues it may be given to for who may give it on. */
export async function consultView(tx: Transaction, row: ConsultRow): Promise<ConsultRequestView> {
  const { timeZone, answer, trail, ...words } = await tx.one<Words>(WORDS, [row.id]);
  const item = consultItem(tx, row);
  return {
    ...item,
    ...words,
    acceptedAt: iso(row.acceptedAt),
    arrivedAt: iso(row.arrivedAt),
    // Times in JSON are written in the zone of the connection.
    answer: answer && { ...answer, signedAt: new Date(answer.signedAt).toISOString() },
    trail: trail.map((event) => ({ ...event, at: new Date(event.at).toISOString() })),
    recordLimitAt: recordLimitAt(row.sentAt).toISOString(),
    assignable:
      item.availableActions.includes('reassign') && may(tx.actor, 'consult:direct', factsOfConsult(row))
        ? await colleaguesOf(tx, row.departmentId, timeZone)
        : [],
  };
}

/** Members of a department on the day of the transaction, by name. */
export async function colleaguesOf(
  tx: Transaction,
  departmentId: string,
  timeZone: string,
): Promise<{ id: string; name: string }[]> {
  return tx.query(
    `SELECT DISTINCT p.id, p.name FROM memberships m JOIN people p ON p.id = m.person_id
     WHERE m.department_id = $1 AND m.role IN ('DEPT_MEMBER', 'DEPT_LEAD') AND m.valid_from <= $2 AND (m.valid_to IS NULL OR m.valid_to >= $2)
     ORDER BY p.name, p.id LIMIT 200`,
    [departmentId, campusDay(tx.now, timeZone)],
  );
}
