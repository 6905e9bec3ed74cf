import { Injectable } from '@nestjs/common';
import type { PersonView } from '@consilium/contracts';
import { personOf, type Actor } from '../access/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Problem, refuseFields } from '../errors/index.js';
import { endSignIns, OneTimeCodes, openPasswordLink, withdrawPasswordLinks } from '../identity/index.js';
import { refuseLastAdministrator } from './last-administrator.js';
import { dayBefore } from './membership.rules.js';
import { heldToday } from './memberships.service.js';
import { changePerson, refuseOwn, type PersonRecord } from './person-record.js';
import { personView } from './person-view.js';

interface HeldAccount {
  username: string;
  disabledAt: Date | null;
  lockedUntil: Date | null;
}

/**
 * Accounts as the security administrator keeps them. Passwords are neither chosen nor seen here: their person sets one by a link. Nobody does
 * any of this to their own account.
 */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly codes: OneTimeCodes,
  ) {}

  /** Makes an account without a password. Throws `people/account-exists` and refusals of `username`. */
  async create(
    actor: Actor,
    personId: string,
    { version, username }: { version: number; username: string },
  ): Promise<PersonView> {
    return this.changing(actor, personId, version, async (tx) => {
      if (await accountOf(tx, personId)) throw new Problem('people/account-exists');
      const made = await tx.query(
        'INSERT INTO accounts (person_id, username) VALUES ($1, $2) ON CONFLICT (username) DO NOTHING RETURNING person_id',
        [personId, username],
      );
      if (made.length === 0) throw refuseFields({ field: 'username', code: 'taken' });
      await record(tx, 'account.created', personId, { after: { username } });
    });
  }

  /** Puts its person out at once: every browser, every open screen, every link. Throws `people/last-administrator`. */
  async disable(actor: Actor, personId: string, version: number): Promise<PersonView> {
    return this.changing(actor, personId, version, async (tx, person) => {
      await enabledAccount(tx, personId);
      const held = heldToday(person.memberships, person.today);
      await refuseLastAdministrator(tx, { personId, held, lastDay: dayBefore(person.today) });
      await tx.query('UPDATE accounts SET disabled_at = $2, disabled_by = $3 WHERE person_id = $1', [
        personId,
        tx.now,
        personOf(actor),
      ]);
      await withdrawPasswordLinks(tx, personId);
      await record(tx, 'account.disabled', personId, { before: { disabled: false }, after: { disabled: true } });
      await endSignIns(tx, { personId }, 'ACCOUNT_DISABLED');
    });
  }

  async enable(actor: Actor, personId: string, version: number): Promise<PersonView> {
    return this.changing(actor, personId, version, async (tx) => {
      const account = await existingAccount(tx, personId);
      if (!account.disabledAt) return;
      await tx.query(
        'UPDATE accounts SET disabled_at = NULL, disabled_by = NULL, failed_attempts = 0, locked_until = NULL WHERE person_id = $1',
        [personId],
      );
      await record(tx, 'account.enabled', personId, { before: { disabled: true }, after: { disabled: false } });
    });
  }

  /** Ends the rest of an account after too many failures. */
  async unlock(actor: Actor, personId: string, version: number): Promise<PersonView> {
    return this.changing(actor, personId, version, async (tx) => {
      const { lockedUntil } = await existingAccount(tx, personId);
      await tx.query('UPDATE accounts SET failed_attempts = 0, locked_until = NULL WHERE person_id = $1', [personId]);
      await record(tx, 'account.unlocked', personId, { before: { lockedUntil }, after: { lockedUntil: null } });
    });
  }

  async endSessions(actor: Actor, personId: string, version: number): Promise<PersonView> {
    return this.changing(actor, personId, version, async (tx) => {
      const ended = await endSignIns(tx, { personId }, 'REVOKED');
      await record(tx, 'account.signed-out', personId, { detail: { ended } });
    });
  }

  /** Removes a one-time code that was lost, with its recovery codes. Where a role asks for one, it is set up anew at the next sign-in. */
  async resetCode(actor: Actor, personId: string, version: number): Promise<PersonView> {
    return this.changing(actor, personId, version, async (tx) => {
      await existingAccount(tx, personId);
      await this.codes.remove(tx, personId);
      await record(tx, 'account.code-reset', personId);
      await endSignIns(tx, { personId }, 'CODE_RESET');
    });
  }

  /**
   * Makes a link with which the person sets a first or a new password; an earlier one stops working. The one-time word is in the answer and
   * nowhere else. Throws `people/no-account` and `people/account-disabled`.
   */
  async issueLink(
    actor: Actor,
    personId: string,
    { version, hours }: { version: number; hours: number },
  ): Promise<{ person: PersonView; token: string }> {
    let token = '';
    const person = await this.changing(actor, personId, version, async (tx) => {
      await enabledAccount(tx, personId);
      token = await openPasswordLink(tx, personId, hours);
    });
    return { person, token };
  }

  private changing(
    actor: Actor,
    personId: string,
    version: number,
    work: (tx: Transaction, person: PersonRecord) => Promise<void>,
  ): Promise<PersonView> {
    return changePerson(
      this.database,
      actor,
      { personId, version, permission: 'accounts:manage' },
      async (tx, person) => {
        refuseOwn(actor, personId, 'people/own-account');
        await work(tx, person);
        return personView(tx, personId);
      },
    );
  }
}

const accountOf = (tx: Transaction, personId: string): Promise<HeldAccount | undefined> =>
  tx.maybeOne<HeldAccount>(
    'SELECT username, disabled_at AS "disabledAt", locked_until AS "lockedUntil" FROM accounts WHERE person_id = $1 FOR UPDATE',
    [personId],
  );

async function existingAccount(tx: Transaction, personId: string): Promise<HeldAccount> {
  const account = await accountOf(tx, personId);
  if (!account) throw new Problem('people/no-account');
  return account;
}

async function enabledAccount(tx: Transaction, personId: string): Promise<void> {
  if ((await existingAccount(tx, personId)).disabledAt) throw new Problem('people/account-disabled');
}

type Action =
  | 'account.created'
  | 'account.disabled'
  | 'account.enabled'
  | 'account.unlocked'
  | 'account.signed-out'
  | 'account.code-reset';

const record = (
  tx: Transaction,
  action: Action,
  personId: string,
  more: { before?: Record<string, unknown>; after?: Record<string, unknown>; detail?: Record<string, unknown> } = {},
): Promise<void> => tx.audit({ action, objectKind: 'person', objectId: personId, ...more });
