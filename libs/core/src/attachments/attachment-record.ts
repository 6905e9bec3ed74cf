import {
  previewTypes,
  type Attachment,
  type AttachmentKind,
  type AttachmentList,
  type AttachmentType,
} from '@consilium/contracts';
import { may } from '../access/index.js';
import { factsForPolicy, type CaseFacts } from '../cases/index.js';
import type { Transaction } from '../database/index.js';
import { notFound } from '../errors/index.js';

export interface AttachmentRow {
  id: string;
  version: number;
  kind: AttachmentKind;
  title: string;
  mediaType: AttachmentType;
  bytes: number;
  sha256: string;
  round: number;
  state: 'ACTIVE' | 'REMOVED';
  uploadedBy: string;
  uploadedAt: Date;
  removedAt: Date | null;
  removedBy: string | null;
  removeReason: string | null;
  sameAsId: string | null;
}

const ROWS = `
  SELECT a.id, a.version, a.kind, a.title, a.media_type AS "mediaType", a.bytes, a.sha256, r.ordinal AS round, a.state, p.name AS "uploadedBy",
    a.uploaded_at AS "uploadedAt", a.removed_at AS "removedAt", q.name AS "removedBy", a.remove_reason AS "removeReason",
    (SELECT e.id FROM attachments e WHERE e.case_id = a.case_id AND e.sha256 = a.sha256 AND e.state = 'ACTIVE' AND e.id < a.id
      ORDER BY e.id LIMIT 1) AS "sameAsId"
  FROM attachments a JOIN discussion_rounds r ON r.id = a.round_id JOIN people p ON p.id = a.uploaded_by LEFT JOIN people q ON q.id = a.removed_by
  WHERE a.case_id = $1`;

/** One file of the case; throws `object/not-found` where the case has no such file. */
export async function attachmentHeld(tx: Transaction, facts: CaseFacts, id: string): Promise<AttachmentRow> {
  const row = await tx.maybeOne<AttachmentRow>(`${ROWS} AND a.id = $2`, [facts.id, id]);
  if (!row) throw notFound();
  return row;
}

/** The files of a case, those in use first and the newest first among them; `studies` where the viewer can show some. */
export async function attachmentsOf(
  tx: Transaction,
  facts: CaseFacts,
  studies: AttachmentList['studies'],
): Promise<AttachmentList> {
  const rows = await tx.query<AttachmentRow>(`${ROWS} ORDER BY a.state, a.id DESC`, [facts.id]);
  return {
    items: rows.map((row) => attachmentView(tx, facts, row)),
    mayAdd: may(tx.actor, 'attachment:add', factsForPolicy(facts)),
    studies,
  };
}

export function attachmentView(tx: Transaction, facts: CaseFacts, row: AttachmentRow): Attachment {
  const { id, version, kind, title, mediaType, bytes, sha256, round, uploadedBy, uploadedAt, sameAsId } = row;
  const mayRemove = may(tx.actor, 'attachment:remove', factsForPolicy(facts));
  return {
    id,
    version,
    kind,
    title,
    mediaType,
    bytes,
    sha256,
    round,
    uploadedBy,
    uploadedAt: uploadedAt.toISOString(),
    isPreviewable: previewTypes.includes(mediaType),
    sameAsId: row.state === 'ACTIVE' ? sameAsId : null,
    removed:
      row.removedAt === null
        ? null
        : { at: row.removedAt.toISOString(), by: row.removedBy ?? '', reason: row.removeReason ?? '' },
    availableActions: mayRemove ? [row.state === 'ACTIVE' ? 'remove' : 'restore'] : [],
  };
}
