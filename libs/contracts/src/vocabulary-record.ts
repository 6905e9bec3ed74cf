import type { z } from 'zod';
import { vocabulary } from './words.js';

/** The parts of a clinical record. Each is changed, dated and kept with its history by itself, so that many hands complete one record at a time. */
export const recordSections = vocabulary({
  diagnosis: { zh: '诊断', en: 'Diagnosis' },
  presentation: { zh: '就诊类型与复发', en: 'Presentation and recurrence' },
  summary: { zh: '病情摘要', en: 'Summary' },
  wishes: { zh: '患者意愿', en: "Patient's wishes" },
  treatments: { zh: '既往治疗', en: 'Prior treatments' },
  staging: { zh: '分期', en: 'Staging' },
  status: { zh: '身体状况', en: 'Patient status' },
  structures: { zh: '受累结构', en: 'Involved structures' },
  imaging: { zh: '影像', en: 'Imaging' },
  pathology: { zh: '病理与分子', en: 'Pathology and molecular results' },
  laboratory: { zh: '检验', en: 'Laboratory' },
  outcome: { zh: '结局登记', en: 'Outcome' },
  'follow-up': { zh: '随访计划', en: 'Follow-up plan' },
});
export type RecordSection = z.infer<typeof recordSections.schema>;

export const factSources = vocabulary({
  OWN: { zh: '本院', en: 'This hospital' },
  OUTSIDE: { zh: '外院', en: 'Another hospital' },
  REFERRAL: { zh: '转诊资料', en: 'Referral' },
  PATIENT: { zh: '患者或家属', en: 'Patient or family' },
});
export type FactSource = z.infer<typeof factSources.schema>;

export const stagingSystems = vocabulary({
  AJCC_COLORECTAL: { zh: 'AJCC 结直肠', en: 'AJCC colorectal' },
  FIGO_CERVIX: { zh: 'FIGO 宫颈', en: 'FIGO cervix' },
  AJCC_BLADDER: { zh: 'AJCC 膀胱', en: 'AJCC bladder' },
  AJCC_PROSTATE: { zh: 'AJCC 前列腺', en: 'AJCC prostate' },
  AJCC_SOFT_TISSUE: { zh: 'AJCC 软组织肉瘤', en: 'AJCC soft-tissue sarcoma' },
  AJCC_BONE_PELVIS: { zh: 'AJCC 骨盆骨肿瘤', en: 'AJCC bone, pelvis' },
  AJCC_ANUS: { zh: 'AJCC 肛管', en: 'AJCC anus' },
  FIGO_OVARY: { zh: 'FIGO 卵巢', en: 'FIGO ovary' },
  FIGO_ENDOMETRIUM: { zh: 'FIGO 子宫内膜', en: 'FIGO endometrium' },
  ENNEKING: { zh: 'Enneking', en: 'Enneking' },
  OTHER: { zh: '其他', en: 'Other' },
});
export type StagingSystem = z.infer<typeof stagingSystems.schema>;

export const stagePrefixes = vocabulary({
  c: { zh: '临床 c', en: 'Clinical c' },
  p: { zh: '病理 p', en: 'Pathological p' },
  yc: { zh: '治疗后临床 yc', en: 'Post-therapy clinical yc' },
  yp: { zh: '治疗后病理 yp', en: 'Post-therapy pathological yp' },
  r: { zh: '复发 r', en: 'Recurrence r' },
});

export const asaClasses = vocabulary({
  I: { zh: 'ASA I', en: 'ASA I' },
  II: { zh: 'ASA II', en: 'ASA II' },
  III: { zh: 'ASA III', en: 'ASA III' },
  IV: { zh: 'ASA IV', en: 'ASA IV' },
  V: { zh: 'ASA V', en: 'ASA V' },
});

export const resectionMargins = vocabulary({
  R0: { zh: 'R0', en: 'R0' },
  R1: { zh: 'R1', en: 'R1' },
  R2: { zh: 'R2', en: 'R2' },
  UNKNOWN: { zh: '不详', en: 'Unknown' },
});

/** Of a vessel's circumference; `THROMBUS` for tumour thrombus inside. */
export const vesselInvolvements = vocabulary({
  FREE: { zh: '未受累', en: 'Free' },
  UNDER_180: { zh: '< 180°', en: '< 180°' },
  OVER_180: { zh: '≥ 180° / 包绕', en: '≥ 180° / encased' },
  THROMBUS: { zh: '瘤栓', en: 'Thrombus' },
});

/** Of an organ, as imaging reads it: what the referral calls involvement, with "free" for what was looked at and found clear. */
export const organInvolvements = vocabulary({
  FREE: { zh: '未受累', en: 'Free' },
  ABUT: { zh: '贴邻', en: 'Abuts' },
  SUSPECT: { zh: '可疑受侵', en: 'Suspected' },
  INVADE: { zh: '受侵', en: 'Invades' },
});

/** What a re-reading of an outside examination changed. Major: it changes stage, extent or plan. */
export const discrepancies = vocabulary({
  NONE: { zh: '一致', en: 'Agrees' },
  MINOR: { zh: '轻微差异', en: 'Minor difference' },
  MAJOR: { zh: '重大差异', en: 'Major difference' },
});
export type Discrepancy = z.infer<typeof discrepancies.schema>;

export const followUpModes = vocabulary({
  CLINIC: { zh: '门诊', en: 'Clinic' },
  WARD: { zh: '病房', en: 'Ward' },
  PHONE: { zh: '电话', en: 'Phone' },
  REMOTE: { zh: '远程', en: 'Remote' },
  HOME: { zh: '家访', en: 'Home visit' },
});

export const clavienDindoGrades = vocabulary({
  I: { zh: 'I', en: 'I' },
  II: { zh: 'II', en: 'II' },
  IIIa: { zh: 'IIIa', en: 'IIIa' },
  IIIb: { zh: 'IIIb', en: 'IIIb' },
  IVa: { zh: 'IVa', en: 'IVa' },
  IVb: { zh: 'IVb', en: 'IVb' },
  V: { zh: 'V', en: 'V' },
});
