import { Injectable } from '@nestjs/common';
import type { AnswerOf, auditEndpoints, AuditEvent, ChainCheck, ChainState, InputOf } from '@consilium/contracts';
import { authorise, type Actor } from '../access/index.js';
import { Database, type Transaction } from '../database/index.js';
import { notFound } from '../errors/index.js';
import { factsOfLog, filtersOnRecord, LINE, lineOf, linesOf, SCOPE, scopeOf, type LineRow } from './audit-lines.js';
import { AuditVerificationService } from './audit-verification.service.js';

type ListQuery = InputOf<typeof auditEndpoints.list>['query'];

interface EventRow extends LineRow {
  requestId: string | null;
  detail: Record<string, unknown>;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  sequence: string | null;
  hash: string | null;
  sealedAt: Date | null;
}

const EVENT = `
  SELECT x.*, s.sequence, encode(s.hash, 'hex') AS hash, b.sealed_at AS "sealedAt"
  FROM (SELECT e.request_id AS "requestId", e.detail, e.before, e.after, ${LINE} WHERE e.id = $3 AND ${SCOPE}) x
    LEFT JOIN audit_seals s ON s.event_id = x.id LEFT JOIN audit_batches b ON b.number = s.batch`;

/** The audit log as an auditor reads it. Reading it is on record as well. */
@Injectable()
export class AuditReadingService {
  constructor(
    private readonly database: Database,
    private readonly verification: AuditVerificationService,
  ) {}

  /** Lines of the own hospital, newest first, a page at a time. */
  async list(actor: Actor, query: ListQuery): Promise<AnswerOf<typeof auditEndpoints.list>> {
    authorise(actor, 'audit:read', factsOfLog(actor));
    const { cursor, limit, ...filters } = query;
    const opening = { action: 'audit.listed', objectKind: 'audit-log', detail: filtersOnRecord(filters) } as const;
    return this.database.list(actor, opening, async (tx) => {
      const lines = await linesOf(tx, filters, { before: cursor, limit: limit + 1 });
      const items = lines.slice(0, limit);
      return { items, nextCursor: lines.length > limit ? (items.at(-1)?.id ?? null) : null };
    });
  }

  /** One line with what it changed and its seal. */
  async read(actor: Actor, eventId: string): Promise<AuditEvent> {
    authorise(actor, 'audit:read', factsOfLog(actor));
    return this.database.read(actor, async (tx) => {
      const row = await tx.maybeOne<EventRow>(EVENT, [...scopeOf(actor), eventId]);
      if (!row) throw notFound();
      await tx.audit({ action: 'audit.opened', objectKind: 'audit-event', objectId: eventId });
      const { sequence, hash, sealedAt, ...line } = row;
      const seal =
        sequence !== null && hash !== null && sealedAt !== null
          ? { sequence: Number(sequence), hash, sealedAt: sealedAt.toISOString() }
          : null;
      return { ...line, ...lineOf(line), seal };
    });
  }

  /** How far the log is sealed and what the last verification found. */
  async chain(actor: Actor): Promise<ChainState> {
    authorise(actor, 'audit:read', factsOfLog(actor));
    return this.database.read(actor, chainState);
  }

  /** Verifies the whole chain now, on record, in the name of who asks. */
  async verify(actor: Actor): Promise<ChainState> {
    authorise(actor, 'audit:read', factsOfLog(actor));
    await this.verification.verify(actor);
    return this.database.read(actor, chainState);
  }
}

interface CheckRow extends Omit<ChainCheck, 'at' | 'sealedRows' | 'unsealedRows'> {
  at: Date;
  sealedRows: string;
  unsealedRows: string;
}

async function chainState(tx: Transaction): Promise<ChainState> {
  const head = await tx.maybeOne<{ sealedRows: string; headHash: string; lastSealedAt: Date }>(
    `SELECT last_sequence AS "sealedRows", encode(hash, 'hex') AS "headHash", sealed_at AS "lastSealedAt" FROM audit_batches ORDER BY number DESC LIMIT 1`,
  );
  const tail = await tx.one<{ rows: number; since: Date | null }>(
    'SELECT count(*)::int AS rows, min(e.at) AS since FROM audit_unsealed u JOIN audit_events e ON e.id = u.event_id',
  );
  const check = await tx.maybeOne<CheckRow>(
    `SELECT at, checked_by AS "checkedBy", outcome, sealed_rows AS "sealedRows", unsealed_rows AS "unsealedRows", broken FROM audit_checks ORDER BY id DESC LIMIT 1`,
  );
  return {
    sealedRows: Number(head?.sealedRows ?? 0),
    headHash: head?.headHash ?? null,
    lastSealedAt: head?.lastSealedAt.toISOString() ?? null,
    unsealedRows: tail.rows,
    unsealedSince: tail.since?.toISOString() ?? null,
    lastCheck: check
      ? {
          ...check,
          at: check.at.toISOString(),
          sealedRows: Number(check.sealedRows),
          unsealedRows: Number(check.unsealedRows),
        }
      : null,
  };
}
