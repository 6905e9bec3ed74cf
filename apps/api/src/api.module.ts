import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AttachmentsController } from './attachments/attachments.controller.js';
import { AuditController } from './audit/audit.controller.js';
import { BoardsController } from './boards/boards.controller.js';
import { CaseExportsController } from './case-exports/case-exports.controller.js';
import { CaseImportsController } from './case-imports/case-imports.controller.js';
import { CaseCourseController } from './case-course/case-course.controller.js';
import { CasesController } from './cases/cases.controller.js';
import { CompletenessController } from './completeness/completeness.controller.js';
import { OpinionsController } from './cases/opinions.controller.js';
import { ClinicalRecordController } from './clinical-record/clinical-record.controller.js';
import { ConditionUpdatesController } from './condition-updates/condition-updates.controller.js';
import { ConsultRequestsController } from './consult-requests/consult-requests.controller.js';
import { ConsultSessionsController } from './consult-sessions/consult-sessions.controller.js';
import { LiveSessionController } from './consult-sessions/live-session.controller.js';
import { DecisionsController } from './decisions/decisions.controller.js';
import { RecommendationsController } from './decisions/recommendations.controller.js';
import { EmergencyAccessController } from './emergency-access/emergency-access.controller.js';
import { FindingController } from './finding/finding.controller.js';
import { HealthController } from './health/health.controller.js';
import {
  AccessGuard,
  AnswerInterceptor,
  ProblemFilter,
  RateLimits,
  SessionCookie,
  UploadInterceptor,
} from './http/index.js';
import { IdentityController } from './identity/identity.controller.js';
import { InvitationsController } from './identity/invitations.controller.js';
import { OwnSecurityController } from './identity/own-security.controller.js';
import { SingleSignOnController } from './identity/single-sign-on.controller.js';
import { SingleSignOn } from './identity/single-sign-on.js';
import { Welcome } from './identity/welcome.js';
import { DepartmentsController } from './organisations/departments.controller.js';
import { HospitalsController } from './organisations/hospitals.controller.js';
import { OrganisationsController } from './organisations/organisations.controller.js';
import { PartnershipsController } from './organisations/partnerships.controller.js';
import { PatientsController } from './patients/patients.controller.js';
import { ChangeFeed } from './realtime/change-feed.js';
import { LiveUpdates } from './realtime/live-updates.js';
import { ProposalRulesController } from './proposal-rules/proposal-rules.controller.js';
import { RestrictedFactsController } from './restricted-facts/restricted-facts.controller.js';
import { SharingController } from './sharing/sharing.controller.js';
import { AccountsController } from './people/accounts.controller.js';
import { PeopleController } from './people/people.controller.js';
import { RemindersController } from './reminders/reminders.controller.js';
import { SurgicalPlansController } from './surgical-plans/surgical-plans.controller.js';

/** Every controller implements entries of the contract; the guard, the filter and the whitelist stand before all of them. */
@Module({
  controllers: [
    HealthController,
    IdentityController,
    SingleSignOnController,
    OwnSecurityController,
    InvitationsController,
    OrganisationsController,
    HospitalsController,
    DepartmentsController,
    PartnershipsController,
    CaseCourseController,
    CompletenessController,
    CasesController,
    ClinicalRecordController,
    OpinionsController,
    BoardsController,
    PeopleController,
    AccountsController,
    RemindersController,
    SurgicalPlansController,
    ConsultSessionsController,
    LiveSessionController,
    DecisionsController,
    RecommendationsController,
    SharingController,
    AuditController,
    EmergencyAccessController,
    ProposalRulesController,
    RestrictedFactsController,
    AttachmentsController,
    CaseImportsController,
    CaseExportsController,
    FindingController,
    PatientsController,
    ConsultRequestsController,
    ConditionUpdatesController,
  ],
  providers: [
    SessionCookie,
    RateLimits,
    Welcome,
    SingleSignOn,
    ChangeFeed,
    LiveUpdates,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: UploadInterceptor },
    { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class ApiModule {}
