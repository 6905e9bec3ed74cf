import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError, type EntityManager } from 'typeorm';
import { wallSettings, type Actor } from '../access/index.js';
import { Clock } from '../clock/index.js';
import { ConstraintViolation, Problem } from '../errors/index.js';
import { RecentOpenings } from './recent-openings.js';
import { Transaction, type AuditEntry } from './transaction.js';

const INTEGRITY = /^23/;
const SERIALISATION = new Set(['40001', '40P01']);

/**
 * The one way to the database. Every unit of work runs in a transaction of its own, as a role without rights over the tables and in the name
 * of its actor, whom row-level security lets in to certain rows; either all of it happens or nothing.
 */
@Injectable()
export class Database {
  private readonly openings = new RecentOpenings();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs a change. A violated constraint surfaces as ConstraintViolation with its name; a deadlock is run once more, since nothing of the
   * first attempt remains. A change that somebody asked for over the network is undone where it left no line in the audit log.
   */
  async write<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const onRecord = async (tx: Transaction) => {
      const result = await work(tx);
      if (actor.requestId !== undefined && !tx.isOnRecord) throw new Error('a change left no line in the audit log');
      return result;
    };
    try {
      return await this.run(actor, onRecord);
    } catch (error) {
      if (error instanceof QueryFailedError && SERIALISATION.has(sqlStateOf(error)))
        return await this.run(actor, onRecord);
      throw error;
    }
  }

  /** Runs a look. Openings that must be on record write their audit line here. */
  async read<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.run(actor, work);
  }

  /**
   * Runs a look at a list, a board or a calendar, which is one entry of the audit log whatever it shows. Looking again within ten minutes is
   * the same opening.
   */
  async list<T>(actor: Actor, entry: Omit<AuditEntry, 'outcome'>, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const now = this.clock.now();
    const key = JSON.stringify([actor.personId ?? actor.name, entry.action, entry.objectId, entry.detail]);
    const isNew = this.openings.isNew(key, now);
    const result = await this.run(actor, async (tx) => {
      const seen = await work(tx);
      if (isNew) await tx.audit(entry);
      return seen;
    });
    if (isNew) this.openings.remember(key, now);
    return result;
  }

  /** Records a refusal in a transaction of its own, after the refused one has left no trace. */
  async recordRefusal(actor: Actor, entry: Omit<AuditEntry, 'outcome'>): Promise<void> {
    await this.run(actor, (tx) => tx.audit({ ...entry, outcome: 'REFUSED' }));
  }

  private async run<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    try {
      return await this.dataSource.transaction(async (manager) => {
        const now = this.clock.now();
        await standBeforeTheWall(manager, actor, now);
        return work(new Transaction(actor, now, manager));
      });
    } catch (error) {
      throw translated(error);
    }
  }
}

/** Gives up the account's own rights for the length of the transaction and says who is asking, in one round trip. */
async function standBeforeTheWall(manager: EntityManager, actor: Actor, now: Date): Promise<void> {
  const settings = Object.entries(wallSettings(actor, now));
  await manager.query(
    'SELECT count(set_config(s.name, s.value, true)) FROM unnest($1::text[], $2::text[]) AS s (name, value)',
    [settings.map(([name]) => name), settings.map(([, value]) => value)],
  );
}

function sqlStateOf(error: QueryFailedError): string {
  const driver: unknown = error.driverError;
  return typeof driver === 'object' && driver !== null && 'code' in driver ? String(driver.code) : '';
}

function translated(error: unknown): unknown {
  if (!(error instanceof QueryFailedError)) return error;
  const state = sqlStateOf(error);
  const driver: unknown = error.driverError;
  if (INTEGRITY.test(state)) {
    const constraint =
      typeof driver === 'object' && driver !== null && 'constraint' in driver ? String(driver.constraint) : 'unnamed';
    return new ConstraintViolation(constraint, state);
  }
  if (state.startsWith('08') || state === '57P01' || state === '') {
    const code = typeof driver === 'object' && driver !== null && 'code' in driver ? String(driver.code) : '';
    if (state.startsWith('08') || state === '57P01' || code.startsWith('ECONN'))
      return new Problem('server/unavailable');
  }
  return error;
}
