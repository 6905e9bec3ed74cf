import { attachmentEndpoints } from './attachments.js';
import { auditEndpoints } from './audit.js';
import { anatomyEndpoints } from './case-anatomy.js';
import { boardEndpoints } from './boards.js';
import { exportEndpoints } from './case-exports.js';
import { importEndpoints } from './case-imports.js';
import { courseEndpoints } from './case-course.js';
import { caseEndpoints } from './cases.js';
import { checklistEndpoints } from './checklists.js';
import { recordEndpoints } from './clinical-record.js';
import { conditionUpdateEndpoints } from './condition-updates.js';
import { consultRequestEndpoints } from './consult-requests.js';
import { sessionEndpoints } from './consult-sessions.js';
import { decisionEndpoints } from './decision-facts.js';
import { completenessEndpoints } from './completeness.js';
import { departmentEndpoints } from './departments.js';
import type { Endpoint } from './endpoint.js';
import { emergencyEndpoints } from './emergency-access.js';
import { findEndpoints } from './finding.js';
import { healthEndpoints } from './health.js';
import { hospitalEndpoints } from './hospitals.js';
import { identityEndpoints } from './identity.js';
import { invitationEndpoints } from './invitations.js';
import { opinionEndpoints } from './opinions.js';
import { organisationEndpoints } from './organisations.js';
import { ownSecurityEndpoints } from './own-security.js';
import { partnershipEndpoints } from './partnerships.js';
import { patientEndpoints } from './patients.js';
import { peopleEndpoints } from './people.js';
import { matrixEndpoints } from './readiness-matrix.js';
import { recommendationEndpoints } from './recommendations.js';
import { reminderEndpoints } from './reminders.js';
import { restrictedEndpoints } from './restricted-facts.js';
import { shareEndpoints } from './shares.js';
import { remoteEndpoints } from './sharing.js';
import { proposalRuleEndpoints } from './proposal-rules.js';
import { planEndpoints } from './surgical-plans.js';

export * from './attachments.js';
export * from './audit.js';
export * from './audit-actions.js';
export * from './boards.js';
export * from './case-exports.js';
export * from './case-imports.js';
export * from './case-course.js';
export * from './case-anatomy.js';
export * from './cases.js';
export * from './checklists.js';
export * from './clinical-record.js';
export * from './completeness.js';
export * from './condition-updates.js';
export * from './consult-requests.js';
export * from './consult-sessions.js';
export * from './decision-facts.js';
export * from './decisions.js';
export * from './departments.js';
export * from './emergency-access.js';
export * from './endpoint.js';
export * from './fields.js';
export * from './finding.js';
export * from './health.js';
export * from './hospitals.js';
export * from './identity.js';
export * from './invitations.js';
export * from './opinions.js';
export * from './participation.js';
export * from './organisations.js';
export * from './own-security.js';
export * from './partnerships.js';
export * from './patients.js';
export * from './people.js';
export * from './permissions.js';
export * from './person.js';
export * from './problems.js';
export * from './readiness-matrix.js';
export * from './recommendations.js';
export * from './record-sections.js';
export * from './proposal-conditions.js';
export * from './proposal-rules.js';
export * from './referrals.js';
export * from './reminders.js';
export * from './restricted-facts.js';
export * from './shares.js';
export * from './sharing.js';
export * from './surgical-plans.js';
export * from './vocabulary.js';
export * from './vocabulary-files.js';
export * from './vocabulary-completeness.js';
export * from './vocabulary-course.js';
export * from './vocabulary-news.js';
export * from './vocabulary-record.js';

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
  course: courseEndpoints,
  completeness: completenessEndpoints,
  checklists: checklistEndpoints,
  record: recordEndpoints,
  opinions: opinionEndpoints,
  boards: boardEndpoints,
  matrix: matrixEndpoints,
  sessions: sessionEndpoints,
  decisions: decisionEndpoints,
  recommendations: recommendationEndpoints,
  remote: remoteEndpoints,
  shares: shareEndpoints,
  plans: planEndpoints,
  reminders: reminderEndpoints,
  audit: auditEndpoints,
  emergencies: emergencyEndpoints,
  restricted: restrictedEndpoints,
  attachments: attachmentEndpoints,
  imports: importEndpoints,
  exports: exportEndpoints,
  find: findEndpoints,
  patients: patientEndpoints,
  consultRequests: consultRequestEndpoints,
  conditionUpdates: conditionUpdateEndpoints,
  proposalRules: proposalRuleEndpoints,
  anatomy: anatomyEndpoints,
};
