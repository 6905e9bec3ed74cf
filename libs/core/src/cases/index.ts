import type { Provider } from '@nestjs/common';
import { CaseAnatomyService } from './case-anatomy.service.js';
import { CaseReadingService } from './case-reading.service.js';
import { CaseRecordService } from './case-record.service.js';
import { IdentitySeal } from './identity-seal.js';
import { KeyRotationService } from './key-rotation.service.js';
import { OpinionVersionsService } from './opinion-versions.service.js';
import { OpinionsService } from './opinions.service.js';
import { PatientIdentityService } from './patient-identity.service.js';
import { PatientRegistry } from './patient-registry.js';
import { ReferCaseService } from './refer-case.service.js';
import { TriageService } from './triage.service.js';

export { basisOfRecord, departmentsInRosterOrder, proposedOf, type HospitalDepartment } from './participants.js';
export { referralSetting, refusedInSetting, type ReferralSetting } from './referral-setting.js';
export { beginChange } from './case-change.js';
export { caseFacts, emergencyBehind, factsForPolicy, restsOnEmergency, type CaseFacts } from './case-facts.js';
export { CASE_ROW, caseListItemOf, ROUND_OF_ROW, type CaseListRow } from './case-list-rows.js';
export { readableCases } from './case-scope.js';
export { foldedReading, mayBeWholeName } from './name-readings.js';
export { cursorOf, placeOf, type PagePlace } from './page-place.js';
export { holdPatients, PatientRegistry, registeredOnce } from './patient-registry.js';
export { COMPOUND_SURNAMES } from './masked-name.rules.js';
export { courseOf, recordTurn, refuseNotYet, type Course } from './course-facts.js';
export { stateAfterHold } from './case-ways.rules.js';
export { opinionsSeen } from './opinions-seen.js';
export { openRound, oweTriage } from './rounds.js';
export { roundReasonsFor } from './round-reasons.rules.js';
export { lockCase, moveCase, settleReadiness, wrongState } from './case-state.js';
export {
  caseTransitions,
  endedStates,
  isEnded,
  mayMove,
  openStates,
  opinionStates,
  schedulableStates,
} from './case-transitions.rules.js';
export {
  opinionsOfRound,
  writeOpinion,
  type OpinionGiver,
  type OpinionWords,
  type RoundOpinion,
  type WrittenOpinion,
} from './opinion-record.js';
export { markOpinionsStale } from './stale-opinions.js';
export { refusedConsent } from './consent.rules.js';
export { latestConsent, type ConsentFacts } from './consents.js';
export { openCaseBases, type OpenCaseBasis } from './open-case-records.js';
export { ProposalRuleVersion } from './proposal-rule-version.entity.js';
export { rulesInForce, rulesOfVersion, type RulesInForce } from './rules-in-force.js';
export { SHIPPED_RULES, proposeDepartments, type ProposalFacts } from './department-proposal.rules.js';
export { clinicalRecordOf, viewCase } from './case-view.js';
export { refusedAnswers } from './opinion-answers.rules.js';
export { namesPatient } from './patient-identity.service.js';
export { IdentitySeal, type SealedIdentity } from './identity-seal.js';
export type { KeyRotation, LeftUnderOtherKeys } from './key-rotation.service.js';
export {
  CaseAnatomyService,
  KeyRotationService,
  CaseReadingService,
  CaseRecordService,
  OpinionVersionsService,
  OpinionsService,
  PatientIdentityService,
  ReferCaseService,
  TriageService,
};

export const caseProviders: Provider[] = [
  IdentitySeal,
  PatientRegistry,
  KeyRotationService,
  ReferCaseService,
  TriageService,
  CaseRecordService,
  OpinionsService,
  OpinionVersionsService,
  PatientIdentityService,
  CaseReadingService,
  CaseAnatomyService,
];
