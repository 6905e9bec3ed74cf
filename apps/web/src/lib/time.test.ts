import { afterEach, describe, expect, it } from 'vitest';
import {
  daysUntil,
  formatClockRange,
  formatDay,
  formatDense,
  formatFormal,
  formatNear,
  formatOperationDay,
  isoDay,
  setHospitalZone,
  timeLeft,
} from './time';

/** Wednesday 18 November 2026, 09:42 in Shanghai. */
const now = new Date('2026-11-18T09:42:00+08:00');
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const HOUR = 60;
const DAY = 24 * HOUR;

afterEach(() => setHospitalZone('Asia/Shanghai'));

describe('time left', () => {
  it.each([
    [3 * HOUR + 18, '剩 3 小时 18 分', '3 h 18 min left', 'due'],
    [3 * HOUR, '剩 3 小时', '3 h left', 'due'],
    [59, '剩 59 分', '59 min left', 'due'],
    [0.5, '剩不足 1 分', 'under 1 min left', 'due'],
    [4 * HOUR, '剩 4 小时', '4 h left', 'due'],
    [5 * HOUR + 59, '剩 5 小时', '5 h left', 'due'],
    [28 * HOUR, '剩 28 小时', '28 h left', 'neutral'],
    [48 * HOUR, '剩 48 小时', '48 h left', 'neutral'],
    [48 * HOUR + 1, '剩 2 天', '2 d left', 'neutral'],
    [2 * DAY + 23 * HOUR, '剩 2 天', '2 d left', 'neutral'],
  ])('%d minutes before the deadline it says %s', (minutes, zh, en, tone) => {
    expect(timeLeft(inMinutes(minutes), now, 'zh-CN')).toEqual({ text: zh, tone });
    expect(timeLeft(inMinutes(minutes), now, 'en-US')).toEqual({ text: en, tone });
  });

  it.each([
    [0, '逾期不足 1 分'],
    [-12, '逾期 12 分'],
    [-HOUR, '逾期 1 小时'],
    [-15 * HOUR - 59, '逾期 15 小时'],
    [-DAY + 1, '逾期 23 小时'],
    [-DAY, '逾期 1 天'],
    [-2 * DAY - 20 * HOUR, '逾期 2 天'],
  ])('%d minutes after the deadline it is overdue: %s', (minutes, text) => {
    expect(timeLeft(inMinutes(minutes), now, 'zh-CN')).toEqual({ text, tone: 'overdue' });
  });

  it('is due on the same day of the hospital, and not on the day after', () => {
    expect(timeLeft('2026-11-18T23:59:00+08:00', now).tone).toBe('due');
    expect(timeLeft('2026-11-19T00:01:00+08:00', now).tone).toBe('neutral');
  });

  it('is due within four hours although midnight lies between', () => {
    const evening = new Date('2026-11-18T22:00:00+08:00');
    expect(timeLeft('2026-11-19T01:30:00+08:00', evening).tone).toBe('due');
    expect(timeLeft('2026-11-19T02:30:00+08:00', evening).tone).toBe('neutral');
  });

  it('goes by the day of the hospital, not of the reader', () => {
    const deadline = '2026-11-18T15:30:00Z';
    expect(timeLeft(deadline, now).tone).toBe('due');
    setHospitalZone('Pacific/Auckland');
    expect(timeLeft(deadline, now).tone).toBe('neutral');
  });
});

describe('dates and times', () => {
  it.each([
    ['2026-11-18T14:00:00+08:00', '今日 14:00', 'Today 14:00'],
    ['2026-11-20T09:00:00+08:00', '周五 09:00', 'Fri 09:00'],
    ['2026-11-24T09:00:00+08:00', '周二 09:00', 'Tue 09:00'],
    ['2026-11-25T09:00:00+08:00', '11-25 周三 09:00', 'Wed Nov 25, 09:00'],
    ['2026-11-17T18:42:00+08:00', '11-17 周二 18:42', 'Tue Nov 17, 18:42'],
    ['2025-07-03T08:00:00+08:00', '2025-07-03', '2025-07-03'],
  ])('near: %s is %s', (moment, zh, en) => {
    expect(formatNear(moment, now, 'zh-CN')).toBe(zh);
    expect(formatNear(moment, now, 'en-US')).toBe(en);
  });

  it('dense: day, weekday and time; another year as the date alone', () => {
    expect(formatDense('2026-11-18T14:00:00+08:00', now, 'zh-CN')).toBe('11-18 周三 14:00');
    expect(formatDense('2026-11-18T14:00:00+08:00', now, 'en-US')).toBe('Wed Nov 18, 14:00');
    expect(formatDense('2027-01-01T00:00:00+08:00', now, 'zh-CN')).toBe('2027-01-01');
  });

  it('formal: the whole date', () => {
    expect(formatFormal('2026-11-18T14:00:00+08:00', 'zh-CN')).toBe('2026年11月18日 周三 14:00');
    expect(formatFormal('2026-11-18T14:00:00+08:00', 'en-US')).toBe('Wed Nov 18, 2026, 14:00');
  });

  it('shows every time in the hospital’s zone', () => {
    expect(formatDense('2026-11-18T16:30:00Z', now, 'zh-CN')).toBe('11-19 周四 00:30');
    expect(isoDay('2026-11-18T16:30:00Z')).toBe('2026-11-19');
  });

  it('writes a range with an en dash', () => {
    expect(formatClockRange('2026-11-18T14:25:00+08:00', '2026-11-18T15:10:00+08:00')).toBe('14:25–15:10');
  });

  it('writes a day alone', () => {
    expect(formatDay('2026-11-13T14:00:00+08:00', now, 'zh-CN')).toBe('11-13');
    expect(formatDay('2026-11-13T14:00:00+08:00', now, 'en-US')).toBe('Nov 13');
  });

  it('counts days to an operation by the calendar, whatever the hour', () => {
    expect(formatOperationDay('2026-11-26T08:00:00+08:00', now)).toBe('D-8');
    expect(formatOperationDay('2026-11-18T23:00:00+08:00', now)).toBe('D-0');
    expect(formatOperationDay('2026-11-15T08:00:00+08:00', now)).toBe('D+3');
    expect(daysUntil('2026-11-19T00:05:00+08:00', now)).toBe(1);
  });
});
