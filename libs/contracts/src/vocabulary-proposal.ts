import type { z } from 'zod';
import { vocabulary } from './words.js';

/** What may have to be rebuilt after the resection, as far as the question to the board tells. */
export const reconstructionKinds = vocabulary({
  SOFT_TISSUE: { zh: '软组织修复', en: 'Soft tissue' },
  URINARY: { zh: '尿路重建', en: 'Urinary tract' },
  BOWEL: { zh: '肠道重建', en: 'Bowel' },
  VESSEL: { zh: '血管重建', en: 'Vessel' },
  BONE: { zh: '骨重建', en: 'Bone' },
});
export type ReconstructionKind = z.infer<typeof reconstructionKinds.schema>;

/** The parts of a referral whose words a rule may read. */
export const textSources = vocabulary({
  diagnosis: { zh: '诊断', en: 'Diagnosis' },
  summary: { zh: '病史摘要', en: 'Summary' },
  comorbidities: { zh: '合并症', en: 'Comorbidities' },
  questions: { zh: '讨论问题', en: 'Questions' },
});
export type TextSource = z.infer<typeof textSources.schema>;

/** The four compartments of the pelvis (domain: Chinese consensus on pelvic exenteration, 2023). */
export const compartments = vocabulary({
  ANTERIOR: { zh: '前盆腔', en: 'Anterior' },
  MIDDLE: { zh: '中盆腔', en: 'Middle' },
  POSTERIOR: { zh: '后盆腔', en: 'Posterior' },
  LATERAL: { zh: '侧盆腔', en: 'Lateral' },
});

/** How many of the bleeding factors hold: none, one, two or more. */
export const bleedingRisks = vocabulary({
  NONE: { zh: '未见高出血因素', en: 'No bleeding factor' },
  HIGH: { zh: '高出血风险', en: 'High risk of bleeding' },
  STRONG: { zh: '极高出血风险', en: 'Very high risk of bleeding' },
});

export const planPromptKinds = vocabulary({
  STRUCTURE: { zh: '风险结构', en: 'Structure at risk' },
  CONTINGENCY: { zh: '预案', en: 'Contingency' },
  PREPARATION: { zh: '术前准备', en: 'Preparation' },
  STAGE: { zh: '手术阶段', en: 'Stage' },
});
