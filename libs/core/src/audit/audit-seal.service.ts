import { Injectable } from '@nestjs/common';
import { systemActor } from '../access/index.js';
import { Database, type Transaction } from '../database/index.js';
import { batchLink, CANONICAL_ROW, GENESIS, rowLink } from './chain.js';
import { KnownLinks, type Anchor } from './known-links.js';

/** Key of the advisory lock under which one follower at a time seals. */
const FOLLOWER_LOCK = 4_207_720;
/** Rows fetched and sealed in one statement; a backlog of any length needs no more memory than this. */
const ROWS_AT_ONCE = 2_000;

const follower = systemActor('audit-follower', '');

interface WaitingRow {
  id: string;
  text: string;
}

interface Head {
  number: string;
  lastSequence: string;
  hash: Buffer;
}

/** Chains what transactions wrote to the audit log. Writers only leave a note that a row waits, so none of them waits for another. */
@Injectable()
export class AuditSealService {
  constructor(
    private readonly database: Database,
    private readonly links: KnownLinks,
  ) {}

  /**
   * Seals every row that is committed and not sealed yet, as one batch. Only committed rows can be seen, so what was committed when the
   * follower looked comes before whatever commits later, also where an older transaction takes long; within one look rows stand in order of
   * writing. While another follower is at work nothing is done. Returns how many rows were sealed.
   */
  async sealWaiting(): Promise<number> {
    const { rowCount, last } = await this.database.write(follower, (tx) => this.sealBatch(tx));
    // Not before the commit: what was undone is in no chain.
    if (last) this.links.noteSealed(last);
    return rowCount;
  }

  /** `last` is the link that closes the batch, where it goes on from the chain this process knows. */
  private async sealBatch(tx: Transaction): Promise<{ rowCount: number; last?: Anchor }> {
    const { mine } = await tx.one<{ mine: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS mine', [FOLLOWER_LOCK]);
    if (!mine) return { rowCount: 0 };
    const head = await chainHead(tx);
    // The cursor keeps to what was committed when it was opened, however long the batch takes.
    await tx.query(
      `DECLARE waiting NO SCROLL CURSOR FOR SELECT u.event_id AS id, ${CANONICAL_ROW} AS text
         FROM audit_unsealed u JOIN audit_events e ON e.id = u.event_id ORDER BY u.event_id`,
    );
    const batch = Number(head?.number ?? 0) + 1;
    const first = Number(head?.lastSequence ?? 0) + 1;
    let sequence = first;
    let link = head?.hash ?? GENESIS;
    for (;;) {
      const rows = await tx.query<WaitingRow>(`FETCH ${ROWS_AT_ONCE} FROM waiting`);
      if (rows.length === 0) break;
      const links = rows.map(({ text }) => (link = rowLink(link, text)));
      await keepSeals(tx, { batch, sequence, ids: rows.map(({ id }) => id), links });
      sequence += rows.length;
    }
    const rowCount = sequence - first;
    if (rowCount === 0) return { rowCount };
    const lastSequence = sequence - 1;
    const closing = await closeBatch(tx, { number: batch, lastSequence, rowCount, sealedAt: tx.now }, link);
    const isKnownChain = await this.links.holdsLastSealed(tx);
    return { rowCount, ...(isKnownChain && { last: { sequence: lastSequence, hash: closing.toString('hex') } }) };
  }
}

/** The last batch of the chain; undefined while nothing was sealed. */
export function chainHead(tx: Transaction): Promise<Head | undefined> {
  return tx.maybeOne<Head>(
    'SELECT number, last_sequence AS "lastSequence", hash FROM audit_batches ORDER BY number DESC LIMIT 1',
  );
}

async function keepSeals(
  tx: Transaction,
  rows: { batch: number; sequence: number; ids: string[]; links: Buffer[] },
): Promise<void> {
  await tx.query(
    `INSERT INTO audit_seals (sequence, event_id, batch, hash)
     SELECT $2::bigint + s.place - 1, s.event_id, $1, s.hash FROM unnest($3::bigint[], $4::bytea[]) WITH ORDINALITY AS s (event_id, hash, place)`,
    [rows.batch, rows.sequence, rows.ids, rows.links],
  );
  await tx.query('DELETE FROM audit_unsealed WHERE event_id = ANY ($1::bigint[])', [rows.ids]);
}

async function closeBatch(
  tx: Transaction,
  facts: { number: number; lastSequence: number; rowCount: number; sealedAt: Date },
  previous: Buffer,
): Promise<Buffer> {
  const closing = batchLink(previous, facts);
  await tx.query(
    `INSERT INTO audit_batches (number, last_sequence, row_count, previous_hash, hash, sealed_at) VALUES ($1, $2, $3, $4, $5, $6)`,
    [facts.number, facts.lastSequence, facts.rowCount, previous, closing, facts.sealedAt],
  );
  return closing;
}
