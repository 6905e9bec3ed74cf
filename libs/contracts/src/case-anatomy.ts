import { z } from 'zod';
import { riskReason } from './cases.js';
import { endpoint } from './endpoint.js';
import { bilingual, caseParams, id } from './fields.js';
import { bodyRegions } from './organisations.js';
import { bleedingRisks, compartments, involvements, planPromptKinds, requirements } from './vocabulary.js';

const namedStructure = z.object({
  code: z.string(),
  name: bilingual,
  region: bodyRegions,
  involvement: involvements.schema,
});

/** A line of the case's own quorum, with the structures that ask for it; none where every surgical case asks for it. */
export const quorumPrompt = z.object({
  key: z.string(),
  label: bilingual,
  basis: bilingual,
  structures: z.array(bilingual),
});

/** Something the plan should say because of a structure: a button in the plan's editor adds it. */
export const planPrompt = z.object({
  code: z.string(),
  kind: planPromptKinds.schema,
  text: bilingual,
  structures: z.array(bilingual).min(1),
});
export type PlanPrompt = z.infer<typeof planPrompt>;

export const caseAnatomy = z.object({
  structures: z.array(namedStructure),
  /** Compartments of the pelvis with a structure suspected or invaded. */
  compartments: z.array(compartments.schema),
  /** Organs or structures of two or more compartments would be resected. */
  isExenteration: z.boolean(),
  /** Departments that a structure asks for, by the centre's rules. */
  departments: z.array(
    z.object({
      departmentId: id,
      name: bilingual,
      requirement: requirements.schema,
      structures: z.array(bilingual).min(1),
    }),
  ),
  quorum: z.array(quorumPrompt),
  bleedingRisk: z.object({ degree: bleedingRisks.schema, reasons: z.array(riskReason) }),
  planPrompts: z.array(planPrompt),
});
export type CaseAnatomy = z.infer<typeof caseAnatomy>;

export const anatomyEndpoints = {
  read: endpoint({
    method: 'GET',
    path: '/api/cases/:caseNo/anatomy',
    permission: 'case:read',
    summary: 'What follows from the involved structures: departments, quorum, bleeding risk, prompts for the plan',
    params: caseParams,
    out: caseAnatomy,
  }),
};
