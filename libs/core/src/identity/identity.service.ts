import { Injectable } from '@nestjs/common';
import { isOpenToGuests, type Locale, type Me } from '@consilium/contracts';
import { permissionsOf, personOf, systemActor, type Actor } from '../access/index.js';
import { Database } from '../database/index.js';
import { Problem } from '../errors/index.js';
import { LocalAccounts } from './local-accounts.js';
import { homeOf } from './people.js';
import { idleMinutes, lockMinutes } from './sign-in.rules.js';
import { presenceOf, usedPresence, type Presence } from './sign-ins.js';

const gate = systemActor('sign-in', '');

/** Who is behind a token, and what a screen needs to know of them. */
@Injectable()
export class IdentityService {
  constructor(
    private readonly database: Database,
    private readonly accounts: LocalAccounts,
  ) {}

  /** Who is behind a token, or undefined where it is unknown, ended, expired or idle for too long; whether that counts as use of it. */
  async presenceOf(token: string, use: 'USED' | 'UNUSED'): Promise<Presence | undefined> {
    return this.database.read(gate, (tx) => (use === 'USED' ? usedPresence : presenceOf)(tx, token));
  }

  /** Whether a token still opens a session, without counting as use of it. */
  async isSignedIn(token: string): Promise<boolean> {
    return this.database.read(gate, async (tx) => (await presenceOf(tx, token)) !== undefined);
  }

  /**
   * Checks the password of the person who acts, as a signature asks for it; throws `signature/wrong-password`, which is on record here, with
   * what it was asked for where that is named.
   */
  async confirmPassword(actor: Actor, password: string, of?: { objectKind: string; objectId: string }): Promise<void> {
    if (await this.accounts.knowsOwnPassword(actor, password)) return;
    await this.database.recordRefusal(actor, {
      action: 'signature.given',
      ...(of ?? { objectKind: 'person', objectId: personOf(actor) }),
    });
    throw new Problem('signature/wrong-password');
  }

  async setLocale(actor: Actor, locale: Locale): Promise<void> {
    await this.database.write(actor, async (tx) => {
      await tx.query('UPDATE people SET locale = $2 WHERE id = $1', [personOf(actor), locale]);
      await tx.audit({
        action: 'language.set',
        objectKind: 'person',
        objectId: personOf(actor),
        before: { locale: actor.locale },
        after: { locale },
      });
    });
  }

  /** What a screen needs to know of the person signed in. */
  async describe(presence: Presence, demonstration: boolean): Promise<Me> {
    const { actor, method } = presence;
    return this.database.read(actor, async (tx) => {
      const row = await tx.one<Omit<Me, 'permissions' | 'home' | 'demonstration' | 'signIn' | 'memberships'>>(
        `SELECT p.id, p.name, p.name_en AS "nameEn", coalesce(a.username, '') AS username, p.locale,
           json_build_object('id', h.id, 'name', json_build_object('zh', h.name_zh, 'en', h.name_en), 'isHost', h.is_host,
             'timeZone', hospital_zone(h.id)) AS hospital
         FROM people p JOIN hospitals h ON h.id = $2 LEFT JOIN accounts a ON a.person_id = p.id WHERE p.id = $1`,
        [personOf(actor), actor.hospitalId],
      );
      const departments = await tx.query<{ id: string; zh: string; en: string }>(
        'SELECT id, name_zh AS zh, name_en AS en FROM departments WHERE id = ANY ($1::uuid[])',
        [actor.memberships.map(({ departmentId }) => departmentId)],
      );
      const nameOf = (departmentId: string | null) => {
        const found = departments.find(({ id }) => id === departmentId);
        return found ? { zh: found.zh, en: found.en } : null;
      };
      return {
        ...row,
        memberships: actor.memberships.map(({ role, departmentId }) => ({
          role,
          departmentId,
          department: nameOf(departmentId),
        })),
        permissions: permissionsOf(actor).filter((held) => method !== 'INVITATION' || isOpenToGuests(held)),
        home: await homeOf(tx, actor),
        demonstration,
        signIn: {
          method,
          mustEnrol: presence.mustEnrol,
          locksAfterMinutes: lockMinutes(method),
          endsAfterMinutes: idleMinutes(method, actor.isHost),
        },
      };
    });
  }
}
