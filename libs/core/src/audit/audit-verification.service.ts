import { Injectable } from '@nestjs/common';
import type { ChainBreak } from '@consilium/contracts';
import { systemActor, type Actor } from '../access/index.js';
import { Database, type Transaction } from '../database/index.js';
import { batchLink, CANONICAL_ROW, GENESIS, rowLink } from './chain.js';
import { chainHead } from './audit-seal.service.js';
import { KnownLinks, type Anchor } from './known-links.js';

const PAGE = 5_000;

export interface ChainReport {
  outcome: 'PASSED' | 'BROKEN';
  /** Rows whose seal was found right, up to the first break. */
  sealedRows: number;
  /** Last link found right, as hexadecimal; kept elsewhere it is an anchor that a rewritten chain cannot meet. */
  head: { sequence: number; hash: string };
  unsealed: { rows: number; since: Date | null };
  broken: ChainBreak | null;
  tookMilliseconds: number;
}

interface Link {
  sequence: string;
  eventId: string;
  batch: string;
  hash: Buffer;
  /** Null where the row is gone. */
  text: string | null;
  /** Only on the last row of a batch. */
  closing: { number: number; rowCount: number; sealedAt: string; previousHash: string; hash: string } | null;
}

/** How far the verification has come. */
interface Progress {
  sequence: number;
  batch: number;
  rowsInBatch: number;
  link: Buffer;
}

const checker = systemActor('audit-check', '');

const LINKS = `
  SELECT s.sequence, s.event_id AS "eventId", s.batch, s.hash, CASE WHEN e.id IS NULL THEN NULL ELSE ${CANONICAL_ROW} END AS text,
    CASE WHEN b.number IS NULL THEN NULL ELSE json_build_object('number', b.number, 'rowCount', b.row_count, 'previousHash', encode(b.previous_hash, 'hex'), 'hash', encode(b.hash, 'hex'),
      'sealedAt', to_char(b.sealed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) END AS closing
  FROM (SELECT * FROM audit_seals WHERE sequence > $1 AND sequence <= $2 ORDER BY sequence LIMIT ${PAGE}) s
    LEFT JOIN audit_events e ON e.id = s.event_id
    LEFT JOIN audit_batches b ON b.last_sequence = s.sequence
  ORDER BY s.sequence`;

/** Goes through the chain of the audit log and says where it is broken first, if it is. */
@Injectable()
export class AuditVerificationService {
  constructor(
    private readonly database: Database,
    private readonly links: KnownLinks,
  ) {}

  /**
   * Verifies every sealed row in order, then that no row has slipped past the seals. The chain must hold what was its end whenever it was
   * found whole, whatever this process sealed last, and the anchor. Reads page by page, so that neither memory nor a long transaction is
   * needed. The result is kept, in whose name it was asked for.
   */
  async verify(by: Actor = checker, options: { anchor?: Anchor } = {}): Promise<ChainReport> {
    const began = performance.now();
    const { progress, end, broken: brokenLink, cutOff } = await this.follow(options.anchor);
    const { unsealed, broken: slipped } = await this.database.read(checker, (tx) => tail(tx, end));
    const broken = brokenLink ?? slipped ?? cutOff ?? null;
    const report: ChainReport = {
      outcome: broken ? 'BROKEN' : 'PASSED',
      sealedRows: progress.sequence,
      head: { sequence: progress.sequence, hash: progress.link.toString('hex') },
      unsealed,
      broken,
      tookMilliseconds: Math.round(performance.now() - began),
    };
    if (report.outcome === 'PASSED') this.links.noteVerified(report.head);
    await this.keep(by, report);
    return report;
  }

  private async follow(
    anchor: Anchor | undefined,
  ): Promise<{ progress: Progress; end: number; broken: ChainBreak | null; cutOff?: ChainBreak }> {
    // Looked up before the end: a verification that ends meanwhile may note a link further on.
    const hashes = await this.database.read(checker, (tx) => this.links.all(tx));
    if (anchor) hashes.set(anchor.sequence, (hashes.get(anchor.sequence) ?? new Set()).add(anchor.hash));
    const head = await this.database.read(checker, chainHead);
    const end = Number(head?.lastSequence ?? 0);
    let progress: Progress = { sequence: 0, batch: 1, rowsInBatch: 0, link: GENESIS };
    for await (const page of this.pages(end)) {
      for (const link of page) {
        const next = step(progress, link, page);
        if ('kind' in next) return { progress, end, broken: next };
        const known = hashes.get(next.sequence);
        if (known && (known.size > 1 || !known.has(next.link.toString('hex'))))
          return { progress, end, broken: replacedAt(next.sequence, link.eventId) };
        progress = next;
      }
    }
    if (progress.sequence < end) return { progress, end, broken: gap(progress) };
    const isCutOff = [...hashes.keys()].some((sequence) => sequence > end);
    return { progress, end, broken: null, ...(isCutOff && { cutOff: replacedAt(end + 1, null) }) };
  }

  /** The links up to a place, page by page. The database reads the next page while this one is being hashed. */
  private async *pages(end: number): AsyncGenerator<Link[]> {
    const pageAfter = (place: number) => this.database.read(checker, (tx) => tx.query<Link>(LINKS, [place, end]));
    let coming = pageAfter(0);
    for (;;) {
      const page = await coming;
      const last = page.at(-1);
      if (!last) return;
      coming = pageAfter(Number(last.sequence));
      // Where a break ends the verification nobody waits for this page any more; who does wait still learns of its failure.
      coming.catch(() => undefined);
      yield page;
    }
  }

  private async keep(by: Actor, report: ChainReport): Promise<void> {
    await this.database.write(by, async (tx) => {
      await tx.query(
        `INSERT INTO audit_checks (at, checked_by, outcome, sealed_rows, head_hash, unsealed_rows, broken, took_milliseconds)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          tx.now,
          by.name,
          report.outcome,
          report.sealedRows,
          Buffer.from(report.head.hash, 'hex'),
          report.unsealed.rows,
          report.broken && JSON.stringify(report.broken),
          report.tookMilliseconds,
        ],
      );
      await tx.audit({
        action: 'audit.verified',
        objectKind: 'audit-log',
        detail: {
          outcome: report.outcome,
          sealedRows: report.sealedRows,
          ...(report.broken && { broken: report.broken }),
        },
      });
    });
  }
}

const gap = ({ sequence }: Progress): ChainBreak => ({ kind: 'SEAL_MISSING', sequence: sequence + 1, eventId: null });

const replacedAt = (sequence: number, eventId: string | null): ChainBreak => ({ kind: 'REPLACED', sequence, eventId });

/** The progress after one link, or what is wrong with it. */
function step(progress: Progress, link: Link, page: readonly Link[]): Progress | ChainBreak {
  const sequence = progress.sequence + 1;
  if (Number(link.sequence) !== sequence || Number(link.batch) !== progress.batch) return gap(progress);
  const { eventId } = link;
  if (link.text === null) return { kind: 'DELETED', sequence, eventId };
  const hash = rowLink(progress.link, link.text);
  if (!hash.equals(link.hash))
    return { kind: fitsHere(progress, link, page) ? 'REORDERED' : 'CHANGED', sequence, eventId };
  if (!link.closing) return { ...progress, sequence, rowsInBatch: progress.rowsInBatch + 1, link: hash };
  const { number, rowCount, sealedAt, previousHash } = link.closing;
  const closed = batchLink(hash, { number, lastSequence: sequence, rowCount, sealedAt: new Date(sealedAt) });
  if (
    number !== progress.batch ||
    rowCount !== progress.rowsInBatch + 1 ||
    previousHash !== hash.toString('hex') ||
    closed.toString('hex') !== link.closing.hash
  )
    return { kind: 'BATCH_CHANGED', sequence, eventId };
  return { sequence, batch: progress.batch + 1, rowsInBatch: 0, link: closed };
}

/** Whether another row near by is the one that was sealed at this place. */
function fitsHere(progress: Progress, here: Link, page: readonly Link[]): boolean {
  return page.some(({ eventId, text, hash }) => {
    if (text === null || eventId === here.eventId) return false;
    const link = rowLink(progress.link, text);
    return link.equals(hash) || link.equals(here.hash);
  });
}

/**
 * What waits for its seal, and the first row that neither is sealed nor waits, or that waited and is gone. Seals beyond the chain verified must
 * belong to batches closed since.
 */
async function tail(
  tx: Transaction,
  end: number,
): Promise<{ unsealed: { rows: number; since: Date | null }; broken: ChainBreak | null }> {
  // Over millions of rows this may take longer than a request may.
  await tx.query('SET LOCAL statement_timeout = 0');
  const { rows, since, lost } = await tx.one<{ rows: number; since: Date | null; lost: string | null }>(
    `SELECT count(e.id)::int AS rows, min(e.at) AS since, min(u.event_id) FILTER (WHERE e.id IS NULL) AS lost
     FROM audit_unsealed u LEFT JOIN audit_events e ON e.id = u.event_id`,
  );
  const { slipped } = await tx.one<{ slipped: string | null }>(
    `SELECT min(e.id) AS slipped FROM audit_events e WHERE NOT EXISTS (SELECT 1 FROM audit_seals s WHERE s.event_id = e.id)
       AND NOT EXISTS (SELECT 1 FROM audit_unsealed u WHERE u.event_id = e.id)`,
  );
  const loose = await tx.maybeOne<{ sequence: string; eventId: string }>(
    `SELECT s.sequence, s.event_id AS "eventId" FROM audit_seals s
     WHERE s.sequence > $1 AND NOT EXISTS (SELECT 1 FROM audit_batches b WHERE b.number = s.batch) ORDER BY s.sequence LIMIT 1`,
    [end],
  );
  const unsealed = { rows, since };
  if (loose)
    return { unsealed, broken: { kind: 'SEAL_MISSING', sequence: Number(loose.sequence), eventId: loose.eventId } };
  if (lost !== null) return { unsealed, broken: { kind: 'DELETED', sequence: null, eventId: lost } };
  if (slipped !== null) return { unsealed, broken: { kind: 'INSERTED', sequence: null, eventId: slipped } };
  return { unsealed, broken: null };
}
