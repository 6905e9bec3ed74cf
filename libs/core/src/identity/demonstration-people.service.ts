import { Injectable } from '@nestjs/common';
import type { Bilingual, Role } from '@consilium/contracts';
import { systemActor } from '../access/index.js';
import { Database, type Transaction } from '../database/index.js';
import { OneTimeCodes } from './one-time-codes.js';
import { needsOneTimeCode } from './sign-in.rules.js';
import { tokenHash } from './sign-ins.js';

export interface DemonstrationPerson {
  username: string;
  name: Bilingual;
  role: Role;
  hospital: Bilingual;
  needsCode: boolean;
}

const IS_DEMONSTRATION = 'EXISTS (SELECT 1 FROM installation WHERE demonstration_loaded_at IS NOT NULL)';
const narrator = systemActor('demonstration', '');

/** The accounts of the demonstration centre, for its sign-in page and its terminal. Nothing calls it elsewhere. */
@Injectable()
export class DemonstrationPeopleService {
  constructor(
    private readonly database: Database,
    private readonly codes: OneTimeCodes,
  ) {}

  async list(): Promise<DemonstrationPerson[]> {
    return this.database.read(narrator, (tx) =>
      tx.query<DemonstrationPerson>(
        `SELECT a.username, json_build_object('zh', p.name, 'en', p.name_en) AS name,
           coalesce((SELECT m.role FROM memberships m WHERE m.person_id = p.id ORDER BY m.id LIMIT 1), 'OBSERVER') AS role,
           json_build_object('zh', coalesce((SELECT d.name_zh FROM memberships m JOIN departments d ON d.id = m.department_id WHERE m.person_id = p.id ORDER BY m.id LIMIT 1), h.short_name_zh),
             'en', coalesce((SELECT d.name_en FROM memberships m JOIN departments d ON d.id = m.department_id WHERE m.person_id = p.id ORDER BY m.id LIMIT 1), h.short_name_en)) AS hospital,
           EXISTS (SELECT 1 FROM authenticators t WHERE t.person_id = p.id AND t.confirmed_at IS NOT NULL) AS "needsCode"
         FROM accounts a JOIN people p ON p.id = a.person_id JOIN hospitals h ON h.id = p.hospital_id
         WHERE ${IS_DEMONSTRATION}
         ORDER BY h.is_host DESC, p.id`,
      ),
    );
  }

  /** What the authenticator of a person, or of whom an invitation is for, shows now; undefined where there is none. */
  async codeOf(
    whose: { username: string } | { token: string },
  ): Promise<{ code: string; secondsLeft: number } | undefined> {
    return this.database.read(narrator, async (tx) => {
      const [sql, key] =
        'username' in whose
          ? ['SELECT person_id AS id FROM accounts WHERE username = lower($1)', whose.username]
          : ['SELECT person_id AS id FROM invitations WHERE token_hash = $1', tokenHash(whose.token)];
      const person = await tx.maybeOne<{ id: string }>(`${sql} AND ${IS_DEMONSTRATION}`, [key]);
      return person && this.codes.shown(tx, person.id);
    });
  }

  /** The secret of a person's authenticator; undefined where there is none. For the terminal of the demonstration and for tests. */
  async secretOf(username: string): Promise<string | undefined> {
    return this.database.read(narrator, async (tx) => {
      const person = await tx.maybeOne<{ id: string }>('SELECT person_id AS id FROM accounts WHERE username = $1', [
        username,
      ]);
      return person && (await this.codes.inUse(tx, person.id))?.secret;
    });
  }

  /** Gives everybody whose role asks for a one-time code an authenticator with a new secret. Part of founding a centre of invented people. */
  async equip(tx: Transaction): Promise<void> {
    const people = await tx.query<{ id: string; roles: Role[] }>(
      `SELECT a.person_id AS id, array_agg(m.role) AS roles FROM accounts a JOIN memberships m ON m.person_id = a.person_id GROUP BY a.person_id`,
    );
    for (const { id, roles } of people) {
      if (!needsOneTimeCode(roles)) continue;
      await this.codes.begin(tx, id, this.codes.newSecret());
      await tx.query('UPDATE authenticators SET confirmed_at = $2 WHERE person_id = $1', [id, tx.now]);
    }
  }
}
