import { caseFilters } from '@consilium/contracts';
import { describe, expect, it } from 'vitest';
import { addressOf, filtersIn, NO_FILTERS } from './filters-address';
import { partsOf } from './marked-text';

describe('filters in an address', () => {
  it('are read as they were written', () => {
    const filters = caseFilters.parse({
      states: ['READY', 'PREPARING'],
      tumourTypes: ['ANAL'],
      risks: ['HIGH'],
      mine: true,
      departmentId: '00000000-0000-4000-8000-000000000001',
      recurrent: true,
      overdue: true,
      from: '2026-01-01',
      to: '2026-02-01',
      order: 'oldest',
    });
    expect(filtersIn(addressOf(filters))).toEqual(filters);
    expect(addressOf(NO_FILTERS)).toEqual({});
  });

  it('are left out where they are none', () => {
    expect(filtersIn({ state: 'X', risk: '', dept: '1', from: '01.02.2026', order: 'name', q: '张' })).toEqual(
      NO_FILTERS,
    );
  });
});

describe('marked text', () => {
  it.each([
    ['直肠癌 GIST', ['gist', '直肠', '直肠癌'], ['[直肠癌]', ' ', '[GIST]']],
    ['a.b', ['.'], ['a', '[.]', 'b']],
    ['盆腔', [], ['盆腔']],
    ['盆腔', ['膀胱', ''], ['盆腔']],
  ])('%s with %j', (text, words, expected) => {
    expect(partsOf(text, words).map((part) => (part.isMarked ? `[${part.text}]` : part.text))).toEqual(expected);
  });
});
