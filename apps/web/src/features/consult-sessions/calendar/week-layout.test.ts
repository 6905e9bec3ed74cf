import { describe, expect, test } from 'vitest';
import { listItemOf } from '../testing/session-examples';
import { byDay, placeDay } from './week-layout';

let serial = 0;
const from = (start: string, end: string) => {
  serial += 1;
  return listItemOf({
    id: `00000000-0000-4000-8bbb-${String(serial).padStart(12, '0')}`,
    startsAt: `2026-11-18T${start}:00+08:00`,
    endsAt: `2026-11-18T${end}:00+08:00`,
  });
};
const shape = (...sessions: ReturnType<typeof from>[]) =>
  placeDay(sessions).map(({ top, minutes, lane, lanes }) => ({ top, minutes, lane, lanes }));

describe('sessions of a day', () => {
  test('stand at their hour after seven', () => {
    expect(shape(from('14:00', '16:00'))).toEqual([{ top: 420, minutes: 120, lane: 0, lanes: 1 }]);
  });

  test('stand side by side where they overlap, and alone where they only touch', () => {
    expect(shape(from('09:00', '11:00'), from('10:00', '12:00'), from('12:00', '13:00'))).toEqual([
      { top: 120, minutes: 120, lane: 0, lanes: 2 },
      { top: 180, minutes: 120, lane: 1, lanes: 2 },
      { top: 300, minutes: 60, lane: 0, lanes: 1 },
    ]);
  });

  test('take a lane again that has become free', () => {
    expect(
      shape(from('09:00', '12:00'), from('09:00', '10:00'), from('10:00', '11:00')).map(({ lane }) => lane),
    ).toEqual([0, 1, 1]);
  });

  test('outside the hours shown are drawn at the edge, never left out', () => {
    expect(shape(from('05:00', '06:00'), from('21:00', '22:00'))).toEqual([
      { top: 0, minutes: 30, lane: 0, lanes: 1 },
      { top: 750, minutes: 30, lane: 0, lanes: 1 },
    ]);
  });
});

test('a session belongs to the hospital’s day, not to the day in UTC', () => {
  const early = listItemOf({ startsAt: '2026-11-17T23:30:00.000Z', endsAt: '2026-11-18T00:30:00.000Z' });
  expect([...byDay([early]).keys()]).toEqual(['2026-11-18']);
});
