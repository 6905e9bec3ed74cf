import { z } from 'zod';
import { factKey } from './decisions.js';
import { endpoint } from './endpoint.js';
import { bilingual, caseParams, date, id, idParams, instant, lineText, version } from './fields.js';
import { consensusTypes, directions, factFlags, recommendationKinds, reviewStates } from './vocabulary.js';

/** A fact as the record has it now. */
export const knownFact = z.object({
  key: factKey,
  label: bilingual,
  /** In words, where they are short; what is longer is read in the record. */
  shown: z.string().nullable(),
  observedOn: date.nullable(),
});
export type KnownFact = z.infer<typeof knownFact>;

/** A fact the rules propose, for how long, and on which basis. */
export const proposedFact = z.object({ key: factKey, validDays: z.int().nullable(), basis: bilingual });
export type ProposedFact = z.infer<typeof proposedFact>;

/** A fact a decision stands on, as it was when it was made, and what became of it. */
export const standingFact = knownFact.extend({
  /** Place of the recommendation that stands on it, from 0; null where the decision does. */
  recommendation: z.int().nullable(),
  /** Last day on which it may be relied on. */
  validUntil: date.nullable(),
  flag: factFlags.schema.nullable(),
  flaggedAt: instant.nullable(),
  /** What the record says now, where it differs and is short. */
  nowShown: z.string().nullable(),
});
export type StandingFact = z.infer<typeof standingFact>;

export const reviewAction = z.enum(['keep']);

/** A second look at a decision, called for by facts that changed or ran out. */
export const decisionReview = z.object({
  id,
  version,
  state: reviewStates.schema,
  openedAt: instant,
  closedAt: instant.nullable(),
  closedBy: z.string().nullable(),
  reason: z.string(),
  changes: z.array(z.object({ key: factKey, label: bilingual, flag: factFlags.schema })),
  availableActions: z.array(reviewAction),
});
export type DecisionReview = z.infer<typeof decisionReview>;

/** A decision of a case with what it stands on. */
export const caseDecision = z.object({
  id,
  round: z.int(),
  state: z.enum(['PENDING', 'SIGNED']),
  direction: directions.schema,
  summary: z.string(),
  consensus: consensusTypes.schema.nullable(),
  signedBy: z.string().nullable(),
  signedAt: instant.nullable(),
  sessionId: id,
  facts: z.array(standingFact),
  /** Latest first. */
  reviews: z.array(decisionReview),
});
export type CaseDecision = z.infer<typeof caseDecision>;

export const decisionEndpoints = {
  ofCase: endpoint({
    method: 'GET',
    path: '/api/cases/:caseNo/decisions',
    permission: 'case:read',
    summary: 'Decisions of a case, latest first, with the facts they stand on and what became of those',
    params: caseParams,
    out: z.object({ items: z.array(caseDecision) }),
  }),
  facts: endpoint({
    method: 'GET',
    path: '/api/sessions/:id/agenda/:itemId/facts',
    permission: 'decision:record',
    summary:
      'Facts a decision may stand on, with those the rules propose for each direction and kind of recommendation',
    params: z.object({ id, itemId: id }),
    out: z.object({
      known: z.array(knownFact),
      byDirection: z.record(directions.schema, z.array(proposedFact)),
      byKind: z.record(recommendationKinds.schema, z.array(proposedFact)),
    }),
  }),
  keep: endpoint({
    method: 'POST',
    path: '/api/decision-reviews/:id/keep',
    permission: 'decision:review',
    summary: 'Keeps a decision although facts it stands on changed or ran out, with a reason',
    params: idParams,
    body: z.object({ version, reason: lineText }),
    out: caseDecision,
  }),
};
