export interface Part {
  text: string;
  isMarked: boolean;
  /** Where it begins. */
  at: number;
}

const literal = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** A text in parts: those that are one of the words, whatever the letters' case, and those between. The longest word wins. */
export function partsOf(text: string, words: readonly string[]): Part[] {
  const wanted = words.filter((word) => word !== '').toSorted((one, other) => other.length - one.length);
  if (wanted.length === 0) return [{ text, isMarked: false, at: 0 }];
  const parts: Part[] = [];
  let at = 0;
  for (const found of text.matchAll(new RegExp(wanted.map(literal).join('|'), 'giu'))) {
    if (found.index > at) parts.push({ text: text.slice(at, found.index), isMarked: false, at });
    parts.push({ text: found[0], isMarked: true, at: found.index });
    at = found.index + found[0].length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), isMarked: false, at });
  return parts;
}
