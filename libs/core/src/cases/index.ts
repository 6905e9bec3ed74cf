import type { Provider } from '@nestjs/common';
import { CaseReadingService } from './case-reading.service.js';
import { CaseRecordService } from './case-record.service.js';
import { IdentitySeal } from './identity-seal.js';
import { KeyRotationService } from './key-rotation.service.js';
import { OpinionsService } from './opinions.service.js';
import { PatientIdentityService } from './patient-identity.service.js';
import { PatientRegistry } from './patient-registry.js';
import { ReferCaseService } from './refer-case.service.js';
import { TriageService } from './triage.service.js';

export { beginChange } from './case-change.js';
export { caseFacts, emergencyBehind, factsForPolicy, restsOnEmergency, type CaseFacts } from './case-facts.js';
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
export { refusedConsent } from './consent.rules.js';
export { latestConsent, type ConsentFacts } from './consents.js';
export { viewCase } from './case-view.js';
export { refusedAnswers } from './opinion-answers.rules.js';
export { namesPatient } from './patient-identity.service.js';
export { IdentitySeal, type SealedIdentity } from './identity-seal.js';
export type { KeyRotation, LeftUnderOtherKeys } from './key-rotation.service.js';
export {
  KeyRotationService,
  CaseReadingService,
  CaseRecordService,
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
  PatientIdentityService,
  CaseReadingService,
];
