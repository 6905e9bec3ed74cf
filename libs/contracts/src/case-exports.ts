import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { caseParams, optionalLine } from './fields.js';

/** A copy that names the patient takes a reason, whoever asks; it is on record with every showing of the identity. */
export const exportRequest = z.object({ identified: z.boolean().default(false), reason: optionalLine });

export const exportEndpoints = {
  pdf: endpoint({
    method: 'POST',
    path: '/api/cases/:caseNo/exports/pdf',
    permission: 'case:export',
    summary: 'The case as a document to print, with the masked name, or the full identity for a reason',
    params: caseParams,
    body: exportRequest,
    givesFile: true,
  }),
  fhir: endpoint({
    method: 'POST',
    path: '/api/cases/:caseNo/exports/fhir',
    permission: 'case:export',
    summary: 'The case as a bundle of FHIR R4 resources, by the case number alone, or identified for a reason',
    params: caseParams,
    body: exportRequest,
    givesFile: true,
  }),
};
