import { z } from 'zod';
import {
  involvements,
  presentations,
  reconstructionKinds,
  requirements,
  textSources,
  treatmentKinds,
  tumourTypes,
} from './vocabulary.js';

/**
 * Words as they stand in a text. A phrase is found anywhere in Chinese; one in Latin letters from the start of a word on, in either
 * case. `…` within a phrase stands for any words of the same clause: 输尿管…扩张.
 */
export const phrase = z.string().trim().min(1).max(40);
const phrases = z.array(phrase).min(1).max(80);
const structureCodes = z.array(z.string().min(1).max(60)).min(1).max(60);

export const structureCondition = z.object({ anyOf: structureCodes, atLeast: involvements.schema });
export type StructureCondition = z.infer<typeof structureCondition>;

/** A value written after its name is at least so much, or below it: 白蛋白 33 g/L. Unit as the centre writes it. */
export const measureCondition = z
  .object({
    anyOf: phrases,
    atLeast: z.number().min(0).max(100_000).optional(),
    below: z.number().min(0).max(100_000).optional(),
  })
  .refine(({ atLeast, below }) => atLeast !== undefined || below !== undefined);
export type MeasureCondition = z.infer<typeof measureCondition>;

/** Every part that is stated must hold; a condition without parts holds for every case. */
export const proposalCondition = z.object({
  /** Each line: one of these structures is involved at least to this degree. */
  involved: z.array(structureCondition).max(4).optional(),
  /** Suspected or invaded organs belong to at least so many of urinary tract, female genital organs and bowel. */
  organSystemsFrom: z.int().min(2).max(3).optional(),
  tumourTypes: z.array(tumourTypes.schema).min(1).optional(),
  presentations: z.array(presentations.schema).min(1).optional(),
  priorTreatments: z.array(treatmentKinds.schema).min(1).optional(),
  /** One of these is asked about in the questions to the board. */
  reconstructions: z.array(reconstructionKinds.schema).min(1).optional(),
  /** Years at referral, both ends included. */
  ageFrom: z.int().min(0).max(120).optional(),
  ageTo: z.int().min(0).max(120).optional(),
  /** One of the words stands in one of these parts and is not denied there (“无糖尿病”, “HIV 阴性”). */
  words: z
    .object({
      anyOf: phrases,
      /** Longer words that contain one of the words and mean something else: 坐骨直肠窝 is not the 坐骨. */
      except: z.array(phrase).max(40).optional(),
      in: z.array(textSources.schema).min(1),
    })
    .optional(),
  measures: z.array(measureCondition).min(1).max(4).optional(),
});
export type ProposalCondition = z.infer<typeof proposalCondition>;

/** One line of the table: who is to take part, when, and the reason shown beside the department. */
export const proposalRule = z.object({
  id: z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  departmentCode: z.string().min(1).max(60),
  requirement: requirements.schema,
  when: proposalCondition,
  text: z.object({ zh: z.string().trim().min(1).max(120), en: z.string().trim().min(1).max(160) }),
});
export type ProposalRule = z.infer<typeof proposalRule>;

/** The whole table. Names are unique: a reason shown on a case leads back to its rule. */
export const proposalRules = z
  .array(proposalRule)
  .min(1)
  .max(400)
  .refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, { path: ['id'] });
