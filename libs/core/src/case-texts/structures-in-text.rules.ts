import type { Involvement } from '@consilium/contracts';
import { degreeWords, massWords, negation } from './degree-words.rules.js';
import type { DegreeWord } from './degree-words.rules.js';
import { sacralLevel, structureTerms } from './structure-terms.rules.js';
import type { Side } from './structure-terms.rules.js';

export interface Involved {
  code: string;
  involvement: Involvement;
}

interface Mention {
  kind: 'mention';
  codes: readonly string[];
  end: number;
}
type Token = Mention | { kind: 'degree'; word: DegreeWord; negated: boolean } | { kind: 'not' };

const RANK: Record<Involvement, number> = { ABUT: 1, SUSPECT: 2, INVADE: 3 };

/** Words that contain the name of a structure and speak of something else. */
const NOT_A_STRUCTURE =
  /(?:直肠系膜|肠系膜|髂[内外总](?:血管)?旁?|闭孔|盆腔|骶前|直肠旁)[^，。；]{0,3}淋巴结|[Ss]\d[^，。；]{0,4}(?:水平|平面|层面)|距肛[门缘][^，。；]{0,8}(?:cm|厘米)|(?:膀胱|直肠|结肠|阴道|宫腔)镜|肿瘤细胞/g;

/** Brings ways of writing to one: levels of the sacrum, dilated kidneys, vessels told in one breath. */
const normalised = (text: string): string =>
  text
    .replaceAll(/第\s*([1-5])\s*骶椎|骶\s?([1-5])(?!\d)/g, (_, a, b) => `S${a ?? b}`)
    .replaceAll(/S([1-5])\s*[上下]半(?:部)?/g, 'S$1')
    .replaceAll(/S([1-5])\s*(?:[–—\-~～至到]|\s)\s*S?([1-5])(?!\d)/g, (_, from, to) =>
      Array.from({ length: Math.max(1, Number(to) - Number(from) + 1) }, (__, at) => `S${Number(from) + at}`).join(''),
    )
    .replaceAll(/S[1-5]\s*(?:骶孔|神经根?)/g, '骶神经根')
    .replaceAll(/肾盂?(?:轻|中|重)?(?:度)?(?:至中度|至重度)?(?:积水|积液|扩张)/g, '输尿管积水')
    .replaceAll('肾盂输尿管', '输尿管')
    .replaceAll(/包绕([^，。；]{0,16}(?:不足|小于|未达|<|＜)\s*(?:半周|1\/2|180))/g, '可疑包绕$1')
    .replaceAll(/髂(总|内|外)([、及和与/或])髂?(总|内|外)(动静脉|动脉|静脉|血管)/g, '髂$1$4$2髂$3$4')
    .replaceAll(/(动脉|静脉)([、及和与])静脉/g, '$1$2静脉')
    .replaceAll(NOT_A_STRUCTURE, (found) => '＿'.repeat(found.length));

const sidesIn = (text: string): Side[] => {
  const both = /双侧|两侧|双肾|双(?=输尿管|卵巢|附件)/.exec(text);
  if (both !== null) return ['left', 'right'];
  const sides: Side[] = [];
  if (/左/.test(text)) sides.push('left');
  if (/右/.test(text)) sides.push('right');
  return sides;
};

const isSided = (code: string) => /-(?:left|right)$/.test(code);
const ofSides = (codes: readonly string[], sides: readonly Side[]) =>
  codes.filter((code) => !isSided(code) || sides.length === 0 || sides.some((side) => code.endsWith(`-${side}`)));

/** The clause as what it says: structures, words of degree and negations, in their order. */
function tokensOf(clause: string, homeSides: readonly Side[]): Token[] {
  const tokens: Token[] = [];
  let sides: readonly Side[] = [];
  let isNegated = false;
  let at = 0;
  while (at < clause.length) {
    const side = /[双两]侧?|左侧?|右侧?/y;
    side.lastIndex = at;
    const sideWord = side.exec(clause)?.[0];
    if (sideWord !== undefined)
      sides = /[双两]/.test(sideWord) ? ['left', 'right'] : [sideWord.startsWith('左') ? 'left' : 'right'];

    const degree = degreeWords.find(([expression]) => {
      expression.lastIndex = at;
      return expression.test(clause);
    });
    if (degree !== undefined) {
      tokens.push({ kind: 'degree', word: degree[1], negated: isNegated });
      isNegated = false;
      at = degree[0].lastIndex;
      continue;
    }
    negation.lastIndex = at;
    if (negation.test(clause)) {
      isNegated = true;
      tokens.push({ kind: 'not' });
      at = negation.lastIndex;
      continue;
    }
    const level = /^S([1-5])(?!\d)/.exec(clause.slice(at));
    const term = level === null ? structureTerms.find((one) => clause.startsWith(one.term, at)) : undefined;
    const codes = level === null ? term?.codes : [sacralLevel(Number(level[1]))];
    if (codes === undefined) {
      at += sideWord?.length ?? 1;
      continue;
    }
    at += level === null ? (term?.term.length ?? 1) : level[0].length;
    tokens.push({ kind: 'mention', codes: ofSides(codes, sides.length > 0 ? sides : homeSides), end: at });
  }
  return tokens;
}

const counts = (word: DegreeWord, code: string) =>
  word.only === undefined ||
  (word.only === 'ureter' ? code.startsWith('ureter') : /artery|vein|vessel|plexus|vena-cava/.test(code));

/** What each word of degree speaks of: the structures after it, or those since the last such word. */
function judge(tokens: readonly Token[]): Map<Mention, DegreeWord['degree']> {
  const found = new Map<Mention, DegreeWord['degree']>();
  const rank = (degree: DegreeWord['degree'] | undefined) =>
    degree === undefined ? -1 : degree === 'FREE' ? 0 : RANK[degree];
  let before: Mention[] = [];
  let last: Mention[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'mention') before.push(token);
    if (token.kind !== 'degree') continue;
    const next = tokens.findIndex((later, place) => place > index && later.kind !== 'mention');
    const after = tokens.slice(index + 1, next < 0 ? undefined : next).filter((one) => one.kind === 'mention');
    const isPassive = token.word.points === 'before' || (token.word.points === 'either' && after.length === 0);
    const spokenOf = isPassive ? (before.length > 0 ? before : last) : after;
    const degree = token.negated ? 'FREE' : token.word.degree;
    for (const mention of spokenOf) {
      if (!mention.codes.some((code) => counts(token.word, code))) continue;
      if (rank(degree) > rank(found.get(mention))) found.set(mention, degree);
    }
    last = spokenOf.length > 0 ? spokenOf : last;
    // An active word leaves what stood before it to no other word: it was the subject.
    before = [];
  }
  return found;
}

const isOrigin = (clause: string, { end }: Mention) => /^[^，、；。侵累]{0,8}?(?:癌|瘤)/.test(clause.slice(end));

export interface ReadingOf {
  /** `place`: every structure named is where the tumour lies; `diagnosis`: the organ of origin is named; `finding`: a report. */
  kind: 'place' | 'diagnosis' | 'finding';
  /** The organ of origin is already out, so that its name does not say that it is involved. */
  originRemoved?: boolean;
  /** Side of the tumour where the text names none. */
  sides?: readonly Side[];
}

/**
 * Structures of the catalogue that a Chinese report names as involved, each with the highest degree said of it. What is said to be
 * free (“未见受侵”, “管壁光整”) is left out. A mass said to lie at a structure suspects it.
 */
export function structuresIn(text: string, { kind, originRemoved = false, sides = [] }: ReadingOf): Involved[] {
  const strongest = new Map<string, Involvement>();
  const note = (codes: readonly string[], involvement: Involvement) => {
    for (const code of codes) {
      const known = strongest.get(code);
      if (known === undefined || RANK[involvement] > RANK[known]) strongest.set(code, involvement);
    }
  };
  for (const clause of normalised(text).split(/[，。；;,？?\n]|但/)) {
    const tokens = tokensOf(clause, sides);
    const judged = judge(tokens);
    const isDenied = tokens[0]?.kind === 'not';
    for (const token of tokens) {
      if (token.kind !== 'mention') continue;
      const degree = judged.get(token);
      if (degree === 'FREE') continue;
      if (degree !== undefined) note(token.codes, degree);
      else if (kind === 'diagnosis' && isOrigin(clause, token)) {
        if (!originRemoved) note(token.codes, 'INVADE');
      } else if (kind === 'place' || (!isDenied && massWords.test(clause) && !tokens.some((one) => one.kind === 'not')))
        note(token.codes, 'SUSPECT');
      else if (/距/.test(clause) && /mm|毫米/.test(clause)) note(token.codes, 'ABUT');
    }
  }
  return [...strongest].map(([code, involvement]) => ({ code, involvement }));
}

/** The side a text names first, or both; none where it names none. */
export const sidesOf = (text: string): readonly Side[] => sidesIn(text);
