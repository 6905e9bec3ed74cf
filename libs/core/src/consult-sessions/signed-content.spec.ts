import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson, contentHashOf } from './signed-content.js';

it('the same content has the same hash whatever the order in which it was written', () => {
  expect(contentHashOf({ b: [{ y: 1, x: null }], a: '手术' })).toBe(
    contentHashOf({ a: '手术', b: [{ x: null, y: 1 }] }),
  );
});
it('any change of a word changes the hash', () => {
  expect(contentHashOf({ summary: '行盆腔廓清术' })).not.toBe(contentHashOf({ summary: '不行盆腔廓清术' }));
});
it('the order of stances is part of what is signed', () => {
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
});
it('canonical JSON says the same as the value', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
