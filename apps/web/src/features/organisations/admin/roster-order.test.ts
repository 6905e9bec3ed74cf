import { describe, expect, it } from 'vitest';
import { moved } from './roster-order';

const places = (...ids: string[]) => ids.map((departmentId) => ({ departmentId, role: 'CORE' as const }));
const order = (...found: Parameters<typeof moved>) => moved(...found)?.map(({ departmentId }) => departmentId);

describe('moving a department in the roster', () => {
  it('changes places with the neighbour', () => {
    expect(order(places('a', 'b', 'c'), ['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(order(places('a', 'b', 'c'), ['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
  });

  it('goes past a retired department that is not shown', () => {
    expect(order(places('a', 'retired', 'b'), ['a', 'b'], 'b', -1)).toEqual(['b', 'a', 'retired']);
    expect(order(places('a', 'retired', 'b'), ['a', 'b'], 'a', 1)).toEqual(['retired', 'b', 'a']);
  });

  it('ends at both ends', () => {
    expect(order(places('a', 'b'), ['a', 'b'], 'a', -1)).toBeUndefined();
    expect(order(places('a', 'b'), ['a', 'b'], 'b', 1)).toBeUndefined();
  });
});
