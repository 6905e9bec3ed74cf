import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { caseNo, id, idParams, instant, lineText } from './fields.js';
import { patientIdentity } from './referrals.js';
import { caseStates, sexes } from './vocabulary.js';
import { vocabulary } from './words.js';

/** In what two records of one patient contradict each other; joining them then has to be confirmed. */
export const recordConflicts = vocabulary({
  SEX: { zh: '性别不同', en: 'Different sex' },
  BIRTH_DATE: { zh: '出生日期不同', en: 'Different date of birth' },
  NAME: { zh: '姓名不同', en: 'Different name' },
});
export type RecordConflict = z.infer<typeof recordConflicts.schema>;

/** How a patient was known again. */
export const patientMatches = vocabulary({
  IDENTITY_NUMBER: { zh: '证件号码相同', en: 'Same identity number' },
  NAME_AND_BIRTH_DATE: { zh: '姓名和出生日期相同', en: 'Same name and date of birth' },
});

export const patientCase = z.object({ caseNo, state: caseStates.schema, referredAt: instant });

/** One of the two records, without anything that identifies the patient. */
export const patientRecord = z.object({
  /** The number the record was picked by. */
  pickedBy: caseNo,
  maskedName: z.string(),
  sex: sexes.schema,
  province: z.string(),
  registeredAt: instant,
  cases: z.array(patientCase),
});
export type PatientRecord = z.infer<typeof patientRecord>;

const pair = z.object({ keep: caseNo, join: caseNo });

export const patientComparison = z.object({
  kept: patientRecord,
  joined: patientRecord,
  conflicts: z.array(recordConflicts.schema),
});
export type PatientComparison = z.infer<typeof patientComparison>;

export const patientMerge = z.object({
  id,
  kept: z.object({ maskedName: z.string(), caseNos: z.array(caseNo) }),
  /** Masked name of the joined record and the cases that came with it. */
  joined: z.object({ maskedName: z.string(), caseNos: z.array(caseNo) }),
  conflicts: z.array(recordConflicts.schema),
  reason: z.string(),
  mergedAt: instant,
  mergedBy: z.string(),
  undone: z.object({ at: instant, by: z.string(), reason: z.string() }).nullable(),
  mayUndo: z.boolean(),
});
export type PatientMerge = z.infer<typeof patientMerge>;

const merges = z.object({ items: z.array(patientMerge), nextCursor: z.string().nullable() });

export const patientEndpoints = {
  match: endpoint({
    method: 'POST',
    path: '/api/patients/match',
    permission: 'case:refer',
    summary: 'Whether a patient about to be referred is known, and which of their open cases this person may see',
    body: patientIdentity.pick({ name: true, birthDate: true }).extend({
      identityNo: patientIdentity.shape.identityNo.nullable().default(null),
    }),
    out: z.object({
      match: patientMatches.schema.nullable(),
      /** The number belongs to somebody of another name. */
      nameDiffers: z.boolean(),
      openCases: z.array(patientCase),
    }),
  }),
  compare: endpoint({
    method: 'POST',
    path: '/api/patients/compare',
    permission: 'patient:merge',
    summary: 'The records of two cases side by side, masked, with what contradicts',
    body: pair,
    out: patientComparison,
  }),
  merge: endpoint({
    method: 'POST',
    path: '/api/patient-merges',
    permission: 'patient:merge',
    summary: 'Joins two records of one patient: all cases of the second point to the first; it can be undone',
    status: 201,
    body: pair.extend({
      reason: lineText,
      /** Conflicts that were seen and judged to be errors of writing. */
      confirmed: z.array(recordConflicts.schema).max(3).default([]),
      /** The cases of the joined record as they were shown. */
      seenCaseNos: z.array(caseNo).min(1).max(200),
    }),
    out: patientMerge,
  }),
  merges: endpoint({
    method: 'GET',
    path: '/api/patient-merges',
    permission: 'patient:merge',
    summary: 'Records that were joined, the newest first',
    query: z.object({ cursor: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(100).default(20) }),
    out: merges,
  }),
  undoMerge: endpoint({
    method: 'POST',
    path: '/api/patient-merges/:id/undo',
    permission: 'patient:merge',
    summary: 'Parts two joined records: the cases that came with the second go back to it',
    params: idParams,
    body: z.object({ reason: lineText }),
    out: patientMerge,
  }),
};
