import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';

/** What is sealed. Each use has a key of its own. */
export type SecretUse = 'authenticator' | 'single sign-on';
/** What is only recognised again. */
export type MarkUse = 'unknown name';

const IV_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

const derived = (configured: string, use: string, bytes = 32): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(configured, 'base64'), Buffer.alloc(0), `consilium ${use}`, bytes));

/**
 * Seals secrets of signing in with AES-256-GCM under keys derived from DATA_KEY by HKDF-SHA-256. A seal is bound to its owner: put beside
 * somebody else it does not open. While the key is being rotated the one before it (DATA_KEY_PREVIOUS) still opens; nothing is sealed with it.
 */
@Injectable()
export class SecretSeal {
  /** Names the key that seals now, without telling anything of it. */
  readonly keyId: string;
  /** The key that is being replaced, where one is. */
  readonly previousKeyId: string | undefined;
  /** Configured keys by name. */
  private readonly configured = new Map<string, string>();

  constructor(@Inject(CONFIG) config: Pick<Config, 'DATA_KEY' | 'DATA_KEY_PREVIOUS'>) {
    const nameOf = (key: string) => derived(key, 'key name', 8).toString('hex');
    const previous = config.DATA_KEY_PREVIOUS;
    this.previousKeyId = previous === undefined ? undefined : nameOf(previous);
    if (previous !== undefined) this.configured.set(nameOf(previous), previous);
    this.keyId = nameOf(config.DATA_KEY);
    this.configured.set(this.keyId, config.DATA_KEY);
  }

  /** Initialisation vector, authentication tag and ciphertext, in this order. */
  seal(use: SecretUse, owner: string, text: string): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.key(use, this.keyId), iv).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
  }

  /** Throws where the seal was made with another key, for another use or owner, or was tampered with. */
  open(use: SecretUse, owner: string, sealed: Buffer, keyId = this.keyId): string {
    const decipher = createDecipheriv(CIPHER, this.key(use, keyId), sealed.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    })
      .setAAD(Buffer.from(owner))
      .setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
  }

  /** By what a text is recognised again; without DATA_KEY it cannot be tried out. Changes with the key. */
  mark(use: MarkUse, text: string): Buffer {
    return createHmac('sha256', this.key(use, this.keyId)).update(text).digest();
  }

  private key(use: SecretUse | MarkUse, keyId: string): Buffer {
    const configured = this.configured.get(keyId);
    if (configured === undefined) throw new Error(`the ${use} is sealed with another key than DATA_KEY`);
    return derived(configured, use);
  }
}
