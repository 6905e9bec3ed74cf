import { Injectable } from '@nestjs/common';
import { personOf, systemActor, type Actor } from '../access/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Problem } from '../errors/index.js';
import { LocalAccounts, lockedProblem, type LocalAccount } from './local-accounts.js';
import { OneTimeCodes } from './one-time-codes.js';
import { loadActor } from './people.js';
import { idleMinutes, lacksSecondFactor, lockMinutes } from './sign-in.rules.js';
import { UnknownNames } from './unknown-names.js';
import {
  endSignIns,
  NOWHERE,
  openSignIn,
  rolesOf,
  type Presence,
  type SignedIn,
  type SignInPlace,
} from './sign-ins.js';

export interface Credentials {
  username: string;
  password: string;
  /** One-time code or recovery code; left out in the first step. */
  code?: string | undefined;
}

/** Nobody is signed in yet: the house itself decides, and notes where the request came from. */
const gateAt = ({ address }: SignInPlace): Actor => ({ ...systemActor('sign-in', ''), source: address });

/** Signing in and out. A refusal leaves its trace: failures are counted although nobody is let in. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly accounts: LocalAccounts,
    private readonly codes: OneTimeCodes,
    private readonly unknownNames: UnknownNames,
  ) {}

  /**
   * Signs in with a local account. Throws `sign-in/wrong` without saying what was wrong, `sign-in/locked` with the time of release,
   * `sign-in/disabled` and, where a one-time code is set up, `sign-in/code-required` where the password was right, and `sign-in/code-wrong`.
   */
  async signIn(credentials: Credentials, place: SignInPlace): Promise<SignedIn> {
    const result = await this.database.write(gateAt(place), async (tx) => {
      const account = await this.accounts.holdNamed(tx, credentials.username);
      // Compared while the account is held: a password that is being changed opens nothing any more.
      const matches = await this.accounts.matches(account, credentials.password);
      if (!account) return this.unknownNames.fail(tx, credentials.username);
      if (account.lockedUntil && account.lockedUntil > tx.now) return lockedProblem(account.lockedUntil);
      if (!matches) return this.failed(tx, account, new Problem('sign-in/wrong'));
      // Said only to who knows the password: a stranger does not learn which accounts there are.
      if (account.disabledAt) return new Problem('sign-in/disabled');
      const code = await this.checkCode(tx, account, credentials.code);
      if (code instanceof Problem) return code;
      await this.accounts.clearFailures(tx, account.personId);
      return openSignIn(tx, {
        personId: account.personId,
        method: 'PASSWORD',
        place,
        codeShown: code === 'SHOWN',
      });
    });
    if (result instanceof Problem) throw result;
    return result;
  }

  /** Signs in a person whose identity another proof has shown: the one-time link of the first administrator. */
  async signInAs(personId: string, place: SignInPlace = NOWHERE): Promise<SignedIn> {
    return this.database.write(gateAt(place), (tx) => openSignIn(tx, { personId, method: 'SETUP_LINK', place }));
  }

  /**
   * Signs in whom the hospital's single sign-on has named by their account. Throws `sign-in/unknown-person` where the hospital has no person
   * with that account: being known there is not yet being let in here, and for people of other hospitals it does not speak. Throws
   * `sign-in/second-factor-missing` where a role asks for a one-time code and single sign-on has shown no second factor: the account with its
   * password and code stays open to them.
   */
  async signInByAccount(username: string, secondFactor: boolean, place: SignInPlace): Promise<SignedIn> {
    return this.database.write(gateAt(place), async (tx) => {
      const person = await tx.maybeOne<{ id: string; isDisabled: boolean }>(
        `SELECT p.id, a.disabled_at IS NOT NULL AS "isDisabled" FROM accounts a JOIN people p ON p.id = a.person_id JOIN hospitals h ON h.id = p.hospital_id
         WHERE a.username = lower($1) AND h.is_host`,
        [username.trim()],
      );
      if (!person) throw new Problem('sign-in/unknown-person');
      if (person.isDisabled) throw new Problem('sign-in/disabled');
      const wanted = { personId: person.id, method: 'SINGLE_SIGN_ON', place, codeShown: secondFactor } as const;
      const actor = await loadActor(tx, person.id);
      if (actor && lacksSecondFactor(wanted, rolesOf(actor))) throw new Problem('sign-in/second-factor-missing');
      return openSignIn(tx, wanted);
    });
  }

  async signOut({ actor, signInId }: Presence): Promise<void> {
    await this.database.write(actor, (tx) => endSignIns(tx, { personId: personOf(actor), id: signInId }, 'SIGNED_OUT'));
  }

  /** Locks a browser that nobody has touched: its idle time counts from the last touch. Returns when the sign-in ends. */
  async lock({ actor, signInId, method }: Presence): Promise<Date> {
    const lockAfter = lockMinutes(method);
    const endAfter = idleMinutes(method, actor.isHost);
    if (lockAfter === null) throw new Problem('access/denied', { who: NOBODY });
    return this.database.write(actor, async (tx) => {
      const untouchedSince = new Date(tx.now.getTime() - lockAfter * 60_000);
      const row = await tx.one<{ lastSeenAt: Date }>(
        `UPDATE sign_ins SET locked_at = coalesce(locked_at, $2), last_seen_at = CASE WHEN locked_at IS NULL THEN least(last_seen_at, $3) ELSE last_seen_at END
         WHERE id = $1 RETURNING last_seen_at AS "lastSeenAt"`,
        [signInId, tx.now, untouchedSince],
      );
      await tx.audit({
        action: 'screen.locked',
        objectKind: 'person',
        objectId: personOf(actor),
        detail: { signInId },
      });
      return new Date(row.lastSeenAt.getTime() + endAfter * 60_000);
    });
  }

  /** Opens a locked browser. Throws `sign-in/wrong`, which counts towards the lockout. */
  async unlock({ actor, signInId }: Presence, password: string): Promise<void> {
    if (!(await this.accounts.knowsOwnPassword(actor, password))) throw new Problem('sign-in/wrong');
    await this.database.write(actor, async (tx) => {
      await tx.query('UPDATE sign_ins SET locked_at = NULL, last_seen_at = $2 WHERE id = $1', [signInId, tx.now]);
      await tx.audit({
        action: 'screen.unlocked',
        objectKind: 'person',
        objectId: personOf(actor),
        detail: { signInId },
      });
    });
  }

  private async checkCode(tx: Transaction, account: LocalAccount, code?: string): Promise<Problem | 'SHOWN' | 'NONE'> {
    const authenticator = await this.codes.inUse(tx, account.personId);
    if (!authenticator) return 'NONE';
    if (!code) return new Problem('sign-in/code-required');
    if (await this.codes.take(tx, authenticator, code)) return 'SHOWN';
    return this.failed(tx, account, new Problem('sign-in/code-wrong'));
  }

  private async failed(tx: Transaction, account: LocalAccount, problem: Problem): Promise<Problem> {
    const until = await this.accounts.countFailure(tx, account);
    return until ? lockedProblem(until) : problem;
  }
}

const NOBODY = { zh: '会议协调员重新邀请', en: 'the coordinator for a new invitation' };
