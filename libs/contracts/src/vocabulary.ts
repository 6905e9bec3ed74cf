import type { z } from 'zod';
import { vocabulary } from './words.js';

export * from './vocabulary-decision.js';
export * from './vocabulary-organisation.js';
export * from './vocabulary-proposal.js';
export * from './vocabulary-sharing.js';

export const caseStates = vocabulary({
  DRAFT: { zh: '草稿', en: 'Draft' },
  REFERRED: { zh: '已提交', en: 'Referred' },
  TRIAGE: { zh: '分诊中', en: 'In triage' },
  NEEDS_INFO: { zh: '待补资料', en: 'Needs information' },
  REJECTED: { zh: '未受理', en: 'Rejected' },
  PREPARING: { zh: '准备中', en: 'Preparing' },
  READY: { zh: '资料齐备', en: 'Ready' },
  SCHEDULED: { zh: '已排期', en: 'Scheduled' },
  IN_DISCUSSION: { zh: '讨论中', en: 'In discussion' },
  DEFERRED: { zh: '缓议', en: 'Deferred' },
  DECISION_PENDING: { zh: '待签发', en: 'Awaiting signature' },
  DECIDED: { zh: '已决议', en: 'Decided' },
  PLAN_IN_PREPARATION: { zh: '手术筹划中', en: 'Planning surgery' },
  PLAN_APPROVED: { zh: '方案已批准', en: 'Plan approved' },
  IN_TREATMENT: { zh: '治疗中', en: 'In treatment' },
  FOLLOW_UP: { zh: '随访中', en: 'Follow-up' },
  CLOSED: { zh: '已结案', en: 'Closed' },
  ON_HOLD: { zh: '暂停', en: 'On hold' },
  WITHDRAWN: { zh: '已撤回', en: 'Withdrawn' },
  DECEASED: { zh: '已故', en: 'Deceased' },
});
export type CaseState = z.infer<typeof caseStates.schema>;

export const urgencies = vocabulary({
  ROUTINE: { zh: '常规', en: 'Routine' },
  URGENT: { zh: '紧急', en: 'Urgent' },
});
export type Urgency = z.infer<typeof urgencies.schema>;

export const sexes = vocabulary({ FEMALE: { zh: '女', en: 'Female' }, MALE: { zh: '男', en: 'Male' } });
export type Sex = z.infer<typeof sexes.schema>;

export const presentations = vocabulary({
  PRIMARY: { zh: '初治', en: 'Primary' },
  RESIDUAL: { zh: '残留', en: 'Residual' },
  LOCAL_RECURRENCE: { zh: '局部复发', en: 'Local recurrence' },
  REGIONAL: { zh: '区域转移', en: 'Regional' },
  DISTANT: { zh: '远处转移', en: 'Distant metastasis' },
  LOCAL_PLUS_DISTANT: { zh: '局部复发伴远处转移', en: 'Local recurrence with distant metastasis' },
});
export type Presentation = z.infer<typeof presentations.schema>;

/** Tumour families that steer which departments are proposed and, later, which checklist applies. */
export const tumourTypes = vocabulary({
  COLORECTAL: { zh: '结直肠癌', en: 'Colorectal cancer' },
  ANAL: { zh: '肛管癌', en: 'Anal cancer' },
  CERVICAL: { zh: '宫颈癌', en: 'Cervical cancer' },
  ENDOMETRIAL: { zh: '子宫内膜癌', en: 'Endometrial cancer' },
  OVARIAN: { zh: '卵巢癌', en: 'Ovarian cancer' },
  VULVOVAGINAL: { zh: '外阴阴道癌', en: 'Vulvar or vaginal cancer' },
  BLADDER: { zh: '膀胱癌', en: 'Bladder cancer' },
  PROSTATE: { zh: '前列腺肿瘤', en: 'Prostate tumour' },
  SOFT_TISSUE: { zh: '软组织肿瘤', en: 'Soft-tissue tumour' },
  BONE: { zh: '骨肿瘤', en: 'Bone tumour' },
  OTHER: { zh: '其他', en: 'Other' },
});
export type TumourType = z.infer<typeof tumourTypes.schema>;

export const treatmentKinds = vocabulary({
  SURGERY: { zh: '手术', en: 'Surgery' },
  RADIOTHERAPY: { zh: '放疗', en: 'Radiotherapy' },
  CHEMOTHERAPY: { zh: '化疗', en: 'Chemotherapy' },
  TARGETED: { zh: '靶向治疗', en: 'Targeted therapy' },
  IMMUNOTHERAPY: { zh: '免疫治疗', en: 'Immunotherapy' },
  EMBOLISATION: { zh: '栓塞', en: 'Embolisation' },
  ABLATION: { zh: '消融', en: 'Ablation' },
  OTHER: { zh: '其他', en: 'Other' },
});
export type TreatmentKind = z.infer<typeof treatmentKinds.schema>;

export const involvements = vocabulary({
  ABUT: { zh: '贴邻', en: 'Abuts' },
  SUSPECT: { zh: '可疑受侵', en: 'Suspected' },
  INVADE: { zh: '受侵', en: 'Invades' },
});
export type Involvement = z.infer<typeof involvements.schema>;

export const requirements = vocabulary({
  REQUIRED: { zh: '必须参加', en: 'Required' },
  OPTIONAL: { zh: '按需参加', en: 'Optional' },
});
export type Requirement = z.infer<typeof requirements.schema>;

export const participationStates = vocabulary({
  PROPOSED: { zh: '待受理', en: 'Proposed' },
  OWED: { zh: '待交', en: 'Waiting' },
  DRAFTING: { zh: '起草中', en: 'Drafting' },
  GIVEN: { zh: '已交', en: 'Submitted' },
  STALE: { zh: '需复核', en: 'To re-confirm' },
  WAIVED: { zh: '豁免', en: 'Waived' },
});
export type ParticipationState = z.infer<typeof participationStates.schema>;

export const stances = vocabulary({
  support: { zh: '支持', en: 'Support' },
  conditional: { zh: '有条件', en: 'Conditional' },
  oppose: { zh: '反对', en: 'Oppose' },
  information: { zh: '提供信息', en: 'Information' },
  'more-information': { zh: '需补充', en: 'More information needed' },
});
export type Stance = z.infer<typeof stances.schema>;

export const questionAnswers = vocabulary({
  AGREE: { zh: '同意', en: 'Agree' },
  CONDITIONAL: { zh: '有条件', en: 'Conditional' },
  DISAGREE: { zh: '不同意', en: 'Disagree' },
  INSUFFICIENT: { zh: '资料不足', en: 'Insufficient data' },
});
export type QuestionAnswer = z.infer<typeof questionAnswers.schema>;

export const sessionKinds = vocabulary({
  REGULAR: { zh: '院内MDT', en: 'In-house MDT' },
  LINKED: { zh: '多地联动MDT', en: 'Linked MDT' },
});
export type SessionKind = z.infer<typeof sessionKinds.schema>;

export const sessionStates = vocabulary({
  PLANNED: { zh: '已计划', en: 'Planned' },
  IN_PROGRESS: { zh: '进行中', en: 'In progress' },
  ENDED: { zh: '已结束', en: 'Ended' },
  CANCELLED: { zh: '已取消', en: 'Cancelled' },
});
export type SessionState = z.infer<typeof sessionStates.schema>;

export const agendaItemStates = vocabulary({
  QUEUED: { zh: '待讨论', en: 'Queued' },
  OPEN: { zh: '讨论中', en: 'Open' },
  CONCLUDED: { zh: '待签发', en: 'Awaiting signature' },
  SIGNED: { zh: '已签发', en: 'Signed' },
  DEFERRED: { zh: '缓议', en: 'Deferred' },
});
export type AgendaItemState = z.infer<typeof agendaItemStates.schema>;

export const attendanceModes = vocabulary({
  IN_PERSON: { zh: '现场', en: 'In person' },
  REMOTE: { zh: '远程', en: 'Remote' },
  PROXY: { zh: '代会', en: 'Proxy' },
});
export type AttendanceMode = z.infer<typeof attendanceModes.schema>;

export const directions = vocabulary({
  SURGERY: { zh: '手术', en: 'Surgery' },
  NEOADJUVANT: { zh: '先治疗后手术', en: 'Treatment before surgery' },
  SYSTEMIC: { zh: '系统治疗', en: 'Systemic therapy' },
  RADIOTHERAPY: { zh: '放疗', en: 'Radiotherapy' },
  OBSERVE: { zh: '观察', en: 'Observe' },
  SUPPORTIVE: { zh: '支持治疗', en: 'Supportive care' },
  MORE_TESTS: { zh: '补充复议', en: 'More tests, discuss again' },
});
export type Direction = z.infer<typeof directions.schema>;

export const consensusTypes = vocabulary({
  UNANIMOUS: { zh: '一致同意', en: 'Unanimous' },
  MAJORITY: { zh: '多数同意', en: 'Majority' },
  CHAIR_DECISION: { zh: '主持人裁定', en: "Chair's decision" },
  NONE: { zh: '未达成一致', en: 'No consensus' },
});
export type ConsensusType = z.infer<typeof consensusTypes.schema>;

export const planStates = vocabulary({
  DRAFT: { zh: '草稿', en: 'Draft' },
  STAGED: { zh: '阶段已编排', en: 'Awaiting stage leads' },
  CONFIRMED: { zh: '各科已会签', en: 'Confirmed by all' },
});
export type PlanState = z.infer<typeof planStates.schema>;

export const stageConfirmations = vocabulary({
  WAITING: { zh: '待会签', en: 'To confirm' },
  CONFIRMED: { zh: '已会签', en: 'Confirmed' },
  DECLINED: { zh: '已退回', en: 'Declined' },
});
export type StageConfirmation = z.infer<typeof stageConfirmations.schema>;

export const risks = vocabulary({
  EXTREME: { zh: '极高危', en: 'Very high risk' },
  HIGH: { zh: '高危', en: 'High risk' },
  MODERATE: { zh: '中危', en: 'Moderate risk' },
});
export type Risk = z.infer<typeof risks.schema>;

export const boardColumns = vocabulary({
  WAITING_ON_US: { zh: '待我科意见', en: 'Waiting on us' },
  PREPARING: { zh: '准备中', en: 'Preparing' },
  READY: { zh: '已就绪', en: 'Ready' },
  SCHEDULED: { zh: '已排期', en: 'Scheduled' },
  DECIDED: { zh: '已决议', en: 'Decided' },
  SURGERY_PLANNING: { zh: '手术筹划', en: 'Surgery planning' },
  FOLLOW_UP: { zh: '随访中', en: 'Follow-up' },
});
export type BoardColumn = z.infer<typeof boardColumns.schema>;

/** What somebody owes, with a due time: the subjects of reminders. */
export const obligationKinds = vocabulary({
  TRIAGE: { zh: '待分诊', en: 'Triage' },
  INFORMATION: { zh: '待补资料', en: 'Information to provide' },
  OPINION: { zh: '待交意见', en: 'Opinion due' },
  REMOTE_OPINION: { zh: '待交远程意见', en: 'Remote opinion due' },
  SESSION: { zh: '会议将至', en: 'Session coming' },
  DECISION_SIGNATURE: { zh: '决议待签发', en: 'Decision to sign' },
  STAGE_CONFIRMATION: { zh: '手术阶段待会签', en: 'Surgical stage to confirm' },
  EMERGENCY_ACCESS: { zh: '紧急授权调阅待复核', en: 'Emergency access to review' },
  RECOMMENDATION_DUE: { zh: '诊疗建议待执行', en: 'Recommendation to carry out' },
  REVIEW_DECISION: { zh: '决议依据待复核', en: 'Decision to review' },
  MATERIAL: { zh: '待补资料项', en: 'Material to provide' },
  DEATH_DISCUSSION: { zh: '待死亡病例讨论', en: 'Death discussion due' },
  CLOSING: { zh: '结案待确认', en: 'Closing to confirm' },
  CONSULT_URGENT_ARRIVE: { zh: '急会诊待到场', en: 'Urgent consult: on site' },
  CONSULT_URGENT_RECORD: { zh: '急会诊意见待记录', en: 'Urgent consult: opinion to record' },
  CONSULT_ROUTINE_DONE: { zh: '普通会诊待完成', en: 'Routine consult to complete' },
  CONSULT_EXECUTION_NOTE: { zh: '会诊执行情况待记录', en: 'Execution of the consult to note' },
  CONSULT_PROGRESS: { zh: '会诊申请有进展', en: 'Consult request updated' },
  CONDITION_UPDATE: { zh: '新的病情反馈待知悉', en: 'News to acknowledge' },
  CONDITION_PROGRESS: { zh: '病情反馈有进展', en: 'News followed up' },
});
export type ObligationKind = z.infer<typeof obligationKinds.schema>;
