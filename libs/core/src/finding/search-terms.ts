import { structures } from '@consilium/catalog';
import { foldedReading } from '../cases/index.js';
import { translationOf } from './english-words.rules.js';
import { surnamesRead } from './surnames.js';

/** One word of a search, and everything it may stand for; any of them is enough. */
export interface SearchTerm {
  /** Part of a case number or of a diagnosis. */
  text: string;
  /** Chinese words to look for in the diagnosis. */
  zh: string[];
  /** Exact pieces: a family name (`@`), a tumour type or a code of ICD-10 (`=`). */
  exact: string[];
}

const LETTERS = /^[a-zü'’:]{2,20}$/u;
const HAN_NAME = /^\p{Script=Han}{1,2}$/u;
const ICD = /^[a-z]\d{2}(?:\.[\dx]+)?$/;
/** Nobody narrows by more words; each costs the database a condition. */
const MOST_TERMS = 8;

/** The words of a search in one form: full-width as half-width, capital as small letters. */
export const foldedSearch = (q: string): string => q.normalize('NFKC').toLowerCase().trim();

export function termsOf(q: string): SearchTerm[] {
  return foldedSearch(q)
    .split(/\s+/u)
    .filter((word) => word !== '')
    .slice(0, MOST_TERMS)
    .map(termOf);
}

function termOf(word: string): SearchTerm {
  const { zh, tumourTypes } = translationOf(word, structures);
  const surnames = LETTERS.test(word)
    ? [word, ...surnamesRead(foldedReading(word))]
    : HAN_NAME.test(word)
      ? [word]
      : [];
  return {
    text: word,
    zh,
    exact: [
      ...surnames.map((surname) => `@${surname}`),
      ...tumourTypes.map((code) => `=${code}`),
      ...(ICD.test(word) ? [`=${word.toUpperCase()}`] : []),
    ],
  };
}
