import { describe, expect, it } from 'vitest';
import { foldedReading, mayBeWholeName, readingsOfName } from './name-readings.js';

describe('the readings of a name', () => {
  it.each([
    ['欧阳示例', ['ouyangshili']],
    ['单示', ['shanshi', 'danshi']],
    ['曾例', ['zengli', 'cengli']],
    ['张示乐', ['zhangshile', 'zhangshiyue']],
    ['吕示', ['lvshi']],
    ['Zhang Shi', ['zhangshi']],
    ['张示例01', ['zhangshili01']],
  ])('%s holds %j', (name, expected) => {
    expect(readingsOfName(name)).toEqual(expect.arrayContaining(expected));
    expect(readingsOfName(name)[0]).toBe(expected[0]);
    expect(readingsOfName(name).length).toBeLessThanOrEqual(6);
  });

  it.each(['ouyang shili', 'Ōuyáng Shìlì', "ou'yang-shi li", 'ＯＵＹＡＮＧ ｓｈｉｌｉ'])(
    '%s is typed in one form',
    (typed) => {
      expect(foldedReading(typed)).toBe('ouyangshili');
    },
  );

  it.each(['lü', 'lv', 'lǚ', 'Lu:'])('%s has its v', (typed) => {
    expect(foldedReading(typed)).toBe('lv');
  });

  it.each(['张示', '欧阳示例', '示例·示例', 'zhang shi', "xi'an"])('%s may be a whole name', (typed) => {
    expect(mayBeWholeName(typed)).toBe(true);
  });

  it.each(['张', 'P26-0187!', '0', '%', ''])('%s may not', (typed) => {
    expect(mayBeWholeName(typed)).toBe(false);
  });
});
