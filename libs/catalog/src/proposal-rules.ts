import { z } from 'zod';
import { bilingualText, catalogueCode } from './bilingual.js';
import shipped from './data/proposal-rules.json' with { type: 'json' };

const texts = z.array(z.string().min(1)).min(1);

/**
 * A shipped rule of who takes part in a case; a centre starts from these and keeps versions of its own. The words of the field
 * (degrees, tumour types …) are those of the contract; `proposal-table.spec` of the core holds both together.
 */
export const catalogueProposalRule = z.strictObject({
  id: catalogueCode,
  departmentCode: catalogueCode,
  requirement: z.enum(['REQUIRED', 'OPTIONAL']),
  when: z.strictObject({
    involved: z
      .array(z.strictObject({ anyOf: z.array(catalogueCode).min(1), atLeast: z.enum(['ABUT', 'SUSPECT', 'INVADE']) }))
      .optional(),
    organSystemsFrom: z.int().optional(),
    tumourTypes: texts.optional(),
    presentations: texts.optional(),
    priorTreatments: texts.optional(),
    reconstructions: texts.optional(),
    ageFrom: z.int().optional(),
    ageTo: z.int().optional(),
    words: z.strictObject({ anyOf: texts, except: texts.optional(), in: texts }).optional(),
    measures: z
      .array(z.strictObject({ anyOf: texts, atLeast: z.number().optional(), below: z.number().optional() }))
      .optional(),
  }),
  text: bilingualText,
});
export type CatalogueProposalRule = z.infer<typeof catalogueProposalRule>;

export const shippedProposalRules: readonly CatalogueProposalRule[] = z.array(catalogueProposalRule).parse(shipped);
