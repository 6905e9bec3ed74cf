import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { bilingual, date, id, idParams, instant, lineText, optionalLong, version } from './fields.js';
import { partnershipScopes, partnershipStates } from './vocabulary.js';

/** An agreement between the host and another hospital. */
export const managedPartnership = z.object({
  id,
  hospital: z.object({ id, name: bilingual }),
  agreementNo: z.string(),
  scopes: z.array(partnershipScopes.schema),
  /** What it covers, in its own words. */
  scopeNote: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
  liabilityNote: z.string(),
  state: partnershipStates.schema,
  ended: z.object({ at: instant, by: z.string(), reason: z.string() }).nullable(),
  /** What is shared under it now. */
  sharesInForce: z.int(),
  version,
});
export type ManagedPartnership = z.infer<typeof managedPartnership>;

const partnerships = z.object({
  items: z.array(managedPartnership),
  /** Hospitals an agreement can be made with. */
  hospitals: z.array(z.object({ id, name: bilingual })),
  mayManage: z.boolean(),
});
export type ManagedPartnerships = z.infer<typeof partnerships>;

const partnershipPlan = z.object({
  hospitalId: id,
  agreementNo: z.string().trim().min(1).max(60),
  scopes: z.array(partnershipScopes.schema).min(1),
  scopeNote: optionalLong,
  validFrom: date,
  validTo: date,
  liabilityNote: optionalLong,
});
export type PartnershipPlan = z.infer<typeof partnershipPlan>;
const seen = z.object({ version });
/** What was shared when the person looked; a larger number is refused, so that nothing is ended unseen. */
const told = z.object({ sharesInForce: z.int().min(0) });

/** Each change answers with all agreements as they are now. */
export const partnershipEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/organisation/partnerships',
    permission: 'organisation:read',
    summary: 'Agreements with other hospitals',
    out: partnerships,
  }),
  add: endpoint({
    method: 'POST',
    path: '/api/organisation/partnerships',
    permission: 'organisation:manage',
    summary: 'Adds an agreement',
    status: 201,
    body: partnershipPlan,
    out: partnerships,
  }),
  change: endpoint({
    method: 'PUT',
    path: '/api/organisation/partnerships/:id',
    permission: 'organisation:manage',
    summary: 'Changes an agreement; what is shared and not covered by it any more ends at once',
    params: idParams,
    body: partnershipPlan.omit({ hospitalId: true }).extend(seen.shape),
    out: partnerships,
  }),
  end: endpoint({
    method: 'POST',
    path: '/api/organisation/partnerships/:id/end',
    permission: 'organisation:manage',
    summary: 'Ends an agreement before its time, and everything shared under it',
    params: idParams,
    body: seen.extend(told.shape).extend({ reason: lineText }),
    out: partnerships,
  }),
};
