import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { PatientIdentity } from '@consilium/contracts';
import { CONFIG, type Config } from '../config/index.js';

/** What identifies a patient. It is stored sealed and nowhere else. */
export type SealedIdentity = Pick<PatientIdentity, 'name' | 'identityNo' | 'phone' | 'recordNo' | 'birthDate'>;

const IV_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

/**
 * Seals identities with AES-256-GCM and finds them again by keyed hash (HMAC-SHA-256). Each use has a key of its own, derived from DATA_KEY
 * by HKDF-SHA-256. A seal is bound to its patient: put on another row it does not open.
 */
@Injectable()
export class IdentitySeal {
  /** Names the key without telling anything of it, so that a later change of key is seen. */
  readonly keyId: string;
  private readonly sealing: Buffer;
  private readonly finding: Buffer;

  constructor(@Inject(CONFIG) config: Config) {
    const derived = (use: string, bytes = 32): Buffer =>
      Buffer.from(
        hkdfSync('sha256', Buffer.from(config.DATA_KEY, 'base64'), Buffer.alloc(0), `consilium ${use}`, bytes),
      );
    this.sealing = derived('identity sealing');
    this.finding = derived('identity finding');
    this.keyId = derived('key name', 8).toString('hex');
  }

  /** Initialisation vector, authentication tag and ciphertext, in this order. */
  seal(patientId: string, identity: SealedIdentity): Buffer {
    const { name, identityNo, phone, recordNo, birthDate } = identity;
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.sealing, iv).setAAD(Buffer.from(patientId));
    const text = JSON.stringify({ name, identityNo, phone, recordNo, birthDate });
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
  }

  /** Throws where the seal was made with another key, for another patient, or was tampered with. */
  open(patientId: string, sealed: Buffer, keyId: string): SealedIdentity {
    if (keyId !== this.keyId) throw new Error('the identity is sealed with another key than DATA_KEY');
    const decipher = createDecipheriv(CIPHER, this.sealing, sealed.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(patientId))
      .setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const text = Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
    return JSON.parse(text.toString('utf8')) as SealedIdentity;
  }

  identityNoHash(identityNo: string): Buffer {
    return this.hash('identity number', identityNo.toUpperCase());
  }

  /** The same for a name typed with other spaces or full-width letters. */
  nameHash(name: string): Buffer {
    return this.hash('name', name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase());
  }

  private hash(what: string, value: string): Buffer {
    return createHmac('sha256', this.finding).update(`${what}\0${value}`).digest();
  }
}
