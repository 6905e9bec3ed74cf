import { obligationKinds, type Bilingual, type ObligationKind } from '@consilium/contracts';
import { DateTime } from 'luxon';
import type { Step } from './timers.rules.js';

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
  HALF_TIME: { zh: '时间过半', en: 'Half of the time has passed' },
  BEFORE_24H: { zh: '24 小时内', en: 'Within 24 hours' },
  BEFORE_6H: { zh: '6 小时内', en: 'Within 6 hours' },
  BEFORE_30MIN: { zh: '30 分钟后', en: 'In 30 minutes' },
  DUE: { zh: '现已到期', en: 'Due now' },
  AFTER_4H: { zh: '已逾期 4 小时', en: '4 hours overdue' },
  AFTER_24H: { zh: '已逾期 24 小时', en: '24 hours overdue' },
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
    case 'REMOTE_OPINION':
      return `/cases/${of.caseNo}?tab=opinions`;
    case 'SESSION':
      return `/sessions/${of.sessionId}`;
    case 'DECISION_SIGNATURE':
      return `/sessions/${of.sessionId}/live`;
    case 'STAGE_CONFIRMATION':
      return `/plans/${of.planId}`;
    // The owner looks at the case; who reviews sees no case, and the accesses stand first in the audit log.
    case 'EMERGENCY_ACCESS':
      return of.caseNo && of.step !== 'DUE' ? `/cases/${of.caseNo}` : '/audit';
  }
}
