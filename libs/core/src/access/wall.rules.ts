import type { Permission } from '@consilium/contracts';
import type { Actor, ActorMembership } from './actor.js';
import { policy, type Relation } from './policy.rules.js';

/** Role as which every transaction runs. It cannot sign in and owns nothing. */
export const WALL_ROLE = 'consilium_app';

/** Permissions are named for what is done with a thing; under these nothing changes. Who holds no other one writes nothing. */
const LOOKS = /:(read|list)$/;

/** Memberships by which a line of the policy grants the permission in this relation. */
function granting(actor: Actor, permission: Permission, relation: Relation): ActorMembership[] {
  const rules = policy.filter((rule) => rule.permission === permission && rule.relation === relation);
  return actor.memberships.filter(({ role }) => rules.some((rule) => rule.roles.includes(role)));
}

const list = (ids: readonly string[]): string => (ids.length === 0 ? '' : `{${[...new Set(ids)].join(',')}}`);

/**
 * What the policies of the database read of who is asking, by name of the setting. Everything is derived from the policy table: the database
 * knows what a relation means for a row, the table says who stands in it. An absent grant is an empty setting, which lets nobody in.
 */
export function wallSettings(actor: Actor, now: Date): Record<string, string> {
  const hospitals = (permission: Permission, relation: Relation = 'anything-of-own-hospital') =>
    granting(actor, permission, relation).map(({ hospitalId }) => hospitalId);
  const departments = (permission: Permission, relation: Relation = 'own-department') =>
    granting(actor, permission, relation).flatMap(({ departmentId }) => (departmentId ? [departmentId] : []));
  const mayChange = policy.some(
    ({ permission, roles }) => !LOOKS.test(permission) && actor.memberships.some(({ role }) => roles.includes(role)),
  );
  return {
    role: WALL_ROLE,
    'app.now': now.toISOString(),
    'app.system': actor.kind === 'SYSTEM' ? actor.name : '',
    'app.person_id': actor.personId ?? '',
    'app.hospital_id': actor.hospitalId,
    'app.writes': mayChange ? 'on' : '',
    'app.case_ids': '',
    'app.case_hospitals': list([...hospitals('case:read'), ...hospitals('plan:read')]),
    'app.case_departments': list(departments('case:read')),
    'app.consult_departments': list(departments('case:read', 'consulted-department')),
    'app.own_case_hospitals': list([...hospitals('case:read', 'own-case'), ...hospitals('plan:read', 'own-case')]),
    'app.agenda_hospitals': list(hospitals('agenda:read', 'as-member')),
    'app.plan_hospitals': list(hospitals('plan:read', 'as-member')),
    'app.plan_departments': list(departments('plan:read')),
    'app.board_hospitals': list(hospitals('board:read')),
    'app.board_departments': list(departments('board:read')),
    'app.opinion_departments': list(departments('opinion:give')),
    'app.session_hospitals': list(hospitals('session:read')),
    'app.overdue_hospitals': list(hospitals('overdue:read')),
    'app.refer_hospitals': list(hospitals('case:refer')),
    'app.identity_hospitals': list(hospitals('identity:reveal')),
    'app.identity_owner_hospitals': list(hospitals('identity:reveal', 'own-case')),
    'app.patient_merge_hospitals': list(hospitals('patient:merge')),
    'app.organisation_hospitals': list(hospitals('organisation:read')),
    'app.share_list_hospitals': list(hospitals('share:list')),
    'app.emergency_hospitals': list(hospitals('case:read', 'emergency-access')),
    'app.identity_emergency_hospitals': list(hospitals('identity:reveal', 'emergency-access')),
    'app.emergency_open_hospitals': list(hospitals('emergency-access:open')),
    'app.emergency_owner_hospitals': list(hospitals('emergency-access:end', 'own-case')),
    'app.emergency_watch_hospitals': list(hospitals('emergency-access:watch')),
    'app.restricted_owner_hospitals': list(hospitals('restricted:write', 'own-case')),
    'app.restricted_departments': list(departments('restricted:read', 'listed-department')),
    'app.proposal_rule_hospitals': list(hospitals('proposal-rules:manage')),
    'app.only_session_id': actor.onlySessionId ?? '',
    'app.share_hospitals': list(hospitals('remote:read', 'shared-with-own-hospital')),
  };
}
