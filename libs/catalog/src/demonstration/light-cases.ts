import { z } from 'zod';
import { bilingualText, catalogueCode } from '../bilingual.js';
import shipped from '../data/light-cases.json' with { type: 'json' };
import { demonstrationClinical, demonstrationReferral } from './case-schema.js';
import type { DemonstrationReferral } from './case-schema.js';

const clinical = demonstrationClinical.shape;

const vocabulary = z.object({
  templates: z.array(
    z.object({
      code: catalogueCode,
      sex: demonstrationReferral.shape.sex,
      tumourType: clinical.tumourType,
      icd10: clinical.icd10,
      presentation: clinical.presentation,
      recurrenceNumber: clinical.recurrenceNumber,
      structures: clinical.structures.shape.items,
      priorTreatments: clinical.priorTreatments,
      pathology: z.object({ text: z.string().min(1), markers: z.array(z.string()) }),
      questions: clinical.questions,
      departments: demonstrationReferral.shape.departments,
      /** Patients who share the pattern: each with an own diagnosis, age, complaint and finding, and where they differ, own structures and questions. */
      variants: z
        .array(
          z.object({
            diagnosis: bilingualText,
            ageYears: z.int(),
            symptom: z.string().min(1),
            finding: z.string().min(1),
            structures: clinical.structures.shape.items.optional(),
            questions: clinical.questions.optional(),
          }),
        )
        .min(1),
    }),
  ),
  opinions: demonstrationReferral.shape.opinions,
  provinces: z.array(bilingualText).min(1),
  comorbidities: z.array(clinical.comorbidities).min(1),
  wishes: z.array(z.string().min(1)).min(1),
  remoteHospitals: z.array(demonstrationReferral.shape.remoteHospitals).min(1),
});

const words = vocabulary.parse(shipped);
const opinionOf = new Map(words.opinions.map((opinion) => [opinion.departmentCode, opinion]));

/** The entry at this place, counting round the list. */
const turn = <T>(list: readonly T[], place: number): T => {
  const entry = list[place % list.length];
  if (entry === undefined) throw new RangeError('An empty list has no entries to take in turn.');
  return entry;
};

const lightCase = (index: number): DemonstrationReferral => {
  const template = turn(words.templates, index);
  const variant = turn(template.variants, Math.floor(index / words.templates.length));
  const examinedOn = -8 - (index % 6);
  return demonstrationReferral.parse({
    key: `L${String(index + 1).padStart(2, '0')}`,
    sex: template.sex,
    ageYears: variant.ageYears,
    province: turn(words.provinces, index),
    urgency: index % 9 === 4 ? 'URGENT' : 'ROUTINE',
    clinical: {
      tumourType: template.tumourType,
      diagnosis: variant.diagnosis,
      stage: null,
      icd10: template.icd10,
      presentation: template.presentation,
      recurrenceNumber: template.recurrenceNumber,
      summary: `${variant.diagnosis.zh}。${variant.symptom}。${variant.finding}。`,
      wishes: { text: turn(words.wishes, index), invented: true },
      ecog: index % 3 === 2 ? 2 : 1,
      comorbidities: turn(words.comorbidities, index),
      structures: { invented: true, items: variant.structures ?? template.structures },
      priorTreatments: template.priorTreatments,
      imaging: [
        { modality: '盆腔增强 MRI', dayOffset: examinedOn, finding: variant.finding },
        { modality: '胸部 CT', dayOffset: examinedOn + 1, finding: '未见转移' },
      ],
      pathology: [{ dayOffset: null, ...template.pathology }],
      questions: variant.questions ?? template.questions,
    },
    departments: template.departments,
    remoteHospitals: turn(words.remoteHospitals, index),
    opinions: template.departments.flatMap(({ code }) => opinionOf.get(code) ?? []),
  });
};

/**
 * Lighter cases that fill the boards: the same count gives the same cases, and more of them only add to the end.
 * Referral, departments and opinions; no decision. All invented.
 */
export const lightCases = (count: number): DemonstrationReferral[] =>
  Array.from({ length: count }, (_, index) => lightCase(index));
