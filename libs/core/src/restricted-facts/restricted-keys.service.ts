import { Injectable } from '@nestjs/common';
import { systemActor } from '../access/index.js';
import { IdentitySeal, type KeyRotation } from '../cases/index.js';
import { Database, type Transaction } from '../database/index.js';

const rotator = systemActor('key-rotation', '');
const BATCH = 200;
/** Before the first id there is. */
const BEGINNING = '00000000-0000-0000-0000-000000000000';

interface SealedRow {
  id: string;
  sealed: Buffer;
  keyId: string;
}

/** Exchanges the key under which facts of level 5 are kept; part of the rotation of the identities' key. */
@Injectable()
export class RestrictedKeysService {
  constructor(
    private readonly database: Database,
    private readonly seal: IdentitySeal,
  ) {}

  /** Seals every fact that is sealed with DATA_KEY_PREVIOUS with DATA_KEY, in batches: broken off, it goes on where it stopped. */
  async rotate(batch = BATCH): Promise<KeyRotation> {
    const done: KeyRotation = { resealed: 0, foreign: 0 };
    let after = BEGINNING;
    for (;;) {
      const rows = await this.database.write(rotator, (tx) => this.rotateBatch(tx, after, batch));
      const resealed = rows.filter(({ keyId }) => keyId === this.seal.previousKeyId).length;
      done.resealed += resealed;
      done.foreign += rows.length - resealed;
      const last = rows.at(-1);
      if (rows.length < batch || !last) return done;
      after = last.id;
    }
  }

  private async rotateBatch(tx: Transaction, after: string, limit: number): Promise<SealedRow[]> {
    const rows = await tx.query<SealedRow>(
      'SELECT id, sealed, key_id AS "keyId" FROM restricted_facts WHERE id > $1 AND key_id <> $2 ORDER BY id LIMIT $3 FOR UPDATE',
      [after, this.seal.keyId, limit],
    );
    const old = rows.filter(({ keyId }) => keyId === this.seal.previousKeyId);
    if (old.length === 0) return rows;
    await tx.query(
      `UPDATE restricted_facts f SET sealed = n.sealed, key_id = $2 FROM unnest($1::uuid[], $3::bytea[]) AS n (id, sealed) WHERE f.id = n.id`,
      [
        old.map(({ id }) => id),
        this.seal.keyId,
        old.map(({ id, sealed, keyId }) => this.seal.sealFact(id, this.seal.openFact(id, sealed, keyId))),
      ],
    );
    await tx.audit({
      action: 'restricted-keys.rotated',
      objectKind: 'key',
      objectId: this.seal.keyId,
      detail: { from: this.seal.previousKeyId, facts: old.length },
    });
    return rows;
  }
}
