import type { z } from 'zod';
import { vocabulary } from './words.js';

/** Why a case is not taken up by the centre. */
export const rejectionReasons = vocabulary({
  OUT_OF_SCOPE: { zh: '不属本中心范围', en: 'Outside the scope of the centre' },
  STANDARD_CARE: { zh: '按规范治疗即可，无需多学科讨论', en: 'Standard care; no board discussion needed' },
  BETTER_ELSEWHERE: { zh: '宜由其他中心诊治', en: 'Better treated at another centre' },
  UNFIT: { zh: '一般情况不允许进一步诊治', en: 'Not fit for further treatment' },
  DUPLICATE: { zh: '重复提交', en: 'Referred twice' },
  OTHER: { zh: '其他', en: 'Other' },
});
export type RejectionReason = z.infer<typeof rejectionReasons.schema>;

/** How the centre came to know of a patient's death. */
export const deathSources = vocabulary({
  OWN_WARD: { zh: '本院病历', en: 'Record of this hospital' },
  OTHER_HOSPITAL: { zh: '外院告知', en: 'Another hospital' },
  FAMILY: { zh: '家属告知', en: 'Family' },
  FOLLOW_UP: { zh: '随访得知', en: 'Follow-up contact' },
  REGISTRY: { zh: '死因登记', en: 'Death registry' },
});
export type DeathSource = z.infer<typeof deathSources.schema>;

/** Why a case is discussed anew. */
export const roundReasons = vocabulary({
  RECURRENCE: { zh: '复发', en: 'Recurrence' },
  PROGRESSION: { zh: '进展', en: 'Progression' },
  COMPLICATION: { zh: '并发症', en: 'Complication' },
  RESPONSE_CHECK: { zh: '疗效评估', en: 'Response check' },
  NEW_FACT: { zh: '新情况', en: 'New fact' },
});
export type RoundReason = z.infer<typeof roundReasons.schema>;

/** Why a case is closed; a death ends a case by itself. */
export const closingReasons = vocabulary({
  FIVE_YEARS: { zh: '随访满五年', en: 'Five years of follow-up' },
  TRANSFERRED_OUT: { zh: '转出', en: 'Transferred out' },
  LOST: { zh: '失访（三次联系未果）', en: 'Lost to follow-up after three tries' },
  PALLIATIVE: { zh: '转安宁疗护', en: 'Handed over to palliative care' },
});
export type ClosingReason = z.infer<typeof closingReasons.schema>;

/** Acts that turn the course of a case, as its record names them. */
export const courseActs = vocabulary({
  reject: { zh: '不予受理', en: 'Rejected' },
  hold: { zh: '暂停', en: 'Put on hold' },
  resume: { zh: '恢复', en: 'Taken up again' },
  withdraw: { zh: '撤回', en: 'Withdrawn' },
  'record-death': { zh: '登记身故', en: 'Death recorded' },
  'file-death-discussion': { zh: '登记死亡病例讨论', en: 'Death discussion filed' },
  'start-treatment': { zh: '开始治疗', en: 'Treatment started' },
  'start-operation': { zh: '登记手术开始', en: 'Operation started' },
  'enter-follow-up': { zh: '转入随访', en: 'Follow-up began' },
  'propose-closing': { zh: '提出结案', en: 'Closing proposed' },
  close: { zh: '结案', en: 'Closed' },
  'reopen-round': { zh: '发起新一轮讨论', en: 'New round opened' },
});
export type CourseAct = z.infer<typeof courseActs.schema>;

/** Why an act that fits a case cannot be done yet, and what to do first. `{parts}` names what is missing. */
export const caseGuardReasons = {
  'under-discussion': {
    zh: '病例正在讨论或决议待签发，先结束讨论并签发决议。',
    en: 'The case is being discussed or its decision waits for a signature; conclude and sign first.',
  },
  'decided-for-surgery': {
    zh: '决议为手术，先编写手术方案。',
    en: 'The decision says to operate; write the surgical plan first.',
  },
  'decided-for-tests': {
    zh: '决议为补充复议，补齐后发起新一轮讨论。',
    en: 'The decision asks for more tests; open a new round when they are in.',
  },
  'plan-not-confirmed': {
    zh: '手术方案尚未经各科全部会签。',
    en: 'The surgical plan is not confirmed by all stage leads yet.',
  },
  'follow-up-incomplete': { zh: '先在病历中填写：{parts}。', en: 'Complete the record first: {parts}.' },
  'closing-not-proposed': {
    zh: '主管医师尚未提出结案。',
    en: 'The owner of the case has not proposed to close it yet.',
  },
  'closing-by-another': {
    zh: '结案由提出者以外的质控员确认。',
    en: 'Closing is confirmed by another person than who proposed it.',
  },
} as const;
export type CaseGuardReason = keyof typeof caseGuardReasons;
