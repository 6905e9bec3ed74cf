import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { PatientIdentity, RestrictedContent } from '@consilium/contracts';
import { CONFIG, type Config } from '../config/index.js';
import { foldedName, foldedReading, readingsOfName } from './name-readings.js';

/** What identifies a patient. It is stored sealed and nowhere else. */
export type SealedIdentity = Pick<PatientIdentity, 'name' | 'identityNo' | 'phone' | 'recordNo' | 'birthDate'>;

const IV_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

/** What one configured key is used for: each use has a key of its own, derived from it by HKDF-SHA-256. */
interface KeySet {
  /** Names the key without telling anything of it, so that a later change of key is seen. */
  id: string;
  sealing: Buffer;
  restricting: Buffer;
  finding: Buffer;
}

function keySetOf(configured: string): KeySet {
  const derived = (use: string, bytes = 32): Buffer =>
    Buffer.from(hkdfSync('sha256', Buffer.from(configured, 'base64'), Buffer.alloc(0), `consilium ${use}`, bytes));
  return {
    id: derived('key name', 8).toString('hex'),
    sealing: derived('identity sealing'),
    restricting: derived('restricted fact sealing'),
    finding: derived('identity finding'),
  };
}

/**
 * Seals identities with AES-256-GCM and finds them again by keyed hash (HMAC-SHA-256). A seal is bound to its patient: put on another row it
 * does not open. While the key is being rotated the one before it (DATA_KEY_PREVIOUS) still opens and finds; nothing is sealed with it.
 */
@Injectable()
export class IdentitySeal {
  private readonly present: KeySet;
  private readonly previous: KeySet | undefined;

  constructor(@Inject(CONFIG) config: Config) {
    this.present = keySetOf(config.DATA_KEY);
    this.previous = config.DATA_KEY_PREVIOUS === undefined ? undefined : keySetOf(config.DATA_KEY_PREVIOUS);
  }

  /** Name of the key that seals now. */
  get keyId(): string {
    return this.present.id;
  }

  /** Name of the key that is being replaced, where one is. */
  get previousKeyId(): string | undefined {
    return this.previous?.id;
  }

  /** Initialisation vector, authentication tag and ciphertext, in this order. */
  seal(patientId: string, identity: SealedIdentity): Buffer {
    const { name, identityNo, phone, recordNo, birthDate } = identity;
    return sealed(this.present.sealing, patientId, { name, identityNo, phone, recordNo, birthDate });
  }

  /** Throws where the seal was made with a key not configured, for another patient, or was tampered with. */
  open(patientId: string, sealed: Buffer, keyId: string): SealedIdentity {
    return opened(this.keyNamed(keyId).sealing, patientId, sealed) as SealedIdentity;
  }

  /** Seals a fact of level 5 in the same way, with a key of its own and bound to its row. */
  sealFact(factId: string, { kind, result, examinedOn, source }: RestrictedContent): Buffer {
    return sealed(this.present.restricting, factId, { kind, result, examinedOn, source });
  }

  /** Throws as `open` does. */
  openFact(factId: string, fact: Buffer, keyId: string): RestrictedContent {
    return opened(this.keyNamed(keyId).restricting, factId, fact) as RestrictedContent;
  }

  identityNoHash(identityNo: string): Buffer {
    return identityNoHash(this.present, identityNo);
  }

  /** The hashes under which a number may be stored: with the present key, and with the previous one until it is rotated out. */
  identityNoHashes(identityNo: string): Buffer[] {
    return this.keySets.map((keys) => identityNoHash(keys, identityNo));
  }

  /** The same for a name typed with other spaces or full-width letters; with the present key where none is named. */
  nameHash(name: string, keyId: string = this.keyId): Buffer {
    return hash(this.keyNamed(keyId), 'name', foldedName(name));
  }

  /**
   * The hashes under which a patient is stored to be found by the whole name, by a likely reading of it in pinyin, and by name and day of birth
   * together, with the present key.
   */
  nameHashes({ name, birthDate }: Pick<SealedIdentity, 'name' | 'birthDate'>): Buffer[] {
    return [
      hash(this.present, 'whole name', foldedName(name)),
      ...readingsOfName(name).map((reading) => hash(this.present, 'reading', foldedReading(reading))),
      bornHash(this.present, name, birthDate),
    ];
  }

  /** The hashes that a whole name, or its pinyin, may be stored under, with the present key and with the previous one. */
  hashesOfWholeName(typed: string): Buffer[] {
    return this.keySets.flatMap((keys) => [
      hash(keys, 'whole name', foldedName(typed)),
      hash(keys, 'reading', foldedReading(typed)),
    ]);
  }

  /** The same for somebody of this name born on this day. */
  hashesOfBorn(name: string, birthDate: string): Buffer[] {
    return this.keySets.map((keys) => bornHash(keys, name, birthDate));
  }

  private get keySets(): KeySet[] {
    return [this.present, ...(this.previous ? [this.previous] : [])];
  }

  private keyNamed(keyId: string): KeySet {
    const keys = [this.present, this.previous].find((one) => one?.id === keyId);
    if (!keys) throw new Error('the identity is sealed with another key than DATA_KEY');
    return keys;
  }
}

function sealed(key: Buffer, boundTo: string, content: object): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(boundTo));
  const text = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]);
}

function opened(key: Buffer, boundTo: string, seal: Buffer): unknown {
  const decipher = createDecipheriv(CIPHER, key, seal.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(boundTo))
    .setAuthTag(seal.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const text = Buffer.concat([decipher.update(seal.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  return JSON.parse(text.toString('utf8'));
}

const identityNoHash = (keys: KeySet, identityNo: string): Buffer =>
  hash(keys, 'identity number', identityNo.toUpperCase());

const bornHash = (keys: KeySet, name: string, birthDate: string): Buffer =>
  hash(keys, 'name and day of birth', `${foldedName(name)}\0${birthDate}`);

const hash = (keys: KeySet, what: string, value: string): Buffer =>
  createHmac('sha256', keys.finding).update(`${what}\0${value}`).digest();
