import { z } from 'zod';

/** Why one field was refused. `{min}`, `{max}` … come from the schema. */
export const fieldProblems = {
  required: { zh: '此项必填。', en: 'This is required.' },
  'too-short': { zh: '至少 {min} 个字符。', en: 'At least {min} characters.' },
  'too-long': { zh: '最多 {max} 个字符。', en: 'At most {max} characters.' },
  'too-few': { zh: '至少 {min} 项。', en: 'At least {min} entries.' },
  'too-many': { zh: '最多 {max} 项。', en: 'At most {max} entries.' },
  'too-small': { zh: '不得小于 {min}。', en: 'Not less than {min}.' },
  'too-big': { zh: '不得大于 {max}。', en: 'Not more than {max}.' },
  invalid: { zh: '格式不正确。', en: 'This is not valid.' },
  'invalid-date': { zh: '日期格式不正确。', en: 'This is not a date.' },
  'in-the-past': { zh: '时间已过，选择以后的时间。', en: 'This is in the past; choose a later time.' },
  'in-the-future': { zh: '不能晚于今天。', en: 'This cannot be later than today.' },
  'before-start': { zh: '须晚于开始时间。', en: 'This must be after the start.' },
  wrong: { zh: '不正确。', en: 'This is not right.' },
  unknown: { zh: '没有这一项。', en: 'There is no such entry.' },
  unchanged: { zh: '与现行内容相同，没有改动。', en: 'This is the same as before; nothing was changed.' },
  duplicate: { zh: '重复。', en: 'This is a duplicate.' },
  loop: { zh: '阶段顺序形成循环：{stages}。', en: 'The order of the stages runs in a circle: {stages}.' },
  'later-day': { zh: '不能等待更晚日期的阶段。', en: 'This cannot wait for a stage of a later day.' },
  'before-signing': { zh: '不能早于签署日期。', en: 'This cannot be before the day of signing.' },
  'after-agreement': {
    zh: '不能晚于协议 {agreementNo} 的最后一天（{day}）。',
    en: 'Not later than the last day of agreement {agreementNo} ({day}).',
  },
  'after-consent': {
    zh: '不能晚于知情同意的最后一天（{day}）。',
    en: 'Not later than the last day of the consent ({day}).',
  },
  'department-missing': { zh: '选择负责科室。', en: 'Choose the department that provides it.' },
  'waive-reason': { zh: '豁免须写明理由。', en: 'Waiving needs a reason.' },
  'consent-missing': { zh: '尚未记录患者的知情同意。', en: "The patient's consent is not recorded." },
  'consent-expired': { zh: '患者的知情同意已到期。', en: "The patient's consent has expired." },
  'consent-withdrawn': { zh: '患者已撤回知情同意。', en: 'The patient has withdrawn the consent.' },
  'always-shared': { zh: '“{section}”不能从共享中去除。', en: '“{section}” goes with every share.' },
  'reason-required': { zh: '反对须写明理由。', en: 'Opposing needs a reason.' },
  'fact-unknown': { zh: '病历中没有这一项。', en: 'The record has no such fact.' },
  'reason-not-asked': { zh: '该状态不填原因。', en: 'This outcome takes no reason.' },
  'deviation-reason-required': { zh: '须说明原因。', en: 'This needs a reason.' },
  'not-of-department': { zh: '此人不属于该科室。', en: 'This person is not of that department.' },
  'not-of-hospital': { zh: '此人不属于该医院。', en: 'This person is not of that hospital.' },
  'own-department': { zh: '不能向本科室申请会诊。', en: 'A department is not asked for a consult by itself.' },
  'not-senior': {
    zh: '主持人须为副主任医师或主任医师。',
    en: 'The chair must be an associate chief or chief physician.',
  },
  taken: { zh: '已被使用，换一个。', en: 'This is taken; choose another.' },
  overlaps: { zh: '与已有的同一项重叠：{period}。', en: 'This overlaps the same entry of {period}.' },
  'not-for-role': { zh: '该角色不填此项。', en: 'This is not for that role.' },
  'not-for-hospital': { zh: '该医院没有这个角色。', en: 'That hospital has no such role.' },
  'not-for-own-staff': { zh: '本院人员无需派驻。', en: 'Staff of the hospital itself are not posted to it.' },
  'no-agreement': {
    zh: '此期间与其所属医院没有有效的协作协议。',
    en: 'No agreement with their hospital is in force then.',
  },
  'agreement-ends': {
    zh: '协作协议 {day} 到期，不能晚于该日。',
    en: 'The agreement ends on {day}; not later than that.',
  },
  'separate-administrators': {
    zh: '系统、安全、审计管理员须由不同的人担任。',
    en: 'Administrator, security administrator and auditor must be different people.',
  },
  'not-a-doctor': { zh: '手术权限只授予医师。', en: 'Surgical privileges are for doctors.' },
  'no-privilege': {
    zh: '{stage} {person}：{day} 在本院没有有效的{level}权限。',
    en: '{stage} {person}: no valid {level} privilege at this hospital on {day}.',
  },
  'not-on-staff-then': {
    zh: '{stage} {person}：{day} 不在本院该科任职。',
    en: '{stage} {person}: not on the staff of that department on {day}.',
  },
  'number-lost': {
    zh: '表格已把它存成数字，末位可能丢失。将该列设为文本后重新填写。',
    en: 'The spreadsheet stored this as a number and may have lost digits; format the column as text and enter it again.',
  },
  'identity-conflict': {
    zh: '该证件号已登记为另一姓名，请核对。',
    en: 'This identity number is registered under another name; check it.',
  },
  weak: {
    zh: '密码须为 12–128 个字符，且不得常见或含姓名。',
    en: '12 to 128 characters, not a common password and without your name.',
  },
} as const;
export type FieldProblemCode = keyof typeof fieldProblems;

export const fieldProblem = z.object({
  /** Path of the field in the body, e.g. `stages.2.minutes`. */
  field: z.string(),
  code: z.string(),
  message: z.string(),
});
export type FieldProblem = z.infer<typeof fieldProblem>;
