import { icd10 } from '@consilium/catalog';
import { describe, expect, it } from 'vitest';
import { foundCodes } from './codes.rules.js';

const found = (typed: string) => foundCodes(icd10.items, typed).map(({ code }) => code);

describe('a search for codes', () => {
  it.each([
    ['c20', ['C20']],
    ['C53', ['C53.0', 'C53.1', 'C53.8', 'C53.9']],
    ['宫颈 内膜', ['C53.0']],
    ['Secondary bladder', ['C79.1']],
    ['直肠恶性', ['C20']],
    ['没有这种病', []],
  ])('for “%s” finds %o', (typed, codes) => {
    expect(found(typed)).toEqual(codes);
  });

  it('shows codes that begin so before words that hold it, and at most twenty', () => {
    expect(found('c6')[0]).toBe('C61');
    expect(found('')).toHaveLength(20);
    expect(found('恶性肿瘤')).toHaveLength(20);
  });
});
