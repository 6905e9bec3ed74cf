import type { Locale, Role } from '@consilium/contracts';

export interface ActorMembership {
  role: Role;
  departmentId: string | null;
  hospitalId: string;
}

/** Who acts. Everything that changes or shows data carries one. */
export interface Actor {
  kind: 'PERSON' | 'SYSTEM';
  /** Null for system actors only. */
  personId: string | null;
  name: string;
  hospitalId: string;
  isHost: boolean;
  memberships: readonly ActorMembership[];
  locale: Locale;
  /** Set for a guest who joined by an invitation: what is shared is seen of this session alone. */
  onlySessionId?: string;
  requestId?: string;
  /** Network address the request came from. */
  source?: string;
}

/** A named process of the product, e.g. the delivery of reminders; it holds no role and passes no policy. */
export function systemActor(name: string, hospitalId: string): Actor {
  return { kind: 'SYSTEM', personId: null, name, hospitalId, isHost: true, memberships: [], locale: 'zh-CN' };
}

/** The id of the person who acts; system actors have none. */
export function personOf(actor: Actor): string {
  if (actor.personId === null) throw new Error(`${actor.name} is not a person`);
  return actor.personId;
}

export const departmentsOf = (actor: Actor): string[] => [
  ...new Set(actor.memberships.flatMap((membership) => (membership.departmentId ? [membership.departmentId] : []))),
];
export const hasRole = (actor: Actor, ...roles: Role[]): boolean =>
  actor.memberships.some((membership) => roles.includes(membership.role));
