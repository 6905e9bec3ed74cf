import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeTimes, type Interval } from './free-slots.rules.js';

const at = (text: string) => new Date(text);
const zone = 'Asia/Shanghai';
// 2026-11-24 14:00 to 15:30 at the campus.
const wanted = [
  { resourceId: 'room', startsAt: at('2026-11-24T06:00:00Z'), endsAt: at('2026-11-24T07:30:00Z') },
  { resourceId: 'chair', startsAt: at('2026-11-24T06:00:00Z'), endsAt: at('2026-11-24T07:30:00Z') },
];
const find = (busy: Record<string, Interval[]>, from = wanted[0]?.startsAt ?? at('2026-11-24T06:00:00Z'), count = 3) =>
  freeTimes(wanted, new Map(Object.entries(busy)), { from, timeZone: zone, count }).map((slot) =>
    slot.startsAt.toISOString(),
  );

describe('free times', () => {
  it('begin after what is taken of the room and of the people', () => {
    expect(
      find({
        room: [{ startsAt: at('2026-11-24T06:00:00Z'), endsAt: at('2026-11-24T07:00:00Z') }],
        chair: [{ startsAt: at('2026-11-24T07:00:00Z'), endsAt: at('2026-11-24T07:30:00Z') }],
      }),
    ).toEqual(['2026-11-24T07:30:00.000Z', '2026-11-24T08:00:00.000Z', '2026-11-24T08:30:00.000Z']);
  });
  it('end by 20:00 of the campus and go on at 07:30 of the next day', () => {
    expect(find({}, at('2026-11-24T10:20:00Z'))).toEqual([
      '2026-11-24T10:30:00.000Z',
      '2026-11-24T23:30:00.000Z',
      '2026-11-25T00:00:00.000Z',
    ]);
  });
  it('are none where the room is taken for a fortnight', () => {
    expect(find({ room: [{ startsAt: at('2026-11-01T00:00:00Z'), endsAt: at('2026-12-31T00:00:00Z') }] })).toEqual([]);
  });
  it('move an operation with all its teams as a whole', () => {
    const operation = [
      { resourceId: 'theatre', startsAt: at('2026-11-24T00:00:00Z'), endsAt: at('2026-11-24T10:00:00Z') },
      { resourceId: 'second team', startsAt: at('2026-11-24T04:00:00Z'), endsAt: at('2026-11-24T06:00:00Z') },
    ];
    const busy = new Map([
      ['second team', [{ startsAt: at('2026-11-24T04:00:00Z'), endsAt: at('2026-11-24T05:00:00Z') }]],
    ]);
    const [first] = freeTimes(operation, busy, { from: at('2026-11-24T00:00:00Z'), timeZone: zone, count: 1 });
    expect(first?.startsAt.toISOString()).toBe('2026-11-24T01:00:00.000Z');
  });
  it('let an operation longer than the day begin only in the early morning', () => {
    const long = [{ resourceId: 'theatre', startsAt: at('2026-11-24T00:00:00Z'), endsAt: at('2026-11-24T14:00:00Z') }];
    const found = freeTimes(long, new Map(), { from: at('2026-11-24T00:30:00Z'), timeZone: zone, count: 3 });
    expect(found.map((slot) => slot.startsAt.toISOString())).toEqual([
      '2026-11-24T00:30:00.000Z',
      '2026-11-24T01:00:00.000Z',
      '2026-11-24T23:30:00.000Z',
    ]);
  });
  it('never touch what is taken', () => {
    const hour = fc.integer({ min: 0, max: 14 * 24 });
    const taken = fc.array(
      fc.tuple(hour, fc.integer({ min: 1, max: 30 })).map(([start, length]) => ({
        startsAt: new Date(Date.UTC(2026, 10, 24, start)),
        endsAt: new Date(Date.UTC(2026, 10, 24, start + length)),
      })),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(taken, taken, (room, chair) => {
        const slots = freeTimes(
          wanted,
          new Map([
            ['room', room],
            ['chair', chair],
          ]),
          {
            from: at('2026-11-24T06:00:00Z'),
            timeZone: zone,
            count: 5,
          },
        );
        for (const slot of slots)
          for (const one of [...room, ...chair])
            expect(one.endsAt <= slot.startsAt || one.startsAt >= slot.endsAt).toBe(true);
      }),
    );
  });
});
