import type { AuditAction } from '@consilium/contracts';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { wallSettings, type Actor } from '../access/index.js';
import { Problem } from '../errors/index.js';

/**
 * What is written to the audit log beside a change. `detail`, `before` and `after` hold ids, codes, states and times, never a patient's identity
 * or clinical text: a changed text is named by its `fingerprint`.
 */
export interface AuditEntry {
  action: AuditAction;
  objectKind: string;
  objectId?: string;
  caseId?: string;
  outcome?: 'DONE' | 'REFUSED';
  detail?: Record<string, unknown>;
  /** What the change replaced, and by what; the same names in both. */
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
}

/** Topics that other processes and open screens hear about once the transaction is in. */
export type Topic =
  'case' | 'board' | 'session' | 'plan' | 'notification' | 'share' | 'sign-in' | 'reminder' | 'directory' | 'worklist';

/** One unit of work on the database, in the name of an actor, at one instant. */
export class Transaction {
  private lines = 0;

  constructor(
    readonly actor: Actor,
    /** The instant of this unit of work; everything in it happens then. */
    readonly now: Date,
    private readonly manager: EntityManager,
  ) {}

  /** A new id, ordered by time. */
  newId(): string {
    return uuid();
  }

  async query<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const result: unknown = await this.manager.query(sql, [...parameters]);
    // TypeORM answers UPDATE and DELETE with [rows, affected], everything else with rows.
    if (Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number')
      return result[0] as Row[];
    return result as Row[];
  }

  async maybeOne<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row | undefined> {
    return (await this.query<Row>(sql, parameters))[0];
  }

  /** The first row; its absence is an error of ours, not of the caller. */
  async one<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row> {
    const row = await this.maybeOne<Row>(sql, parameters);
    if (!row) throw new Error('a row was expected');
    return row;
  }

  /** Inserts rows in one statement. */
  async insert<T extends ObjectLiteral>(entity: EntityTarget<T>, values: Partial<T> | Partial<T>[]): Promise<void> {
    if (Array.isArray(values) && values.length === 0) return;
    await this.manager.createQueryBuilder().insert().into(entity).values(values).updateEntity(false).execute();
  }

  /**
   * Raises the version of a row, if it is the one the caller saw. Lock of the whole aggregate: call it first in a change.
   * Throws `object/stale` naming who changed it and when. The table must have version, updated_at and updated_by.
   */
  async raiseVersion(
    table:
      | 'cases'
      | 'consult_sessions'
      | 'surgical_plans'
      | 'shares'
      | 'people'
      | 'hospitals'
      | 'campuses'
      | 'rooms'
      | 'departments'
      | 'centers'
      | 'partnerships'
      | 'restricted_facts'
      | 'attachments'
      | 'checklists'
      | 'consult_requests'
      | 'condition_updates',
    id: string,
    seen: number,
  ): Promise<number> {
    const raised = await this.maybeOne<{ version: number }>(
      `UPDATE ${table} SET version = version + 1, updated_at = $3, updated_by = $4 WHERE id = $1 AND version = $2 RETURNING version`,
      [id, seen, this.now, this.actor.personId],
    );
    if (raised) return raised.version;
    const present = await this.one<{ version: number; at: Date; who: string | null }>(
      `SELECT t.version, t.updated_at AS at, p.name AS who FROM ${table} t LEFT JOIN people p ON p.id = t.updated_by WHERE t.id = $1`,
      [id],
    );
    throw staleProblem(present);
  }

  /**
   * Does what an authorised change of one case brings with it and the actor has no sight of, e.g. the cards of a case on which another hospital
   * gave its opinion: for its length the database lets this transaction in to that case, as the system actor `case-keeper`. The audit log
   * keeps naming the actor.
   */
  async asCaseKeeper<T>(caseId: string, work: () => Promise<T>): Promise<T> {
    const own = wallSettings(this.actor, this.now);
    await this.standAs('case-keeper', `{${caseId}}`, 'on');
    // After a failure there is nothing to go back to: the transaction ends.
    const result = await work();
    await this.standAs(own['app.system'], own['app.case_ids'], own['app.writes']);
    return result;
  }

  private async standAs(...settings: (string | undefined)[]): Promise<void> {
    await this.query(
      `SELECT set_config('app.system', $1, true), set_config('app.case_ids', $2, true), set_config('app.writes', $3, true)`,
      settings,
    );
  }

  /** Whether this transaction has written a line of the audit log. */
  get isOnRecord(): boolean {
    return this.lines > 0;
  }

  /** Writes a line of the audit log in this transaction. */
  async audit(entry: AuditEntry): Promise<void> {
    this.lines += 1;
    await this.query(
      `INSERT INTO audit_events (at, actor_id, actor, action, outcome, object_kind, object_id, case_id, hospital_id, request_id, detail, roles, source, before, after)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        this.now,
        this.actor.personId,
        this.actor.name,
        entry.action,
        entry.outcome ?? 'DONE',
        entry.objectKind,
        entry.objectId ?? null,
        entry.caseId ?? null,
        this.actor.hospitalId || null,
        this.actor.requestId ?? null,
        JSON.stringify(entry.detail ?? {}),
        [...new Set(this.actor.memberships.map(({ role }) => role))],
        this.actor.source ?? null,
        entry.before ? JSON.stringify(entry.before) : null,
        entry.after ? JSON.stringify(entry.after) : null,
      ],
    );
  }

  /** Announces a change: it leaves by the outbox once this transaction is in, or not at all. */
  async announce(topic: Topic, ...keys: string[]): Promise<void> {
    if (keys.length === 0) return;
    await this.query(`INSERT INTO outbox (topic, key, created_at) SELECT $1, k, $3 FROM unnest($2::text[]) AS k`, [
      topic,
      keys,
      this.now,
    ]);
  }
}

/** The refusal of a change made on an old version. */
export function staleProblem(present: { version: number; at: Date; who: string | null }): Problem {
  return new Problem(
    'object/stale',
    { who: present.who ?? { zh: '系统', en: 'The system' }, at: present.at.toISOString() },
    { currentVersion: present.version },
  );
}
