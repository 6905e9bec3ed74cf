import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { personOf, type Actor } from '../access/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Problem } from '../errors/index.js';
import { hashPassword, passwordMatches } from './passwords.js';
import { lockedUntil } from './sign-in.rules.js';

export interface LocalAccount {
  personId: string;
  /** Null until its person has set one. */
  passwordHash: string | null;
  failedAttempts: number;
  lockedUntil: Date | null;
  disabledAt: Date | null;
}

const ACCOUNT = `SELECT person_id AS "personId", password_hash AS "passwordHash", failed_attempts AS "failedAttempts", locked_until AS "lockedUntil", disabled_at AS "disabledAt" FROM accounts`;

/** Accounts with a password, and their rest after too many failures. */
@Injectable()
export class LocalAccounts {
  /** Compared against when there is no such account, so that the answer takes as long. */
  private readonly decoy = hashPassword(randomBytes(18).toString('base64'));

  constructor(private readonly database: Database) {}

  /** As `hold`, by the name of the account. */
  holdNamed(tx: Transaction, username: string): Promise<LocalAccount | undefined> {
    return tx.maybeOne<LocalAccount>(`${ACCOUNT} WHERE username = lower($1) FOR UPDATE`, [username]);
  }

  /** The account of a person, held until the transaction ends, so that failures are counted one by one. */
  hold(tx: Transaction, personId: string): Promise<LocalAccount | undefined> {
    return tx.maybeOne<LocalAccount>(`${ACCOUNT} WHERE person_id = $1 FOR UPDATE`, [personId]);
  }

  async matches(account: LocalAccount | undefined, password: string): Promise<boolean> {
    const right = await passwordMatches(account?.passwordHash ?? (await this.decoy), password);
    return right && typeof account?.passwordHash === 'string';
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
   * Whether the person who acts knows the password of their account. Wrong ones rest this question like those at sign-in, but are counted
   * apart: who fails at the door keeps nobody inside from their work. Throws `sign-in/locked` while it rests, and `signature/no-password` where
   * there is no account.
   */
  async knowsOwnPassword(actor: Actor, password: string): Promise<boolean> {
    const personId = personOf(actor);
    const { right, until } = await this.database.write(actor, async (tx) => {
      const account = await tx.maybeOne<Confirmations>(`${CONFIRMATIONS} WHERE person_id = $1 FOR UPDATE`, [personId]);
      if (!account) throw new Problem('signature/no-password');
      if (account.restsUntil && account.restsUntil > tx.now) throw lockedProblem(account.restsUntil);
      if (!(await passwordMatches(account.passwordHash, password)))
        return { right: false, until: await countConfirmationFailure(tx, personId, account.failed + 1) };
      if (account.failed > 0)
        await tx.query(
          'UPDATE accounts SET failed_confirmations = 0, confirmations_rest_until = NULL WHERE person_id = $1',
          [personId],
        );
      await tx.audit({ action: 'password.confirmed', objectKind: 'person', objectId: personId });
      return { right: true, until: undefined };
    });
    if (until) throw lockedProblem(until);
    return right;
  }
}

interface Confirmations {
  passwordHash: string;
  failed: number;
  restsUntil: Date | null;
}

const CONFIRMATIONS = `SELECT password_hash AS "passwordHash", failed_confirmations AS failed, confirmations_rest_until AS "restsUntil" FROM accounts`;

/** Counts a wrong password of somebody signed in, on record. Returns until when the question rests. */
async function countConfirmationFailure(
  tx: Transaction,
  personId: string,
  failures: number,
): Promise<Date | undefined> {
  const until = lockedUntil(failures, tx.now);
  await tx.query('UPDATE accounts SET failed_confirmations = $2, confirmations_rest_until = $3 WHERE person_id = $1', [
    personId,
    failures,
    until ?? null,
  ]);
  await tx.audit({
    action: 'password.confirmed',
    objectKind: 'person',
    objectId: personId,
    outcome: 'REFUSED',
    detail: { failures },
  });
  return until;
}

export const lockedProblem = (until: Date): Problem => new Problem('sign-in/locked', { until: until.toISOString() });
