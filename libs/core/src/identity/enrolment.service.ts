import { Injectable } from '@nestjs/common';
import { personOf, type Actor } from '../access/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Problem, refuseFields } from '../errors/index.js';
import { LocalAccounts } from './local-accounts.js';
import { OneTimeCodes, stepOfCode } from './one-time-codes.js';
import { needsOneTimeCode } from './sign-in.rules.js';
import { endSignIns, openSignIn, rolesOf, type Presence, type SignedIn, type SignInPlace } from './sign-ins.js';

/** A secret shown and not confirmed is forgotten after this long. */
const BEGUN_MINUTES = 30;

/** Setting up, replacing and turning off one's own one-time code. */
@Injectable()
export class EnrolmentService {
  constructor(
    private readonly database: Database,
    private readonly accounts: LocalAccounts,
    private readonly codes: OneTimeCodes,
  ) {}

  /**
   * A new secret for the authenticator; the one in use stays until the new one is confirmed. Asks for the password, except of somebody who
   * has just signed in and must set one up. Throws a refusal of `password`.
   */
  async begin(presence: Presence, password: string): Promise<{ secret: string; uri: string }> {
    const { actor } = presence;
    if (!presence.mustEnrol) await this.mustKnowPassword(actor, password);
    return this.database.write(actor, async (tx) => {
      const secret = this.codes.newSecret();
      await this.codes.begin(tx, personOf(actor), secret);
      await tx.audit({ action: 'one-time-code.begun', objectKind: 'person', objectId: personOf(actor) });
      return { secret, uri: this.codes.uriOf(secret, await accountName(tx, actor)) };
    });
  }

  /**
   * Takes the new authenticator into use once it has shown a right code, and gives recovery codes. The sign-in continues under a new token,
   * since it now stands for more than the old one did; all others of the person end, since none of them has shown the new code. Throws `one-time-code/not-begun` or a refusal of `code`.
   */
  async confirm(
    { actor, method }: Presence,
    code: string,
    place: SignInPlace,
  ): Promise<{ recoveryCodes: string[]; signedIn: SignedIn }> {
    const personId = personOf(actor);
    return this.database.write(actor, async (tx) => {
      const since = new Date(tx.now.getTime() - BEGUN_MINUTES * 60_000);
      const begun = await this.codes.begun(tx, personId, since);
      if (!begun) throw new Problem('one-time-code/not-begun');
      const step = await stepOfCode(begun.secret, code.replace(/\s/g, ''), tx.now);
      if (step === undefined) throw refuseFields({ field: 'code', code: 'wrong' });
      await this.codes.confirm(tx, begun, step);
      await tx.audit({ action: 'one-time-code.set-up', objectKind: 'person', objectId: personId });
      const recoveryCodes = await this.codes.renewRecoveryCodes(tx, personId);
      await endSignIns(tx, { personId }, 'REPLACED');
      return { recoveryCodes, signedIn: await openSignIn(tx, { personId, method, place, codeShown: true }) };
    });
  }

  /** Throws `one-time-code/required` where a role asks for it. */
  async remove({ actor }: Presence, password: string): Promise<void> {
    if (needsOneTimeCode(rolesOf(actor))) throw new Problem('one-time-code/required');
    await this.mustKnowPassword(actor, password);
    await this.database.write(actor, async (tx) => {
      await this.codes.remove(tx, personOf(actor));
      await tx.audit({ action: 'one-time-code.removed', objectKind: 'person', objectId: personOf(actor) });
    });
  }

  /** Throws `one-time-code/not-begun` where no one-time code is set up. */
  async renewRecoveryCodes({ actor }: Presence, password: string): Promise<string[]> {
    await this.mustKnowPassword(actor, password);
    return this.database.write(actor, async (tx) => {
      if (!(await this.codes.inUse(tx, personOf(actor)))) throw new Problem('one-time-code/not-begun');
      await tx.audit({ action: 'recovery-codes.renewed', objectKind: 'person', objectId: personOf(actor) });
      return this.codes.renewRecoveryCodes(tx, personOf(actor));
    });
  }

  private async mustKnowPassword(actor: Actor, password: string): Promise<void> {
    if (password === '') throw refuseFields({ field: 'password', code: 'required' });
    if (!(await this.accounts.knowsOwnPassword(actor, password)))
      throw refuseFields({ field: 'password', code: 'wrong' });
  }
}

/** The name under which the authenticator lists the code. */
async function accountName(tx: Transaction, actor: Actor): Promise<string> {
  const row = await tx.maybeOne<{ username: string }>('SELECT username FROM accounts WHERE person_id = $1', [
    personOf(actor),
  ]);
  return row?.username ?? actor.name;
}
