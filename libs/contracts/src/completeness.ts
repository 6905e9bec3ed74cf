import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { bilingual, caseParams, date, id, instant, optionalLine, organisationCode, version } from './fields.js';
import { automaticChecks, itemGroups, itemNeeds, itemOwners, itemStates } from './vocabulary-completeness.js';

/** One item of a round's checklist, as it stands today. */
export const completenessItem = z.object({
  id,
  version,
  code: z.string(),
  group: itemGroups.schema,
  label: bilingual,
  basis: z.string(),
  mandatory: z.boolean(),
  needs: itemNeeds.schema,
  auto: automaticChecks.schema.nullable(),
  validDays: z.int().nullable(),
  state: itemStates.schema,
  /** Whether it counts as done today. */
  done: z.boolean(),
  /** It was there, and is too old by now. */
  expired: z.boolean(),
  /** Day of the examination or report behind it. */
  factOn: date.nullable(),
  validUntil: date.nullable(),
  owner: itemOwners.schema,
  ownerName: bilingual,
  dueAt: instant.nullable(),
  /** Who set the state by hand, when and why; null where the record did. */
  setBy: z.string().nullable(),
  setAt: instant.nullable(),
  reason: z.string(),
});
export type CompletenessItem = z.infer<typeof completenessItem>;

export const completeness = z.object({
  round: z.int(),
  /** Version of the checklist it follows; null before triage. */
  checklistNumber: z.int().nullable(),
  items: z.array(completenessItem),
  mandatory: z.int(),
  mandatoryDone: z.int(),
  /** Required opinions still owed. */
  opinionsMissing: z.int(),
  complete: z.boolean(),
  /** Whether this person may set states now. */
  maySet: z.boolean(),
  /** Who would be told by a chase, each once, and of what; empty where nothing is missing or this person may not chase. */
  chase: z.array(
    z.object({
      personId: id,
      name: z.string(),
      items: z.array(bilingual),
      /** Reminded within the hour: left out until then. */
      notBefore: instant.nullable(),
    }),
  ),
  mayChase: z.boolean(),
});
export type Completeness = z.infer<typeof completeness>;

export const completenessEndpoints = {
  read: endpoint({
    method: 'GET',
    path: '/api/cases/:caseNo/completeness',
    permission: 'case:read',
    summary: 'What the current round of a case needs, and what of it is there',
    params: caseParams,
    out: completeness,
  }),
  setItem: endpoint({
    method: 'PUT',
    path: '/api/cases/:caseNo/completeness/:code',
    permission: 'completeness:write',
    summary: 'Says where one item stands; to waive it takes a reason',
    params: caseParams.extend({ code: organisationCode }),
    body: z.object({
      version,
      state: itemStates.schema,
      factOn: date.nullable().default(null),
      reason: optionalLine,
    }),
    out: completeness,
  }),
  chase: endpoint({
    method: 'POST',
    path: '/api/cases/:caseNo/completeness/chase',
    permission: 'completeness:chase',
    summary: 'Reminds everyone who still owes mandatory material, each person once',
    params: caseParams,
    out: z.object({ told: z.int(), completeness }),
  }),
};
