import type { z } from 'zod';
import { vocabulary } from './words.js';

export const consentSigners = vocabulary({
  PATIENT: { zh: '患者本人', en: 'Patient' },
  RELATIVE: { zh: '近亲属', en: 'Near relative' },
  GUARDIAN: { zh: '监护人', en: 'Guardian' },
});
export type ConsentSigner = z.infer<typeof consentSigners.schema>;

export const consentKinds = vocabulary({
  TELEMEDICINE: { zh: '远程会诊知情同意', en: 'Consent to a remote consult' },
});
export type ConsentKind = z.infer<typeof consentKinds.schema>;

export const consentForms = vocabulary({
  PAPER: { zh: '纸质签署', en: 'On paper' },
  ELECTRONIC: { zh: '电子签署', en: 'Electronic' },
});
export type ConsentForm = z.infer<typeof consentForms.schema>;

export const consentStates = vocabulary({
  IN_FORCE: { zh: '有效', en: 'In force' },
  EXPIRED: { zh: '已到期', en: 'Expired' },
  WITHDRAWN: { zh: '已撤回', en: 'Withdrawn' },
});
export type ConsentState = z.infer<typeof consentStates.schema>;

/** Parts of a case that another hospital may receive. */
export const shareSections = vocabulary({
  SUMMARY: { zh: '诊断与摘要', en: 'Diagnosis and summary' },
  QUESTIONS: { zh: '请答问题', en: 'Questions' },
  PRIOR_TREATMENTS: { zh: '既往治疗', en: 'Prior treatments' },
  IMAGING: { zh: '影像所见', en: 'Imaging' },
  PATHOLOGY: { zh: '病理', en: 'Pathology' },
  WISHES: { zh: '意愿与合并症', en: 'Wishes and comorbidities' },
  OTHER_OPINIONS: { zh: '其他意见', en: 'Other opinions' },
});
export type ShareSection = z.infer<typeof shareSections.schema>;
/** Without these nobody could advise: they go with every share. */
export const ALWAYS_SHARED = ['SUMMARY', 'QUESTIONS'] as const satisfies readonly ShareSection[];

export const shareStates = vocabulary({
  ACTIVE: { zh: '共享中', en: 'Shared' },
  EXPIRED: { zh: '已到期', en: 'Expired' },
  REVOKED: { zh: '已撤回', en: 'Withdrawn' },
});
export type ShareState = z.infer<typeof shareStates.schema>;

/** On which occasion something of a case reached a person of another hospital. */
export const disclosureKinds = vocabulary({
  LIST: { zh: '病例列表', en: 'List of cases' },
  CASE: { zh: '打开病例', en: 'Case opened' },
});
export type DisclosureKind = z.infer<typeof disclosureKinds.schema>;

/** Why a case was opened in an emergency. */
export const emergencyReasons = vocabulary({
  RESCUE: { zh: '抢救', en: 'Rescue' },
  ON_CALL: { zh: '值班接诊', en: 'On-call takeover' },
  PERIOPERATIVE: { zh: '围术期紧急', en: 'Perioperative emergency' },
  OTHER: { zh: '其他', en: 'Other' },
});
export type EmergencyReason = z.infer<typeof emergencyReasons.schema>;

/** What the review of an emergency access found. */
export const emergencyVerdicts = vocabulary({
  JUSTIFIED: { zh: '合理', en: 'Justified' },
  NOT_JUSTIFIED: { zh: '不合理', en: 'Not justified' },
});
export type EmergencyVerdict = z.infer<typeof emergencyVerdicts.schema>;

/** Facts of level 5 (GB/T 39725-2020: a very small circle), each with a permission of its own. */
export const restrictedKinds = vocabulary({
  HIV: { zh: 'HIV', en: 'HIV' },
  STD: { zh: '梅毒及其他性传播疾病', en: 'Syphilis and other STD' },
  PSYCHIATRIC: { zh: '精神疾病', en: 'Psychiatric condition' },
  GERMLINE: { zh: '胚系基因检测', en: 'Germline test' },
  HEPATITIS: { zh: '病毒性肝炎', en: 'Viral hepatitis' },
});
export type RestrictedKind = z.infer<typeof restrictedKinds.schema>;
