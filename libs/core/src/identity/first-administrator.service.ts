import { Injectable } from '@nestjs/common';
import type { Role } from '@consilium/contracts';
import { systemActor } from '../access/index.js';
import { Database } from '../database/index.js';
import { Problem, refuseFields } from '../errors/index.js';
import { hashPassword, passwordIsAcceptable } from './passwords.js';
import { newToken, tokenHash } from './sign-ins.js';

/**
 * An empty house needs both: people and their roles are the administrator's, accounts and administrators the security administrator's, and
 * nobody gives themselves a role. With a second person in place either role can be handed over.
 */
const FIRST_ROLES: readonly Role[] = ['ADMIN', 'SECURITY_ADMIN'];

const starter = systemActor('first-start', '');

/** The way into an empty installation: a link printed at the first start makes one administrator, once. */
@Injectable()
export class FirstAdministratorService {
  constructor(private readonly database: Database) {}

  /** A fresh one-time token while the installation has no people, else undefined. Links printed before stop working. */
  async issueToken(): Promise<string | undefined> {
    return this.database.write(starter, async (tx) => {
      if (await tx.maybeOne('SELECT 1 AS one FROM people LIMIT 1')) return undefined;
      const token = newToken();
      await tx.query('DELETE FROM setup_links WHERE used_at IS NULL');
      await tx.query('INSERT INTO setup_links (token_hash, created_at) VALUES ($1, $2)', [tokenHash(token), tx.now]);
      return token;
    });
  }

  /** Makes the host hospital, its centre and its first administrator. Throws `setup/token-invalid`. Returns the person's id. */
  async create(input: {
    token: string;
    hospitalName: string;
    name: string;
    username: string;
    password: string;
  }): Promise<string> {
    if (!passwordIsAcceptable(input.password, [input.name, input.username]))
      throw refuseFields({ field: 'password', code: 'weak' });
    const passwordHash = await hashPassword(input.password);
    return this.database.write(starter, async (tx) => {
      const used = await tx.maybeOne(
        'UPDATE setup_links SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND NOT EXISTS (SELECT 1 FROM people) RETURNING 1 AS one',
        [tokenHash(input.token), tx.now],
      );
      if (!used) throw new Problem('setup/token-invalid');
      const [hospitalId, personId] = [tx.newId(), tx.newId()];
      await tx.query(
        `INSERT INTO hospitals (id, code, name_zh, name_en, short_name_zh, short_name_en, is_host, created_at) VALUES ($1, 'host', $2, $2, $2, $2, true, $3)`,
        [hospitalId, input.hospitalName, tx.now],
      );
      await tx.query(
        `INSERT INTO campuses (id, hospital_id, name_zh, name_en, is_default) VALUES ($1, $2, '主院区', 'Main campus', true)`,
        [tx.newId(), hospitalId],
      );
      await tx.query(
        `INSERT INTO centers (id, hospital_id, name_zh, name_en, case_letter) VALUES ($1, $2, '疑难复杂肿瘤诊治中心', 'Complex tumour centre', 'P')`,
        [tx.newId(), hospitalId],
      );
      await tx.query(
        `INSERT INTO people (id, hospital_id, name, name_en, title, created_at) VALUES ($1, $2, $3, $3, 'STAFF', $4)`,
        [personId, hospitalId, input.name, tx.now],
      );
      await tx.query(
        `INSERT INTO memberships (id, person_id, hospital_id, role, valid_from)
         SELECT i.id, $2, $3, i.role, hospital_day($3, $4) FROM unnest($1::uuid[], $5::text[]) AS i (id, role)`,
        [FIRST_ROLES.map(() => tx.newId()), personId, hospitalId, tx.now, FIRST_ROLES],
      );
      await tx.query('INSERT INTO accounts (person_id, username, password_hash) VALUES ($1, $2, $3)', [
        personId,
        input.username,
        passwordHash,
      ]);
      await tx.audit({ action: 'administrator.created', objectKind: 'person', objectId: personId });
      return personId;
    });
  }
}
