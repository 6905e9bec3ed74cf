import { obligationKinds, type ObligationKind } from '@consilium/contracts';
import { describe, expect, it } from 'vitest';
import { pathOf, reminderText } from './reminder-texts.rules.js';
import { onlyTells, timerSteps, type Step } from './timers.rules.js';

const kinds = obligationKinds.schema.options;
const steps: Step[] = [...timerSteps, 'MOVED'];
const due = { dueAt: '2026-11-20T07:00:00.000Z', timeZone: 'Asia/Shanghai' };

describe('the text of a reminder', () => {
  it('names the case, the department, what is owed and until when, in both languages', () => {
    const department = { zh: '泌尿外科', en: 'Urology' };
    expect(reminderText('OPINION', 'BEFORE_6H', { ...due, caseNo: 'P26-0187', department })).toEqual({
      zh: 'P26-0187 泌尿外科 待交意见，11-20 周五 15:00 截止（6 小时内）',
      en: 'P26-0187 Urology Opinion due, by Fri Nov 20, 15:00 (within 6 hours)',
    });
  });

  it('says when a session starts and which stage is to be confirmed', () => {
    expect(reminderText('SESSION', 'BEFORE_30MIN', due).zh).toBe('会议将至，11-20 周五 15:00 开始（30 分钟后）');
    expect(reminderText('STAGE_CONFIRMATION', 'OPENED', { ...due, caseNo: 'P26-0187', stage: 'S2' }).en).toBe(
      'P26-0187 Surgical stage to confirm S2, by Fri Nov 20, 15:00 (new)',
    );
  });

  it('shows people of another hospital the code they know the case by', () => {
    expect(reminderText('REMOTE_OPINION', 'DUE', { ...due, px: 'PX-7F3K' }).zh).toBe(
      'PX-7F3K 待交远程意见，11-20 周五 15:00 截止（现已到期）',
    );
  });

  const owed = kinds.filter((kind) => !onlyTells(kind));
  it.each(owed)('says something of %s at every step, the same of no two', (kind: ObligationKind) => {
    const texts = steps.map((step) => reminderText(kind, step, { ...due, caseNo: 'P26-0187' }));
    expect(new Set(texts.map(({ zh }) => zh)).size).toBe(steps.length);
    expect(new Set(texts.map(({ en }) => en)).size).toBe(steps.length);
  });

  it.each(kinds.filter(onlyTells))('names no time where %s only tells something', (kind) => {
    const texts = steps.map((step) => reminderText(kind, step, { ...due, caseNo: 'P26-0187' }).zh);
    expect([...new Set(texts)]).toEqual([`P26-0187 ${obligationKinds.labels[kind].zh}`]);
  });

  it('is one line made of the named parameters alone, so that nothing of a patient can enter it', () => {
    const withMore = { ...due, caseNo: 'P26-0187', patientName: '王某', diagnosis: '骶骨脊索瘤' };
    for (const kind of kinds)
      for (const step of steps) {
        const { zh, en } = reminderText(kind, step, withMore);
        expect(`${zh}${en}`).not.toMatch(/王某|脊索瘤|\n/);
      }
  });
});

describe('the screen a reminder leads to', () => {
  const of = { caseNo: 'P26-0187', px: 'PX-7F3K', sessionId: 'a-session', planId: 'a-plan', subjectId: 'a-subject' };
  it.each(kinds)('of %s holds no case number for people of another hospital', (kind) => {
    expect(pathOf(kind, of, false)).toBe('/remote/cases/PX-7F3K');
    expect(pathOf(kind, { ...of, px: null }, false)).toBe('/remote');
  });

  it('is the one where the owed thing is done', () => {
    expect(kinds.map((kind) => pathOf(kind, of, true))).toEqual([
      '/cases/P26-0187?tab=departments',
      '/cases/P26-0187?tab=departments',
      '/cases/P26-0187?tab=opinions',
      '/cases/P26-0187?tab=opinions',
      '/sessions/a-session',
      '/sessions/a-session/live',
      '/plans/a-plan',
      '/cases/P26-0187',
      '/recommendations?mine=1&open=1',
      '/cases/P26-0187?tab=decisions',
      '/cases/P26-0187',
      '/cases/P26-0187',
      '/cases/P26-0187',
      ...Array.from({ length: 5 }, () => '/consults?open=a-subject'),
      '/news?open=a-subject',
      '/news?open=a-subject',
    ]);
  });

  it('of an emergency access is the audit log for who reviews it, who sees no case', () => {
    expect(pathOf('EMERGENCY_ACCESS', { ...of, step: 'DUE' }, true)).toBe('/audit');
    expect(pathOf('EMERGENCY_ACCESS', { ...of, caseNo: null }, true)).toBe('/audit');
  });
});
