import { Hospital } from '../organisations/hospital.entity.js';
import { Campus } from '../organisations/campus.entity.js';
import { Department } from '../organisations/department.entity.js';
import { DepartmentCampus } from '../organisations/department-campus.entity.js';
import { Center } from '../organisations/center.entity.js';
import { CenterDepartment } from '../organisations/center-department.entity.js';
import { Room } from '../organisations/room.entity.js';
import { Partnership } from '../organisations/partnership.entity.js';
import { Person } from '../organisations/person.entity.js';
import { Membership } from '../organisations/membership.entity.js';
import { Account } from '../identity/account.entity.js';
import { SignIn } from '../identity/sign-in.entity.js';
import { Authenticator } from '../identity/authenticator.entity.js';
import { RecoveryCode } from '../identity/recovery-code.entity.js';
import { Invitation } from '../identity/invitation.entity.js';
import { SetupLink } from '../identity/setup-link.entity.js';
import { PasswordLink } from '../identity/password-link.entity.js';
import { SurgicalPrivilege } from '../organisations/surgical-privilege.entity.js';
import { UnknownName } from '../identity/unknown-name.entity.js';
import { Patient } from '../cases/patient.entity.js';
import { PatientIdentity } from '../cases/patient-identity.entity.js';
import { ClinicalCase } from '../cases/clinical-case.entity.js';
import { CaseTurn } from '../cases/case-turn.entity.js';
import { DiscussionRound } from '../cases/discussion-round.entity.js';
import { ProposalRuleVersion } from '../cases/proposal-rule-version.entity.js';
import { Participation } from '../cases/participation.entity.js';
import { Consent } from '../cases/consent.entity.js';
import { Opinion } from '../cases/opinion.entity.js';
import { OpinionEvidence } from '../cases/opinion-evidence.entity.js';
import { OpinionRevision } from '../cases/opinion-revision.entity.js';
import { ConsultSession } from '../consult-sessions/consult-session.entity.js';
import { SessionHospital } from '../consult-sessions/session-hospital.entity.js';
import { SessionMember } from '../consult-sessions/session-member.entity.js';
import { Booking } from '../consult-sessions/booking.entity.js';
import { AgendaItem } from '../consult-sessions/agenda-item.entity.js';
import { Decision } from '../consult-sessions/decision.entity.js';
import { DecisionFact } from '../decision-facts/decision-fact.entity.js';
import { DecisionReview } from '../decision-facts/decision-review.entity.js';
import { Recommendation } from '../recommendations/recommendation.entity.js';
import { RecommendationReport } from '../recommendations/recommendation-report.entity.js';
import { Share } from '../sharing/share.entity.js';
import { DisclosedContent } from '../sharing/disclosed-content.entity.js';
import { Disclosure } from '../sharing/disclosure.entity.js';
import { SurgicalPlan } from '../surgical-plans/surgical-plan.entity.js';
import { SurgicalStage } from '../surgical-plans/surgical-stage.entity.js';
import { ConsultRequest } from '../consult-requests/consult-request.entity.js';
import { ConsultRequestEvent } from '../consult-requests/consult-request-event.entity.js';
import { ConditionUpdate } from '../condition-updates/condition-update.entity.js';
import { ConditionUpdateEvent } from '../condition-updates/condition-update-event.entity.js';
import { Obligation } from '../reminders/obligation.entity.js';
import { Reminder } from '../reminders/reminder.entity.js';
import { Notification } from '../reminders/notification.entity.js';
import { Mail } from '../reminders/mail.entity.js';
import { CaughtMail } from '../reminders/caught-mail.entity.js';
import { AuditBatch } from '../audit/audit-batch.entity.js';
import { AuditCheck } from '../audit/audit-check.entity.js';
import { AuditEvent } from '../audit/audit-event.entity.js';
import { AuditSeal } from '../audit/audit-seal.entity.js';
import { AuditUnsealed } from '../audit/audit-unsealed.entity.js';
import { OutboxMessage } from '../outbox/outbox-message.entity.js';
import { EmergencyAccess } from '../emergency-access/emergency-access.entity.js';
import { RestrictedFact } from '../restricted-facts/restricted-fact.entity.js';
import { RecordRevision } from '../clinical-record/record-revision.entity.js';
import { Checklist } from '../checklists/checklist.entity.js';
import { ChecklistVersion } from '../checklists/checklist-version.entity.js';
import { CompletenessItem } from '../checklists/completeness-item.entity.js';
import { MaterialChase } from '../checklists/material-chase.entity.js';
import { BoardCard } from '../boards/board-card.entity.js';
import { Attachment } from '../attachments/attachment.entity.js';
import { CaseImport } from '../case-imports/case-import.entity.js';
import { CaseSearchRow } from '../finding/case-search.entity.js';
import { SavedFilterRow } from '../finding/saved-filter.entity.js';
import { PatientMergeRow } from '../patients/patient-merge.entity.js';
import { Installation } from './installation.entity.js';

/** Every table of the product. */
export const entities = [
  Hospital,
  Campus,
  Department,
  DepartmentCampus,
  Center,
  CenterDepartment,
  Room,
  Partnership,
  Person,
  Membership,
  Account,
  SignIn,
  SetupLink,
  UnknownName,
  Authenticator,
  RecoveryCode,
  Invitation,
  PasswordLink,
  SurgicalPrivilege,
  Patient,
  PatientIdentity,
  ClinicalCase,
  CaseTurn,
  DiscussionRound,
  Participation,
  Consent,
  Opinion,
  OpinionRevision,
  OpinionEvidence,
  ConsultSession,
  SessionHospital,
  SessionMember,
  Booking,
  AgendaItem,
  Decision,
  DecisionFact,
  DecisionReview,
  Recommendation,
  RecommendationReport,
  Share,
  Disclosure,
  DisclosedContent,
  SurgicalPlan,
  SurgicalStage,
  Obligation,
  Reminder,
  Notification,
  Mail,
  CaughtMail,
  AuditEvent,
  AuditUnsealed,
  AuditSeal,
  AuditBatch,
  AuditCheck,
  OutboxMessage,
  BoardCard,
  EmergencyAccess,
  RestrictedFact,
  RecordRevision,
  Attachment,
  CaseImport,
  CaseSearchRow,
  SavedFilterRow,
  PatientMergeRow,
  Checklist,
  ChecklistVersion,
  CompletenessItem,
  MaterialChase,
  ConsultRequest,
  ConsultRequestEvent,
  ConditionUpdate,
  ConditionUpdateEvent,
  ProposalRuleVersion,
  Installation,
];
