export { acceptedCase, caseInTriage, referredCase, type CaseWanted } from './case-builder.js';
export { dayFrom, demonstrationCase, referralOf } from './referral-builder.js';
export { codeOfSecret, freshCode } from './one-time-code.js';
export { refusal } from './refusal.js';
export { BEGINNING, cloneDatabase, emptyDatabase, PASSWORD, redisUrl, testConfig } from './test-database.js';
export { testWorld, type TestWorld } from './test-world.js';
export {
  arrived,
  completeRecord,
  discussedCase,
  itemOf,
  QUORATE,
  recordedConsent,
  scheduledSession,
  sessionPlanOf,
  type SessionWanted,
} from './session-builder.js';
export { sharedCase, type SharedCase, type ShareWanted } from './share-builder.js';
export { recordingMailServer, type ReceivedMail, type RecordingMailServer } from './mail-server.js';
export { contentOf, decidedCase, draftedPlan, planContentOf, stageOf } from './plan-builder.js';
export { planDesk, withStage, type PlanDesk } from './plan-desk.js';
export { walledHouse, type WalledHouse } from './walled-house.js';
