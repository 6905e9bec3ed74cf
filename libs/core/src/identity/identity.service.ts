import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Locale, Me, Role } from '@consilium/contracts';
import { permissionsOf, personOf, systemActor, type Actor } from '../access/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Problem } from '../errors/index.js';
import { hashPassword, passwordMatches } from './passwords.js';
import { idleMinutes, lockedUntil, SIGN_IN_HOURS } from './sign-in.rules.js';

export interface SignedIn {
  /** Opaque token for the cookie; only its hash is stored. */
  token: string;
  expiresAt: Date;
  actor: Actor;
}

interface AccountRow {
  personId: string;
  passwordHash: string;
  failedAttempts: number;
  lockedUntil: Date | null;
}

interface ActorRow {
  personId: string;
  name: string;
  hospitalId: string;
  isHost: boolean;
  locale: Locale;
  memberships: { role: Role; departmentId: string | null; hospitalId: string }[];
}

export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();
const gate = systemActor('sign-in', '');

/** Signing in and out with local accounts, and who is behind a token. */
@Injectable()
export class IdentityService {
  /** Compared against when there is no such account, so that the answer takes as long. */
  private readonly decoy = hashPassword(randomBytes(18).toString('base64'));

  constructor(private readonly database: Database) {}

  /** Throws `sign-in/wrong` without saying what was wrong, or `sign-in/locked` with the time of release. */
  async signIn(username: string, password: string): Promise<SignedIn> {
    const account = await this.database.read(gate, (tx) => findAccount(tx, username));
    const matches = await passwordMatches(account?.passwordHash ?? (await this.decoy), password);
    return this.database
      .write(gate, async (tx) => {
        if (!account) throw new Problem('sign-in/wrong');
        const present = await tx.one<AccountRow>(
          `SELECT person_id AS "personId", password_hash AS "passwordHash", failed_attempts AS "failedAttempts", locked_until AS "lockedUntil"
           FROM accounts WHERE person_id = $1 FOR UPDATE`,
          [account.personId],
        );
        if (present.lockedUntil && present.lockedUntil > tx.now) return { lockedUntil: present.lockedUntil };
        if (!matches) return this.countFailure(tx, present);
        await tx.query('UPDATE accounts SET failed_attempts = 0, locked_until = NULL WHERE person_id = $1', [
          account.personId,
        ]);
        return this.open(tx, account.personId);
      })
      .then((result) => {
        if ('token' in result) return result;
        if (result.lockedUntil) throw new Problem('sign-in/locked', { until: result.lockedUntil.toISOString() });
        throw new Problem('sign-in/wrong');
      });
  }

  /** The actor behind a token, or undefined where it is unknown, ended, expired or idle for too long. */
  async actorOf(token: string): Promise<Actor | undefined> {
    return this.database.read(gate, async (tx) => {
      const found = await tx.maybeOne<{ id: string; personId: string; lastSeenAt: Date; isHost: boolean }>(
        `SELECT s.id, s.person_id AS "personId", s.last_seen_at AS "lastSeenAt", h.is_host AS "isHost"
         FROM sign_ins s JOIN people p ON p.id = s.person_id JOIN hospitals h ON h.id = p.hospital_id
         WHERE s.token_hash = $1 AND s.ended_at IS NULL AND s.expires_at > $2`,
        [tokenHash(token), tx.now],
      );
      if (!found) return undefined;
      const idle = tx.now.getTime() - found.lastSeenAt.getTime();
      if (idle > idleMinutes(found.isHost) * 60_000) return undefined;
      // Once a minute is exact enough for an idle lock, and keeps reading a board free of writes.
      if (idle > 60_000) await tx.query('UPDATE sign_ins SET last_seen_at = $2 WHERE id = $1', [found.id, tx.now]);
      return loadActor(tx, found.personId);
    });
  }

  /** Whether a token still opens a session, without counting as use of it. */
  async isSignedIn(token: string): Promise<boolean> {
    return this.database.read(gate, async (tx) => {
      const found = await tx.maybeOne(
        'SELECT 1 AS one FROM sign_ins WHERE token_hash = $1 AND ended_at IS NULL AND expires_at > $2',
        [tokenHash(token), tx.now],
      );
      return found !== undefined;
    });
  }

  async signOut(actor: Actor, token: string): Promise<void> {
    await this.database.write(actor, async (tx) => {
      await tx.query('UPDATE sign_ins SET ended_at = $2 WHERE token_hash = $1 AND ended_at IS NULL', [
        tokenHash(token),
        tx.now,
      ]);
      await tx.audit({ action: 'sign-in.ended', objectKind: 'person', objectId: personOf(actor) });
    });
  }

  /** Signs in a person whose identity another proof has shown: the one-time link of the first administrator. */
  async signInAs(personId: string): Promise<SignedIn> {
    return this.database.write(gate, (tx) => this.open(tx, personId));
  }

  /** Checks the password of the person who acts, as a signature asks for it; throws `signature/wrong-password`. */
  async confirmPassword(actor: Actor, password: string): Promise<void> {
    const account = await this.database.read(actor, (tx) =>
      tx.maybeOne<{ hash: string }>('SELECT password_hash AS hash FROM accounts WHERE person_id = $1', [
        personOf(actor),
      ]),
    );
    if (!account || !(await passwordMatches(account.hash, password))) {
      await this.database.recordRefusal(actor, {
        action: 'signature.given',
        objectKind: 'person',
        objectId: personOf(actor),
      });
      throw new Problem('signature/wrong-password');
    }
  }

  async setLocale(actor: Actor, locale: Locale): Promise<void> {
    await this.database.write(actor, async (tx) => {
      await tx.query('UPDATE people SET locale = $2 WHERE id = $1', [personOf(actor), locale]);
    });
  }

  /** What a screen needs to know of the person signed in. */
  async describe(actor: Actor, demonstration: boolean): Promise<Me> {
    return this.database.read(actor, async (tx) => {
      const row = await tx.one<Omit<Me, 'permissions' | 'home' | 'demonstration'>>(
        `SELECT p.id, p.name, p.name_en AS "nameEn", a.username, p.locale,
           json_build_object('id', h.id, 'name', json_build_object('zh', h.name_zh, 'en', h.name_en), 'isHost', h.is_host,
             'timeZone', coalesce((SELECT c.time_zone FROM campuses c WHERE c.hospital_id = h.id ORDER BY c.id LIMIT 1), 'Asia/Shanghai')) AS hospital,
           coalesce((SELECT json_agg(json_build_object('role', m.role, 'departmentId', m.department_id,
               'department', CASE WHEN d.id IS NULL THEN NULL ELSE json_build_object('zh', d.name_zh, 'en', d.name_en) END) ORDER BY m.id)
             FROM memberships m LEFT JOIN departments d ON d.id = m.department_id
             WHERE m.person_id = p.id AND m.valid_from <= $2::date AND (m.valid_to IS NULL OR m.valid_to >= $2::date)), '[]') AS memberships
         FROM people p JOIN accounts a ON a.person_id = p.id JOIN hospitals h ON h.id = p.hospital_id WHERE p.id = $1`,
        [personOf(actor), tx.now],
      );
      return { ...row, permissions: permissionsOf(actor), home: await homeOf(tx, actor), demonstration };
    });
  }

  private async countFailure(tx: Transaction, account: AccountRow): Promise<{ lockedUntil: Date | undefined }> {
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
    return { lockedUntil: until };
  }

  private async open(tx: Transaction, personId: string): Promise<SignedIn> {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(tx.now.getTime() + SIGN_IN_HOURS * 3_600_000);
    await tx.query(
      `INSERT INTO sign_ins (id, person_id, token_hash, created_at, last_seen_at, expires_at) VALUES ($1, $2, $3, $4, $4, $5)`,
      [tx.newId(), personId, tokenHash(token), tx.now, expiresAt],
    );
    await tx.audit({ action: 'sign-in.made', objectKind: 'person', objectId: personId });
    const actor = await loadActor(tx, personId);
    if (!actor) throw new Problem('sign-in/wrong');
    return { token, expiresAt, actor };
  }
}

function findAccount(tx: Transaction, username: string): Promise<AccountRow | undefined> {
  return tx.maybeOne<AccountRow>(
    `SELECT person_id AS "personId", password_hash AS "passwordHash", failed_attempts AS "failedAttempts", locked_until AS "lockedUntil"
     FROM accounts WHERE username = lower($1)`,
    [username],
  );
}

/** A person as an actor, with the memberships in force on the day of the transaction. */
export async function loadActor(tx: Transaction, personId: string): Promise<Actor | undefined> {
  const row = await tx.maybeOne<ActorRow>(
    `SELECT p.id AS "personId", p.name, p.hospital_id AS "hospitalId", h.is_host AS "isHost", p.locale,
       coalesce((SELECT json_agg(json_build_object('role', m.role, 'departmentId', m.department_id, 'hospitalId', m.hospital_id) ORDER BY m.id)
         FROM memberships m WHERE m.person_id = p.id AND m.valid_from <= $2::date AND (m.valid_to IS NULL OR m.valid_to >= $2::date)), '[]') AS memberships
     FROM people p JOIN hospitals h ON h.id = p.hospital_id WHERE p.id = $1`,
    [personId, tx.now],
  );
  return row && { kind: 'PERSON', ...row };
}

/** Where a person starts: the portal for other hospitals, the list of cases for those who track them, else their department's board. */
async function homeOf(tx: Transaction, actor: Actor): Promise<string> {
  if (!actor.isHost) return '/remote';
  const roles = new Set(actor.memberships.map((membership) => membership.role));
  if (roles.has('COORDINATOR') || roles.has('CENTER_DIRECTOR') || roles.has('MEDICAL_AFFAIRS') || roles.has('QC'))
    return '/cases';
  const departmentId = actor.memberships.find(
    (membership) => membership.departmentId !== null && ['DEPT_MEMBER', 'DEPT_LEAD'].includes(membership.role),
  )?.departmentId;
  if (departmentId) {
    const department = await tx.one<{ code: string }>('SELECT code FROM departments WHERE id = $1', [departmentId]);
    return `/d/${department.code}/board`;
  }
  return roles.has('RECORDER') ? '/sessions' : '/inbox';
}
