import { describe, expect, it } from 'vitest';
import { clashesOf, differencesOf, mergedOf, type Content } from './units';

const entry = (id: string, text: string) => ({ id, text });
const list = (...entries: object[]): Content => ({ entries });

describe('two writings of one part', () => {
  it('are the same whatever the order of their fields', () => {
    expect(differencesOf({ a: { x: 1, y: [1, 2] } }, { a: { y: [1, 2], x: 1 } })).toEqual([]);
    expect(differencesOf({ a: [1, 2] }, { a: [2, 1] })).toHaveLength(1);
  });

  it('are told apart field by field, and lists entry by entry', () => {
    expect(differencesOf({ ecog: 1, asa: 'II' }, { ecog: 2, asa: 'II' })).toEqual([
      { key: 'ecog', before: 1, after: 2 },
    ]);
    const [gone, born] = differencesOf(list(entry('a', '1'), entry('b', '2')), list(entry('a', '1'), entry('c', '3')));
    expect(gone).toEqual({ key: 'entries/b', before: entry('b', '2'), after: undefined });
    expect(born).toEqual({ key: 'entries/c', before: undefined, after: entry('c', '3') });
  });

  it('settle by themselves what only one of two people touched', () => {
    const base = { ecog: 1, asa: 'II', nrs2002: 0 };
    const clashes = clashesOf(base, { ecog: 2, asa: 'II', nrs2002: 3 }, { ecog: 1, asa: 'III', nrs2002: 4 });
    expect(Object.fromEntries(clashes.map(({ key, settled }) => [key, settled]))).toEqual({
      ecog: 'mine',
      asa: 'theirs',
      nrs2002: null,
    });
  });

  const base = list(entry('a', 'old'), entry('b', 'old'), entry('c', 'old'));
  const mine = list(entry('a', 'mine'), entry('c', 'old'), entry('m', 'new'));
  const theirs = list(entry('a', 'theirs'), entry('b', 'old'), entry('t', 'new'));

  it('lose no entry that somebody added, and none that somebody kept, when they are joined', () => {
    const clashes = clashesOf(base, mine, theirs);
    const joined = mergedOf(theirs, clashes, ({ settled }) => settled ?? 'mine');
    expect(joined).toEqual(list(entry('a', 'mine'), entry('t', 'new'), entry('m', 'new')));
  });

  it.each(['mine', 'theirs'] as const)('become %s where all is chosen from it', (side) => {
    const joined = mergedOf(theirs, clashesOf(base, mine, theirs), () => side);
    expect(differencesOf(joined, side === 'mine' ? mine : theirs)).toEqual([]);
  });

  it('may end as an empty list', () => {
    const clashes = clashesOf(list(entry('a', '1')), list(), list(entry('a', '1')));
    expect(mergedOf(list(entry('a', '1')), clashes, () => 'mine')).toEqual(list());
  });
});
