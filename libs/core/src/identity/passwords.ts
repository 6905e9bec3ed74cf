import { hash, verify } from '@node-rs/argon2';

/** OWASP's recommendation for Argon2id: 19 MiB, two passes. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Passwords everybody tries first; compared without case. */
const COMMON = [
  'password',
  '123456',
  'qwerty',
  'abc123',
  'iloveyou',
  'admin',
  'welcome',
  'letmein',
  'woaini',
  '111111',
  '000000',
  '888888',
  '666666',
];

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON2ID);
export const passwordMatches = (passwordHash: string, password: string): Promise<boolean> =>
  verify(passwordHash, password);

/** 12 to 128 characters, no composition rules; not made of the commonest passwords, and without the person's name. */
export function passwordIsAcceptable(password: string, names: readonly string[]): boolean {
  if (password.length < 12 || password.length > 128) return false;
  const folded = password.toLowerCase();
  if (new Set(folded).size < 5) return false;
  const remainder = COMMON.reduce((rest, word) => rest.split(word).join(''), folded);
  if (remainder.length < 6) return false;
  return !names.some((name) => name.length >= 2 && folded.includes(name.toLowerCase()));
}
