import { z } from 'zod';
import { bilingual, date, id, instant, lineText } from './fields.js';
import { consensusTypes, directions, stances } from './vocabulary.js';

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

export const recommendation = z.object({ text: lineText, ownerId: id, dueOn: date });

export const decisionRecord = z.object({
  direction: directions.schema,
  summary: z.string().trim().min(1).max(4000),
  stances: z.array(decisionStance).max(40).default([]),
  recommendations: z.array(recommendation).max(20).default([]),
  patientPreferenceConsidered: z.boolean().default(false),
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
