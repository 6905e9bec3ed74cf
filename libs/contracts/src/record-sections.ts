import { z } from 'zod';
import { date, id, lineText, longText, optionalLine, optionalLong, shortText } from './fields.js';
import { icd10Code, involvedStructure } from './referrals.js';
import { presentations, treatmentKinds } from './vocabulary.js';
import {
  asaClasses,
  clavienDindoGrades,
  discrepancies,
  followUpModes,
  organInvolvements,
  resectionMargins,
  stagePrefixes,
  stagingSystems,
  vesselInvolvements,
  type RecordSection,
} from './vocabulary-record.js';

/** Id of one entry of a list, given when the entry is first written and kept through its changes. */
const entryId = id;
const optionalShort = z.string().trim().max(120).default('');
const dayOrNone = date.nullable().default(null);
const numberOrNone = (min: number, max: number) => z.number().min(min).max(max).nullable().default(null);
/** ICD-O-3 morphology with its behaviour digit: 8140/3, 8821/1. */
export const morphologyCode = z
  .string()
  .trim()
  .regex(/^(\d{4}\/[01236])?$/)
  .default('');

export const codedDiagnosis = z.object({ code: icd10Code, edition: optionalShort, text: optionalLine });
export const diagnosisSection = z.object({
  /** In the words of who made it; codes stand beside it and never replace it. */
  text: lineText,
  icd10Code,
  /** Edition the code is taken from, e.g. 国家临床版 2.0. */
  icd10Edition: optionalShort,
  /** Title of the code, and what is to be known of the coding. */
  icd10Text: optionalLine,
  additional: z.array(codedDiagnosis).max(20).default([]),
  site: optionalLine,
  morphologyCode,
  morphologyText: optionalLine,
});

export const presentationSection = z.object({
  presentation: presentations.schema,
  /** 0 for a tumour that has not come back. */
  recurrenceNumber: z.int().min(0).max(20),
  /** Days from the end of the last treatment to the recurrence. */
  diseaseFreeDays: z.int().min(0).max(36_500).nullable().default(null),
  pattern: optionalLine,
  symptoms: z.array(lineText).max(30).default([]),
});

export const summarySection = z.object({ text: longText });
export const wishesSection = z.object({ text: z.string().trim().min(1).max(1000) });

/** One event of the treatment timeline. The first four fields are what a referral asks for. */
export const treatmentEntry = z.object({
  id: entryId,
  kind: treatmentKinds.schema,
  happenedOn: date,
  endedOn: dayOrNone,
  hospitalName: optionalLine,
  text: lineText,
  procedureCode: optionalShort,
  organsRemoved: optionalLine,
  margin: resectionMargins.schema.nullable().default(null),
  complications: optionalLine,
  /** Total dose of a radiotherapy in gray. */
  doseGy: numberOrNone(0, 200),
  note: optionalLine,
});
export const treatmentsSection = z.object({ entries: z.array(treatmentEntry).max(40) });

export const stagingEntry = z.object({
  id: entryId,
  system: stagingSystems.schema,
  /** Edition of the system, e.g. 8, 2018. Never assumed. */
  edition: optionalShort,
  prefix: stagePrefixes.schema,
  assessedOn: date,
  assessor: optionalShort,
  /** By component: T, N, M, or what the system names; the catalogue lists which. */
  components: z.record(z.string().max(20), z.string().max(40)).default({}),
  /** Stage group that follows from the components; filled by the server, null where no rule gives one. */
  derivedGroup: z.string().max(40).nullable().default(null),
  /** A doctor's own group, with why; null where the derived one stands. */
  override: z
    .object({ group: z.string().trim().min(1).max(40), reason: lineText })
    .nullable()
    .default(null),
  /** Stage as it was written where it fits no system. */
  text: optionalLine,
});
export type StagingEntry = z.infer<typeof stagingEntry>;
export const stagingSection = z.object({ entries: z.array(stagingEntry).max(20) });

export const statusSection = z.object({
  ecog: z.int().min(0).max(5),
  asa: asaClasses.schema.nullable().default(null),
  asaEmergency: z.boolean().default(false),
  /** Nutritional risk screening 2002, 0–7; 3 and above is at risk. */
  nrs2002: z.int().min(0).max(7).nullable().default(null),
  heightCm: numberOrNone(50, 250),
  weightKg: numberOrNone(10, 400),
  comorbidities: z.array(lineText).max(30).default([]),
});

export const structuresSection = z.object({ entries: z.array(involvedStructure).min(1).max(40) });

/** A re-reading of an outside examination: who read it anew, when, and what it changed. */
export const rereading = z.object({
  readOn: date,
  reader: shortText,
  discrepancy: discrepancies.schema,
  /** What it changed: stage, extent, diagnosis or plan; asked for where something differs. */
  changed: optionalLine,
});

/** DICOM study instance UID: numbers joined by points. */
export const studyUid = z
  .string()
  .trim()
  .max(64)
  .regex(/^([0-9]+(\.[0-9]+)*)?$/);

export const imagingEntry = z.object({
  id: entryId,
  modality: shortText,
  examinedOn: date,
  finding: longText,
  hospitalName: optionalLine,
  reader: optionalShort,
  /** DICOM study instance UID, for the hospital's viewer. */
  studyUid: studyUid.default(''),
  /** Largest extents in millimetres, up to three axes. */
  sizeMm: z.array(z.number().min(0).max(1000)).max(3).default([]),
  /** Distance to the circumferential margin in millimetres; 1 and below is threatened. */
  crmMm: numberOrNone(0, 200),
  emvi: z.int().min(0).max(4).nullable().default(null),
  organs: z
    .array(z.object({ code: z.string().min(1).max(60), involvement: organInvolvements.schema }))
    .max(60)
    .default([]),
  vessels: z
    .array(z.object({ code: z.string().min(1).max(60), involvement: vesselInvolvements.schema }))
    .max(30)
    .default([]),
  /** Highest sacral level reached, S1 to S5. */
  sacralLevel: z
    .string()
    .regex(/^(S[1-5])?$/)
    .default(''),
  resectability: optionalLine,
  rereading: rereading.nullable().default(null),
});
export type ImagingEntry = z.infer<typeof imagingEntry>;
export const imagingSection = z.object({ entries: z.array(imagingEntry).min(1).max(20) });

export const pathologyEntry = z.object({
  id: entryId,
  reportedOn: dayOrNone,
  text: longText,
  markers: z.array(lineText).max(40).default([]),
  specimen: optionalLine,
  hospitalName: optionalLine,
  reportNo: optionalShort,
  molecular: optionalLong,
  /** Somatic results, one each line. Germline results are facts of level 5 and stand apart. */
  molecularMarkers: z.array(lineText).max(40).default([]),
  /** Smallest resection margin in millimetres. */
  marginMm: numberOrNone(0, 200),
  rereading: rereading.nullable().default(null),
});
export const pathologySection = z.object({ entries: z.array(pathologyEntry).max(20) });

export const laboratoryEntry = z.object({
  id: entryId,
  /** Code of the catalogue, e.g. CEA, HB, EGFR; or the laboratory's own name. */
  analyte: shortText,
  value: z.number(),
  unit: z.string().trim().max(30).default(''),
  takenOn: date,
});
export type LaboratoryEntry = z.infer<typeof laboratoryEntry>;
export const laboratorySection = z.object({ entries: z.array(laboratoryEntry).max(400) });

export const outcomeSection = z.object({
  operatedOn: dayOrNone,
  durationMinutes: z.int().min(0).max(4320).nullable().default(null),
  bloodLossMl: z.int().min(0).max(100_000).nullable().default(null),
  /** Units of red cells, 200 ml whole blood each. */
  transfusedUnits: numberOrNone(0, 500),
  margin: optionalLine,
  marginClass: resectionMargins.schema.nullable().default(null),
  complications: z
    .array(z.object({ grade: clavienDindoGrades.schema, text: lineText }))
    .max(40)
    .default([]),
  icuHours: numberOrNone(0, 10_000),
  lengthOfStayDays: z.int().min(0).max(2000).nullable().default(null),
  dischargedOn: dayOrNone,
  summary: optionalLong,
  lastSeenOn: dayOrNone,
  lastSeenStatus: optionalLine,
});

export const followUpEntry = z.object({
  id: entryId,
  dueOn: date,
  mode: followUpModes.schema,
  items: z.array(lineText).max(30).default([]),
  departmentId: id.nullable().default(null),
});
export const followUpSection = z.object({ entries: z.array(followUpEntry).max(60) });

/** What each part of a record holds. */
export const recordContents = {
  diagnosis: diagnosisSection,
  presentation: presentationSection,
  summary: summarySection,
  wishes: wishesSection,
  treatments: treatmentsSection,
  staging: stagingSection,
  status: statusSection,
  structures: structuresSection,
  imaging: imagingSection,
  pathology: pathologySection,
  laboratory: laboratorySection,
  outcome: outcomeSection,
  'follow-up': followUpSection,
} as const satisfies Record<RecordSection, z.ZodObject>;
export type RecordContents = { [Section in RecordSection]: z.infer<(typeof recordContents)[Section]> };
