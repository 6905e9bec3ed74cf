import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { caseNo, caseParams, date, id, idParams, instant, optionalLine, version } from './fields.js';
import { alternative } from './decisions.js';
import { deviationReasons, recommendationKinds, recommendationStates, recommendationStrengths } from './vocabulary.js';

/** Once told how a recommendation went; never edited. */
export const recommendationReport = z.object({
  state: recommendationStates.schema,
  reason: deviationReasons.schema.nullable(),
  note: z.string(),
  by: z.string(),
  at: instant,
});
export type RecommendationReport = z.infer<typeof recommendationReport>;

export const recommendationView = z.object({
  id,
  version,
  caseNo,
  decisionId: id,
  /** Its place in the decision, from 0. */
  ordinal: z.int(),
  kind: recommendationKinds.schema,
  strength: recommendationStrengths.schema.nullable(),
  text: z.string(),
  alternatives: z.array(alternative),
  owner: z.object({ id, name: z.string() }),
  dueOn: date,
  state: recommendationStates.schema,
  /** Latest first. */
  reports: z.array(recommendationReport),
  /** What this person may report now. */
  nextStates: z.array(recommendationStates.schema),
});
export type RecommendationView = z.infer<typeof recommendationView>;

/** How many recommendations went how. Unknown counts with those not done, and is said apart. */
export const recommendationStanding = z.object({
  total: z.int(),
  open: z.int(),
  done: z.int(),
  otherwise: z.int(),
  notDone: z.int(),
  unknown: z.int(),
});
export type RecommendationStanding = z.infer<typeof recommendationStanding>;

export const recommendationEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/recommendations',
    permission: 'recommendation:read',
    summary: 'Recommendations, the one due first at the head: all of the hospital, or those this person answers for',
    query: z.object({
      /** Only those this person answers for. */
      mine: z.literal('1').optional(),
      /** Only those whose outcome is not told yet. */
      open: z.literal('1').optional(),
      cursor: z
        .string()
        .regex(/^\d{4}-\d\d-\d\d [0-9a-f-]{36}$/)
        .optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    out: z.object({
      items: z.array(recommendationView),
      standing: recommendationStanding,
      nextCursor: z.string().nullable(),
    }),
  }),
  ofCase: endpoint({
    method: 'GET',
    path: '/api/cases/:caseNo/recommendations',
    permission: 'case:read',
    summary: 'Recommendations of a case, the latest decision first',
    params: caseParams,
    out: z.object({ items: z.array(recommendationView), standing: recommendationStanding }),
  }),
  report: endpoint({
    method: 'POST',
    path: '/api/recommendations/:id/reports',
    permission: 'recommendation:report',
    summary: 'Tells how far a recommendation is carried out; where it went otherwise, with why',
    params: idParams,
    body: z.object({
      version,
      state: recommendationStates.schema,
      reason: deviationReasons.schema.nullable().default(null),
      note: optionalLine,
    }),
    out: recommendationView,
  }),
};
