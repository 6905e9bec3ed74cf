import { auditEndpoints } from './audit.js';
import { boardEndpoints } from './boards.js';
import { caseEndpoints } from './cases.js';
import { sessionEndpoints } from './consult-sessions.js';
import { departmentEndpoints } from './departments.js';
import type { Endpoint } from './endpoint.js';
import { emergencyEndpoints } from './emergency-access.js';
import { healthEndpoints } from './health.js';
import { hospitalEndpoints } from './hospitals.js';
import { identityEndpoints } from './identity.js';
import { invitationEndpoints } from './invitations.js';
import { opinionEndpoints } from './opinions.js';
import { organisationEndpoints } from './organisations.js';
import { ownSecurityEndpoints } from './own-security.js';
import { partnershipEndpoints } from './partnerships.js';
import { peopleEndpoints } from './people.js';
import { matrixEndpoints } from './readiness-matrix.js';
import { reminderEndpoints } from './reminders.js';
import { restrictedEndpoints } from './restricted-facts.js';
import { shareEndpoints } from './shares.js';
import { remoteEndpoints } from './sharing.js';
import { planEndpoints } from './surgical-plans.js';

export * from './audit.js';
export * from './audit-actions.js';
export * from './boards.js';
export * from './cases.js';
export * from './consult-sessions.js';
export * from './decisions.js';
export * from './departments.js';
export * from './emergency-access.js';
export * from './endpoint.js';
export * from './fields.js';
export * from './health.js';
export * from './hospitals.js';
export * from './identity.js';
export * from './invitations.js';
export * from './opinions.js';
export * from './organisations.js';
export * from './own-security.js';
export * from './partnerships.js';
export * from './people.js';
export * from './permissions.js';
export * from './person.js';
export * from './problems.js';
export * from './readiness-matrix.js';
export * from './referrals.js';
export * from './reminders.js';
export * from './restricted-facts.js';
export * from './shares.js';
export * from './sharing.js';
export * from './surgical-plans.js';
export * from './vocabulary.js';

/** Every endpoint of the API. A route that is not in here does not exist; an entry without a route fails a test. */
export const endpoints: Record<string, Record<string, Endpoint>> = {
  health: healthEndpoints,
  identity: identityEndpoints,
  ownSecurity: ownSecurityEndpoints,
  invitations: invitationEndpoints,
  organisations: organisationEndpoints,
  hospitals: hospitalEndpoints,
  departments: departmentEndpoints,
  partnerships: partnershipEndpoints,
  people: peopleEndpoints,
  cases: caseEndpoints,
  opinions: opinionEndpoints,
  boards: boardEndpoints,
  matrix: matrixEndpoints,
  sessions: sessionEndpoints,
  remote: remoteEndpoints,
  shares: shareEndpoints,
  plans: planEndpoints,
  reminders: reminderEndpoints,
  audit: auditEndpoints,
  emergencies: emergencyEndpoints,
  restricted: restrictedEndpoints,
};
