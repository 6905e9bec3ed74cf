import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.js';

describe('an export for a spreadsheet', () => {
  it('keeps commas, quotes and lines inside their cell', () => {
    expect(csvOf([['a,b', 'say "x"', 'one\ntwo']])).toBe('\uFEFF"a,b","say ""x""","one\ntwo"\r\n');
  });

  it('lets no cell run as a formula', () => {
    expect(csvOf([['=HYPERLINK("http://x")', '+1', '-2', '@x', 'safe']])).toBe(
      `\uFEFF"'=HYPERLINK(""http://x"")",'+1,'-2,'@x,safe\r\n`,
    );
  });

  it('begins with the mark by which spreadsheets know Chinese text', () => {
    expect(csvOf([['审计']]).charCodeAt(0)).toBe(0xfeff);
  });
});
