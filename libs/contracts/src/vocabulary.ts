import { z } from 'zod';
import type { Bilingual } from './fields.js';

/** The field's words: one identifier, one Chinese label, one English label. Screens print these labels and no others. */
const vocabulary = <const T extends Record<string, Bilingual>>(words: T) => ({
  schema: z.enum(Object.keys(words) as [keyof T & string, ...(keyof T & string)[]]),
  labels: words,
});

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

export const roles = vocabulary({
  COORDINATOR: { zh: 'MDT协调员', en: 'MDT coordinator' },
  CASE_OWNER: { zh: '主管医师', en: 'Case owner' },
  DEPT_MEMBER: { zh: '科室成员', en: 'Department member' },
  DEPT_LEAD: { zh: '科室负责人', en: 'Department lead' },
  CHAIR: { zh: '主持人', en: 'Chair' },
  CENTER_DIRECTOR: { zh: '中心主任', en: 'Centre director' },
  MEDICAL_AFFAIRS: { zh: '医务处', en: 'Medical affairs' },
  RECORDER: { zh: '记录员', en: 'Recorder' },
  REMOTE_EXPERT: { zh: '远程专家', en: 'Remote expert' },
  REMOTE_COORDINATOR: { zh: '远程协调员', en: 'Remote coordinator' },
  FOLLOWUP_NURSE: { zh: '随访护士', en: 'Follow-up nurse' },
  THEATRE_NURSE: { zh: '手术室护士', en: 'Theatre nurse' },
  QC: { zh: '质控员', en: 'Quality controller' },
  REGISTRY: { zh: '登记员', en: 'Registry staff' },
  OBSERVER: { zh: '观摩人员', en: 'Observer' },
  AUDITOR: { zh: '审计管理员', en: 'Auditor' },
  SECURITY_ADMIN: { zh: '安全管理员', en: 'Security administrator' },
  ADMIN: { zh: '系统管理员', en: 'Administrator' },
});
export type Role = z.infer<typeof roles.schema>;

export const titles = vocabulary({
  CHIEF: { zh: '主任医师', en: 'Chief physician' },
  ASSOCIATE_CHIEF: { zh: '副主任医师', en: 'Associate chief physician' },
  ATTENDING: { zh: '主治医师', en: 'Attending physician' },
  RESIDENT: { zh: '住院医师', en: 'Resident' },
  NURSE: { zh: '护师', en: 'Nurse' },
  STAFF: { zh: '职员', en: 'Staff' },
});
export type Title = z.infer<typeof titles.schema>;

/** Kinds of posting of a person of another hospital to the host. */
export const postingKinds = vocabulary({
  LONG: { zh: '长期派驻', en: 'Long posting' },
  SHORT: { zh: '短期派驻', en: 'Short posting' },
  AD_HOC: { zh: '临时受邀', en: 'Invited for a time' },
});
export type PostingKind = z.infer<typeof postingKinds.schema>;

export const membershipStates = vocabulary({
  COMING: { zh: '未开始', en: 'Not begun' },
  IN_FORCE: { zh: '生效中', en: 'In force' },
  ENDED: { zh: '已结束', en: 'Ended' },
  /** Taken back before it began, or on its first day. */
  CANCELLED: { zh: '已取消', en: 'Cancelled' },
  /** A posting whose agreement is in force no more. */
  LAPSED: { zh: '协议已失效', en: 'Agreement lapsed' },
});
export type MembershipState = z.infer<typeof membershipStates.schema>;

/** What a person's local account is good for now. */
export const accountStates = vocabulary({
  NONE: { zh: '无账号', en: 'No account' },
  NO_PASSWORD: { zh: '待设密码', en: 'No password yet' },
  ACTIVE: { zh: '启用', en: 'Active' },
  LOCKED: { zh: '已锁定', en: 'Locked' },
  DISABLED: { zh: '已停用', en: 'Disabled' },
});
export type AccountState = z.infer<typeof accountStates.schema>;

export const privilegeStates = vocabulary({
  COMING: { zh: '未生效', en: 'Not yet valid' },
  VALID: { zh: '有效', en: 'Valid' },
  EXPIRING: { zh: '即将到期', en: 'Expires soon' },
  EXPIRED: { zh: '已到期', en: 'Expired' },
  WITHDRAWN: { zh: '已撤销', en: 'Withdrawn' },
});
export type PrivilegeState = z.infer<typeof privilegeStates.schema>;

/** Levels of operations, the highest risk last: 医疗机构手术分级管理办法 (国卫办医政发〔2022〕18号). */
export const surgeryLevels = vocabulary({
  1: { zh: '一级手术', en: 'Level 1' },
  2: { zh: '二级手术', en: 'Level 2' },
  3: { zh: '三级手术', en: 'Level 3' },
  4: { zh: '四级手术', en: 'Level 4' },
});

/** Kinds of departments, as the national directory of medical specialties groups them. */
export const departmentKinds = vocabulary({
  surgical: { zh: '外科', en: 'Surgical' },
  medical: { zh: '内科', en: 'Medical' },
  oncology: { zh: '肿瘤科', en: 'Oncology' },
  diagnostic: { zh: '诊断与医技', en: 'Diagnostic' },
  'critical-care': { zh: '重症与急诊', en: 'Critical care' },
  'obstetric-gynecologic': { zh: '妇产科', en: 'Obstetrics and gynaecology' },
  pediatric: { zh: '儿科', en: 'Paediatric' },
  ent: { zh: '耳鼻喉头颈', en: 'Ear, nose and throat' },
  ophthalmic: { zh: '眼科', en: 'Ophthalmic' },
  dental: { zh: '口腔科', en: 'Dental' },
  'mental-health': { zh: '心理与精神', en: 'Mental health' },
  rehabilitation: { zh: '康复', en: 'Rehabilitation' },
  support: { zh: '支持保障', en: 'Support' },
  research: { zh: '科研', en: 'Research' },
  external: { zh: '院外科室', en: 'External' },
  other: { zh: '其他', en: 'Other' },
});
export type DepartmentKind = z.infer<typeof departmentKinds.schema>;

export const centreRoles = vocabulary({
  CORE: { zh: '核心科室', en: 'Core' },
  SUPPORTING: { zh: '支持科室', en: 'Supporting' },
});
export type CentreRole = z.infer<typeof centreRoles.schema>;

export const roomKinds = vocabulary({
  MEETING_ROOM: { zh: '会议室', en: 'Meeting room' },
  THEATRE: { zh: '手术间', en: 'Theatre' },
});
export type RoomKind = z.infer<typeof roomKinds.schema>;

/** What an agreement of two hospitals covers. */
export const partnershipScopes = vocabulary({
  REMOTE_CONSULT: { zh: '远程会诊', en: 'Remote consult' },
  LINKED_MDT: { zh: '多地联动MDT', en: 'Linked MDT' },
  REFERRAL: { zh: '转诊', en: 'Referral' },
  POSTING: { zh: '人员派驻', en: 'Posting of staff' },
});
export type PartnershipScope = z.infer<typeof partnershipScopes.schema>;

export const partnershipStates = vocabulary({
  COMING: { zh: '未生效', en: 'Not yet valid' },
  VALID: { zh: '有效', en: 'Valid' },
  EXPIRING: { zh: '60 天内到期', en: 'Expires within 60 days' },
  EXPIRED: { zh: '已到期', en: 'Expired' },
  ENDED: { zh: '提前终止', en: 'Ended early' },
});
export type PartnershipState = z.infer<typeof partnershipStates.schema>;

/** How somebody signed in. */
export const signInMethods = vocabulary({
  PASSWORD: { zh: '工号密码', en: 'Account and password' },
  SINGLE_SIGN_ON: { zh: '统一认证', en: 'Single sign-on' },
  INVITATION: { zh: '会议邀请', en: 'Invitation' },
  SETUP_LINK: { zh: '首次启动链接', en: 'First-start link' },
});
export type SignInMethod = z.infer<typeof signInMethods.schema>;

export const invitationStates = vocabulary({
  OPEN: { zh: '待使用', en: 'Not used yet' },
  USED: { zh: '已加入', en: 'Joined' },
  EXPIRED: { zh: '已过期', en: 'Expired' },
  REVOKED: { zh: '已撤回', en: 'Withdrawn' },
});
export type InvitationState = z.infer<typeof invitationStates.schema>;

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
});
export type RestrictedKind = z.infer<typeof restrictedKinds.schema>;

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
});
export type ObligationKind = z.infer<typeof obligationKinds.schema>;
