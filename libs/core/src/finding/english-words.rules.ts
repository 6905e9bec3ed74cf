import type { CatalogueStructure } from '@consilium/catalog';
import { tumourTypes } from '@consilium/contracts';

/** What an English word stands for: Chinese words to look for in a diagnosis, and codes that a case may carry. */
export interface Translation {
  zh: string[];
  tumourTypes: string[];
}

const LATIN_WORD = /^[a-z]{3,}$/;
const ENDING = /(?:ical|eal|ian|ine|ate|ous|ic|al|ar|um|us|ix|is|ies|es|y|a|e|s)$/;
/** Words that say nothing of where a tumour is. */
const EVERYWHERE: ReadonlySet<string> = new Set([
  'left',
  'right',
  'the',
  'and',
  'both',
  'wall',
  'tumour',
  'cancer',
  'other',
]);
const MOST_WORDS = 12;

/** What is common to `rectum` and `rectal`, `uterus` and `uterine`, `ovary` and `ovarian`; at least three letters stay. */
export function stemOf(word: string): string {
  const stem = word.replace(ENDING, '');
  return stem.length >= 3 ? stem : word;
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => LATIN_WORD.test(word));
const withoutSide = (zh: string): string => zh.replace(/^[左右双]侧?/, '');

/**
 * Chinese words and codes for one English word, out of the names and other words of structures and the names of tumour types: `rectal` gives
 * 直肠. Also for the beginning of a word of three letters and more, since people search while they type.
 */
export function translationOf(word: string, structures: readonly CatalogueStructure[]): Translation {
  if (!LATIN_WORD.test(word) || EVERYWHERE.has(word)) return { zh: [], tumourTypes: [] };
  const stem = stemOf(word);
  const means = (names: readonly string[]): boolean =>
    names
      .flatMap(wordsOf)
      .some((known) => !EVERYWHERE.has(known) && (known.startsWith(word) || stemOf(known) === stem));
  const zh = structures
    .filter(({ name, aliases }) => means([name.en, ...aliases]))
    .map(({ name }) => withoutSide(name.zh));
  const types = Object.entries(tumourTypes.labels).flatMap(([code, { en }]) => (means([en]) ? [code] : []));
  return { zh: [...new Set(zh)].slice(0, MOST_WORDS), tumourTypes: types };
}
