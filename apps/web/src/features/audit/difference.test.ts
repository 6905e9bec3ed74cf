import { describe, expect, it } from 'vitest';
import { differenceOf, printed } from './difference';

const words = {
  text: (count: number, hash: string) => `${count} 字 ${hash}`,
  none: '（空）',
  instant: (text: string) => text.slice(0, 10),
};

describe('before and after', () => {
  it('puts the two sides beside each other and marks what differs', () => {
    expect(differenceOf({ state: 'READY', version: 3 }, { state: 'SCHEDULED', version: 3 }, words)).toEqual([
      { name: 'state', before: 'READY', after: 'SCHEDULED', isChanged: true },
      { name: 'version', before: '3', after: '3', isChanged: false },
    ]);
  });

  it('shows what was new, and what is gone', () => {
    expect(differenceOf(null, { state: 'REFERRED' }, words)).toEqual([
      { name: 'state', before: null, after: 'REFERRED', isChanged: true },
    ]);
    expect(differenceOf({ mode: 'REMOTE' }, {}, words)).toEqual([
      { name: 'mode', before: 'REMOTE', after: null, isChanged: true },
    ]);
    expect(differenceOf(null, null, words)).toEqual([]);
  });

  it('prints a clinical text by its length and fingerprint', () => {
    expect(printed({ characters: 120, sha256: 'ab12cd34ef56' }, words)).toBe('120 字 ab12cd34ef56');
    expect(printed({ entries: 2, characters: 120, sha256: 'ab12cd34ef56' }, words)).toBe(
      '120 字 ab12cd34ef56 · entries: 2',
    );
  });

  it('prints lists by line, times in the hospital’s zone and nothing as nothing', () => {
    expect(printed([{ departmentId: 'd1', requirement: 'REQUIRED' }, 'x'], words)).toBe(
      'departmentId: d1 · requirement: REQUIRED\nx',
    );
    expect(printed('2026-11-18T01:00:00.000Z', words)).toBe('2026-11-18');
    expect(printed(null, words)).toBe('（空）');
    expect(printed([], words)).toBe('（空）');
    expect(printed(false, words)).toBe('false');
  });
});
