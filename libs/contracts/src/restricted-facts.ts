import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { caseNo, date, id, instant, optionalLine, version } from './fields.js';
import { restrictedKinds } from './vocabulary.js';

/** What a fact of level 5 says. It is stored sealed and shown by a deliberate act alone. */
export const restrictedContent = z.object({
  kind: restrictedKinds.schema,
  result: z.string().trim().min(1).max(1000),
  examinedOn: date,
  /** Where it comes from: a laboratory, a hospital, a letter. */
  source: z.string().trim().min(1).max(120),
});
export type RestrictedContent = z.infer<typeof restrictedContent>;

/** A fact as it stands on the screen before it is shown: that there is one, and nothing of what it says. */
export const restrictedFact = z.object({
  id,
  version,
  recordedAt: instant,
  recordedBy: z.string(),
  /** Departments that may read it beside the owner of the case; told to who may change them. */
  departmentIds: z.array(id).nullable(),
  isRetired: z.boolean(),
});
export type RestrictedFact = z.infer<typeof restrictedFact>;

const facts = z.object({
  items: z.array(restrictedFact),
  /** Departments that may be listed: those taking part in the case. Empty for who may not write. */
  departmentIds: z.array(id),
  mayWrite: z.boolean(),
});
const params = z.object({ caseNo, id });
const written = restrictedContent.extend({ departmentIds: z.array(id).max(40) });

export const restrictedEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/cases/:caseNo/restricted-facts',
    permission: 'restricted:read',
    summary: 'Facts of the highest level of protection that this person may ask to be shown, masked',
    params: z.object({ caseNo }),
    out: facts,
  }),
  record: endpoint({
    method: 'POST',
    path: '/api/cases/:caseNo/restricted-facts',
    permission: 'restricted:write',
    summary: 'Records such a fact and lists the departments that may read it',
    status: 201,
    params: z.object({ caseNo }),
    body: written,
    out: facts,
  }),
  reveal: endpoint({
    method: 'POST',
    path: '/api/cases/:caseNo/restricted-facts/:id/reveal',
    permission: 'restricted:read',
    summary: 'Shows what such a fact says; every use is on record',
    params,
    body: z.object({ reason: optionalLine }),
    out: restrictedContent,
  }),
  change: endpoint({
    method: 'PUT',
    path: '/api/cases/:caseNo/restricted-facts/:id',
    permission: 'restricted:write',
    summary: 'Corrects such a fact, or who may read it',
    params,
    body: written.extend({ version }),
    out: facts,
  }),
  retire: endpoint({
    method: 'POST',
    path: '/api/cases/:caseNo/restricted-facts/:id/retire',
    permission: 'restricted:write',
    summary: 'Takes such a fact out of use; only the owner of the case still sees that it was there',
    params,
    body: z.object({ version }),
    out: facts,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/cases/:caseNo/restricted-facts/:id/restore',
    permission: 'restricted:write',
    summary: 'Brings a fact back into use',
    params,
    body: z.object({ version }),
    out: facts,
  }),
};
