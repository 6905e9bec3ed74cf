import { Injectable } from '@nestjs/common';
import { systemActor } from '../access/index.js';
import { Database, type Transaction } from '../database/index.js';
import { SecretSeal } from '../identity/index.js';
import { IdentitySeal, type SealedIdentity } from './identity-seal.js';

const rotator = systemActor('key-rotation', '');
const BATCH = 200;
/** Before the first id there is. */
const BEGINNING = '00000000-0000-0000-0000-000000000000';

export interface KeyRotation {
  /** Identities sealed anew by this run. */
  resealed: number;
  /** Identities sealed with a key that is neither DATA_KEY nor DATA_KEY_PREVIOUS: they stay as they are. */
  foreign: number;
}

/** What is still sealed with a key other than DATA_KEY. */
export interface LeftUnderOtherKeys {
  identities: number;
  /** Secrets of one-time codes. */
  authenticators: number;
  restrictedFacts: number;
}

/** Programs that seal identities, by the name they give the database. */
const SEALING = ['consilium-api', 'consilium-worker'];

interface SealedRow {
  patientId: string;
  sealed: Buffer;
  keyId: string;
}

/** Exchanges the key under which identities are kept. */
@Injectable()
export class KeyRotationService {
  constructor(
    private readonly database: Database,
    private readonly seal: IdentitySeal,
    private readonly secrets: SecretSeal,
  ) {}

  /**
   * Seals everything that is sealed with DATA_KEY_PREVIOUS with DATA_KEY, and renews its hashes, in batches that each stand for themselves:
   * broken off, it goes on where it stopped, and until then programs that know both keys work as ever. Throws where no previous key is
   * configured.
   */
  async rotate(batch = BATCH): Promise<KeyRotation> {
    if (this.seal.previousKeyId === undefined)
      throw new Error('DATA_KEY_PREVIOUS is not set: there is no key to replace');
    const done: KeyRotation = { resealed: 0, foreign: 0 };
    let after = BEGINNING;
    for (;;) {
      const rows = await this.database.write(rotator, (tx) => this.rotateBatch(tx, after, batch));
      const resealed = rows.filter(({ keyId }) => keyId === this.seal.previousKeyId).length;
      done.resealed += resealed;
      done.foreign += rows.length - resealed;
      const last = rows.at(-1);
      if (rows.length < batch || !last) return done;
      after = last.patientId;
    }
  }

  /**
   * Programs that work with this database now and may seal with the key that is being replaced: what they add behind the rotation stays under
   * it, and nothing tells from here which key they were given. The worker is always seen; an API that nobody uses just now has no connection
   * and is not.
   */
  async programsAtWork(): Promise<string[]> {
    const rows = await this.database.read(rotator, (tx) =>
      tx.query<{ name: string }>(
        `SELECT DISTINCT application_name AS name FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = ANY ($1::text[]) ORDER BY name`,
        [SEALING],
      ),
    );
    return rows.map(({ name }) => name);
  }

  /** Counts anew, whatever the rotation thought to have done: only where nothing is left may the previous key be given up. */
  async left(): Promise<LeftUnderOtherKeys> {
    return this.database.read(rotator, (tx) =>
      tx.one<LeftUnderOtherKeys>(
        `SELECT (SELECT count(*)::int FROM patient_identities WHERE key_id <> $1) AS identities,
           (SELECT count(*)::int FROM authenticators WHERE key_id <> $2) AS authenticators,
           (SELECT count(*)::int FROM restricted_facts WHERE key_id <> $1) AS "restrictedFacts"`,
        [this.seal.keyId, this.secrets.keyId],
      ),
    );
  }

  /**
   * Gives the identities that were sealed before patients could be found by name the hashes for it, in batches; answers how many. What neither
   * key opens is passed over.
   */
  async completeNames(batch = BATCH): Promise<number> {
    let completed = 0;
    let after = BEGINNING;
    for (;;) {
      const rows = await this.database.write(rotator, (tx) => this.nameBatch(tx, after, batch));
      completed += rows.length;
      const last = rows.at(-1);
      if (rows.length < batch || !last) return completed;
      after = last.patientId;
    }
  }

  private async nameBatch(tx: Transaction, after: string, limit: number): Promise<SealedRow[]> {
    const rows = await tx.query<SealedRow>(
      `SELECT patient_id AS "patientId", sealed, key_id AS "keyId" FROM patient_identities
       WHERE name_hashes = '{}' AND patient_id > $1 AND key_id = ANY ($2::text[]) ORDER BY patient_id LIMIT $3 FOR UPDATE`,
      [after, [this.seal.keyId, ...(this.seal.previousKeyId === undefined ? [] : [this.seal.previousKeyId])], limit],
    );
    // With the present key also where the row is still sealed with the previous one: sealing it anew renews them all the same.
    await tx.query(
      `UPDATE patient_identities i SET name_hashes = ARRAY(SELECT decode(h, 'hex') FROM json_array_elements_text(n.hashes) h)
       FROM unnest($1::uuid[], $2::json[]) AS n (patient_id, hashes) WHERE i.patient_id = n.patient_id`,
      [
        rows.map(({ patientId }) => patientId),
        rows.map(({ patientId, sealed, keyId }) => this.hexOfNames(this.seal.open(patientId, sealed, keyId))),
      ],
    );
    return rows;
  }

  private hexOfNames(identity: SealedIdentity): string {
    return JSON.stringify(this.seal.nameHashes(identity).map((one) => one.toString('hex')));
  }

  private async rotateBatch(tx: Transaction, after: string, limit: number): Promise<SealedRow[]> {
    const rows = await tx.query<SealedRow>(
      `SELECT patient_id AS "patientId", sealed, key_id AS "keyId" FROM patient_identities
       WHERE patient_id > $1 AND key_id <> $2 ORDER BY patient_id LIMIT $3 FOR UPDATE`,
      [after, this.seal.keyId, limit],
    );
    const old = rows.filter(({ keyId }) => keyId === this.seal.previousKeyId);
    if (old.length === 0) return rows;
    const opened = old.map(({ patientId, sealed, keyId }) => ({
      patientId,
      identity: this.seal.open(patientId, sealed, keyId),
    }));
    await tx.query(
      `UPDATE patient_identities i SET sealed = n.sealed, key_id = $2, identity_no_hash = n.number_hash, name_hash = n.name_hash,
         name_hashes = ARRAY(SELECT decode(h, 'hex') FROM json_array_elements_text(n.name_hashes) h)
       FROM unnest($1::uuid[], $3::bytea[], $4::bytea[], $5::bytea[], $6::json[]) AS n (patient_id, sealed, number_hash, name_hash, name_hashes)
       WHERE i.patient_id = n.patient_id`,
      [
        opened.map(({ patientId }) => patientId),
        this.seal.keyId,
        opened.map(({ patientId, identity }) => this.seal.seal(patientId, identity)),
        opened.map(({ identity }) => this.seal.identityNoHash(identity.identityNo)),
        opened.map(({ identity }) => this.seal.nameHash(identity.name)),
        opened.map(({ identity }) => this.hexOfNames(identity)),
      ],
    );
    await tx.audit({
      action: 'identity-keys.rotated',
      objectKind: 'key',
      objectId: this.seal.keyId,
      detail: { from: this.seal.previousKeyId, identities: opened.length },
    });
    return rows;
  }
}
