import { Injectable } from '@nestjs/common';
import { systemActor } from '../access/index.js';
import { Database } from '../database/index.js';
import { SecretSeal } from './secret-seal.js';

const rotator = systemActor('key-rotation', '');

/** Exchanges the key under which the secrets of one-time codes are kept. */
@Injectable()
export class AuthenticatorKeysService {
  constructor(
    private readonly database: Database,
    private readonly seal: SecretSeal,
  ) {}

  /** Seals with DATA_KEY what is sealed with DATA_KEY_PREVIOUS; returns how many. Secrets under any other key stay as they are. */
  async rotate(): Promise<number> {
    const { keyId, previousKeyId } = this.seal;
    if (previousKeyId === undefined || previousKeyId === keyId) return 0;
    return this.database.write(rotator, async (tx) => {
      const old = await tx.query<{ id: string; personId: string; sealed: Buffer }>(
        'SELECT id, person_id AS "personId", sealed FROM authenticators WHERE key_id = $1 ORDER BY id FOR UPDATE',
        [previousKeyId],
      );
      if (old.length === 0) return 0;
      await tx.query(
        `UPDATE authenticators a SET sealed = n.sealed, key_id = $2 FROM unnest($1::uuid[], $3::bytea[]) AS n (id, sealed) WHERE a.id = n.id`,
        [
          old.map(({ id }) => id),
          keyId,
          old.map(({ personId, sealed }) =>
            this.seal.seal('authenticator', personId, this.seal.open('authenticator', personId, sealed, previousKeyId)),
          ),
        ],
      );
      await tx.audit({
        action: 'identity-keys.rotated',
        objectKind: 'key',
        objectId: keyId,
        detail: { from: previousKeyId, authenticators: old.length },
      });
      return old.length;
    });
  }
}
