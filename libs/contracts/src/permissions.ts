import { z } from 'zod';

/** Every act a signed-in person may be allowed. Who holds which, on which objects, is the policy table of the core. */
export const permission = z.enum([
  'directory:read',
  'case:list',
  'case:read',
  'case:refer',
  'case:provide-information',
  'case:triage',
  'identity:reveal',
  'consent:record',
  'opinion:give',
  'opinion:waive',
  'board:read',
  /** Every case being prepared in the house, across departments. */
  'matrix:read',
  'overdue:read',
  'session:read',
  /** What the cases on an agenda are about, for who is expected at the session. */
  'agenda:read',
  'session:schedule',
  'session:run',
  'session:attend',
  'session:invite',
  'decision:record',
  'decision:sign',
  /** What is shared with other hospitals and who received it, without clinical content. */
  'share:list',
  'share:revoke',
  'remote:read',
  'remote:give-opinion',
  'plan:read',
  'plan:write',
  'stage:confirm',
  'notification:read',
  'mailbox:read',
  'audit:read',
  /** To open a case one may not read, in an emergency. */
  'emergency-access:open',
  'emergency-access:read',
  /** To know of all emergency accesses of the hospital. */
  'emergency-access:watch',
  'emergency-access:end',
  'emergency-access:review',
  /** Facts of level 5 of a case. */
  'restricted:read',
  'restricted:write',
  'organisation:read',
  /** Hospitals, places, departments and agreements. */
  'organisation:manage',
  'people:read',
  /** People, their clinical memberships, postings and surgical privileges. */
  'people:manage',
  /** Accounts, and the roles of administrators. */
  'accounts:manage',
]);
export type Permission = z.infer<typeof permission>;
