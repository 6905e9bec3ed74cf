import { describe, expect, it } from 'vitest';
import { pointsOf, trendsOf } from './trends';

const result = (analyte: string, value: number, takenOn: string, unit = 'ng/ml') => ({
  id: `${analyte}${takenOn}${unit}`,
  analyte,
  value,
  unit,
  takenOn,
});

describe('laboratory trends', () => {
  it('run from old to new, one line for each analyte and unit', () => {
    const trends = trendsOf([
      result('CEA', 18.6, '2026-11-10'),
      result('HB', 104, '2026-11-12', 'g/L'),
      result('CEA', 4.1, '2025-09-01'),
      result('CEA', 9, '2026-01-01', 'µg/L'),
    ]);
    expect(trends.map(({ analyte, unit, results }) => [analyte, unit, results.map(({ value }) => value)])).toEqual([
      ['HB', 'g/L', [104]],
      ['CEA', 'ng/ml', [4.1, 18.6]],
      ['CEA', 'µg/L', [9]],
    ]);
  });

  it('draw time across by days and the highest value on top', () => {
    const points = pointsOf(
      [result('CEA', 0, '2026-01-01'), result('CEA', 10, '2026-01-02'), result('CEA', 5, '2026-01-11')],
      100,
      20,
    );
    expect(points).toEqual([
      { x: 0, y: 20 },
      { x: 10, y: 0 },
      { x: 100, y: 10 },
    ]);
  });

  it('draw what never changed in the middle', () => {
    expect(pointsOf([result('HB', 100, '2026-01-01'), result('HB', 100, '2026-01-03')], 100, 20)).toEqual([
      { x: 0, y: 10 },
      { x: 100, y: 10 },
    ]);
  });
});
