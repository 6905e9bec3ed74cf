import { describe, expect, it } from 'vitest';
import type { Config } from '../config/index.js';
import { IdentitySeal } from './identity-seal.js';

const sealWith = (byte: number) =>
  new IdentitySeal({ DATA_KEY: Buffer.alloc(32, byte).toString('base64') } as unknown as Config);

const PATIENT = '018f0000-0000-7000-8000-000000000001';
const identity = {
  name: '张示例01',
  identityNo: '99999919700101001X',
  phone: '10000000001',
  recordNo: 'D0000001',
  birthDate: '1970-01-01',
};

describe('the seal of an identity', () => {
  const seal = sealWith(1);

  it('opens to what was sealed', () => {
    expect(seal.open(PATIENT, seal.seal(PATIENT, identity), seal.keyId)).toEqual(identity);
  });

  it('shows nothing of it and is different every time', () => {
    const sealed = seal.seal(PATIENT, identity);
    for (const part of Object.values(identity)) expect(sealed.includes(Buffer.from(part))).toBe(false);
    expect(seal.seal(PATIENT, identity).equals(sealed)).toBe(false);
  });

  it('does not open on another patient, with another key, or after a change of one bit', () => {
    const sealed = seal.seal(PATIENT, identity);
    const changed = Buffer.from(sealed);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(() => seal.open('another patient', sealed, seal.keyId)).toThrow(/authenticate/);
    expect(() => sealWith(2).open(PATIENT, sealed, seal.keyId)).toThrow(/another key/);
    expect(() => sealWith(2).open(PATIENT, sealed, sealWith(2).keyId)).toThrow(/authenticate/);
    expect(() => seal.open(PATIENT, changed, seal.keyId)).toThrow(/authenticate/);
  });

  it('finds the same person again whatever the spaces and widths, and only with the same key', () => {
    expect(seal.nameHash('Zhang Ｗei').equals(seal.nameHash('zhangwei'))).toBe(true);
    expect(seal.nameHash('张三').equals(seal.nameHash('张四'))).toBe(false);
    expect(seal.identityNoHash('99999919700101001x').equals(seal.identityNoHash('99999919700101001X'))).toBe(true);
    expect(sealWith(2).nameHash('张三').equals(seal.nameHash('张三'))).toBe(false);
  });

  it('opens and finds with the previous key while it is exchanged, and seals with the new one alone', () => {
    const both = new IdentitySeal({
      DATA_KEY: Buffer.alloc(32, 2).toString('base64'),
      DATA_KEY_PREVIOUS: Buffer.alloc(32, 1).toString('base64'),
    } as unknown as Config);
    expect(both.open(PATIENT, seal.seal(PATIENT, identity), seal.keyId)).toEqual(identity);
    expect(both.identityNoHashes(identity.identityNo)).toEqual([
      sealWith(2).identityNoHash(identity.identityNo),
      seal.identityNoHash(identity.identityNo),
    ]);
    expect(both.nameHash(identity.name, seal.keyId)).toEqual(seal.nameHash(identity.name));
    expect([both.keyId, both.previousKeyId]).toEqual([sealWith(2).keyId, seal.keyId]);
    expect(sealWith(2).open(PATIENT, both.seal(PATIENT, identity), both.keyId)).toEqual(identity);
  });
});
