import { describe, expect, it } from 'vitest';
import { codeAt, OneTimeCodes, stepOfCode } from './one-time-codes.js';
import { SecretSeal } from './secret-seal.js';

/** The test vectors of RFC 6238 use this secret for SHA-1. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const now = new Date('2026-11-18T01:00:10Z');
const step = Math.floor(now.getTime() / 30_000);

describe('a one-time code', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ])('is the one RFC 6238 prescribes at %d seconds', async (seconds, code) => {
    expect(await codeAt(RFC_SECRET, Math.floor(seconds / 30))).toBe(code);
    expect(await stepOfCode(RFC_SECRET, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30));
  });

  it('is taken half a minute early or late, not more', async () => {
    const taken = async (offset: number) => stepOfCode(RFC_SECRET, await codeAt(RFC_SECRET, step + offset), now);
    expect(await Promise.all([-2, -1, 0, 1, 2].map(taken))).toEqual([undefined, step - 1, step, step + 1, undefined]);
  });

  it('is not taken again, nor one from before it', async () => {
    const taken = async (offset: number) => stepOfCode(RFC_SECRET, await codeAt(RFC_SECRET, step + offset), now, step);
    expect(await Promise.all([-1, 0, 1].map(taken))).toEqual([undefined, undefined, step + 1]);
  });

  it('is not taken when the clock was put back to before the last one', async () => {
    expect(await stepOfCode(RFC_SECRET, await codeAt(RFC_SECRET, step), now, step + 40)).toBeUndefined();
  });

  it.each(['', '12345', '1234567', 'abcdef', '12 456'])('is never %j', async (typed) => {
    expect(await stepOfCode(RFC_SECRET, typed, now)).toBeUndefined();
  });
});

const keyOf = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const sealWith = (byte: number) => new SecretSeal({ DATA_KEY: keyOf(byte), DATA_KEY_PREVIOUS: undefined });

describe('the secret of an authenticator', () => {
  it('is told to the app as an otpauth address with issuer and account', () => {
    const uri = new OneTimeCodes(sealWith(1)).uriOf(RFC_SECRET, 'beichen-expert');
    expect(uri).toBe(`otpauth://totp/Consilium:beichen-expert?secret=${RFC_SECRET}&issuer=Consilium`);
  });

  it('opens only for its person, its use and its key', () => {
    const seal = sealWith(1);
    const sealed = seal.seal('authenticator', 'person-1', RFC_SECRET);
    expect(sealed.includes(Buffer.from(RFC_SECRET))).toBe(false);
    expect(seal.open('authenticator', 'person-1', sealed)).toBe(RFC_SECRET);
    expect(() => seal.open('authenticator', 'person-2', sealed)).toThrow('unable to authenticate');
    expect(() => seal.open('single sign-on', 'person-1', sealed)).toThrow('unable to authenticate');
    expect(() => sealWith(2).open('authenticator', 'person-1', sealed)).toThrow('unable to authenticate');
  });

  it('still opens with the key before, while the key is being rotated', () => {
    const before = sealWith(1);
    const sealed = before.seal('authenticator', 'person-1', RFC_SECRET);
    const now = new SecretSeal({ DATA_KEY: keyOf(2), DATA_KEY_PREVIOUS: keyOf(1) });
    expect(now.keyId).not.toBe(before.keyId);
    expect(now.open('authenticator', 'person-1', sealed, before.keyId)).toBe(RFC_SECRET);
    expect(() => sealWith(2).open('authenticator', 'person-1', sealed, before.keyId)).toThrow('another key');
  });
});
