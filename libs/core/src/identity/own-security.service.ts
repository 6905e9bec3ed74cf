import { Injectable } from '@nestjs/common';
import type { OwnSecurity, SignedInBrowser, SignInMethod } from '@consilium/contracts';
import { personOf } from '../access/index.js';
import { Database, type Transaction } from '../database/index.js';
import { notFound, refuseFields } from '../errors/index.js';
import { LocalAccounts } from './local-accounts.js';
import { hashPassword, passwordIsAcceptable } from './passwords.js';
import { idleMinutes, needsOneTimeCode } from './sign-in.rules.js';
import { endSignIns, rolesOf, type Presence } from './sign-ins.js';

interface BrowserRow extends Omit<SignedInBrowser, 'current' | 'signedInAt' | 'lastSeenAt'> {
  signedInAt: Date;
  lastSeenAt: Date;
}

/** One's own password and signed-in browsers. */
@Injectable()
export class OwnSecurityService {
  constructor(
    private readonly database: Database,
    private readonly accounts: LocalAccounts,
  ) {}

  async read(presence: Presence): Promise<OwnSecurity> {
    return this.database.read(presence.actor, (tx) => ownSecurity(tx, presence));
  }

  /**
   * Changes one's own password and ends all other sessions. Throws refusals of `oldPassword` (counted towards the lockout) and
   * `newPassword`.
   */
  async changePassword(presence: Presence, oldPassword: string, newPassword: string): Promise<void> {
    const { actor, signInId } = presence;
    const personId = personOf(actor);
    const names = await this.database.read(actor, (tx) =>
      tx.one<{ name: string; nameEn: string; username: string }>(
        `SELECT p.name, p.name_en AS "nameEn", coalesce(a.username, '') AS username FROM people p LEFT JOIN accounts a ON a.person_id = p.id WHERE p.id = $1`,
        [personId],
      ),
    );
    if (!passwordIsAcceptable(newPassword, Object.values(names)))
      throw refuseFields({ field: 'newPassword', code: 'weak' });
    if (!(await this.accounts.knowsOwnPassword(actor, oldPassword)))
      throw refuseFields({ field: 'oldPassword', code: 'wrong' });
    const passwordHash = await hashPassword(newPassword);
    await this.database.write(actor, async (tx) => {
      await tx.query('UPDATE accounts SET password_hash = $2 WHERE person_id = $1', [personId, passwordHash]);
      await tx.audit({ action: 'password.changed', objectKind: 'person', objectId: personId });
      await endSignIns(tx, { personId, exceptId: signInId }, 'PASSWORD_CHANGED');
    });
  }

  /** Ends one of one's own sessions at once. */
  async endBrowser(presence: Presence, signInId: string): Promise<OwnSecurity> {
    const personId = personOf(presence.actor);
    return this.database.write(presence.actor, async (tx) => {
      if ((await endSignIns(tx, { personId, id: signInId }, 'REVOKED')) === 0) throw notFound();
      return ownSecurity(tx, presence);
    });
  }

  async endOtherBrowsers(presence: Presence): Promise<OwnSecurity> {
    const personId = personOf(presence.actor);
    return this.database.write(presence.actor, async (tx) => {
      const ended = await endSignIns(tx, { personId, exceptId: presence.signInId }, 'REVOKED');
      await tx.audit({
        action: 'sign-ins.revoked',
        objectKind: 'person',
        objectId: personId,
        detail: { ended },
      });
      return ownSecurity(tx, presence);
    });
  }
}

async function ownSecurity(tx: Transaction, { actor, signInId }: Presence): Promise<OwnSecurity> {
  const personId = personOf(actor);
  const idleSince = (method: SignInMethod) => new Date(tx.now.getTime() - idleMinutes(method, actor.isHost) * 60_000);
  const browsers = await tx.query<BrowserRow>(
    `SELECT id, method, browser, address, created_at AS "signedInAt", last_seen_at AS "lastSeenAt" FROM sign_ins
     WHERE person_id = $1 AND ended_at IS NULL AND expires_at > $2 AND last_seen_at >= CASE WHEN method = 'INVITATION' THEN $3 ELSE $5 END::timestamptz
     ORDER BY id = $4 DESC, last_seen_at DESC LIMIT 100`,
    [personId, tx.now, idleSince('INVITATION'), signInId, idleSince('PASSWORD')],
  );
  const code = await tx.one<{ since: Date | null; left: number; hasPassword: boolean }>(
    `SELECT (SELECT confirmed_at FROM authenticators WHERE person_id = $1 AND confirmed_at IS NOT NULL) AS since,
       (SELECT count(*) FROM recovery_codes WHERE person_id = $1 AND used_at IS NULL)::int AS left,
       EXISTS (SELECT 1 FROM accounts WHERE person_id = $1) AS "hasPassword"`,
    [personId],
  );
  return {
    hasPassword: code.hasPassword,
    oneTimeCode: {
      since: code.since?.toISOString() ?? null,
      required: needsOneTimeCode(rolesOf(actor)),
      recoveryCodesLeft: code.left,
    },
    browsers: browsers.map(({ signedInAt, lastSeenAt, ...browser }) => ({
      ...browser,
      current: browser.id === signInId,
      signedInAt: signedInAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
    })),
  };
}
