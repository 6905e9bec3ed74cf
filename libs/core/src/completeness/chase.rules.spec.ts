import { describe, expect, it } from 'vitest';
import { toChase } from './chase.rules.js';

const NOW = new Date('2026-11-18T04:00:00Z');
const of = (personId: string, code: string) => ({ personId, name: personId.toUpperCase(), code });

describe('a chase', () => {
  it('reminds each person once, of everything they owe', () => {
    const people = toChase([of('a', 'mri'), of('b', 'pathology'), of('a', 'asa'), of('a', 'mri')], new Map(), NOW);
    expect(people).toEqual([
      { personId: 'a', name: 'A', codes: ['mri', 'asa'], notBefore: null },
      { personId: 'b', name: 'B', codes: ['pathology'], notBefore: null },
    ]);
  });

  it('leaves alone who was reminded within the hour', () => {
    const lately = new Map([
      ['a', new Date(NOW.getTime() - 59 * 60_000)],
      ['b', new Date(NOW.getTime() - 60 * 60_000)],
    ]);
    const people = toChase([of('a', 'mri'), of('b', 'mri')], lately, NOW);
    expect(people.map(({ notBefore }) => notBefore?.toISOString() ?? null)).toEqual(['2026-11-18T04:01:00.000Z', null]);
  });
});
