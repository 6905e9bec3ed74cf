import type { Permission } from '@consilium/contracts';
import { departmentsOf, policy, type Actor, type Relation } from '../access/index.js';

/** A condition on `cases c`, with the parameters it numbers from `first` on. */
export interface CaseScope {
  condition: string;
  parameters: unknown[];
}

/** What each relation of the policy means for a row of cases. Relations that no case has grant nothing. */
const conditions: Partial<Record<Relation, (place: { departments: string; person: string }) => string>> = {
  'anything-of-own-hospital': () => 'true',
  'own-department': ({ departments }) =>
    `EXISTS (SELECT 1 FROM participations p JOIN discussion_rounds o ON o.id = p.round_id WHERE o.case_id = c.id AND p.department_id = ANY (${departments}::uuid[]))`,
  'consulted-department': ({ departments }) =>
    `EXISTS (SELECT 1 FROM consult_requests q WHERE q.case_id = c.id AND q.department_id = ANY (${departments}::uuid[]) AND q.state NOT IN ('DECLINED', 'CANCELLED'))`,
  'own-case': ({ person }) => `c.owner_id = ${person}::uuid`,
  // The database knows which these are, as it does for its own wall.
  'emergency-access': () => '((SELECT has_emergency()) AND case_in_emergency(c.id))',
  'as-recorder': ({ person }) =>
    `(SELECT s.recorder_id FROM agenda_items i JOIN consult_sessions s ON s.id = i.session_id
      WHERE i.case_id = c.id AND s.state <> 'CANCELLED' ORDER BY s.starts_at DESC LIMIT 1) = ${person}::uuid`,
};

/** Cases on which the policy grants this actor what is asked, to read them where nothing else is said, as SQL: the same lines of the policy that decide on a single case. */
export function readableCases(actor: Actor, first: number, asked: Permission = 'case:read'): CaseScope {
  const [hospital, departments, person] = [first, first + 1, first + 2].map((place) => `$${place}`);
  const relations = new Set(
    policy
      .filter(
        ({ permission, roles }) => permission === asked && actor.memberships.some(({ role }) => roles.includes(role)),
      )
      .map(({ relation }) => relation),
  );
  const place = { departments: departments ?? '', person: person ?? '' };
  const granted = [...relations].flatMap((relation) => conditions[relation]?.(place) ?? []);
  return {
    // Naming every parameter keeps their number the same whatever is granted.
    condition: `c.hospital_id = ${hospital} AND ${departments}::uuid[] IS NOT NULL AND ${person}::text IS DISTINCT FROM '' AND (${granted.join(' OR ') || 'false'})`,
    parameters: [actor.hospitalId, departmentsOf(actor), actor.personId],
  };
}
