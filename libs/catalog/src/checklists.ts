import { z } from 'zod';
import { bilingualText, catalogueCode } from './bilingual.js';
import shipped from './data/checklists.json' with { type: 'json' };

/** What a case needs before it is discussed, as shipped; a centre makes its own versions of it. */
const shippedItem = z.object({
  code: catalogueCode,
  group: z.enum(['QUESTION', 'IMAGING', 'PATHOLOGY', 'STAGING', 'STATUS', 'TREATMENT', 'LABORATORY', 'CONSENT']),
  label: bilingualText,
  /** Where the requirement comes from: a rule, evidence, or a default for the centre to confirm. */
  basis: z.string().min(1),
  mandatory: z.boolean(),
  needs: z.enum(['RECEIVED', 'RE_READ', 'VERIFIED']),
  auto: z
    .enum([
      'QUESTION',
      'ECOG',
      'STRUCTURES',
      'IMAGING_ANY',
      'IMAGING_MRI',
      'IMAGING_CT',
      'PATHOLOGY',
      'PRIOR_TREATMENT',
      'CONSENT_IF_SHARED',
    ])
    .nullable(),
  validDays: z.int().min(1).nullable(),
  owner: z.enum(['CASE_OWNER', 'COORDINATOR', 'DEPARTMENT']),
  departmentCode: catalogueCode.nullable(),
});
export type ShippedChecklistItem = z.infer<typeof shippedItem>;

const schema = z.object({
  common: z.array(shippedItem),
  types: z.record(
    z.string(),
    z.object({
      /** Common items a case of this type does not wait for. */
      optional: z.array(catalogueCode),
      items: z.array(shippedItem),
    }),
  ),
});

const { common, types } = schema.parse(shipped);

/**
 * The shipped checklist of each tumour type. What a referral always holds, or a doctor can say no to with a reason, is mandatory; what only the
 * later record can hold is not, until a centre makes it so.
 */
export const shippedChecklists: Readonly<Record<string, readonly ShippedChecklistItem[]>> = Object.fromEntries(
  Object.entries(types).map(([type, { optional, items }]) => [
    type,
    [...common.map((item) => (optional.includes(item.code) ? { ...item, mandatory: false } : item)), ...items],
  ]),
);
