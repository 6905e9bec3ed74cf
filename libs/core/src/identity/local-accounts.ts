import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { personOf, type Actor } from '../access/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Problem } from '../errors/index.js';
import { hashPassword, passwordMatches } from './passwords.js';
import { lockedUntil } from './sign-in.rules.js';

export interface LocalAccount {
  personId: string;
  passwordHash: string;
  failedAttempts: number;
  lockedUntil: Date | null;
}

const ACCOUNT = `SELECT person_id AS "personId", password_hash AS "passwordHash", failed_attempts AS "failedAttempts", locked_until AS "lockedUntil" FROM accounts`;

/** Accounts with a password, and their rest after too many failures. */
@Injectable()
export class LocalAccounts {
  /** Compared against when there is no such account, so that the answer takes as long. */
  private readonly decoy = hashPassword(randomBytes(18).toString('base64'));

  constructor(private readonly database: Database) {}

  find(tx: Transaction, username: string): Promise<LocalAccount | undefined> {
    return tx.maybeOne<LocalAccount>(`${ACCOUNT} WHERE username = lower($1)`, [username]);
  }

  /** The account of a person, held until the transaction ends, so that failures are counted one by one. */
  hold(tx: Transaction, personId: string): Promise<LocalAccount | undefined> {
    return tx.maybeOne<LocalAccount>(`${ACCOUNT} WHERE person_id = $1 FOR UPDATE`, [personId]);
  }

  async matches(account: LocalAccount | undefined, password: string): Promise<boolean> {
    const right = await passwordMatches(account?.passwordHash ?? (await this.decoy), password);
    return right && account !== undefined;
  }

  /** Counts a failure, on record; the account rests from the fifth on. Returns until when. */
  async countFailure(tx: Transaction, account: LocalAccount): Promise<Date | undefined> {
    const failures = account.failedAttempts + 1;
    const until = lockedUntil(failures, tx.now);
    await tx.query('UPDATE accounts SET failed_attempts = $2, locked_until = $3 WHERE person_id = $1', [
      account.personId,
      failures,
      until ?? null,
    ]);
    await tx.audit({
      action: 'sign-in.made',
      objectKind: 'person',
      objectId: account.personId,
      outcome: 'REFUSED',
      detail: { failures },
    });
    return until;
  }

  async clearFailures(tx: Transaction, personId: string): Promise<void> {
    await tx.query('UPDATE accounts SET failed_attempts = 0, locked_until = NULL WHERE person_id = $1', [personId]);
  }

  /**
   * Whether the person who acts knows the password of their account. A wrong one counts towards the lockout like one at sign-in; throws
   * `sign-in/locked` while the account rests, and `signature/no-password` where there is no account.
   */
  async knowsOwnPassword(actor: Actor, password: string): Promise<boolean> {
    const personId = personOf(actor);
    const account = await this.database.read(actor, (tx) =>
      tx.maybeOne<LocalAccount>(`${ACCOUNT} WHERE person_id = $1`, [personId]),
    );
    if (!account) throw new Problem('signature/no-password');
    const right = await this.matches(account, password);
    const until = await this.database.write(actor, async (tx) => {
      const present = await this.hold(tx, personId);
      if (!present) throw new Problem('signature/no-password');
      if (present.lockedUntil && present.lockedUntil > tx.now) throw lockedProblem(present.lockedUntil);
      if (!right) return this.countFailure(tx, present);
      if (present.failedAttempts > 0) await this.clearFailures(tx, personId);
      await tx.audit({ action: 'password.confirmed', objectKind: 'person', objectId: personId });
      return undefined;
    });
    if (until) throw lockedProblem(until);
    return right;
  }
}

export const lockedProblem = (until: Date): Problem => new Problem('sign-in/locked', { until: until.toISOString() });
