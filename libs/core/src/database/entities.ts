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
import { DiscussionRound } from '../cases/discussion-round.entity.js';
import { Participation } from '../cases/participation.entity.js';
import { Consent } from '../cases/consent.entity.js';
import { Opinion } from '../cases/opinion.entity.js';
import { OpinionRevision } from '../cases/opinion-revision.entity.js';
import { ConsultSession } from '../consult-sessions/consult-session.entity.js';
import { SessionHospital } from '../consult-sessions/session-hospital.entity.js';
import { SessionMember } from '../consult-sessions/session-member.entity.js';
import { Booking } from '../consult-sessions/booking.entity.js';
import { AgendaItem } from '../consult-sessions/agenda-item.entity.js';
import { Decision } from '../consult-sessions/decision.entity.js';
import { Share } from '../sharing/share.entity.js';
import { DisclosedContent } from '../sharing/disclosed-content.entity.js';
import { Disclosure } from '../sharing/disclosure.entity.js';
import { SurgicalPlan } from '../surgical-plans/surgical-plan.entity.js';
import { SurgicalStage } from '../surgical-plans/surgical-stage.entity.js';
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
import { BoardCard } from '../boards/board-card.entity.js';
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
  DiscussionRound,
  Participation,
  Consent,
  Opinion,
  OpinionRevision,
  ConsultSession,
  SessionHospital,
  SessionMember,
  Booking,
  AgendaItem,
  Decision,
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
  Installation,
];
