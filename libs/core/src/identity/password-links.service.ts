import { Injectable } from '@nestjs/common';
import type { AnswerOf, peopleEndpoints } from '@consilium/contracts';
import { personOf, systemActor } from '../access/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Problem, refuseFields } from '../errors/index.js';
import { hashPassword, passwordIsAcceptable } from './passwords.js';
import { endSignIns, newToken, tokenHash, type SignInPlace } from './sign-ins.js';

interface HeldLink {
  id: string;
  personId: string;
  expiresAt: Date;
  usedAt: Date | null;
  withdrawnAt: Date | null;
  isDisabled: boolean;
  name: string;
  nameEn: string;
  username: string;
}

const gate = systemActor('sign-in', '');
const HOUR = 3_600_000;

/** Makes a link with which a person sets their password, in the place of an earlier one; its one-time word is kept nowhere. */
export async function openPasswordLink(tx: Transaction, personId: string, hours: number): Promise<string> {
  await withdrawPasswordLinks(tx, personId);
  const [id, token] = [tx.newId(), newToken()];
  const expiresAt = new Date(tx.now.getTime() + hours * HOUR);
  await tx.query(
    'INSERT INTO password_links (id, token_hash, person_id, created_at, created_by, expires_at) VALUES ($1, $2, $3, $4, $5, $6)',
    [id, tokenHash(token), personId, tx.now, personOf(tx.actor), expiresAt],
  );
  await tx.audit({
    action: 'password-link.issued',
    objectKind: 'person',
    objectId: personId,
    detail: { linkId: id, expiresAt: expiresAt.toISOString() },
  });
  return token;
}

export async function withdrawPasswordLinks(tx: Transaction, personId: string): Promise<void> {
  await tx.query(
    'UPDATE password_links SET withdrawn_at = $2 WHERE person_id = $1 AND used_at IS NULL AND withdrawn_at IS NULL',
    [personId, tx.now],
  );
}

/** A first or a lost password, set by its person with a link from the security administrator. The one-time code is asked for at sign-in as ever. */
@Injectable()
export class PasswordLinksService {
  constructor(private readonly database: Database) {}

  /** Whose password a link sets. Throws `password-link/unknown`, `/used`, `/expired` or `/withdrawn`, and `sign-in/disabled`. */
  async look(token: string): Promise<AnswerOf<typeof peopleEndpoints.lookAtLink>> {
    return this.database.read(gate, async (tx) => {
      const { personId, name, nameEn, username, expiresAt } = await openLink(tx, token);
      const { hospital } = await tx.one<{ hospital: { zh: string; en: string } }>(
        `SELECT json_build_object('zh', h.name_zh, 'en', h.name_en) AS hospital FROM people p JOIN hospitals h ON h.id = p.hospital_id WHERE p.id = $1`,
        [personId],
      );
      return { person: { zh: name, en: nameEn }, hospital, username, expiresAt: expiresAt.toISOString() };
    });
  }

  /** Sets the password and ends every signed-in browser of its person. Throws as `look` does, and a refusal of `password`. */
  async setPassword(token: string, password: string, { address }: SignInPlace): Promise<void> {
    const { name, nameEn, username } = await this.database.read(gate, (tx) => openLink(tx, token));
    if (!passwordIsAcceptable(password, [name, nameEn, username]))
      throw refuseFields({ field: 'password', code: 'weak' });
    const passwordHash = await hashPassword(password);
    await this.database.write({ ...gate, source: address }, async (tx) => {
      const { id, personId } = await openLink(tx, token, 'FOR UPDATE OF l');
      await tx.query('UPDATE password_links SET used_at = $2 WHERE id = $1', [id, tx.now]);
      await tx.query(
        'UPDATE accounts SET password_hash = $2, failed_attempts = 0, locked_until = NULL WHERE person_id = $1',
        [personId, passwordHash],
      );
      await tx.audit({
        action: 'password-link.used',
        objectKind: 'person',
        objectId: personId,
        detail: { linkId: id },
      });
      await endSignIns(tx, { personId }, 'PASSWORD_CHANGED');
    });
  }
}

async function openLink(tx: Transaction, token: string, lock: 'FOR UPDATE OF l' | '' = ''): Promise<HeldLink> {
  const link = await tx.maybeOne<HeldLink>(
    `SELECT l.id, l.person_id AS "personId", l.expires_at AS "expiresAt", l.used_at AS "usedAt", l.withdrawn_at AS "withdrawnAt",
       a.disabled_at IS NOT NULL AS "isDisabled", p.name, p.name_en AS "nameEn", a.username
     FROM password_links l JOIN people p ON p.id = l.person_id JOIN accounts a ON a.person_id = l.person_id WHERE l.token_hash = $1 ${lock}`,
    [tokenHash(token)],
  );
  if (!link) throw new Problem('password-link/unknown');
  if (link.usedAt) throw new Problem('password-link/used');
  if (link.isDisabled) throw new Problem('sign-in/disabled');
  if (link.withdrawnAt) throw new Problem('password-link/withdrawn');
  if (link.expiresAt <= tx.now) throw new Problem('password-link/expired');
  return link;
}
