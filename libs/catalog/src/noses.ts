import { z } from 'zod';
import { bilingualText } from './bilingual.js';
import shipped from './data/noses.json' with { type: 'json' };

/** `confirmed`: found in publications; `likely`: fits the published frame; `uncertain`: to be checked against the consensus before use. */
export const certainty = z.enum(['confirmed', 'likely', 'uncertain']);

/** One category of colorectal operations with specimen extraction through a natural orifice (CRC-NOSES). */
export const nosesCategory = z.object({
  code: z.string().regex(/^CRC-NOSES-[IVX]+$/),
  name: bilingualText,
  tumourSite: bilingualText,
  extractionRoutes: z.array(z.enum(['transanal', 'transrectal', 'transvaginal', 'transcolonic'])).min(1),
  certainty,
  methods: z.array(
    z.object({
      label: z.string().min(1),
      technique: z.string().nullable(),
      certainty,
      verified: z.boolean(),
      note: z.string().nullable(),
    }),
  ),
  note: z.string().nullable(),
});
export type NosesCategory = z.infer<typeof nosesCategory>;

export const nosesCategories: readonly NosesCategory[] = z.array(nosesCategory).parse(shipped);
