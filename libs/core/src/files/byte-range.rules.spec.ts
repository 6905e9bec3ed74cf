import { describe, expect, it } from 'vitest';
import { byteRange } from './byte-range.rules.js';

describe('a part of a file of 1000 bytes', () => {
  it.each([
    ['bytes=0-99', { from: 0, to: 99 }],
    ['bytes=900-', { from: 900, to: 999 }],
    ['bytes=990-5000', { from: 990, to: 999 }],
    ['bytes=-10', { from: 990, to: 999 }],
    ['bytes=-5000', { from: 0, to: 999 }],
  ])('%s', (header, part) => expect(byteRange(header, 1000)).toEqual(part));

  it.each([undefined, 'bytes=1000-', 'bytes=5-4', 'bytes=-', 'bytes=-0', 'bytes=0-1,5-6', 'items=0-9'])(
    'is the whole for %s',
    (header) => expect(byteRange(header, 1000)).toBeUndefined(),
  );
});
