import { hash, verify } from '@node-rs/argon2';
import { zxcvbn, zxcvbnOptions } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';

/** OWASP's recommendation for Argon2id: 19 MiB, two passes. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Words that no general list of common passwords has, and that somebody trying to get in here would try first. */
const WORDS_OF_HERE = [
  'consilium',
  'hospital',
  'yiyuan',
  'woaini',
  'woaizhongguo',
  'zhongguo',
  'caonima',
  '5201314',
  '1314520',
];
/** Of 0 to 4: more than ten thousand million guesses by somebody who knows common passwords, keyboards, sequences, dates and substitutions. */
const STRONG = 4;

zxcvbnOptions.setOptions({
  dictionary: { ...common.dictionary, here: WORDS_OF_HERE },
  graphs: common.adjacencyGraphs,
  // Judging takes longer with every character; what is strong by then does not get weaker.
  maxLength: 32,
  l33tMaxSubstitutions: 5,
});

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON2ID);
export const passwordMatches = (passwordHash: string, password: string): Promise<boolean> =>
  verify(passwordHash, password);

/** A name as somebody might put it into a password: whole, without spaces, and each part of three letters or more. */
const partsOf = (name: string): string[] => {
  const folded = name.normalize('NFKC').toLowerCase();
  const whole = folded.replace(/\s+/gu, '');
  return [whole, ...folded.split(/[\s.-]+/u).filter((part) => part.length >= 3)].filter((part) => part.length >= 2);
};

/** 12 to 128 characters, no composition rules; not soon guessed from common passwords, keyboards and sequences, and without the person's name. */
export function passwordIsAcceptable(password: string, names: readonly string[]): boolean {
  const characters = Array.from(password);
  if (characters.length < 12 || characters.length > 128) return false;
  const folded = password.normalize('NFKC').toLowerCase();
  if (names.flatMap(partsOf).some((part) => folded.includes(part))) return false;
  return zxcvbn(folded).score >= STRONG;
}
