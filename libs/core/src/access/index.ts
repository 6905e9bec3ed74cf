export { departmentsOf, hasRole, personOf, systemActor, type Actor, type ActorMembership } from './actor.js';
export { authorise, authoriseSight } from './authorise.js';
export {
  may,
  mayEver,
  mayOnAll,
  permissionsOf,
  policy,
  type ObjectFacts,
  type PolicyRule,
  type Relation,
} from './policy.rules.js';
export { WALL_ROLE, wallSettings } from './wall.rules.js';
