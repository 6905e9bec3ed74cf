import type { Permission } from '@consilium/contracts';
import { notFound, Problem } from '../errors/index.js';
import type { Actor } from './actor.js';
import { may, type ObjectFacts } from './policy.rules.js';

const ASK = { zh: '科室负责人或系统管理员', en: 'the department lead or an administrator' };

/** Throws unless the policy grants the act; the refusal says who can help. */
export function authorise(actor: Actor, permission: Permission, object: ObjectFacts): void {
  if (!may(actor, permission, object)) throw new Problem('access/denied', { who: ASK });
}

/** As `authorise`, for looking: what one may not see does not exist. */
export function authoriseSight(actor: Actor, permission: Permission, object: ObjectFacts): void {
  if (!may(actor, permission, object)) throw notFound();
}
