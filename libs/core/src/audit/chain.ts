import { createHash } from 'node:crypto';

/** What the first link is chained to. */
export const GENESIS: Buffer = Buffer.alloc(32);

/**
 * The text of a line `e` of `audit_events` that is hashed: every column, in this order, as a JSON array with the instant in UTC to the
 * microsecond. Columns added later are added at the end of a new version of this expression, never here.
 */
export const CANONICAL_ROW = `json_build_array(e.id, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.actor_id, e.actor, e.roles, e.action, e.outcome,
  e.object_kind, e.object_id, e.case_id, e.hospital_id, e.request_id, e.source, e.detail, e.before, e.after)::text`;

/** The link of a row: SHA-256 over the link before it and the row's text. */
export function rowLink(previous: Buffer, canonicalRow: string): Buffer {
  return createHash('sha256').update(previous).update(canonicalRow).digest();
}

export interface BatchFacts {
  number: number;
  lastSequence: number;
  rowCount: number;
  sealedAt: Date;
}

/** The link that closes a batch, so that when rows were sealed stands in the chain as well. The next row is chained to it. */
export function batchLink(previous: Buffer, { number, lastSequence, rowCount, sealedAt }: BatchFacts): Buffer {
  return createHash('sha256')
    .update(previous)
    .update(JSON.stringify([number, lastSequence, rowCount, sealedAt.toISOString()]))
    .digest();
}
