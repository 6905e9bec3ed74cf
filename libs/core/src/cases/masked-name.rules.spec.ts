import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskedName } from './masked-name.rules.js';

describe('a masked name', () => {
  it.each([
    ['张示例01', '张**'],
    ['王芳', '王**'],
    ['欧阳明月', '欧阳**'],
    ['司马光', '司马**'],
    ['闻人朔', '闻人**'],
    ['欧阳', '欧**'],
    ['欧静', '欧**'],
    ['买买提·艾力', '买**'],
    ['诺敏•乌云', '诺**'],
    ['Zhang Wei', 'Zhang **'],
    ['Anna', 'A**'],
    ['  李雷 ', '李**'],
    ['𠮷田太郎', '𠮷**'],
  ])('%s is shown as %s', (name, masked) => {
    expect(maskedName(name)).toBe(masked);
  });

  it('never tells how long the name is, nor any character after the family name', () => {
    const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code));
    fc.assert(
      fc.property(fc.array(han, { minLength: 2, maxLength: 8 }), (characters) => {
        const masked = maskedName(characters.join(''));
        const shown = masked.slice(0, -2);
        expect(masked.endsWith('**')).toBe(true);
        expect(shown.length === 1 || (shown.length === 2 && characters.length > 2)).toBe(true);
      }),
    );
  });
});
