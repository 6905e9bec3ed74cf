import { describe, expect, it } from 'vitest';
import { innerPath, parseSearch, stringifySearch } from './paths';

describe('addresses', () => {
  it.each([
    'https://elsewhere.example/x',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
    '',
    undefined,
  ])('never leads to another site: %s', (path) => {
    expect(innerPath(path)).toBe('/');
  });

  it('leads to an address of the app with its search', () => {
    expect(innerPath('/cases/P26-0187?tab=opinions')).toBe('/cases/P26-0187?tab=opinions');
  });

  it('keeps every value of the search as it is written', () => {
    expect(parseSearch('?date=2026-11-18&mine=1')).toEqual({ date: '2026-11-18', mine: '1' });
    expect(stringifySearch({ date: '2026-11-18', mine: '1', view: undefined, q: '' })).toBe('?date=2026-11-18&mine=1');
    expect(stringifySearch({})).toBe('');
  });
});
