import { z } from 'zod';
import { openEmergency } from './emergency-access.js';
import { endpoint } from './endpoint.js';
import { bilingual, caseNo, caseParams, date, id, instant, lineText, optionalLine, version } from './fields.js';
import {
  clinicalRecord,
  departmentChoice,
  imagingFinding,
  pathologyFinding,
  proposalRequest,
  proposedDepartment,
  referral,
} from './referrals.js';
import { opinionView } from './opinions.js';
import { participation } from './participation.js';
import {
  caseStates,
  consentForms,
  consentKinds,
  consentSigners,
  consentStates,
  risks,
  sexes,
  shareSections,
  shareStates,
  urgencies,
} from './vocabulary.js';
import { closingReasons, courseActs, roundReasons } from './vocabulary-course.js';

export const caseAction = z.enum([
  'take-in-triage',
  'change-departments',
  'accept',
  'request-information',
  'provide-information',
  'write-record',
  'record-consent',
  'withdraw-consent',
  'reveal-identity',
  'give-opinion',
  'waive-opinion',
  'schedule',
  'revoke-share',
  'change-share',
  'start-plan',
  'open-plan',
  'show-restricted',
  'reject',
  'hold',
  'resume',
  'withdraw',
  'record-death',
  'file-death-discussion',
  'start-treatment',
  'start-operation',
  'enter-follow-up',
  'propose-closing',
  'close',
  'reopen-round',
  'ask-consult',
  'write-news',
  'show-files',
  'export',
]);
export type CaseAction = z.infer<typeof caseAction>;

export const shareView = z.object({
  id,
  pxCode: z.string(),
  hospital: bilingual,
  sessionId: id,
  version,
  state: shareStates.schema,
  sections: z.array(shareSections.schema),
  agreementNo: z.string(),
  /** The consent it stands on. */
  consent: z.object({ id, signedOn: date, endsOn: date.nullable() }),
  expiresAt: instant,
  revokedAt: instant.nullable(),
  revokeReason: z.string().nullable(),
  /** Who of that hospital opened it, and when. */
  openings: z.array(z.object({ person: z.string(), times: z.int(), firstAt: instant, lastAt: instant })),
});
export type ShareView = z.infer<typeof shareView>;

/** The latest consent of the patient. */
export const consentView = z.object({
  id,
  kind: consentKinds.schema,
  state: consentStates.schema,
  form: consentForms.schema,
  signedBy: consentSigners.schema,
  /** Of who signed for the patient, to the patient. */
  relation: z.string(),
  /** Why the patient did not sign. */
  reason: z.string(),
  signedOn: date,
  /** The last day on which it holds. */
  endsOn: date.nullable(),
  withdrawnAt: instant.nullable(),
  /** Shares that would end with it. */
  openShares: z.int(),
});
export type ConsentView = z.infer<typeof consentView>;

export const newConsent = z.object({
  kind: consentKinds.schema.default('TELEMEDICINE'),
  signedBy: consentSigners.schema,
  relation: z.string().trim().max(60).default(''),
  reason: optionalLine,
  signedOn: date,
  form: consentForms.schema.default('PAPER'),
  endsOn: date.nullable().default(null),
});

export const riskReason = z.object({ rule: z.string(), text: bilingual });

/** A turn in the course of a case, in the words of who recorded it. */
export const caseTurn = z.object({
  act: courseActs.schema,
  reason: z.string(),
  /** Label of the coded reason, where there is one. */
  reasonLabel: bilingual.nullable(),
  advice: z.string(),
  happenedOn: date.nullable(),
  by: z.string(),
  at: instant,
});
export type CaseTurn = z.infer<typeof caseTurn>;

export const caseView = z.object({
  caseNo,
  version,
  state: caseStates.schema,
  urgency: urgencies.schema,
  patient: z.object({ maskedName: z.string(), sex: sexes.schema, ageYears: z.int(), province: z.string() }),
  owner: z.object({ id, name: z.string(), department: bilingual.nullable() }),
  clinical: clinicalRecord,
  risk: risks.schema,
  riskReasons: z.array(riskReason),
  referredAt: instant,
  triageDueAt: instant.nullable(),
  missingInformation: z.string().nullable(),
  round: z.object({
    ordinal: z.int(),
    blind: z.boolean(),
    opinionDueAt: instant.nullable(),
    participations: z.array(participation),
    opinions: z.array(opinionView),
    /** Opinions given that this person sees only after giving their own. */
    hiddenOpinions: z.int(),
  }),
  /** Every round of the case, first to last; the last is the current one. */
  rounds: z.array(
    z.object({
      ordinal: z.int(),
      reason: roundReasons.schema.nullable(),
      openedAt: instant,
      closedAt: instant.nullable(),
    }),
  ),
  /** Why a new round may be opened in the state the case is in. */
  nextRoundReasons: z.array(roundReasons.schema),
  /** How the case came to be on hold or to its end; null while it goes its way. */
  turn: caseTurn.nullable(),
  closingProposed: z
    .object({ reasonKind: closingReasons.schema, note: z.string(), by: z.string(), at: instant })
    .nullable(),
  deathDiscussionDueAt: instant.nullable(),
  consent: consentView.nullable(),
  session: z.object({ id, title: z.string(), startsAt: instant, itemId: id }).nullable(),
  shares: z.array(shareView),
  decisionSigned: z.boolean(),
  planId: id.nullable(),
  /** Emergency accesses open now, as far as this person may know of them: their own, or all on a case of their own. */
  emergencies: z.array(openEmergency),
  /** What this person may do with the case now; buttons are made of these and of nothing else. */
  availableActions: z.array(caseAction),
  /** What this person may do with a case in this state, but not yet: each with what has to be done first. */
  blockedActions: z.array(z.object({ action: caseAction, reason: bilingual })),
  /** Departments for which this person may give an opinion now. */
  opinionDepartmentIds: z.array(id),
});
export type CaseView = z.infer<typeof caseView>;

export const caseListItem = z.object({
  caseNo,
  state: caseStates.schema,
  urgency: urgencies.schema,
  maskedName: z.string(),
  sex: sexes.schema,
  ageYears: z.int(),
  diagnosis: z.string(),
  risk: risks.schema,
  recurrenceNumber: z.int(),
  ownerName: z.string(),
  referredAt: instant,
  /** When the next thing owed on this case is due. */
  nextDueAt: instant.nullable(),
  opinionsGiven: z.int(),
  opinionsOwed: z.int(),
  sessionStartsAt: instant.nullable(),
});
export type CaseListItem = z.infer<typeof caseListItem>;

export const caseEndpoints = {
  propose: endpoint({
    method: 'POST',
    path: '/api/department-proposals',
    permission: 'case:refer',
    summary: 'Departments proposed for a case, each with the rules that name it',
    body: proposalRequest,
    out: z.object({ items: z.array(proposedDepartment) }),
  }),
  refer: endpoint({
    method: 'POST',
    path: '/api/cases',
    permission: 'case:refer',
    summary: 'Refers a case to the centre; it waits for triage',
    status: 201,
    body: referral,
    out: z.object({ caseNo }),
  }),
  list: endpoint({
    method: 'GET',
    path: '/api/cases',
    permission: 'case:list',
    summary: 'Cases this person may see, most urgent due time first',
    query: z.object({
      state: z.string().max(300).optional(),
      owner: z.enum(['me']).optional(),
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    out: z.object({ items: z.array(caseListItem), nextCursor: z.string().nullable() }),
  }),
  read: endpoint({
    method: 'GET',
    path: '/api/cases/:caseNo',
    permission: 'case:read',
    summary: 'One case, with the actions open to this person',
    params: caseParams,
    out: caseView,
  }),
  takeInTriage: endpoint({
    method: 'POST',
    path: '/api/cases/:caseNo/take-in-triage',
    permission: 'case:triage',
    summary: 'REFERRED → TRIAGE',
    params: caseParams,
    body: z.object({ version }),
    out: caseView,
  }),
  changeDepartments: endpoint({
    method: 'PUT',
    path: '/api/cases/:caseNo/departments',
    permission: 'case:triage',
    summary: 'Corrects who takes part while the case is in triage',
    params: caseParams,
    body: z.object({ version, departments: z.array(departmentChoice).min(1).max(40) }),
    out: caseView,
  }),
  accept: endpoint({
    method: 'POST',
    path: '/api/cases/:caseNo/accept',
    permission: 'case:triage',
    summary: 'TRIAGE → PREPARING: from now on each department taking part owes an opinion',
    params: caseParams,
    body: z.object({ version, opinionDueAt: instant, blind: z.boolean().default(false) }),
    out: caseView,
  }),
  requestInformation: endpoint({
    method: 'POST',
    path: '/api/cases/:caseNo/request-information',
    permission: 'case:triage',
    summary: 'TRIAGE → NEEDS_INFO: the owner is told what is missing',
    params: caseParams,
    body: z.object({ version, missing: z.string().trim().min(1).max(1000), dueAt: instant }),
    out: caseView,
  }),
  provideInformation: endpoint({
    method: 'POST',
    path: '/api/cases/:caseNo/provide-information',
    permission: 'case:provide-information',
    summary: 'NEEDS_INFO → TRIAGE, with what was added to the record',
    params: caseParams,
    body: z.object({
      version,
      imaging: z.array(imagingFinding).max(20).default([]),
      pathology: z.array(pathologyFinding).max(20).default([]),
      note: z.string().trim().min(1).max(1000),
    }),
    out: caseView,
  }),
  recordConsent: endpoint({
    method: 'POST',
    path: '/api/cases/:caseNo/consent',
    permission: 'consent:record',
    summary: "Records the patient's written consent to a remote consult",
    params: caseParams,
    body: newConsent.extend({ version }),
    out: caseView,
  }),
  withdrawConsent: endpoint({
    method: 'POST',
    path: '/api/cases/:caseNo/consent/withdraw',
    permission: 'consent:record',
    summary: 'Records that the patient withdrew the consent; every share that stands on it ends at once',
    params: caseParams,
    body: z.object({ version, reason: lineText }),
    out: caseView,
  }),
  revealIdentity: endpoint({
    method: 'POST',
    path: '/api/cases/:caseNo/identity',
    permission: 'identity:reveal',
    summary: "Shows the patient's identity; every use is on record",
    params: caseParams,
    body: z.object({ reason: optionalLine }),
    out: z.object({
      name: z.string(),
      identityNo: z.string(),
      phone: z.string(),
      recordNo: z.string(),
      birthDate: date,
    }),
  }),
};
