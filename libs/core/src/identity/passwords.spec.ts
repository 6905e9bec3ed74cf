import { describe, expect, it } from 'vitest';
import { hashPassword, passwordIsAcceptable, passwordMatches } from './passwords.js';

const names = ['许棠', 'Xu Tang', 'coordinator'];
const isTaken = (password: string) => passwordIsAcceptable(password, names);

describe('a password', () => {
  it.each(['lantern-harbour-42', '一二三四五六七八九十甲乙', 'correct horse battery', 'aaaa bbbb cccc dd'])(
    'may be any twelve characters or more: %s',
    (password) => expect(isTaken(password)).toBe(true),
  );

  it.each([
    ['eleven characters', 'lantern-h-4'],
    ['more than 128', `${'lantern-'.repeat(16)}x`],
    ['one letter again and again', 'aaaaaaaaaaaaaa'],
    ['one of the common ones', 'Password123456'],
    ['a run of keys', 'qwertyuiop1234567890'],
    ['a common one of this country', 'woaini1314520'],
    ['the Chinese name', '许棠的密码很长很长很长'],
    ['the name without its space', 'xutang-lantern-harbour'],
    ['a part of the name', 'my-tang-dynasty-vase'],
    ['the account', 'coordinator-lantern'],
  ])('is not taken when it is %s', (_why, password) => expect(isTaken(password)).toBe(false));

  it.each([
    'password12345!',
    'Password1234!!',
    'hospital2024!!',
    'Consilium2024!!',
    'passw0rd2024!!',
    '123qweasdzxc',
    'qweasdzxc123',
    'zaq12wsxcde3',
    'q1w2e3r4t5y6',
    '1qaz@wsx3edc',
    'a1b2c3d4e5f6',
    'qwe123qwe123',
    '112233445566',
    'abcdefghijklm',
  ])('is not taken when it is a common one with something put on, a walk over the keys or a sequence: %s', (password) =>
    expect(isTaken(password)).toBe(false),
  );

  it('may be as long as 128 characters', () => {
    expect(isTaken('correct horse battery '.repeat(5))).toBe(true);
  });

  it('is kept as an Argon2id hash and never as it was typed', async () => {
    const hash = await hashPassword('lantern-harbour-42');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwordMatches(hash, 'lantern-harbour-42')).toBe(true);
    expect(await passwordMatches(hash, 'lantern-harbour-43')).toBe(false);
  });
});
