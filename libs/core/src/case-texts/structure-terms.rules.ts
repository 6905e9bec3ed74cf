import { structures } from '@consilium/catalog';

export type Side = 'left' | 'right';

export interface StructureTerm {
  term: string;
  codes: readonly string[];
}

const SIDE_WORDS = /[左右双两]侧?/g;

/** Vessels are written in many ways; each kind stands for these codes without their side. */
const VESSEL_WORDS: readonly [string, readonly string[]][] = [
  ['髂总动脉', ['common-iliac-artery']],
  ['髂总静脉', ['common-iliac-vein']],
  ['髂总动静脉', ['common-iliac-artery', 'common-iliac-vein']],
  ['髂总血管', ['common-iliac-artery', 'common-iliac-vein']],
  ['髂外动脉', ['external-iliac-artery']],
  ['髂外静脉', ['external-iliac-vein']],
  ['髂外动静脉', ['external-iliac-artery', 'external-iliac-vein']],
  ['髂外血管', ['external-iliac-artery', 'external-iliac-vein']],
  ['髂动脉', ['external-iliac-artery']],
  ['髂静脉', ['external-iliac-vein']],
  ['髂血管', ['external-iliac-artery', 'external-iliac-vein']],
  ['髂内动脉', ['internal-iliac-vessels']],
  ['髂内静脉', ['internal-iliac-vessels']],
  ['髂内动静脉', ['internal-iliac-vessels']],
  ['髂内血管', ['internal-iliac-vessels']],
];

const bothSides = (code: string) => [`${code}-left`, `${code}-right`];
const isChinese = (term: string) => /\p{Script=Han}/u.test(term);

/** Chinese words for each structure, from the catalogue, without their side; the side is read from the text around them. */
const collectTerms = (): StructureTerm[] => {
  const codesOf = new Map<string, Set<string>>();
  const learn = (term: string, codes: readonly string[]) => {
    const known = codesOf.get(term) ?? new Set();
    codesOf.set(term, new Set([...known, ...codes]));
  };
  for (const { code, name, aliases } of structures) {
    const isSided = /-(?:left|right)$/.test(code);
    for (const word of [name.zh, ...aliases].filter(isChinese)) {
      if (word.includes('髂') && /[动静血]/.test(word)) continue;
      learn(isSided ? word.replaceAll(SIDE_WORDS, '') : word, [code]);
    }
  }
  for (const [word, codes] of VESSEL_WORDS) learn(word, codes.flatMap(bothSides));
  return [...codesOf]
    .map(([term, codes]) => ({ term, codes: [...codes] }))
    .toSorted((a, b) => b.term.length - a.term.length);
};

/** Longest first, so that “骶前静脉丛” is not read as “骶前”. */
export const structureTerms: readonly StructureTerm[] = collectTerms();

/** Codes of the vertebrae S1 to S5. */
export const sacralLevel = (level: number): string => (level <= 2 ? 'sacrum-upper' : 'sacrum-lower');
