import { z } from 'zod';
import { caseView } from './cases.js';
import { decisionView } from './decisions.js';
import { endpoint } from './endpoint.js';
import { caseParams, date, instant, lineText, optionalLine, version } from './fields.js';
import { opinionView } from './opinions.js';
import { participation } from './participation.js';
import { closingReasons, deathSources, rejectionReasons, roundReasons } from './vocabulary-course.js';

const reason = z.string().trim().min(1).max(1000);
const act = <Body extends z.ZodRawShape>(name: string, summary: string, body: Body) =>
  endpoint({
    method: 'POST',
    path: `/api/cases/:caseNo/${name}`,
    permission: 'case:steer',
    summary,
    params: caseParams,
    body: z.object({ version, ...body }),
    out: caseView,
  });

/** One round as it stands on record; earlier ones are read and never edited. */
export const roundView = z.object({
  ordinal: z.int(),
  questions: z.array(z.string()),
  /** Null for the round of the referral. */
  reason: roundReasons.schema.nullable(),
  note: z.string(),
  openedAt: instant,
  openedBy: z.string().nullable(),
  closedAt: instant.nullable(),
  participations: z.array(participation),
  opinions: z.array(opinionView),
  /** Opinions given that this person does not see, since the round is blind and theirs is not given. */
  hiddenOpinions: z.int(),
  decision: decisionView
    .pick({ direction: true, consensus: true, stances: true, recommendations: true, signedBy: true })
    .extend({ summary: z.string(), signedAt: instant })
    .nullable(),
});
export type RoundView = z.infer<typeof roundView>;

/** What turns the course of a case after its referral. Each answers with the case as it then stands. */
export const courseEndpoints = {
  reject: endpoint({
    method: 'POST',
    path: '/api/cases/:caseNo/reject',
    permission: 'case:reject',
    summary: 'TRIAGE → REJECTED, with the reason and an advice for the referrer',
    params: caseParams,
    body: z.object({
      version,
      reasonKind: rejectionReasons.schema,
      reason,
      advice: reason,
      /** Day on which the patient was told. */
      patientInformedOn: date,
    }),
    out: caseView,
  }),
  hold: act('hold', 'Puts a case on hold: nothing is owed until it is taken up again', { reason }),
  resume: act('resume', 'Takes a case up again', {}),
  withdraw: act('withdraw', "Withdraws a case on the patient's word", { reason, saidOn: date }),
  recordDeath: act('death', "Records the patient's death; what is owed ends", {
    diedOn: date,
    source: deathSources.schema,
    /** Whether the patient was in this hospital's care: then a death discussion is owed within seven days. */
    inpatient: z.boolean(),
    note: optionalLine,
  }),
  fileDeathDiscussion: act('death-discussion', 'Records that the death discussion was held', {
    heldOn: date,
    note: optionalLine,
  }),
  startTreatment: act('start-treatment', 'DECIDED → IN_TREATMENT for what is not an operation', {
    startedOn: date,
    note: optionalLine,
  }),
  startOperation: act('start-operation', 'The operation of the confirmed plan began: → IN_TREATMENT', {
    startedOn: date,
    note: optionalLine,
  }),
  enterFollowUp: act('follow-up', 'IN_TREATMENT → FOLLOW_UP, once outcome and follow-up plan are recorded', {
    note: optionalLine,
  }),
  proposeClosing: act('propose-closing', 'Proposes to close a case; quality control confirms', {
    reasonKind: closingReasons.schema,
    note: lineText,
  }),
  close: endpoint({
    method: 'POST',
    path: '/api/cases/:caseNo/close',
    permission: 'case:close',
    summary: 'FOLLOW_UP → CLOSED, on the proposal of the owner',
    params: caseParams,
    body: z.object({ version, note: optionalLine }),
    out: caseView,
  }),
  reopenRound: endpoint({
    method: 'POST',
    path: '/api/cases/:caseNo/rounds',
    permission: 'round:open',
    summary: 'Opens the next round of discussion in TRIAGE; earlier rounds stay as they are',
    params: caseParams,
    body: z.object({
      version,
      reason: roundReasons.schema,
      questions: z.array(lineText).min(1).max(3),
      note: optionalLine,
    }),
    out: caseView,
  }),
  round: endpoint({
    method: 'GET',
    path: '/api/cases/:caseNo/rounds/:ordinal',
    permission: 'case:read',
    summary: 'One round of discussion as it stands on record',
    params: caseParams.extend({ ordinal: z.coerce.number().int().min(1).max(99) }),
    out: roundView,
  }),
};
