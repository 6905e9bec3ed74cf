import { pinyin } from 'pinyin-pro';

/** Characters of several readings are common in given names; more combinations than these are unlikely to be typed. */
const MOST_READINGS = 6;
const HAN = /\p{Script=Han}/u;

/** A name in one form whatever the spaces, widths and letters. */
export const foldedName = (name: string): string => name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();

/** Pinyin in one form: without tones, spaces, apostrophes and hyphens; `ü`, also typed `v` or `u:`, is `v`. */
export const foldedReading = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/u:|[üǖǘǚǜ]/gu, 'v')
    .normalize('NFD')
    .replace(/[\p{M}\s'’·\-.]+/gu, '');

/** Readings of a character in pinyin without tones, the likeliest first. */
const readingsOf = (character: string): string[] =>
  HAN.test(character)
    ? [...new Set(pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true }))]
    : [character];

/**
 * How a name may be read in pinyin, the likeliest first: as a name, whose first characters are read as a family name (单 shàn, 曾 zēng), and
 * with the second reading of characters that have one. Empty for a name without Chinese characters, which is its own reading.
 */
export function readingsOfName(name: string): string[] {
  const folded = foldedName(name);
  if (!HAN.test(folded)) return [folded];
  const asName = pinyin(folded, { toneType: 'none', type: 'array', surname: 'head', nonZh: 'consecutive', v: true });
  const characters = Array.from(folded);
  const likely = asName.join('');
  // Where the parts cannot be laid beside the characters, the likely reading is all there is.
  if (asName.length !== characters.length) return [likely];
  const perPlace = characters.map((character, place) => {
    const spoken = asName[place] ?? character;
    return [spoken, ...readingsOf(character).filter((one) => one !== spoken)].slice(0, 2);
  });
  let combined: string[] = [''];
  for (const place of perPlace) combined = combined.flatMap((before) => place.map((one) => before + one)).slice(0, 64);
  return [...new Set([likely, ...combined])].slice(0, MOST_READINGS);
}

/** Whether what was typed may be a whole name: two to eight Chinese characters, also with ·, or letters enough for two syllables. */
export function mayBeWholeName(typed: string): boolean {
  const text = typed.normalize('NFKC').trim();
  return (
    /^\p{Script=Han}[\p{Script=Han}·•・‧\s]{1,20}[\p{Script=Han}\p{L}\p{N}]*$/u.test(text) ||
    /^[\p{L}\p{M}\p{N}'’·\-. :]{4,60}$/u.test(text)
  );
}
