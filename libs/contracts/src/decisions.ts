import { z } from 'zod';
import { bilingual, date, id, instant, lineText } from './fields.js';
import {
  alternativeOccasions,
  consensusTypes,
  directions,
  recommendationKinds,
  recommendationStrengths,
  stances,
} from './vocabulary.js';

/** Who of one required discipline is there. */
export const quorumLine = z.object({
  key: z.string(),
  label: bilingual,
  met: z.boolean(),
  by: z.string().nullable(),
  /** Why the rule asks for it. */
  basis: bilingual,
});
export const quorum = z.object({ met: z.boolean(), lines: z.array(quorumLine) });
export type Quorum = z.infer<typeof quorum>;

export const decisionStance = z.object({
  departmentId: id.nullable().default(null),
  hospitalId: id.nullable().default(null),
  personId: id,
  stance: stances.schema,
  note: z.string().trim().max(1000).default(''),
});
export type DecisionStance = z.infer<typeof decisionStance>;

/** What a fact is called on which a decision stands: a part of the record, an examination or result by its kind, or a consent. */
export const factKey = z
  .string()
  .max(140)
  .regex(
    /^(ecog|asa|nrs2002|comorbidities|wishes|structures|pathology|presentation|stage:[A-Z_]+|imaging:(MRI|CT|PET|OTHER)|laboratory:.+|consent:TELEMEDICINE)$/,
  );

/** A fact somebody says a decision stands on, and for how many days from its day it may be relied on; null where it has no end. */
export const factChoice = z.object({ key: factKey, validDays: z.int().min(1).max(730).nullable() });
export type FactChoice = z.infer<typeof factChoice>;

/** Plan B: what is done instead, and when. */
export const alternative = z.object({
  rank: z.int().min(1).max(5),
  when: alternativeOccasions.schema,
  text: lineText,
});
export type Alternative = z.infer<typeof alternative>;

export const recommendation = z.object({
  text: lineText,
  ownerId: id,
  dueOn: date,
  /** Another preparation where left out. */
  kind: recommendationKinds.schema.optional(),
  strength: recommendationStrengths.schema.optional(),
  alternatives: z.array(alternative).max(5).optional(),
  /** Facts it stands on; those the rules propose for its kind where left out. */
  facts: z.array(factChoice).max(30).optional(),
});
export type Recommendation = z.infer<typeof recommendation>;

export const decisionRecord = z.object({
  direction: directions.schema,
  summary: z.string().trim().min(1).max(4000),
  stances: z.array(decisionStance).max(40).default([]),
  recommendations: z.array(recommendation).max(20).default([]),
  patientPreferenceConsidered: z.boolean().default(false),
  /** Facts it stands on; those the rules propose for its direction where left out. */
  facts: z.array(factChoice).max(30).optional(),
  /** The chair's own label and why, where it departs from the count; empty otherwise. */
  consensusOverride: z.object({ consensus: consensusTypes.schema, reason: lineText }).nullable().default(null),
});
export type DecisionRecord = z.infer<typeof decisionRecord>;

export const decisionView = decisionRecord.extend({
  version: z.int(),
  state: z.enum(['DRAFT', 'PENDING', 'SIGNED']),
  consensus: consensusTypes.schema.nullable(),
  tally: z.object({ support: z.int(), conditional: z.int(), oppose: z.int() }),
  signedBy: z.string().nullable(),
  signedAt: instant.nullable(),
  /** SHA-256 of the signed text, hex. */
  contentHash: z.string().nullable(),
});
export type DecisionView = z.infer<typeof decisionView>;
