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
  'share:revoke',
  'remote:read',
  'remote:give-opinion',
  'plan:read',
  'plan:write',
  'stage:confirm',
  'notification:read',
  'mailbox:read',
  'audit:read',
]);
export type Permission = z.infer<typeof permission>;
