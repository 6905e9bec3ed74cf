import type { PatientMerge, RecordConflict } from '@consilium/contracts';
import type { Transaction } from '../database/index.js';

export interface MergeRow {
  id: string;
  keptId: string;
  mergedId: string;
  caseIds: string[];
  keptName: string;
  joinedName: string;
  keptCaseNos: string[];
  joinedCaseNos: string[];
  conflicts: RecordConflict[];
  reason: string;
  mergedAt: Date;
  mergedBy: string;
  undoneAt: Date | null;
  undoneBy: string | null;
  undoReason: string | null;
}

const MERGES = `
  SELECT m.id, m.kept_id AS "keptId", m.merged_id AS "mergedId", m.case_ids AS "caseIds", k.masked_name AS "keptName", j.masked_name AS "joinedName",
    ARRAY(SELECT c.case_no FROM cases c WHERE c.patient_id = m.kept_id AND c.id <> ALL (m.case_ids) ORDER BY c.referred_at, c.id) AS "keptCaseNos",
    ARRAY(SELECT c.case_no FROM cases c WHERE c.id = ANY (m.case_ids) ORDER BY c.referred_at, c.id) AS "joinedCaseNos",
    m.conflicts, m.reason, m.merged_at AS "mergedAt", p.name AS "mergedBy", m.undone_at AS "undoneAt", u.name AS "undoneBy", m.undo_reason AS "undoReason"
  FROM patient_merges m
    JOIN patients k ON k.id = m.kept_id
    JOIN patients j ON j.id = m.merged_id
    JOIN people p ON p.id = m.merged_by
    LEFT JOIN people u ON u.id = m.undone_by`;

export const mergeById = (tx: Transaction, id: string): Promise<MergeRow | undefined> =>
  tx.maybeOne<MergeRow>(`${MERGES} WHERE m.id = $1`, [id]);

/** The newest first, one more than asked for. */
export const mergesBefore = (tx: Transaction, before: string | null, limit: number): Promise<MergeRow[]> =>
  tx.query<MergeRow>(
    `${MERGES} WHERE m.hospital_id = $1 AND ($2::uuid IS NULL OR m.id < $2) ORDER BY m.id DESC LIMIT $3`,
    [tx.actor.hospitalId, before, limit + 1],
  );

export const mergeView = (row: MergeRow): PatientMerge => ({
  id: row.id,
  kept: { maskedName: row.keptName, caseNos: row.keptCaseNos },
  joined: { maskedName: row.joinedName, caseNos: row.joinedCaseNos },
  conflicts: row.conflicts,
  reason: row.reason,
  mergedAt: row.mergedAt.toISOString(),
  mergedBy: row.mergedBy,
  undone:
    row.undoneAt && row.undoneBy !== null && row.undoReason !== null
      ? { at: row.undoneAt.toISOString(), by: row.undoneBy, reason: row.undoReason }
      : null,
  mayUndo: row.undoneAt === null,
});
