import { describe, expect, test } from 'vitest';
import { itemOf, sessionOf, withBeichen } from '../testing/session-examples';
import { agendaBlocks, agendaTimes } from './agenda-times';

/** 14:00 to 16:00 in Shanghai, three cases of 20 minutes. */
const session = (states: ('QUEUED' | 'OPEN' | 'CONCLUDED' | 'DEFERRED')[]) =>
  sessionOf({ agenda: states.map((state, index) => itemOf(index + 1, { state, minutes: 20 })) });
const at = (clock: string) => new Date(`2026-11-18T${clock}:00+08:00`);
const starts = (times: ReturnType<typeof agendaTimes>) =>
  [...times.starts.values()].map((start) => start.toISOString().slice(11, 16));

describe('times of the agenda', () => {
  test('follow the plan before the session and while it is on time', () => {
    expect(starts(agendaTimes({ ...session(['QUEUED', 'QUEUED', 'QUEUED']), state: 'PLANNED' }, at('15:00')))).toEqual([
      '06:00',
      '06:20',
      '06:40',
    ]);
    const onTime = agendaTimes(session(['CONCLUDED', 'OPEN', 'QUEUED']), at('14:30'));
    expect(starts(onTime)).toEqual(['06:00', '06:20', '06:40']);
    expect(onTime).toMatchObject({ lateMinutes: 0, spareMinutes: 60, ends: at('15:00') });
  });

  test('never promise a case before its planned time, however fast the session is', () => {
    expect(starts(agendaTimes(session(['CONCLUDED', 'CONCLUDED', 'QUEUED']), at('14:10')))[2]).toBe('06:40');
  });

  test('move on with the clock once the open case runs over', () => {
    const late = agendaTimes(session(['CONCLUDED', 'OPEN', 'QUEUED']), at('14:46'));
    expect(starts(late)).toEqual(['06:00', '06:20', '06:46']);
    expect(late).toMatchObject({ lateMinutes: 6, ends: at('15:06') });
  });

  test('move on while no case is open although one should be', () => {
    expect(agendaTimes(session(['QUEUED', 'QUEUED', 'QUEUED']), at('14:05'))).toMatchObject({
      lateMinutes: 5,
      ends: at('15:05'),
    });
  });
});

test('neighbours shared with the same hospitals form one block, also when one lies between others', () => {
  const agenda = [
    itemOf(3, { sharedWith: [withBeichen] }),
    itemOf(1),
    itemOf(2, { sharedWith: [withBeichen] }),
    itemOf(4),
  ];
  expect(agendaBlocks(agenda).map((block) => block.items.map((item) => item.ordinal))).toEqual([[1], [2, 3], [4]]);
});
