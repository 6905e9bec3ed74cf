import type { z } from 'zod';
import { vocabulary } from './words.js';

/** Where one item of a case's material stands. */
export const itemStates = vocabulary({
  MISSING: { zh: '缺', en: 'Missing' },
  REQUESTED: { zh: '已索取', en: 'Requested' },
  RECEIVED: { zh: '已收到', en: 'Received' },
  RE_READ: { zh: '已复阅', en: 'Re-read' },
  VERIFIED: { zh: '已核实', en: 'Verified' },
  WAIVED: { zh: '豁免', en: 'Waived' },
});
export type ItemState = z.infer<typeof itemStates.schema>;

/** What an item asks for at least before it counts as done. */
export const itemNeeds = vocabulary({
  RECEIVED: { zh: '收到即可', en: 'Received' },
  RE_READ: { zh: '须本院复阅', en: 'Re-read here' },
  VERIFIED: { zh: '须核实', en: 'Verified' },
});
export type ItemNeed = z.infer<typeof itemNeeds.schema>;

export const itemGroups = vocabulary({
  QUESTION: { zh: '讨论问题', en: 'Questions' },
  IMAGING: { zh: '影像', en: 'Imaging' },
  PATHOLOGY: { zh: '病理', en: 'Pathology' },
  STAGING: { zh: '分期', en: 'Staging' },
  STATUS: { zh: '患者状况', en: 'Patient status' },
  TREATMENT: { zh: '既往治疗', en: 'Prior treatment' },
  LABORATORY: { zh: '检验', en: 'Laboratory' },
  CONSENT: { zh: '知情同意', en: 'Consent' },
});
export type ItemGroup = z.infer<typeof itemGroups.schema>;

/** Who provides an item. */
export const itemOwners = vocabulary({
  CASE_OWNER: { zh: '主管医师', en: 'Owner of the case' },
  COORDINATOR: { zh: 'MDT协调员', en: 'MDT coordinator' },
  DEPARTMENT: { zh: '科室', en: 'Department' },
});
export type ItemOwner = z.infer<typeof itemOwners.schema>;

/** Facts of the record that satisfy an item by themselves. */
export const automaticChecks = vocabulary({
  QUESTION: { zh: '有讨论问题', en: 'Questions are asked' },
  ECOG: { zh: '有 ECOG 评分', en: 'ECOG is recorded' },
  STRUCTURES: { zh: '有受累结构', en: 'Involved structures are recorded' },
  IMAGING_ANY: { zh: '有影像检查', en: 'Imaging is recorded' },
  IMAGING_MRI: { zh: '有 MRI', en: 'An MRI is recorded' },
  IMAGING_CT: { zh: '有 CT 或 PET-CT', en: 'A CT or PET-CT is recorded' },
  PATHOLOGY: { zh: '有病理', en: 'Pathology is recorded' },
  PRIOR_TREATMENT: { zh: '初治，或有既往治疗经过', en: 'Primary, or prior treatment is recorded' },
  CONSENT_IF_SHARED: { zh: '未共享给外院，或已知情同意', en: 'Not shared, or consent is recorded' },
});
export type AutomaticCheck = z.infer<typeof automaticChecks.schema>;
