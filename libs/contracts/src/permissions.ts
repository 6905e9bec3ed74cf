import { z } from 'zod';

/** Every act a signed-in person may be allowed. Who holds which, on which objects, is the policy table of the core. */
export const permission = z.enum([
  'directory:read',
  'case:list',
  'case:read',
  'case:refer',
  'case:provide-information',
  /** To complete and correct the clinical record of a case. */
  'record:write',
  'case:triage',
  /** To take a copy of a case out of the house. */
  'case:export',
  /** Files kept with a case. */
  'attachment:read',
  'attachment:add',
  'attachment:remove',
  'case:reject',
  /** To put a case on hold, take it up again, withdraw it, record a death, and record how treatment goes on. */
  'case:steer',
  'case:close',
  /** To open the next round of discussion. */
  'round:open',
  /** To say what of a case's material is there. */
  'completeness:write',
  'completeness:chase',
  'checklist:read',
  'checklist:manage',
  'identity:reveal',
  /** To join two records of one patient, and to part them again. */
  'patient:merge',
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
  /** To look again at a decision whose facts changed. */
  'decision:review',
  'recommendation:read',
  'recommendation:report',
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
  /** To ask a department for a consult. */
  'consult:request',
  'consult:read',
  /** To take a request of the own department and to sign its opinion. */
  'consult:respond',
  /** To give a request of the own department to somebody else, or to decline it. */
  'consult:direct',
  /** To say or confirm that the consultant is on site. */
  'consult:arrive',
  /** To take one's request back, or to note how the opinion was carried out. */
  'consult:conclude',
  /** To write news of a patient. */
  'condition-update:write',
  'condition-update:read',
  /** To grade, acknowledge and act on it. */
  'condition-update:act',
  /** The centre's rules of who takes part in a case. */
  'proposal-rules:read',
  'proposal-rules:manage',
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
