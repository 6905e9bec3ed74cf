import { hash, verify } from '@node-rs/argon2';

/** OWASP's recommendation for Argon2id: 19 MiB, two passes. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Passwords everybody tries first, and the runs of keys they are made longer with; compared without case. */
const COMMON = [
  'password',
  'passw0rd',
  'p@ssw0rd',
  'p@ssword',
  'consilium',
  'hospital',
  'welcome',
  'letmein',
  'iloveyou',
  'sunshine',
  'princess',
  'football',
  'baseball',
  'superman',
  'trustno1',
  'changeme',
  'administrator',
  'admin',
  'qwertyuiop',
  'qwerty',
  'asdfghjkl',
  'asdfgh',
  'zxcvbnm',
  'zxcvbn',
  '1q2w3e4r5t6y',
  '1q2w3e4r',
  '1qaz2wsx3edc',
  '1qaz2wsx',
  'qazwsx',
  'abcdefg',
  'abcd1234',
  'abc123',
  'aa123456',
  'a123456',
  'woaini1314',
  'woaini',
  'woaizhongguo',
  'zhongguo',
  'caonima',
  '5201314',
  '1314520',
  '147258369',
  '159753',
  '1234567890',
  '123456789',
  '12345678',
  '1234567',
  '123456',
  '123123',
  '123321',
  '9876543210',
  '987654321',
  '654321',
  '111111',
  '000000',
  '888888',
  '666666',
];

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON2ID);
export const passwordMatches = (passwordHash: string, password: string): Promise<boolean> =>
  verify(passwordHash, password);

/** A name as somebody might put it into a password: whole, without spaces, and each part of three letters or more. */
const partsOf = (name: string): string[] => {
  const folded = name.normalize('NFKC').toLowerCase();
  const whole = folded.replace(/\s+/gu, '');
  return [whole, ...folded.split(/[\s.-]+/u).filter((part) => part.length >= 3)].filter((part) => part.length >= 2);
};

/** 12 to 128 characters, no composition rules; not made of the commonest passwords, and without the person's name. */
export function passwordIsAcceptable(password: string, names: readonly string[]): boolean {
  const characters = Array.from(password);
  if (characters.length < 12 || characters.length > 128) return false;
  const folded = password.normalize('NFKC').toLowerCase();
  if (new Set(folded).size < 5) return false;
  const remainder = COMMON.reduce((rest, word) => rest.split(word).join(''), folded);
  if (remainder.length < 6) return false;
  return !names.flatMap(partsOf).some((part) => folded.includes(part));
}
