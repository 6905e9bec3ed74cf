import { obligationKinds, type Bilingual, type ObligationKind } from '@consilium/contracts';
import { DateTime } from 'luxon';
import { onlyTells, type Step } from './timers.rules.js';

/** What a message may name: codes, a department and times. Nothing of the patient. */
export interface MessageParameters {
  caseNo?: string;
  px?: string;
  department?: Bilingual;
  stage?: string;
  dueAt: string;
  timeZone: string;
}

const steps: Record<Step, Bilingual> = {
  OPENED: { zh: '新增', en: 'New' },
  MOVED: { zh: '有变更', en: 'Changed' },
  DAY_1: { zh: '已 1 天', en: 'Open for a day' },
  DAY_2: { zh: '已 2 天', en: 'Open for two days' },
  DAY_3: { zh: '已 3 天', en: 'Open for three days' },
  HALF_TIME: { zh: '时间过半', en: 'Half of the time has passed' },
  BEFORE_3D: { zh: '还有 3 天', en: '3 days left' },
  BEFORE_24H: { zh: '24 小时内', en: 'Within 24 hours' },
  BEFORE_20H: { zh: '20 小时内', en: 'Within 20 hours' },
  BEFORE_12H: { zh: '12 小时内', en: 'Within 12 hours' },
  BEFORE_6H: { zh: '6 小时内', en: 'Within 6 hours' },
  BEFORE_4H: { zh: '4 小时内', en: 'Within 4 hours' },
  BEFORE_30MIN: { zh: '30 分钟后', en: 'In 30 minutes' },
  BEFORE_5MIN: { zh: '5 分钟内', en: 'Within 5 minutes' },
  DUE: { zh: '现已到期', en: 'Due now' },
  AFTER_5MIN: { zh: '已逾期 5 分钟', en: '5 minutes overdue' },
  AFTER_30MIN: { zh: '已逾期 30 分钟', en: '30 minutes overdue' },
  AFTER_4H: { zh: '已逾期 4 小时', en: '4 hours overdue' },
  AFTER_24H: { zh: '已逾期 24 小时', en: '24 hours overdue' },
  AFTER_3D: { zh: '已逾期 3 天', en: '3 days overdue' },
  AFTER_7D: { zh: '已逾期 7 天', en: '7 days overdue' },
};

const timeWords: Record<'due' | 'starts', Bilingual> = {
  due: { zh: '截止', en: 'by' },
  starts: { zh: '开始', en: 'starts' },
};

/** One line: which case or session, what is owed, by when, and why it speaks now. The same words in the app and by mail. */
export function reminderText(kind: ObligationKind, step: Step, parameters: MessageParameters): Bilingual {
  const at = DateTime.fromISO(parameters.dueAt, { zone: parameters.timeZone });
  const subject = parameters.caseNo ?? parameters.px ?? '';
  const word = timeWords[kind === 'SESSION' ? 'starts' : 'due'];
  const detail = (language: 'zh' | 'en') =>
    [subject, parameters.department?.[language], obligationKinds.labels[kind][language], parameters.stage]
      .filter(Boolean)
      .join(' ');
  if (onlyTells(kind)) return { zh: detail('zh'), en: detail('en') };
  return {
    zh: `${detail('zh')}，${at.setLocale('zh-CN').toFormat('MM-dd ccc HH:mm')} ${word.zh}（${steps[step].zh}）`,
    en: `${detail('en')}, ${word.en} ${at.setLocale('en-US').toFormat('ccc LLL d, HH:mm')} (${steps[step].en.toLowerCase()})`,
  };
}

/** The screen where the owed thing is done. People of other hospitals see only their portal. */
export function pathOf(
  kind: ObligationKind,
  of: {
    caseNo?: string | null;
    px?: string | null;
    sessionId?: string | null;
    planId?: string | null;
    subjectId?: string;
    step?: Step;
  },
  isHost: boolean,
): string {
  if (!isHost) return of.px ? `/remote/cases/${of.px}` : '/remote';
  switch (kind) {
    case 'OPINION':
      return `/cases/${of.caseNo}?tab=opinions`;
    case 'TRIAGE':
    case 'INFORMATION':
      return `/cases/${of.caseNo}?tab=departments`;
    case 'MATERIAL':
    case 'DEATH_DISCUSSION':
    case 'CLOSING':
      return `/cases/${of.caseNo}`;
    case 'REMOTE_OPINION':
      return `/cases/${of.caseNo}?tab=opinions`;
    case 'SESSION':
      return `/sessions/${of.sessionId}`;
    case 'DECISION_SIGNATURE':
      return `/sessions/${of.sessionId}/live`;
    case 'STAGE_CONFIRMATION':
      return `/plans/${of.planId}`;
    case 'CONSULT_URGENT_ARRIVE':
    case 'CONSULT_URGENT_RECORD':
    case 'CONSULT_ROUTINE_DONE':
    case 'CONSULT_EXECUTION_NOTE':
    case 'CONSULT_PROGRESS':
      return `/consults?open=${of.subjectId}`;
    case 'CONDITION_UPDATE':
    case 'CONDITION_PROGRESS':
      return `/news?open=${of.subjectId}`;
    case 'RECOMMENDATION_DUE':
      return of.step === 'AFTER_3D' || of.step === 'AFTER_7D'
        ? '/recommendations?open=1'
        : '/recommendations?mine=1&open=1';
    case 'REVIEW_DECISION':
      return `/cases/${of.caseNo}?tab=decisions`;
    // The owner looks at the case; who reviews sees no case, and the accesses stand first in the audit log.
    case 'EMERGENCY_ACCESS':
      return of.caseNo && of.step !== 'DUE' ? `/cases/${of.caseNo}` : '/audit';
  }
}
