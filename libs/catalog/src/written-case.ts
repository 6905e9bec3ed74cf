import { z } from 'zod';

const text = z.string();
const inChinese = z.object({ zh: text });

/** A case as a file of cases writes it: Chinese texts, with the departments its board asked for. Other fields are passed over. */
export const writtenCase = z.object({
  id: text.min(1),
  sex: text.default(''),
  age: z.number().min(0).max(130).nullable().default(null),
  diagnosis: inChinese,
  icd10: z.object({ code: text }).nullish(),
  site: inChinese.default({ zh: '' }),
  recurrence: z
    .object({ isRecurrent: z.boolean(), times: z.int().default(0), patternZh: text.nullish() })
    .default({ isRecurrent: false, times: 0 }),
  priorOperations: z.array(z.object({ nameZh: text })).default([]),
  priorTherapies: z.array(z.object({ type: text, regimenZh: text.nullish() })).default([]),
  symptomsZh: z.array(text).default([]),
  imaging: z.array(z.object({ findingZh: text })).default([]),
  pathology: inChinese.nullish(),
  comorbidities: z.array(text).default([]),
  questionForMdt: inChinese.default({ zh: '' }),
  departments: z.array(z.object({ code: text, role: z.enum(['required', 'optional']) })).default([]),
});
export type WrittenCase = z.infer<typeof writtenCase>;

/** A file of cases: `{ "cases": [ … ] }`. */
export const writtenCases = z.object({ cases: z.array(writtenCase).min(1) });
