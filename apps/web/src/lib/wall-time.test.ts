import { afterEach, describe, expect, test } from 'vitest';
import { setHospitalZone } from './time';
import { addDays, fromPicker, instantAt, isDay, mondayOf, toPicker } from './wall-time';

afterEach(() => setHospitalZone('Asia/Shanghai'));

describe('the hospital’s wall time', () => {
  test('becomes the instant at which its clocks show it', () => {
    expect(instantAt('2026-11-18', '14:00').toISOString()).toBe('2026-11-18T06:00:00.000Z');
  });

  test('is right on both sides of a change of summer time', () => {
    setHospitalZone('Europe/Berlin');
    expect(instantAt('2026-03-29', '01:30').toISOString()).toBe('2026-03-29T00:30:00.000Z');
    expect(instantAt('2026-03-29', '03:30').toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(instantAt('2026-10-25', '12:00').toISOString()).toBe('2026-10-25T11:00:00.000Z');
  });

  test('goes into a picker and comes out of it unchanged', () => {
    const instant = '2026-11-18T06:00:00.000Z';
    expect(toPicker(instant).format('YYYY-MM-DD HH:mm')).toBe('2026-11-18 14:00');
    expect(fromPicker(toPicker(instant)).toISOString()).toBe(instant);
  });
});

describe('days', () => {
  test('weeks start on Monday', () => {
    expect(mondayOf('2026-11-18')).toBe('2026-11-16');
    expect(mondayOf('2026-11-16')).toBe('2026-11-16');
    expect(mondayOf('2026-11-22')).toBe('2026-11-16');
  });

  test('are counted over the ends of months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  });

  test('from an address are taken only where they exist', () => {
    expect(['2026-11-18', '2026-02-30', '18.11.2026', '', undefined].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
