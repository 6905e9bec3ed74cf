import { z } from 'zod';
import { bilingualText, catalogueCode } from '../bilingual.js';
import { stagingSystemName } from '../staging.js';

/** Days from the day the case is discussed: −12 is twelve days before. */
const dayOffset = z.int();
const line = z.string().min(1).max(300);

const tumourType = z.enum([
  'COLORECTAL',
  'ANAL',
  'CERVICAL',
  'ENDOMETRIAL',
  'OVARIAN',
  'VULVOVAGINAL',
  'BLADDER',
  'PROSTATE',
  'SOFT_TISSUE',
  'BONE',
  'OTHER',
]);
const treatmentKind = z.enum([
  'SURGERY',
  'RADIOTHERAPY',
  'CHEMOTHERAPY',
  'TARGETED',
  'IMMUNOTHERAPY',
  'EMBOLISATION',
  'ABLATION',
  'OTHER',
]);

/** Code of one of the demonstration's hospitals. */
export const demonstrationHospitalCode = z.enum(['yunling', 'beichen', 'shenshui', 'pengcheng', 'linchuan']);
export type DemonstrationHospitalCode = z.infer<typeof demonstrationHospitalCode>;

/** A fact the demonstration wrote itself because the case had none. */
const invented = z.literal(true);

/** Clinical content, as a referral states it. */
export const demonstrationClinical = z.object({
  tumourType,
  diagnosis: bilingualText,
  stage: z.string().nullable(),
  icd10: z.object({ code: z.string().regex(/^[A-Z]\d{2}(\.\d)?$/), name: bilingualText, verified: z.boolean() }),
  presentation: z.enum(['PRIMARY', 'RESIDUAL', 'LOCAL_RECURRENCE', 'REGIONAL', 'DISTANT', 'LOCAL_PLUS_DISTANT']),
  /** 0 for a tumour that has not come back. */
  recurrenceNumber: z.int().min(0).max(20),
  summary: z.string().min(1).max(4000),
  wishes: z.object({ text: z.string().min(1).max(1000), invented }),
  ecog: z.int().min(0).max(5),
  comorbidities: z.array(line),
  structures: z.object({
    invented,
    items: z
      .array(z.object({ code: catalogueCode, involvement: z.enum(['ABUT', 'SUSPECT', 'INVADE']) }))
      .min(1)
      .max(40),
  }),
  priorTreatments: z.array(z.object({ kind: treatmentKind, dayOffset, hospitalName: z.string().max(300), text: line })),
  imaging: z
    .array(z.object({ modality: z.string().min(1).max(120), dayOffset, finding: z.string().min(1) }))
    .min(1)
    .max(20),
  pathology: z.array(
    z.object({ dayOffset: dayOffset.nullable(), text: z.string().min(1), markers: z.array(line).max(40) }),
  ),
  questions: z.array(bilingualText).min(1).max(3),
});
export type DemonstrationClinical = z.infer<typeof demonstrationClinical>;

/** A case up to the opinions: what referral, triage and preparation need. */
export const demonstrationReferral = z.object({
  /** `001` to `011`; `L01` and up for the lighter cases. */
  key: z.string().regex(/^(\d{3}|L\d{2,3})$/),
  sex: z.enum(['FEMALE', 'MALE']),
  ageYears: z.int().min(18).max(100),
  province: bilingualText,
  urgency: z.enum(['ROUTINE', 'URGENT']),
  clinical: demonstrationClinical,
  departments: z
    .array(z.object({ code: catalogueCode, requirement: z.enum(['REQUIRED', 'OPTIONAL']), reason: line }))
    .min(1),
  remoteHospitals: z.array(demonstrationHospitalCode),
  /** At most one for each department taking part. */
  opinions: z.array(
    z.object({
      departmentCode: catalogueCode,
      stance: z.enum(['support', 'conditional', 'oppose', 'information', 'more-information']),
      text: z.string().min(1).max(4000),
    }),
  ),
});
export type DemonstrationReferral = z.infer<typeof demonstrationReferral>;

/** What a clinical record says beyond the referral. Days count like those of the referral. */
export const demonstrationRecord = z.object({
  diagnosis: z.object({
    /** As the national clinical edition writes it. */
    icd10Code: z.string().min(1),
    icd10Edition: z.string().min(1),
    icd10Text: line,
    additional: z.array(z.object({ code: z.string().min(1), text: line })),
    site: line,
    /** Empty where the type is not settled. */
    morphologyCode: z.string(),
    morphologyText: z.string(),
  }),
  presentation: z.object({
    diseaseFreeDays: z.int().min(0).nullable(),
    pattern: line,
    symptoms: z.array(line).min(1),
  }),
  /** What is known of a treatment of the referral beside it; `place` counts from 0. */
  treatments: z.array(
    z.object({
      place: z.int().min(0),
      startDayOffset: dayOffset.nullable(),
      doseGy: z.number().positive().nullable(),
      note: z.string(),
    }),
  ),
  pathology: z.object({ reviewedAt: z.string(), molecular: z.string(), molecularMarkers: z.array(line) }),
  staging: z
    .object({
      system: stagingSystemName.or(z.literal('OTHER')),
      edition: z.string(),
      prefix: z.enum(['c', 'p', 'yc', 'yp', 'r']),
      components: z.record(z.string(), z.string()),
      override: z.object({ group: z.string().min(1), reason: line }).nullable(),
      text: line,
    })
    .nullable(),
  /** Facts of level 5, which stand apart from the record. */
  restricted: z.array(z.object({ kind: z.enum(['HIV', 'HEPATITIS', 'GERMLINE']), result: line, source: line })),
});

export const demonstrationStage = z.object({
  code: z.string().regex(/^S\d{1,2}$/),
  departmentCode: catalogueCode,
  assistingDepartments: z.array(catalogueCode),
  goal: line,
  structuresAtRisk: z.array(z.string().min(1).max(120)).max(20),
  handoverCondition: z.object({ text: line, invented: z.boolean() }),
  contingency: z.string().min(1).max(1000),
  /** Of theatre time. */
  minutes: z.int().min(5).max(960),
  /** Units of red cells, 200 ml whole blood each. */
  bloodUnits: z.int().min(0).max(60),
  /** Days from the operation: −1 for an embolisation the day before. */
  dayOffset: z.int().min(-14).max(0),
  after: z.array(z.string()),
  procedureCodes: z.array(catalogueCode),
});
export type DemonstrationStage = z.infer<typeof demonstrationStage>;

/** One of the ten full cases: referral, opinions, decision, staged plan, and for some what came of it. */
export const demonstrationCase = demonstrationReferral.extend({
  record: demonstrationRecord,
  decision: z.object({
    direction: z.enum(['SURGERY', 'NEOADJUVANT', 'SYSTEMIC', 'RADIOTHERAPY', 'OBSERVE', 'SUPPORTIVE', 'MORE_TESTS']),
    summary: bilingualText,
    consensus: z.enum(['UNANIMOUS', 'MAJORITY', 'CHAIR_DECISION', 'NONE']),
    dissent: z.object({ departmentCode: catalogueCode, text: z.string().min(1).max(1000) }).nullable(),
  }),
  surgicalPlan: z.object({
    title: z.string().min(1).max(120),
    leadDepartment: catalogueCode,
    anaesthesia: z.string().max(4000),
    position: z.string().max(300),
    /** Days from the discussion to the operation. */
    operationDay: z.int().positive(),
    asa: z.object({ value: z.int().min(1).max(5), invented }),
    stages: z.array(demonstrationStage).min(1).max(20),
  }),
  outcome: z
    .object({
      durationMinutes: z.int().positive(),
      bloodLossMl: z.int().min(0),
      transfusedUnits: z.int().min(0),
      margin: z.string().min(1),
      complications: z.array(z.object({ clavienDindo: z.string().min(1), text: z.string().min(1) })),
      icuHours: z.int().min(0),
      lengthOfStayDays: z.int().positive(),
      summary: z.string().min(1),
      lastFollowUp: z.object({ daysAfterOperation: z.int().positive(), status: z.string().min(1) }),
    })
    .nullable(),
  followUp: z.array(
    z.object({
      daysAfterOperation: z.int().positive(),
      mode: z.enum(['CLINIC', 'WARD', 'REMOTE']),
      items: z.array(z.string().min(1)).min(1),
      ownerDepartment: catalogueCode,
    }),
  ),
});
export type DemonstrationCase = z.infer<typeof demonstrationCase>;
