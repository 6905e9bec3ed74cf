import type { z } from 'zod';
import { vocabulary } from './words.js';

/** Whether a department holds the tumour for resectable. */
export const resectabilities = vocabulary({
  RESECTABLE: { zh: '可切除', en: 'Resectable' },
  BORDERLINE: { zh: '交界可切除', en: 'Borderline' },
  UNRESECTABLE: { zh: '不可切除', en: 'Unresectable' },
  NOT_ASSESSED: { zh: '未评估', en: 'Not assessed' },
});
export type Resectability = z.infer<typeof resectabilities.schema>;

/** What a recommendation asks for. */
export const recommendationKinds = vocabulary({
  MORE_TESTS: { zh: '补充检查', en: 'More tests' },
  NEOADJUVANT: { zh: '新辅助或再程放疗', en: 'Neoadjuvant or re-irradiation' },
  SYSTEMIC: { zh: '系统治疗', en: 'Systemic therapy' },
  SURGERY_CURATIVE: { zh: '根治性手术', en: 'Curative surgery' },
  SURGERY_PALLIATIVE: { zh: '姑息性手术', en: 'Palliative surgery' },
  EMBOLISATION_ABLATION: { zh: '栓塞或消融', en: 'Embolisation or ablation' },
  BRIDGE: { zh: '造口、引流或支架', en: 'Stoma, drain or stent' },
  TRIAL: { zh: '临床试验', en: 'Clinical trial' },
  TRANSFER: { zh: '转院', en: 'Transfer' },
  SUPPORTIVE: { zh: '姑息与支持治疗', en: 'Palliative or supportive care' },
  OBSERVE: { zh: '观察', en: 'Observation' },
  NO_CONSENSUS: { zh: '未达成一致', en: 'No consensus' },
  OTHER: { zh: '其他准备', en: 'Other preparation' },
});
export type RecommendationKind = z.infer<typeof recommendationKinds.schema>;

export const recommendationStrengths = vocabulary({
  STRONG: { zh: '强推荐', en: 'Strong' },
  WEAK: { zh: '弱推荐', en: 'Weak' },
});
export type RecommendationStrength = z.infer<typeof recommendationStrengths.schema>;

/** When a plan B takes the place of what is recommended. */
export const alternativeOccasions = vocabulary({
  PATIENT_DECLINES: { zh: '患者不同意', en: 'The patient declines' },
  UNRESECTABLE: { zh: '不可切除', en: 'Unresectable' },
  PROGRESSION: { zh: '疾病进展', en: 'Progression' },
  OTHER: { zh: '其他情况', en: 'Otherwise' },
});
export type AlternativeOccasion = z.infer<typeof alternativeOccasions.schema>;

/** How far a recommendation is carried out. Unknown is never counted as done. */
export const recommendationStates = vocabulary({
  PROPOSED: { zh: '待采纳', en: 'Proposed' },
  ADOPTED: { zh: '已采纳', en: 'Adopted' },
  IN_PROGRESS: { zh: '执行中', en: 'In progress' },
  DONE: { zh: '已完成', en: 'Done' },
  PARTLY: { zh: '部分完成', en: 'Partly done' },
  CHANGED: { zh: '改变方案', en: 'Changed' },
  NOT_DONE: { zh: '未执行', en: 'Not done' },
  UNKNOWN: { zh: '不详', en: 'Unknown' },
});
export type RecommendationState = z.infer<typeof recommendationStates.schema>;

/** Why a recommendation was carried out otherwise than it was made. */
export const deviationReasons = vocabulary({
  PATIENT_WISH: { zh: '患者意愿', en: "Patient's wish" },
  DEATH: { zh: '死亡', en: 'Death' },
  COMORBIDITY_OR_TOXICITY: { zh: '合并症或毒副反应', en: 'Comorbidity or toxicity' },
  NEW_FINDING: { zh: '新发现', en: 'New finding' },
  PHYSICIAN_DECISION: { zh: '医师决定', en: "Physician's decision" },
  NOT_DOCUMENTED: { zh: '无记录', en: 'Not documented' },
  LOST: { zh: '失访', en: 'Lost to follow-up' },
  TREATED_ELSEWHERE: { zh: '外院治疗', en: 'Treated elsewhere' },
});
export type DeviationReason = z.infer<typeof deviationReasons.schema>;

/** Why a fact a decision stands on asks for another look. */
export const factFlags = vocabulary({
  CHANGED: { zh: '已变化', en: 'Changed' },
  EXPIRED: { zh: '已过期', en: 'Out of date' },
});
export type FactFlag = z.infer<typeof factFlags.schema>;

/** How a second look at a decision stands. */
export const reviewStates = vocabulary({
  OPEN: { zh: '待复核', en: 'To review' },
  KEPT: { zh: '维持决议', en: 'Decision kept' },
  DISCUSSED_AGAIN: { zh: '重新讨论', en: 'Discussed again' },
  LAPSED: { zh: '依据已恢复', en: 'Fact restored' },
});
export type ReviewState = z.infer<typeof reviewStates.schema>;
