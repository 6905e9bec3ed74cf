import { z } from 'zod';
import { fieldProblem } from './field-problems.js';
import { fileProblems } from './problems-files.js';

export * from './field-problems.js';

/**
 * Every refusal of the API has one of these codes, a status, and a sentence in both languages that says what is wrong and what to do.
 * `{name}` is filled from the problem's parameters. Parameters never hold anything of a patient.
 */
const problem = (status: number, zh: string, en: string) => ({ status, zh, en });

export const problems = {
  'request/invalid': problem(422, '有 {count} 处内容需要修改。', '{count} entries need correction.'),
  'request/malformed': problem(400, '请求无法读取。', 'The request could not be read.'),
  'request/too-large': problem(413, '内容过大。', 'The request is too large.'),
  'request/cross-site': problem(
    403,
    '请求来自其他网站，已拒绝。',
    'The request came from another site and was refused.',
  ),
  'request/not-found': problem(404, '没有这个地址。', 'There is nothing at this address.'),
  'request/too-many': problem(
    429,
    '请求过于频繁，{seconds} 秒后再试。',
    'Too many requests; try again in {seconds} seconds.',
  ),
  'server/failed': problem(
    500,
    '服务器出错，内容未保存。请重试；若仍失败，报告编号 {requestId}。',
    'The server failed and nothing was saved. Try again; if it keeps failing, report {requestId}.',
  ),
  'server/unavailable': problem(
    503,
    '数据库暂不可用，内容未保存。稍后重试。',
    'The database is not available and nothing was saved. Try again shortly.',
  ),
  'session/required': problem(401, '登录已失效，重新登录后继续。', 'You are signed out. Sign in again to continue.'),
  'session/locked': problem(
    423,
    '屏幕已锁定，输入密码后继续。',
    'The screen is locked. Enter your password to continue.',
  ),
  'sign-in/wrong': problem(401, '工号或密码不正确。', 'The account or password is not right.'),
  'sign-in/locked': problem(423, '账号已锁定，{until} 后可再试。', 'The account is locked until {until}.'),
  'sign-in/code-required': problem(401, '输入动态码以完成登录。', 'Enter the one-time code to finish signing in.'),
  'sign-in/code-wrong': problem(
    401,
    '动态码不正确或已用过，输入下一组动态码。',
    'The one-time code is not right or was used already; enter the next one.',
  ),
  'sign-in/disabled': problem(
    403,
    '账号已停用，联系本院安全管理员。',
    'The account is disabled; ask the security administrator of your hospital.',
  ),
  'sign-in/enrolment-required': problem(
    403,
    '您的角色需要动态码，先完成设置。',
    'Your role needs a one-time code; set it up first.',
  ),
  'sign-in/unknown-person': problem(
    403,
    '统一认证已通过，但本系统没有您的账号。联系本院系统管理员开通。',
    'Single sign-on knows you, but you have no account here. Ask the administrator of your hospital for one.',
  ),
  'sign-in/second-factor-missing': problem(
    403,
    '您的角色登录时须出示动态码，统一认证未提供第二重验证。改用工号、密码和动态码登录。',
    'Your role needs a one-time code to sign in, and single sign-on has shown no second factor. Use your account, password and code instead.',
  ),
  'sign-in/provider-unavailable': problem(
    503,
    '统一认证暂不可用，改用工号密码登录。',
    'Single sign-on is not available now; sign in with your account and password.',
  ),
  'sign-in/provider-refused': problem(
    401,
    '统一认证未完成或已超时，重新登录。',
    'Single sign-on was not completed in time; sign in again.',
  ),
  'one-time-code/not-begun': problem(
    409,
    '动态码设置已过期，重新开始。',
    'Setting up the one-time code has timed out; begin again.',
  ),
  'one-time-code/required': problem(
    409,
    '您的角色需要动态码，不能关闭。',
    'Your role needs a one-time code; it cannot be turned off.',
  ),
  'invitation/unknown': problem(
    404,
    '邀请链接无效，核对链接是否完整。',
    'The invitation is not valid; check that the link is complete.',
  ),
  'invitation/used': problem(
    410,
    '邀请链接已使用。每个链接只能使用一次，联系会议协调员重新邀请。',
    'The invitation was used already. Each link works once; ask the coordinator for a new one.',
  ),
  'invitation/expired': problem(
    410,
    '邀请链接已过期，联系会议协调员重新邀请。',
    'The invitation has expired; ask the coordinator for a new one.',
  ),
  'invitation/revoked': problem(
    410,
    '邀请已撤回，联系会议协调员。',
    'The invitation was withdrawn; ask the coordinator.',
  ),
  'password-link/unknown': problem(
    404,
    '链接无效，核对链接是否完整。',
    'The link is not valid; check that it is complete.',
  ),
  'password-link/used': problem(
    410,
    '链接已使用。每个链接只能使用一次，联系安全管理员重新发出。',
    'The link was used already. Each works once; ask the security administrator for a new one.',
  ),
  'password-link/expired': problem(
    410,
    '链接已过期，联系安全管理员重新发出。',
    'The link has expired; ask the security administrator for a new one.',
  ),
  'password-link/withdrawn': problem(
    410,
    '链接已作废，使用最近一次收到的链接。',
    'The link was replaced or withdrawn; use the one you received last.',
  ),
  'people/own-role': problem(
    403,
    '不能给自己授予角色，由另一位管理员办理。',
    'Nobody gives themselves a role; ask another administrator.',
  ),
  'people/own-account': problem(
    403,
    '自己的账号在“登录与安全”中管理，其余由另一位安全管理员办理。',
    'Your own account is kept under “Sign-in and security”; the rest is for another security administrator.',
  ),
  'people/administrator-role': problem(
    403,
    '管理员角色由安全管理员授予和收回。',
    'The roles of administrators are given and taken by the security administrator.',
  ),
  'people/last-administrator': problem(
    409,
    '这是最后一位可登录的{role}，先让另一位就任。',
    'This is the last {role} who can sign in; put another in place first.',
  ),
  'people/account-exists': problem(409, '此人已有账号。', 'This person has an account already.'),
  'people/no-account': problem(409, '此人没有账号，先开通账号。', 'This person has no account; make one first.'),
  'people/account-disabled': problem(409, '账号已停用，先启用。', 'The account is disabled; enable it first.'),
  'setup/token-invalid': problem(403, '链接无效或已使用。', 'The link is not valid or was used already.'),
  'access/denied': problem(403, '您没有此项权限，可联系 {who}。', 'You may not do this; ask {who}.'),
  'object/not-found': problem(404, '没有找到，或您无权查看。', 'It was not found, or you may not see it.'),
  'object/stale': problem(
    409,
    '{who} {at} 已修改此项，请比较后再保存。',
    '{who} changed this at {at}. Compare before saving.',
  ),
  'case/wrong-state': problem(
    409,
    '病例目前为“{state}”，不能进行此操作。',
    'The case is “{state}”; this cannot be done now.',
  ),
  'case/not-yet': problem(409, '{reason}', '{reason}'),
  'case/closing-proposed': problem(
    409,
    '已提出结案，等待质控员确认。',
    'Closing was proposed already and waits for quality control.',
  ),
  'round/reason-does-not-fit': problem(
    409,
    '病例目前为“{state}”，不能以“{reason}”发起新一轮讨论。',
    'The case is “{state}”; a new round cannot be opened for “{reason}”.',
  ),
  'completeness/nothing-to-chase': problem(409, '没有需要催办的资料。', 'There is nothing to chase.'),
  'completeness/chased-lately': problem(
    409,
    '一小时内已催办，{until} 后可再次催办。',
    'They were reminded within the hour; remind them again after {until}.',
  ),
  'case/no-departments': problem(409, '至少需要一个必须参加的科室。', 'At least one required department is needed.'),
  'patient/identity-conflict': problem(
    409,
    '该证件号已登记为另一姓名，请核对。',
    'This identity number is registered under another name; check it.',
  ),
  'patient-merge/one-record': problem(
    409,
    '两个病例属于同一份患者登记，无需合并。',
    'Both cases belong to one record; there is nothing to join.',
  ),
  'patient-merge/joined-before': problem(
    409,
    '其中一份登记已参与另一次合并，先撤销那次合并。',
    'One of the records is part of another joining; undo that first.',
  ),
  'patient-merge/conflicts': problem(
    409,
    '两份登记相互矛盾，逐项核对并确认后再合并。',
    'The two records contradict each other; check and confirm each point before joining them.',
  ),
  'patient-merge/cases-changed': problem(
    409,
    '被合并登记的病例已有变化，重新核对后再合并。',
    'The cases of the record to be joined have changed; compare them again.',
  ),
  'patient-merge/undone': problem(409, '此次合并已撤销。', 'This joining was undone already.'),
  'saved-filter/too-many': problem(
    409,
    '最多保存 {max} 个常用筛选，先删除不用的。',
    'At most {max} filters are kept; remove one you no longer use.',
  ),
  'opinion/not-owed': problem(409, '本科室目前不需要对此病例提交意见。', 'No opinion is owed by this department now.'),
  'opinion/not-stale': problem(
    409,
    '意见提交后病历没有新的变化，无需复核。',
    'Nothing has changed in the record since the opinion was given; there is nothing to confirm.',
  ),
  'consent/missing': problem(
    409,
    '尚未记录患者的远程会诊知情同意，不能共享给外院。',
    "The patient's consent to a remote consult is not recorded; the case cannot be shared.",
  ),
  'consent/expired': problem(
    409,
    '患者的远程会诊知情同意已到期，重新取得后再共享。',
    "The patient's consent to a remote consult has expired; obtain a new one before sharing.",
  ),
  'consent/withdrawn': problem(
    409,
    '患者已撤回远程会诊知情同意，不能共享给外院。',
    'The patient has withdrawn the consent to a remote consult; the case cannot be shared.',
  ),
  'partnership/invalid': problem(
    409,
    '与 {hospital} 没有有效的协作协议，不能共享或联动。',
    'There is no valid agreement with {hospital}; linking and sharing are refused.',
  ),
  'partnership/ended': problem(
    409,
    '协议已提前终止，不能修改；需要时新增协议。',
    'The agreement was ended and cannot be changed; add a new one.',
  ),
  'organisation/in-use': problem(
    409,
    '情况已变化：{what}。请重新确认。',
    'Things have changed: {what}. Confirm again.',
  ),
  'booking/clash': problem(409, '时间冲突：{what}。', 'Double booking: {what}.'),
  'session/wrong-state': problem(
    409,
    '会议目前为“{state}”，不能进行此操作。',
    'The session is “{state}”; this cannot be done now.',
  ),
  'agenda/wrong-state': problem(
    409,
    '该议题目前为“{state}”，不能进行此操作。',
    'This agenda item is “{state}”; this cannot be done now.',
  ),
  'agenda/case-listed': problem(
    409,
    '该病例已在另一会议的议程中。',
    'This case is already on the agenda of another session.',
  ),
  'agenda/full': problem(
    409,
    '议程已满：会议 {minutes} 分钟，已排 {planned} 分钟。',
    'The agenda is full: {minutes} minutes, {planned} already planned.',
  ),
  'agenda/another-open': problem(
    409,
    '另一议题正在讨论，先结束它。',
    'Another case is being discussed; conclude it first.',
  ),
  'agenda/unfinished': problem(
    409,
    '仍有议题未结束，不能结束会议。',
    'Some cases are not concluded; the session cannot end.',
  ),
  'quorum/missing': problem(
    409,
    '法定人数不足：缺 {missing}。可继续讨论，暂不能形成决议。',
    'No quorum: {missing} absent. Discussion may continue; no decision can be made.',
  ),
  'decision/incomplete': problem(409, '决议尚不完整：{missing}。', 'The decision is not complete: {missing}.'),
  'decision/not-flagged': problem(
    409,
    '决议的依据没有变化，或已复核。',
    'Nothing the decision stands on has changed, or it was reviewed already.',
  ),
  'recommendation/wrong-state': problem(
    409,
    '该建议目前为“{state}”，不能改为所选状态。',
    'This recommendation is “{state}” and cannot become what was chosen.',
  ),
  'decision/already-signed': problem(409, '决议已签发，不能修改。', 'The decision is signed and cannot be changed.'),
  'emergency-access/not-needed': problem(
    409,
    '您已可查看此病例，无需紧急授权调阅。',
    'You may read this case already; emergency access is not needed.',
  ),
  'emergency-access/too-many': problem(
    409,
    '您已有 {max} 项紧急授权调阅未结束，先结束一项。',
    'You have {max} emergency accesses open; end one of them first.',
  ),
  'emergency-access/over': problem(409, '该紧急授权调阅已结束。', 'This emergency access is over.'),
  'emergency-access/still-open': problem(
    409,
    '紧急授权调阅尚未结束，结束后再复核。',
    'The emergency access is still open; review it when it is over.',
  ),
  'emergency-access/reviewed': problem(
    409,
    '该紧急授权调阅已复核，结论不能更改。',
    'This emergency access was reviewed already; the finding stays.',
  ),
  'restricted/wrong-state': problem(
    409,
    '该记录已停用或已恢复，刷新后再试。',
    'This record was retired or brought back meanwhile; reload it.',
  ),
  'consult/wrong-state': problem(
    409,
    '会诊申请目前为“{state}”，不能进行此操作。',
    'The consult request is “{state}”; this cannot be done now.',
  ),
  'consult/open-already': problem(
    409,
    '该科室已有一份未完成的会诊申请。',
    'This department has an open consult request on the case already.',
  ),
  'consult/not-attending': problem(
    403,
    '普通会诊由主治医师及以上接收。',
    'Routine consults are taken by attending physicians and above.',
  ),
  'consult/not-consultant': problem(
    403,
    '会诊意见由接收该申请的医师签发，科室负责人可改派。',
    'The opinion is signed by who took the request; the department lead may give it to somebody else.',
  ),
  'consult/not-on-site': problem(
    409,
    '急会诊先登记到场，再签发意见。',
    'Record the arrival of an urgent consult before its opinion.',
  ),
  'condition-update/wrong-state': problem(
    409,
    '该病情反馈目前为“{state}”，不能进行此操作。',
    'This news is “{state}”; this cannot be done now.',
  ),
  'signature/wrong-password': problem(403, '签名密码不正确。', 'The signature password is not right.'),
  'signature/no-password': problem(
    409,
    '您没有可用于签名的密码，联系本院系统管理员开通账号。',
    'You have no password to sign with; ask the administrator of your hospital for an account.',
  ),
  'share/revoked': problem(410, '共享已撤回。', 'Sharing was withdrawn.'),
  'share/expired': problem(410, '共享已到期。', 'Sharing has expired.'),
  'plan/wrong-state': problem(
    409,
    '方案目前为“{state}”，不能进行此操作。',
    'The plan is “{state}”; this cannot be done now.',
  ),
  'plan/not-surgical': problem(
    409,
    '决议不是手术，不能编写手术方案。',
    'The decision is not for surgery; no surgical plan can be written.',
  ),
  'plan/incomplete': problem(409, '方案尚不完整：{missing}。', 'The plan is not complete: {missing}.'),
  ...fileProblems,
} as const;
export type ProblemCode = keyof typeof problems;

/** A booking that stands in the way. `title` names the session or operation without any patient. */
export const clash = z.object({
  resourceKind: z.enum(['ROOM', 'PERSON', 'THEATRE']),
  resourceId: z.uuid(),
  resourceName: z.string(),
  title: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
});
export type Clash = z.infer<typeof clash>;
export const slot = z.object({ startsAt: z.string(), endsAt: z.string() });
export type Slot = z.infer<typeof slot>;

/** RFC 9457 problem document, as every refusal is sent. */
export const problemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  requestId: z.string().optional(),
  errors: z.array(fieldProblem).optional(),
  clashes: z.array(clash).optional(),
  /** Free times offered instead, soonest first. */
  alternatives: z.array(slot).optional(),
  /** The present version of what was stale. */
  currentVersion: z.int().optional(),
});
export type ProblemDocument = z.infer<typeof problemDocument>;

/** Fills `{name}` in a sentence. */
export function fill(sentence: string, parameters: Record<string, string | number> = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in parameters ? String(parameters[name]) : whole,
  );
}
