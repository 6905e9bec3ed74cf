import { createHash, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { generate, generateSecret, generateURI, verify } from 'otplib';
import type { Transaction } from '../database/index.js';
import { SecretSeal } from './secret-seal.js';

/** RFC 6238 with what every authenticator app assumes: SHA-1, six digits, steps of 30 seconds. One step early or late is taken. */
const STEP_SECONDS = 30;
const ISSUER = 'Consilium';
const RECOVERY_CODES = 10;
/** No vowels, no letters that look like digits. */
const RECOVERY_LETTERS = '23456789bcdfghjkmnpqrstvwxz';
/** Four groups of four: 76 bits, so that a hash of them cannot be tried out. */
const RECOVERY_LENGTH = 16;

/** The authenticator of a person as one transaction holds it. */
export interface HeldAuthenticator {
  id: string;
  personId: string;
  secret: string;
  /** Step of the last code taken. */
  lastStep: number | undefined;
}

const recoveryHash = (personId: string, code: string): Buffer =>
  createHash('sha256').update(`${personId}\0${code}`).digest();
const stepAt = (now: Date): number => Math.floor(now.getTime() / 1000 / STEP_SECONDS);

/** Whether a code of this secret is right at an instant and later than the last one taken; its step, else undefined. */
export async function stepOfCode(
  secret: string,
  code: string,
  now: Date,
  lastStep?: number,
): Promise<number | undefined> {
  if (!/^\d{6}$/.test(code)) return undefined;
  // A clock that was put back must not open the past again.
  if (lastStep !== undefined && lastStep > stepAt(now) + 1) return undefined;
  const result = await verify({
    secret,
    token: code,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: STEP_SECONDS,
    ...(lastStep !== undefined && { afterTimeStep: lastStep }),
  });
  return result.valid && 'timeStep' in result ? result.timeStep : undefined;
}

/** The code an authenticator shows at a step. */
export const codeAt = (secret: string, step: number): Promise<string> =>
  generate({ secret, epoch: step * STEP_SECONDS });

/** One-time codes and the recovery codes that stand in for them. */
@Injectable()
export class OneTimeCodes {
  constructor(private readonly seal: SecretSeal) {}

  newSecret(): string {
    return generateSecret();
  }

  /** What an authenticator app reads from a QR code. */
  uriOf(secret: string, account: string): string {
    return generateURI({ issuer: ISSUER, label: account, secret });
  }

  /** Keeps a secret, beside one in use until it is confirmed. */
  async begin(tx: Transaction, personId: string, secret: string): Promise<void> {
    await tx.query('DELETE FROM authenticators WHERE person_id = $1 AND confirmed_at IS NULL', [personId]);
    await tx.query('INSERT INTO authenticators (id, person_id, sealed, key_id, begun_at) VALUES ($1, $2, $3, $4, $5)', [
      tx.newId(),
      personId,
      this.seal.seal('authenticator', personId, secret),
      this.seal.keyId,
      tx.now,
    ]);
  }

  /** The authenticator in use, locked so that a code is taken once; undefined where there is none. */
  async inUse(tx: Transaction, personId: string): Promise<HeldAuthenticator | undefined> {
    return this.held(tx, personId, 'confirmed_at IS NOT NULL');
  }

  /** The one being set up, begun after `since`. */
  async begun(tx: Transaction, personId: string, since: Date): Promise<HeldAuthenticator | undefined> {
    return this.held(tx, personId, 'confirmed_at IS NULL AND begun_at > $2', since);
  }

  /** Puts one that was begun in the place of the one in use. */
  async confirm(tx: Transaction, { id, personId }: HeldAuthenticator, step: number): Promise<void> {
    await tx.query('DELETE FROM authenticators WHERE person_id = $1 AND confirmed_at IS NOT NULL', [personId]);
    await tx.query('UPDATE authenticators SET confirmed_at = $2, last_time_step = $3 WHERE id = $1', [
      id,
      tx.now,
      step,
    ]);
  }

  async remove(tx: Transaction, personId: string): Promise<void> {
    await tx.query('DELETE FROM authenticators WHERE person_id = $1', [personId]);
    await tx.query('DELETE FROM recovery_codes WHERE person_id = $1', [personId]);
  }

  /** Takes a one-time code or a recovery code; each is taken once, and a recovery code on record. False where it was neither. */
  async take(tx: Transaction, held: HeldAuthenticator, typed: string): Promise<boolean> {
    const code = typed.replace(/[\s-]/g, '').toLowerCase();
    const step = await stepOfCode(held.secret, code, tx.now, held.lastStep);
    if (step !== undefined) {
      await tx.query('UPDATE authenticators SET last_time_step = $2 WHERE id = $1', [held.id, step]);
      return true;
    }
    const recovery = await tx.maybeOne(
      'UPDATE recovery_codes SET used_at = $3 WHERE person_id = $1 AND code_hash = $2 AND used_at IS NULL RETURNING 1 AS one',
      [held.personId, recoveryHash(held.personId, code), tx.now],
    );
    if (recovery) await tx.audit({ action: 'recovery-code.used', objectKind: 'person', objectId: held.personId });
    return recovery !== undefined;
  }

  /** Ten new recovery codes; earlier ones stop working. */
  async renewRecoveryCodes(tx: Transaction, personId: string): Promise<string[]> {
    const letter = () => RECOVERY_LETTERS[randomInt(RECOVERY_LETTERS.length)] ?? '2';
    const codes = Array.from({ length: RECOVERY_CODES }, () =>
      Array.from({ length: RECOVERY_LENGTH }, letter).join(''),
    );
    await tx.query('DELETE FROM recovery_codes WHERE person_id = $1', [personId]);
    await tx.query('INSERT INTO recovery_codes (person_id, code_hash) SELECT $1, h FROM unnest($2::bytea[]) AS h', [
      personId,
      codes.map((code) => recoveryHash(personId, code)),
    ]);
    return codes.map((code) => (code.match(/.{4}/g) ?? []).join('-'));
  }

  /** What the authenticator shows now, or what it shows next where the present code was taken already. */
  async shown(tx: Transaction, personId: string): Promise<{ code: string; secondsLeft: number } | undefined> {
    const held = await this.held(tx, personId, 'confirmed_at IS NOT NULL');
    if (!held) return undefined;
    const present = stepAt(tx.now);
    const step = held.lastStep === present ? present + 1 : present;
    const endsAt = (step + 1) * STEP_SECONDS;
    return {
      code: await codeAt(held.secret, step),
      secondsLeft: Math.max(1, Math.round(endsAt - tx.now.getTime() / 1000)),
    };
  }

  private async held(
    tx: Transaction,
    personId: string,
    which: string,
    ...more: unknown[]
  ): Promise<HeldAuthenticator | undefined> {
    const row = await tx.maybeOne<{ id: string; sealed: Buffer; keyId: string; lastStep: string | null }>(
      `SELECT id, sealed, key_id AS "keyId", last_time_step AS "lastStep" FROM authenticators WHERE person_id = $1 AND ${which} FOR UPDATE`,
      [personId, ...more],
    );
    if (!row) return undefined;
    return {
      id: row.id,
      personId,
      secret: this.seal.open('authenticator', personId, row.sealed, row.keyId),
      lastStep: row.lastStep === null ? undefined : Number(row.lastStep),
    };
  }
}
