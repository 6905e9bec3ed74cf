import type { EmergencyAccess, EmergencyAction, EmergencyReason, EmergencyVerdict } from '@consilium/contracts';
import { may, type ObjectFacts } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import { notFound } from '../errors/index.js';
import { isOpen, obstacleTo } from './emergency-access.rules.js';

export interface EmergencyRow {
  id: string;
  caseId: string;
  caseNo: string;
  hospitalId: string;
  ownerId: string;
  ownerName: string;
  personId: string;
  personName: string;
  department: { zh: string; en: string } | null;
  reasonKind: EmergencyReason;
  reason: string;
  openedAt: Date;
  endsAt: Date;
  endedAt: Date | null;
  endedBy: string | null;
  reviewedAt: Date | null;
  reviewedBy: string | null;
  verdict: EmergencyVerdict | null;
  reviewNote: string | null;
}

/** Accesses the actor may know of: the database shows no others. */
export const EMERGENCIES = `
  SELECT e.id, e.case_id AS "caseId", n.case_no AS "caseNo", e.hospital_id AS "hospitalId", n.owner_id AS "ownerId", o.name AS "ownerName",
    e.person_id AS "personId", p.name AS "personName",
    (SELECT json_build_object('zh', d.name_zh, 'en', d.name_en) FROM memberships m JOIN departments d ON d.id = m.department_id
      WHERE m.person_id = e.person_id AND m.hospital_id = e.hospital_id ORDER BY m.id LIMIT 1) AS department,
    e.reason_kind AS "reasonKind", e.reason, e.opened_at AS "openedAt", e.ends_at AS "endsAt", e.ended_at AS "endedAt", b.name AS "endedBy",
    e.reviewed_at AS "reviewedAt", r.name AS "reviewedBy", e.verdict, e.review_note AS "reviewNote"
  FROM emergency_accesses e
    JOIN emergency_names n ON n.emergency_access_id = e.id
    JOIN people p ON p.id = e.person_id
    JOIN people o ON o.id = n.owner_id
    LEFT JOIN people b ON b.id = e.ended_by
    LEFT JOIN people r ON r.id = e.reviewed_by`;

/** An access by its id, held until the transaction ends; throws `object/not-found` where the actor may not know of it. */
export async function emergencyHeld(tx: Transaction, id: string): Promise<EmergencyRow> {
  // The row is locked by itself: names of people and cases stand behind views.
  await tx.query('SELECT 1 AS one FROM emergency_accesses WHERE id = $1 FOR UPDATE', [id]);
  const row = await tx.maybeOne<EmergencyRow>(`${EMERGENCIES} WHERE e.id = $1`, [id]);
  if (!row) throw notFound();
  return row;
}

/** What the policy needs to know of an access: whose case it is about, and who has it. */
export const factsOfEmergency = ({ hospitalId, ownerId, personId }: EmergencyRow): ObjectFacts => ({
  hospitalId,
  ownerId,
  emergencyPersonIds: [personId],
});

/** Nobody finds on their own access, whatever else they are. */
const mayAct = (tx: Transaction, action: EmergencyAction, row: EmergencyRow): boolean =>
  obstacleTo(action, row, tx.now) === undefined &&
  may(tx.actor, `emergency-access:${action}`, factsOfEmergency(row)) &&
  !(action === 'review' && row.personId === tx.actor.personId);

export function emergencyView(tx: Transaction, row: EmergencyRow): EmergencyAccess {
  const { id, caseNo, ownerName, reasonKind, reason, endedAt, endedBy, verdict, reviewedAt, reviewedBy } = row;
  return {
    id,
    caseNo,
    person: { id: row.personId, name: row.personName, department: row.department },
    ownerName,
    reasonKind,
    reason,
    openedAt: row.openedAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    endedEarly: endedAt === null ? null : { at: endedAt.toISOString(), by: endedBy ?? '' },
    isOpen: isOpen(row, tx.now),
    review:
      verdict === null || reviewedAt === null
        ? null
        : { verdict, note: row.reviewNote ?? '', by: reviewedBy ?? '', at: reviewedAt.toISOString() },
    availableActions: (['end', 'review'] as const).filter((action) => mayAct(tx, action, row)),
  };
}
