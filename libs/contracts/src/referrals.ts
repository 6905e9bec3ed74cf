import { z } from 'zod';
import { bilingual, date, id, lineText, longText, optionalLine, optionalLong, shortText } from './fields.js';
import {
  involvements,
  presentations,
  requirements,
  sexes,
  treatmentKinds,
  tumourTypes,
  urgencies,
} from './vocabulary.js';

const identityNo = z
  .string()
  .trim()
  .regex(/^\d{17}[\dX]$/);

export const patientIdentity = z.object({
  name: z.string().trim().min(2).max(60),
  sex: sexes.schema,
  birthDate: date,
  identityNo,
  phone: z
    .string()
    .trim()
    .regex(/^\+?\d[\d -]{5,19}$/),
  recordNo: z.string().trim().max(40).default(''),
  province: shortText,
});
export type PatientIdentity = z.infer<typeof patientIdentity>;

export const involvedStructure = z.object({ code: z.string().min(1).max(60), involvement: involvements.schema });
export const priorTreatment = z.object({
  kind: treatmentKinds.schema,
  happenedOn: date,
  hospitalName: optionalLine,
  text: lineText,
});
export const imagingFinding = z.object({ modality: shortText, examinedOn: date, finding: longText });
export const pathologyFinding = z.object({
  reportedOn: date.nullable().default(null),
  text: longText,
  /** Immunohistochemistry and molecular results, one each line. */
  markers: z.array(lineText).max(40).default([]),
});

/** ICD-10, also as the national clinical edition writes it: C20, C78.5, C20.x00, N13.100x001; empty where not coded. */
export const icd10Code = z
  .string()
  .trim()
  .regex(/^([A-Z]\d{2}(\.[\dx]\d{0,2}(x\d{3})?)?)?$/)
  .default('');

/** Clinical content of a referral, without anything that identifies the patient. */
export const clinicalRecord = z.object({
  tumourType: tumourTypes.schema,
  diagnosis: lineText,
  icd10Code,
  presentation: presentations.schema,
  /** 0 for a tumour that has not come back; 1 for the first recurrence. */
  recurrenceNumber: z.int().min(0).max(20),
  summary: longText,
  wishes: z.string().trim().min(1).max(1000),
  ecog: z.int().min(0).max(5),
  comorbidities: z.array(lineText).max(30).default([]),
  structures: z.array(involvedStructure).min(1).max(40),
  priorTreatments: z.array(priorTreatment).max(40).default([]),
  imaging: z.array(imagingFinding).min(1).max(20),
  pathology: z.array(pathologyFinding).max(20).default([]),
  /** One to three questions the board can answer. */
  questions: z.array(lineText).min(1).max(3),
});
export type ClinicalRecord = z.infer<typeof clinicalRecord>;

/** Why a department takes part: the rule that proposed it, with its words, or a person's own reason. */
export const participationReason = z.object({ rule: z.string(), text: bilingual });
export type ParticipationReason = z.infer<typeof participationReason>;

export const departmentChoice = z.object({
  departmentId: id,
  requirement: requirements.schema,
  /** Own reason of who added the department; empty where a rule proposed it. */
  reason: optionalLine,
});

export const proposalRequest = clinicalRecord
  .pick({ tumourType: true, presentation: true, recurrenceNumber: true, structures: true, comorbidities: true })
  .extend({
    birthDate: date.nullable().default(null),
    priorTreatmentKinds: z.array(treatmentKinds.schema).max(40).default([]),
    questions: z.array(z.string().max(300)).max(3).default([]),
    summary: optionalLong,
    diagnosis: optionalLine,
  });
export type ProposalRequest = z.infer<typeof proposalRequest>;

export const proposedDepartment = z.object({
  departmentId: id,
  requirement: requirements.schema,
  reasons: z.array(participationReason).min(1),
});
export type ProposedDepartment = z.infer<typeof proposedDepartment>;

export const referral = z.object({
  patient: patientIdentity,
  clinical: clinicalRecord,
  urgency: urgencies.schema,
  departments: z.array(departmentChoice).min(1).max(40),
});
export type Referral = z.infer<typeof referral>;
