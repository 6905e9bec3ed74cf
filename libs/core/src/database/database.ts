import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError } from 'typeorm';
import type { Actor } from '../access/index.js';
import { Clock } from '../clock/index.js';
import { ConstraintViolation, Problem } from '../errors/index.js';
import { Transaction, type AuditEntry } from './transaction.js';

const INTEGRITY = /^23/;
const SERIALISATION = new Set(['40001', '40P01']);

/**
 * The one way to the database. Every unit of work runs in a transaction that knows its actor (the settings that row-level security reads),
 * and either all of it happens or nothing.
 */
@Injectable()
export class Database {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs a change. A violated constraint surfaces as ConstraintViolation with its name; a deadlock is run once more, since nothing of the
   * first attempt remains.
   */
  async write<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    try {
      return await this.run(actor, work);
    } catch (error) {
      if (error instanceof QueryFailedError && SERIALISATION.has(sqlStateOf(error))) return await this.run(actor, work);
      throw error;
    }
  }

  /** Runs a look. Openings that must be on record write their audit line here. */
  async read<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.run(actor, work);
  }

  /** Records a refusal in a transaction of its own, after the refused one has left no trace. */
  async recordRefusal(actor: Actor, entry: Omit<AuditEntry, 'outcome'>): Promise<void> {
    await this.run(actor, (tx) => tx.audit({ ...entry, outcome: 'REFUSED' }));
  }

  private async run<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    try {
      return await this.dataSource.transaction(async (manager) => {
        await manager.query(`SELECT set_config('app.person_id', $1, true), set_config('app.hospital_id', $2, true)`, [
          actor.personId ?? '',
          actor.hospitalId,
        ]);
        return work(new Transaction(actor, this.clock.now(), manager));
      });
    } catch (error) {
      throw translated(error);
    }
  }
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
