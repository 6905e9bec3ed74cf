import { structures } from '@consilium/catalog';
import { describe, expect, it } from 'vitest';
import { stemOf, translationOf } from './english-words.rules.js';

describe('an English word', () => {
  it.each([
    ['rectum', 'rectal'],
    ['uterus', 'uterine'],
    ['ovary', 'ovarian'],
    ['sacrum', 'sacral'],
    ['pelvis', 'pelvic'],
  ])('%s has the stem of %s', (noun, adjective) => {
    expect(stemOf(noun)).toBe(stemOf(adjective));
  });

  it.each([
    ['rectal', '直肠'],
    ['rectum', '直肠'],
    ['bladder', '膀胱'],
    ['ureter', '输尿管'],
    ['sacral', '骶骨'],
  ])('%s stands for %s', (word, zh) => {
    expect(translationOf(word, structures).zh.join(' ')).toContain(zh);
  });

  it('names a tumour type by a whole word or its beginning', () => {
    expect(translationOf('colorectal', structures).tumourTypes).toEqual(['COLORECTAL']);
    expect(translationOf('cervical', structures).tumourTypes).toEqual(['CERVICAL']);
    expect(translationOf('prost', structures).tumourTypes).toEqual(['PROSTATE']);
  });

  it.each(['cancer', 'left', 'al', '直肠', 'zzz', 'p26'])('%s stands for nothing', (word) => {
    expect(translationOf(word, structures)).toEqual({ zh: [], tumourTypes: [] });
  });
});
