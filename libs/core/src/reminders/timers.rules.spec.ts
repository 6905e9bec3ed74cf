import { obligationKinds, type ObligationKind } from '@consilium/contracts';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { outOfQuietHours, planSteps, timers, type ObligationTimes } from './timers.rules.js';

const SHANGHAI = 'Asia/Shanghai';
/** A time at the campus, e.g. `11-18 09:00`. */
const at = (time: string) => DateTime.fromFormat(`2026-${time}`, 'yyyy-MM-dd HH:mm', { zone: SHANGHAI }).toJSDate();
const told = (kind: ObligationKind, openedAt: string, dueAt: string, changes: Partial<ObligationTimes> = {}) =>
  planSteps(kind, { openedAt: at(openedAt), dueAt: at(dueAt), now: at(openedAt), timeZone: SHANGHAI, ...changes }).map(
    ({ step, audience, fireAt }) => [
      DateTime.fromJSDate(fireAt, { zone: SHANGHAI }).toFormat('MM-dd HH:mm'),
      step,
      audience,
    ],
  );

describe('the timer table', () => {
  it('has timers with a stated basis for everything that can be owed', () => {
    expect(Object.keys(timers).toSorted()).toEqual(obligationKinds.schema.options.toSorted());
    for (const steps of Object.values(timers)) {
      expect(steps[0]).toMatchObject({ step: 'OPENED', soft: false });
      expect(steps.filter(({ basis }) => basis === '')).toEqual([]);
    }
  });

  it.each<[ObligationKind, string, string, string[][]]>([
    [
      'EMERGENCY_ACCESS',
      '11-18 23:30',
      '11-19 23:30',
      [
        ['11-18 23:30', 'OPENED', 'CASE_OWNER_AND_LEAD'],
        ['11-20 07:30', 'DUE', 'AUDITOR'],
      ],
    ],
    [
      'TRIAGE',
      '11-18 09:00',
      '11-19 09:00',
      [
        ['11-18 09:00', 'OPENED', 'COORDINATOR'],
        ['11-19 09:00', 'DUE', 'COORDINATOR'],
        ['11-19 13:00', 'AFTER_4H', 'CENTER_DIRECTOR'],
      ],
    ],
    [
      'INFORMATION',
      '11-18 09:00',
      '11-20 17:00',
      [
        ['11-18 09:00', 'OPENED', 'CASE_OWNER'],
        ['11-20 17:00', 'DUE', 'CASE_OWNER'],
        ['11-21 17:00', 'AFTER_24H', 'PERSONS_DEPARTMENT_LEAD'],
      ],
    ],
    [
      'OPINION',
      '11-18 09:00',
      '11-20 15:00',
      [
        ['11-18 09:00', 'OPENED', 'DEPARTMENT'],
        ['11-19 12:00', 'HALF_TIME', 'DEPARTMENT'],
        ['11-20 09:00', 'BEFORE_6H', 'DEPARTMENT'],
        ['11-20 15:00', 'DUE', 'DEPARTMENT'],
        ['11-20 19:00', 'AFTER_4H', 'DEPARTMENT_LEAD'],
        ['11-21 15:00', 'AFTER_24H', 'CENTER_DIRECTOR'],
      ],
    ],
    [
      'REMOTE_OPINION',
      '11-18 09:00',
      '11-20 15:00',
      [
        ['11-18 09:00', 'OPENED', 'REMOTE_EXPERTS'],
        ['11-20 09:00', 'BEFORE_6H', 'REMOTE_EXPERTS'],
        ['11-20 15:00', 'DUE', 'REMOTE_EXPERTS'],
        ['11-20 19:00', 'AFTER_4H', 'COORDINATOR'],
      ],
    ],
    [
      'SESSION',
      '11-18 09:00',
      '11-20 14:00',
      [
        ['11-18 09:00', 'OPENED', 'SESSION_MEMBERS'],
        ['11-19 14:00', 'BEFORE_24H', 'SESSION_MEMBERS'],
        ['11-20 13:30', 'BEFORE_30MIN', 'SESSION_MEMBERS'],
      ],
    ],
    [
      'DECISION_SIGNATURE',
      '11-18 16:00',
      '11-19 16:00',
      [
        ['11-18 16:00', 'OPENED', 'PERSON'],
        ['11-19 16:00', 'DUE', 'PERSON'],
        ['11-20 16:00', 'AFTER_24H', 'COORDINATOR'],
      ],
    ],
    [
      'STAGE_CONFIRMATION',
      '11-18 10:00',
      '11-19 10:00',
      [
        ['11-18 10:00', 'OPENED', 'PERSON'],
        ['11-19 10:00', 'DUE', 'PERSON'],
        ['11-20 10:00', 'AFTER_24H', 'DEPARTMENT_LEAD'],
      ],
    ],
    [
      'CONSULT_URGENT_ARRIVE',
      '11-21 23:30',
      '11-21 23:40',
      [
        ['11-21 23:30', 'OPENED', 'DEPARTMENT'],
        ['11-21 23:35', 'BEFORE_5MIN', 'DEPARTMENT'],
        ['11-21 23:40', 'DUE', 'DEPARTMENT_LEAD'],
        ['11-21 23:45', 'AFTER_5MIN', 'MEDICAL_AFFAIRS'],
      ],
    ],
    [
      'CONSULT_URGENT_RECORD',
      '11-21 23:40',
      '11-22 00:10',
      [
        ['11-21 23:40', 'OPENED', 'PERSON'],
        ['11-22 00:10', 'DUE', 'OWNER_AND_DEPARTMENT_LEAD'],
      ],
    ],
    [
      'CONSULT_ROUTINE_DONE',
      '11-21 22:00',
      '11-22 22:00',
      [
        ['11-21 22:00', 'OPENED', 'DEPARTMENT'],
        ['11-22 02:00', 'BEFORE_20H', 'DEPARTMENT'],
        ['11-22 10:00', 'BEFORE_12H', 'PERSON_OR_DEPARTMENT'],
        ['11-22 18:00', 'BEFORE_4H', 'DEPARTMENT_LEAD'],
        ['11-22 22:00', 'DUE', 'MEDICAL_AFFAIRS'],
      ],
    ],
    [
      'CONSULT_EXECUTION_NOTE',
      '11-18 22:00',
      '11-19 22:00',
      [
        ['11-18 22:00', 'OPENED', 'PERSON'],
        ['11-20 07:30', 'DUE', 'PERSON'],
        ['11-21 07:30', 'AFTER_24H', 'PERSONS_DEPARTMENT_LEAD'],
      ],
    ],
    ['CONSULT_PROGRESS', '11-18 22:00', '11-19 22:00', [['11-18 22:00', 'OPENED', 'PERSON']]],
    [
      'CONDITION_UPDATE',
      '11-18 09:00',
      '11-18 11:00',
      [
        ['11-18 09:00', 'OPENED', 'OWNER_AND_DEPARTMENT'],
        ['11-18 10:00', 'HALF_TIME', 'CASE_OWNER'],
        ['11-18 11:00', 'DUE', 'DEPARTMENT_LEAD'],
        ['11-18 11:30', 'AFTER_30MIN', 'COORDINATOR'],
      ],
    ],
    ['CONDITION_PROGRESS', '11-18 22:00', '11-19 22:00', [['11-18 22:00', 'OPENED', 'PERSON']]],
  ])('reminds of %s, opened %s and due %s, as it says', (kind, openedAt, dueAt, expected) => {
    expect(told(kind, openedAt, dueAt)).toEqual(expected);
  });

  it('leaves out steps whose time has passed when the thing is asked for late', () => {
    expect(told('SESSION', '11-18 09:00', '11-18 15:00')).toEqual([
      ['11-18 09:00', 'OPENED', 'SESSION_MEMBERS'],
      ['11-18 14:30', 'BEFORE_30MIN', 'SESSION_MEMBERS'],
    ]);
  });

  it('says of what was owed before that it changed, at once, and counts half the time from the first asking', () => {
    expect(told('OPINION', '11-18 09:00', '11-20 15:00', { now: at('11-19 11:00'), moved: true })).toEqual(
      expect.arrayContaining([
        ['11-19 11:00', 'MOVED', 'DEPARTMENT'],
        ['11-19 12:00', 'HALF_TIME', 'DEPARTMENT'],
      ]),
    );
  });
});

describe('quiet hours, 21:00 to 07:30 at the campus', () => {
  it.each([
    ['11-18 03:00', '11-18 07:30'],
    ['11-18 07:29', '11-18 07:30'],
    ['11-18 07:30', '11-18 07:30'],
    ['11-18 20:59', '11-18 20:59'],
    ['11-18 21:00', '11-19 07:30'],
    ['11-30 23:59', '12-01 07:30'],
  ])('move %s to %s', (wanted, kept) => {
    const moved = outOfQuietHours(DateTime.fromJSDate(at(wanted), { zone: SHANGHAI }));
    expect(moved.toFormat('MM-dd HH:mm')).toBe(kept);
  });

  it('let the hard end of an opinion speak at night, and its escalation wait for the morning', () => {
    expect(told('OPINION', '11-18 09:00', '11-18 22:00').slice(-3)).toEqual([
      ['11-18 22:00', 'DUE', 'DEPARTMENT'],
      ['11-19 07:30', 'AFTER_4H', 'DEPARTMENT_LEAD'],
      ['11-20 07:30', 'AFTER_24H', 'CENTER_DIRECTOR'],
    ]);
  });

  it('drop a soft reminder whose morning would come after the due time', () => {
    expect(told('REMOTE_OPINION', '11-18 20:00', '11-19 06:00').map(([, step]) => step)).toEqual([
      'OPENED',
      'DUE',
      'AFTER_4H',
    ]);
  });

  it('let only the last of several soft reminders speak in the same morning', () => {
    // Half of the time passes at 22:00 and six hours are left at 05:00: both would wait for 07:30.
    expect(told('OPINION', '11-18 09:00', '11-19 11:00').filter(([time]) => time === '11-19 07:30')).toEqual([
      ['11-19 07:30', 'BEFORE_6H', 'DEPARTMENT'],
    ]);
  });

  it('do not hold back what an operation within the day hangs on', () => {
    expect(told('STAGE_CONFIRMATION', '11-18 23:00', '11-19 23:00', { pressing: true })[1]).toEqual([
      '11-19 23:00',
      'DUE',
      'PERSON',
    ]);
    expect(told('STAGE_CONFIRMATION', '11-18 23:00', '11-19 23:00')[1]?.[0]).toBe('11-20 07:30');
  });
});

it('no reminder is laid down for the past, and none at night unless it is hard', () => {
  const minute = 60_000;
  fc.assert(
    fc.property(
      fc.constantFrom(...obligationKinds.schema.options),
      fc.integer({ min: 0, max: 20_000 }),
      fc.integer({ min: 1, max: 20_000 }),
      fc.integer({ min: 0, max: 20_000 }),
      (kind, opened, length, later) => {
        const openedAt = new Date(at('11-01 00:00').getTime() + opened * minute);
        const now = new Date(openedAt.getTime() + later * minute);
        const dueAt = new Date(openedAt.getTime() + length * minute);
        for (const { step, fireAt } of planSteps(kind, { openedAt, dueAt, now, timeZone: SHANGHAI })) {
          expect(fireAt.getTime()).toBeGreaterThanOrEqual(now.getTime());
          const rule = timers[kind].find((timer) => timer.step === step);
          const clock = DateTime.fromJSDate(fireAt, { zone: SHANGHAI }).toFormat('HH:mm');
          expect(!rule?.soft || (clock >= '07:30' && clock < '21:00')).toBe(true);
        }
      },
    ),
  );
});
