import type { Permission, Role } from '@consilium/contracts';
import type { Actor, ActorMembership } from './actor.js';

/** What the policy needs to know of an object. What is not stated is not granted. */
export interface ObjectFacts {
  hospitalId?: string;
  ownerId?: string | null;
  /** Departments the object concerns: taking part in a case, owing an opinion, leading a stage. */
  departmentIds?: readonly string[];
  /** Departments asked for a consult on the case, unless they declined or the request was taken back. */
  consultedDepartmentIds?: readonly string[];
  /** Who asked for it, or wrote it. */
  authorId?: string;
  chairId?: string;
  recorderId?: string;
  leadId?: string;
  /** People expected at a session, or leading a stage of a plan. */
  memberIds?: readonly string[];
  /** People who opened the case in an emergency and still have it open. */
  emergencyPersonIds?: readonly string[];
  /** Departments that the owner of the case named as readers of this fact. */
  listedDepartmentIds?: readonly string[];
  /** Hospitals the object is shared with now. */
  sharedHospitalIds?: readonly string[];
  /** The session for which it is shared. */
  sharedForSessionId?: string | undefined;
}

export type Relation =
  | 'anything-of-own-hospital'
  | 'own-department'
  | 'consulted-department'
  | 'own-case'
  | 'as-author'
  | 'as-chair'
  | 'as-recorder'
  | 'as-lead'
  | 'as-member'
  | 'emergency-access'
  | 'listed-department'
  | 'shared-with-own-hospital'
  | 'own-person';

const relations: Record<Relation, (actor: Actor, membership: ActorMembership, object: ObjectFacts) => boolean> = {
  'anything-of-own-hospital': (_actor, membership, object) => object.hospitalId === membership.hospitalId,
  'own-department': (_actor, membership, object) =>
    object.hospitalId === membership.hospitalId &&
    membership.departmentId !== null &&
    (object.departmentIds ?? []).includes(membership.departmentId),
  'consulted-department': (_actor, membership, object) =>
    object.hospitalId === membership.hospitalId &&
    membership.departmentId !== null &&
    (object.consultedDepartmentIds ?? []).includes(membership.departmentId),
  'own-case': (actor, membership, object) =>
    object.hospitalId === membership.hospitalId && object.ownerId === actor.personId,
  'as-author': (actor, membership, object) =>
    object.hospitalId === membership.hospitalId && actor.personId !== null && object.authorId === actor.personId,
  'as-chair': (actor, membership, object) =>
    object.hospitalId === membership.hospitalId && object.chairId === actor.personId,
  'as-recorder': (actor, membership, object) =>
    object.hospitalId === membership.hospitalId && object.recorderId === actor.personId,
  'as-lead': (actor, membership, object) =>
    object.hospitalId === membership.hospitalId && object.leadId === actor.personId,
  'as-member': (actor, membership, object) =>
    object.hospitalId === membership.hospitalId &&
    actor.personId !== null &&
    (object.memberIds ?? []).includes(actor.personId),
  'emergency-access': (actor, membership, object) =>
    object.hospitalId === membership.hospitalId &&
    actor.personId !== null &&
    (object.emergencyPersonIds ?? []).includes(actor.personId),
  'listed-department': (_actor, membership, object) =>
    object.hospitalId === membership.hospitalId &&
    membership.departmentId !== null &&
    (object.listedDepartmentIds ?? []).includes(membership.departmentId),
  'shared-with-own-hospital': (actor, membership, object) =>
    (object.sharedHospitalIds ?? []).includes(membership.hospitalId) &&
    // A guest by invitation is let in to one session.
    (actor.onlySessionId === undefined || actor.onlySessionId === object.sharedForSessionId),
  'own-person': () => true,
};

export interface PolicyRule {
  permission: Permission;
  roles: readonly Role[];
  relation: Relation;
}

const CLINICAL: readonly Role[] = ['DEPT_MEMBER', 'DEPT_LEAD', 'CASE_OWNER'];
const OVERSIGHT: readonly Role[] = ['COORDINATOR', 'CHAIR', 'CENTER_DIRECTOR', 'MEDICAL_AFFAIRS', 'QC'];
const HOST_STAFF: readonly Role[] = [
  ...OVERSIGHT,
  ...CLINICAL,
  'RECORDER',
  'FOLLOWUP_NURSE',
  'THEATRE_NURSE',
  'REGISTRY',
];
const REMOTE: readonly Role[] = ['REMOTE_EXPERT', 'REMOTE_COORDINATOR'];
const EVERYONE: readonly Role[] = [...HOST_STAFF, ...REMOTE, 'OBSERVER', 'AUDITOR', 'SECURITY_ADMIN', 'ADMIN'];

/**
 * Who may do what. Read a line as: "<roles> may <permission> <relation>". What no line grants is refused. Administrators, auditors and
 * security administrators see no clinical text (domain: three separate administrators).
 */
export const policy: readonly PolicyRule[] = [
  {
    permission: 'directory:read',
    roles: [...HOST_STAFF, 'ADMIN', 'SECURITY_ADMIN', 'AUDITOR'],
    relation: 'anything-of-own-hospital',
  },

  { permission: 'case:list', roles: [...OVERSIGHT, ...CLINICAL], relation: 'anything-of-own-hospital' },
  { permission: 'case:read', roles: OVERSIGHT, relation: 'anything-of-own-hospital' },
  { permission: 'case:read', roles: CLINICAL, relation: 'own-department' },
  { permission: 'case:read', roles: CLINICAL, relation: 'own-case' },
  { permission: 'case:read', roles: CLINICAL, relation: 'consulted-department' },
  { permission: 'case:read', roles: CLINICAL, relation: 'emergency-access' },
  { permission: 'case:read', roles: ['RECORDER'], relation: 'as-recorder' },
  { permission: 'case:refer', roles: [...CLINICAL, 'COORDINATOR'], relation: 'anything-of-own-hospital' },
  { permission: 'case:provide-information', roles: CLINICAL, relation: 'own-case' },
  { permission: 'case:provide-information', roles: ['COORDINATOR'], relation: 'anything-of-own-hospital' },
  { permission: 'record:write', roles: CLINICAL, relation: 'own-case' },
  { permission: 'record:write', roles: CLINICAL, relation: 'own-department' },
  { permission: 'record:write', roles: ['COORDINATOR'], relation: 'anything-of-own-hospital' },
  { permission: 'case:triage', roles: ['COORDINATOR'], relation: 'anything-of-own-hospital' },
  // A copy is made by who may know the patient: the name is taken out of its texts, or stands in it for a reason.
  { permission: 'case:export', roles: ['COORDINATOR'], relation: 'anything-of-own-hospital' },
  { permission: 'case:export', roles: CLINICAL, relation: 'own-case' },
  // Files may show the patient's name: the care team sees them, who watches over the hospital does not (GB/T 39725-2020, level 4).
  { permission: 'attachment:read', roles: ['COORDINATOR', 'CHAIR'], relation: 'anything-of-own-hospital' },
  { permission: 'attachment:read', roles: CLINICAL, relation: 'own-department' },
  { permission: 'attachment:read', roles: CLINICAL, relation: 'own-case' },
  { permission: 'attachment:read', roles: CLINICAL, relation: 'emergency-access' },
  { permission: 'attachment:add', roles: ['COORDINATOR'], relation: 'anything-of-own-hospital' },
  { permission: 'attachment:add', roles: CLINICAL, relation: 'own-department' },
  { permission: 'attachment:add', roles: CLINICAL, relation: 'own-case' },
  { permission: 'attachment:remove', roles: ['COORDINATOR'], relation: 'anything-of-own-hospital' },
  { permission: 'attachment:remove', roles: CLINICAL, relation: 'own-department' },
  { permission: 'attachment:remove', roles: CLINICAL, relation: 'own-case' },
  // Who may turn a patient away: the coordinator proposes and decides the plain cases, the director any; both with a reason that stays.
  { permission: 'case:reject', roles: ['COORDINATOR', 'CENTER_DIRECTOR'], relation: 'anything-of-own-hospital' },
  { permission: 'case:steer', roles: CLINICAL, relation: 'own-case' },
  { permission: 'case:steer', roles: ['COORDINATOR'], relation: 'anything-of-own-hospital' },
  { permission: 'case:close', roles: ['QC'], relation: 'anything-of-own-hospital' },
  { permission: 'round:open', roles: CLINICAL, relation: 'own-case' },
  { permission: 'round:open', roles: CLINICAL, relation: 'own-department' },
  { permission: 'round:open', roles: ['COORDINATOR'], relation: 'anything-of-own-hospital' },
  { permission: 'completeness:write', roles: CLINICAL, relation: 'own-case' },
  { permission: 'completeness:write', roles: CLINICAL, relation: 'own-department' },
  { permission: 'completeness:write', roles: ['COORDINATOR'], relation: 'anything-of-own-hospital' },
  { permission: 'completeness:chase', roles: CLINICAL, relation: 'own-case' },
  { permission: 'completeness:chase', roles: ['COORDINATOR'], relation: 'anything-of-own-hospital' },
  // What a case needs before it is discussed is a clinical requirement of the centre, not a setting of the administrators, who see no case.
  { permission: 'checklist:read', roles: [...OVERSIGHT], relation: 'anything-of-own-hospital' },
  {
    permission: 'checklist:manage',
    roles: ['COORDINATOR', 'CENTER_DIRECTOR'],
    relation: 'anything-of-own-hospital',
  },
  { permission: 'identity:reveal', roles: CLINICAL, relation: 'own-case' },
  { permission: 'identity:reveal', roles: CLINICAL, relation: 'emergency-access' },
  { permission: 'identity:reveal', roles: ['COORDINATOR'], relation: 'anything-of-own-hospital' },
  { permission: 'patient:merge', roles: ['COORDINATOR'], relation: 'anything-of-own-hospital' },
  { permission: 'consent:record', roles: CLINICAL, relation: 'own-case' },
  { permission: 'consent:record', roles: ['COORDINATOR'], relation: 'anything-of-own-hospital' },

  { permission: 'opinion:give', roles: ['DEPT_MEMBER', 'DEPT_LEAD'], relation: 'own-department' },
  { permission: 'opinion:waive', roles: ['COORDINATOR', 'CHAIR'], relation: 'anything-of-own-hospital' },
  { permission: 'board:read', roles: OVERSIGHT, relation: 'anything-of-own-hospital' },
  { permission: 'board:read', roles: CLINICAL, relation: 'own-department' },
  { permission: 'matrix:read', roles: OVERSIGHT, relation: 'anything-of-own-hospital' },
  { permission: 'overdue:read', roles: [...OVERSIGHT, ...CLINICAL], relation: 'anything-of-own-hospital' },

  { permission: 'session:read', roles: [...HOST_STAFF], relation: 'anything-of-own-hospital' },
  { permission: 'agenda:read', roles: HOST_STAFF, relation: 'as-member' },
  { permission: 'session:schedule', roles: ['COORDINATOR'], relation: 'anything-of-own-hospital' },
  { permission: 'session:run', roles: ['COORDINATOR'], relation: 'anything-of-own-hospital' },
  { permission: 'session:run', roles: [...CLINICAL, 'CHAIR'], relation: 'as-chair' },
  { permission: 'session:attend', roles: ['COORDINATOR'], relation: 'anything-of-own-hospital' },
  { permission: 'session:attend', roles: [...CLINICAL, 'CHAIR'], relation: 'as-chair' },
  { permission: 'session:attend', roles: ['RECORDER'], relation: 'as-recorder' },
  { permission: 'session:invite', roles: ['COORDINATOR'], relation: 'anything-of-own-hospital' },
  { permission: 'decision:record', roles: ['RECORDER', ...CLINICAL], relation: 'as-recorder' },
  { permission: 'decision:record', roles: [...CLINICAL, 'CHAIR'], relation: 'as-chair' },
  { permission: 'decision:record', roles: ['COORDINATOR'], relation: 'anything-of-own-hospital' },
  { permission: 'decision:review', roles: CLINICAL, relation: 'own-case' },
  { permission: 'decision:review', roles: [...CLINICAL, 'CHAIR'], relation: 'as-chair' },
  { permission: 'recommendation:read', roles: OVERSIGHT, relation: 'anything-of-own-hospital' },
  { permission: 'recommendation:read', roles: HOST_STAFF, relation: 'own-person' },
  { permission: 'recommendation:report', roles: ['COORDINATOR'], relation: 'anything-of-own-hospital' },
  { permission: 'recommendation:report', roles: [...CLINICAL, 'FOLLOWUP_NURSE', 'THEATRE_NURSE'], relation: 'as-lead' },
  { permission: 'decision:sign', roles: [...CLINICAL, 'CHAIR'], relation: 'as-chair' },

  {
    permission: 'share:list',
    roles: ['COORDINATOR', 'MEDICAL_AFFAIRS', 'AUDITOR', 'ADMIN'],
    relation: 'anything-of-own-hospital',
  },
  { permission: 'share:revoke', roles: ['COORDINATOR'], relation: 'anything-of-own-hospital' },
  { permission: 'share:revoke', roles: CLINICAL, relation: 'own-case' },
  { permission: 'remote:read', roles: REMOTE, relation: 'shared-with-own-hospital' },
  { permission: 'remote:give-opinion', roles: ['REMOTE_EXPERT'], relation: 'shared-with-own-hospital' },

  { permission: 'plan:read', roles: OVERSIGHT, relation: 'anything-of-own-hospital' },
  { permission: 'plan:read', roles: [...CLINICAL, 'THEATRE_NURSE'], relation: 'own-department' },
  { permission: 'plan:read', roles: CLINICAL, relation: 'own-case' },
  { permission: 'plan:read', roles: CLINICAL, relation: 'as-member' },
  { permission: 'plan:write', roles: CLINICAL, relation: 'own-case' },
  { permission: 'plan:write', roles: CLINICAL, relation: 'as-lead' },
  { permission: 'stage:confirm', roles: CLINICAL, relation: 'as-lead' },

  { permission: 'notification:read', roles: EVERYONE, relation: 'own-person' },
  { permission: 'mailbox:read', roles: EVERYONE, relation: 'own-person' },

  { permission: 'audit:read', roles: ['AUDITOR'], relation: 'anything-of-own-hospital' },

  { permission: 'emergency-access:open', roles: CLINICAL, relation: 'anything-of-own-hospital' },
  { permission: 'emergency-access:read', roles: CLINICAL, relation: 'own-person' },
  { permission: 'emergency-access:read', roles: ['AUDITOR', 'SECURITY_ADMIN'], relation: 'anything-of-own-hospital' },
  { permission: 'emergency-access:watch', roles: ['AUDITOR', 'SECURITY_ADMIN'], relation: 'anything-of-own-hospital' },
  { permission: 'emergency-access:end', roles: CLINICAL, relation: 'emergency-access' },
  { permission: 'emergency-access:end', roles: CLINICAL, relation: 'own-case' },
  { permission: 'emergency-access:end', roles: ['SECURITY_ADMIN'], relation: 'anything-of-own-hospital' },
  { permission: 'emergency-access:review', roles: ['AUDITOR'], relation: 'anything-of-own-hospital' },

  { permission: 'consult:request', roles: CLINICAL, relation: 'own-case' },
  { permission: 'consult:request', roles: CLINICAL, relation: 'own-department' },
  { permission: 'consult:request', roles: CLINICAL, relation: 'consulted-department' },
  { permission: 'consult:read', roles: OVERSIGHT, relation: 'anything-of-own-hospital' },
  { permission: 'consult:read', roles: CLINICAL, relation: 'own-case' },
  { permission: 'consult:read', roles: CLINICAL, relation: 'own-department' },
  { permission: 'consult:read', roles: CLINICAL, relation: 'consulted-department' },
  { permission: 'consult:respond', roles: ['DEPT_MEMBER', 'DEPT_LEAD'], relation: 'own-department' },
  { permission: 'consult:direct', roles: ['DEPT_LEAD'], relation: 'own-department' },
  { permission: 'consult:arrive', roles: ['DEPT_MEMBER', 'DEPT_LEAD'], relation: 'own-department' },
  { permission: 'consult:arrive', roles: CLINICAL, relation: 'as-author' },
  { permission: 'consult:conclude', roles: CLINICAL, relation: 'as-author' },
  { permission: 'consult:conclude', roles: CLINICAL, relation: 'own-case' },

  { permission: 'condition-update:write', roles: ['COORDINATOR', 'CHAIR'], relation: 'anything-of-own-hospital' },
  { permission: 'condition-update:write', roles: CLINICAL, relation: 'own-case' },
  { permission: 'condition-update:write', roles: CLINICAL, relation: 'own-department' },
  { permission: 'condition-update:write', roles: CLINICAL, relation: 'consulted-department' },
  { permission: 'condition-update:read', roles: OVERSIGHT, relation: 'anything-of-own-hospital' },
  { permission: 'condition-update:read', roles: CLINICAL, relation: 'own-case' },
  { permission: 'condition-update:read', roles: CLINICAL, relation: 'own-department' },
  { permission: 'condition-update:read', roles: CLINICAL, relation: 'consulted-department' },
  { permission: 'condition-update:act', roles: CLINICAL, relation: 'own-case' },
  { permission: 'condition-update:act', roles: ['DEPT_MEMBER', 'DEPT_LEAD'], relation: 'own-department' },
  { permission: 'condition-update:act', roles: ['COORDINATOR'], relation: 'anything-of-own-hospital' },

  { permission: 'restricted:read', roles: CLINICAL, relation: 'own-case' },
  { permission: 'restricted:read', roles: CLINICAL, relation: 'listed-department' },
  { permission: 'restricted:write', roles: CLINICAL, relation: 'own-case' },

  { permission: 'proposal-rules:read', roles: OVERSIGHT, relation: 'anything-of-own-hospital' },
  {
    permission: 'proposal-rules:manage',
    roles: ['CENTER_DIRECTOR', 'COORDINATOR'],
    relation: 'anything-of-own-hospital',
  },

  {
    permission: 'people:read',
    roles: ['ADMIN', 'SECURITY_ADMIN', 'AUDITOR'],
    relation: 'anything-of-own-hospital',
  },
  { permission: 'people:manage', roles: ['ADMIN'], relation: 'anything-of-own-hospital' },
  { permission: 'accounts:manage', roles: ['SECURITY_ADMIN'], relation: 'anything-of-own-hospital' },

  {
    permission: 'organisation:read',
    roles: ['ADMIN', 'SECURITY_ADMIN', 'AUDITOR'],
    relation: 'anything-of-own-hospital',
  },
  { permission: 'organisation:manage', roles: ['ADMIN'], relation: 'anything-of-own-hospital' },
];

/** Whether the policy grants the act on this object. */
export function may(actor: Actor, permission: Permission, object: ObjectFacts): boolean {
  return policy.some(
    (rule) =>
      rule.permission === permission &&
      actor.memberships.some(
        (membership) => rule.roles.includes(membership.role) && relations[rule.relation](actor, membership, object),
      ),
  );
}

/** Whether any of the actor's roles could be granted the act on some object: what a route asks before it looks at the object. */
export function mayEver(actor: Actor, permission: Permission): boolean {
  return policy.some(
    (rule) =>
      rule.permission === permission && actor.memberships.some((membership) => rule.roles.includes(membership.role)),
  );
}

/** Whether the actor holds the act on everything of a hospital, so that lists need no narrower scope. */
export function mayOnAll(actor: Actor, permission: Permission, hospitalId: string): boolean {
  return policy.some(
    (rule) =>
      rule.permission === permission &&
      rule.relation === 'anything-of-own-hospital' &&
      actor.memberships.some(
        (membership) => rule.roles.includes(membership.role) && membership.hospitalId === hospitalId,
      ),
  );
}

/** Every permission some role of the actor may hold. */
export function permissionsOf(actor: Actor): Permission[] {
  return [...new Set(policy.map((rule) => rule.permission))].filter((permission) => mayEver(actor, permission));
}
