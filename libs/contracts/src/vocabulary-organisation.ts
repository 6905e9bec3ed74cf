import type { z } from 'zod';
import { vocabulary } from './words.js';

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
