import type { OpinionRevision } from '@consilium/contracts';

export type DifferencePart = 'stance' | 'resectability' | 'text' | 'risks' | 'conditions' | 'needs' | 'answers';

/** One piece of a text beside another: in both, in the newer alone, or in the older alone. */
export interface Piece {
  text: string;
  kind: 'same' | 'added' | 'gone';
}

const PARTS: readonly DifferencePart[] = ['stance', 'resectability', 'text', 'risks', 'conditions', 'needs', 'answers'];

/** Parts of an opinion that a version says otherwise than the one before. */
export function changedParts(before: OpinionRevision, now: OpinionRevision): DifferencePart[] {
  return PARTS.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(now[part]));
}

/** Sentences and lines: what doctors change is seldom smaller, and whole sentences read better than single characters. */
const sentencesOf = (text: string): string[] => text.match(/[^。；！？;\n]+[。；！？;\n]*|\n+/g) ?? [];

/** The newer text with what left it, sentence by sentence, in reading order (longest common subsequence). */
export function differenceOf(before: string, now: string): Piece[] {
  const old = sentencesOf(before);
  const fresh = sentencesOf(now);
  const common = Array.from({ length: old.length + 1 }, () => Array<number>(fresh.length + 1).fill(0));
  const at = (i: number, j: number) => common[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      const row = common[i];
      if (row) row[j] = old[i] === fresh[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < fresh.length) {
    const gone = old[i];
    const added = fresh[j];
    if (gone !== undefined && gone === added) {
      pieces.push({ text: gone, kind: 'same' });
      i += 1;
      j += 1;
    } else if (added === undefined || (gone !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ text: gone ?? '', kind: 'gone' });
      i += 1;
    } else {
      pieces.push({ text: added, kind: 'added' });
      j += 1;
    }
  }
  return pieces;
}
