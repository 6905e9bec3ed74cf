import type { Bilingual, Direction, ProposedFact, RecommendationKind } from '@consilium/contracts';

/** Six weeks: the age up to which imaging counts for a complete referral. */
const IMAGING_DAYS = 42;
/** Fitness and results change faster than the tumour. */
const FITNESS_DAYS = 30;

const IMAGING_AGE: Bilingual = {
  zh: '默认：影像 6 周内有效（与资料齐备的要求一致）',
  en: 'Default: imaging counts for six weeks, as for a complete referral',
};
const FITNESS: Bilingual = {
  zh: '默认：体力与麻醉评估 30 天内有效',
  en: 'Default: performance and fitness for anaesthesia count for 30 days',
};
const STAYS: Bilingual = { zh: '默认：在病历更改前有效', en: 'Default: holds until the record changes' };
const WISH: Bilingual = {
  zh: '偏离建议的常见原因是患者意愿（文献 18–36.5%）',
  en: "The patient's wish is behind 18 to 36.5 % of deviations in the literature",
};

const mri: ProposedFact = { key: 'imaging:MRI', validDays: IMAGING_DAYS, basis: IMAGING_AGE };
const ct: ProposedFact = { key: 'imaging:CT', validDays: IMAGING_DAYS, basis: IMAGING_AGE };
const ecog: ProposedFact = { key: 'ecog', validDays: FITNESS_DAYS, basis: FITNESS };
const asa: ProposedFact = { key: 'asa', validDays: FITNESS_DAYS, basis: FITNESS };
const structures: ProposedFact = { key: 'structures', validDays: null, basis: STAYS };
const pathology: ProposedFact = { key: 'pathology', validDays: null, basis: STAYS };
const presentation: ProposedFact = { key: 'presentation', validDays: null, basis: STAYS };
const comorbidities: ProposedFact = { key: 'comorbidities', validDays: null, basis: STAYS };
const wishes: ProposedFact = { key: 'wishes', validDays: null, basis: WISH };

/** On what a decision stands, by the direction it takes: what would be asked for again before it is carried out. */
export const factsByDirection: Readonly<Record<Direction, readonly ProposedFact[]>> = {
  SURGERY: [mri, ecog, asa, structures, pathology, wishes],
  NEOADJUVANT: [mri, ct, ecog, pathology, wishes],
  SYSTEMIC: [ct, ecog, pathology, comorbidities, wishes],
  RADIOTHERAPY: [mri, ecog, pathology, structures, wishes],
  OBSERVE: [mri, presentation, wishes],
  SUPPORTIVE: [ecog, wishes],
  MORE_TESTS: [presentation],
};

/** On what a recommendation stands beside its decision. A preparation of another kind stands on the decision alone. */
export const factsByKind: Readonly<Record<RecommendationKind, readonly ProposedFact[]>> = {
  MORE_TESTS: [],
  NEOADJUVANT: [mri, ecog, pathology],
  SYSTEMIC: [ecog, pathology, comorbidities],
  SURGERY_CURATIVE: [mri, ecog, asa, structures, pathology],
  SURGERY_PALLIATIVE: [ecog, asa, wishes],
  EMBOLISATION_ABLATION: [mri, structures],
  BRIDGE: [structures, ecog],
  TRIAL: [ecog, pathology, presentation],
  TRANSFER: [],
  SUPPORTIVE: [ecog, wishes],
  OBSERVE: [mri, wishes],
  NO_CONSENSUS: [],
  OTHER: [],
};
