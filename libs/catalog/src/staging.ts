import { z } from 'zod';
import { bilingualText } from './bilingual.js';
import shipped from './data/staging.json' with { type: 'json' };

/** Name of a staging system, the same as in the contract. */
export const stagingSystemName = z.enum([
  'AJCC_COLORECTAL',
  'FIGO_CERVIX',
  'AJCC_BLADDER',
  'AJCC_PROSTATE',
  'AJCC_SOFT_TISSUE',
  'AJCC_BONE_PELVIS',
  'AJCC_ANUS',
  'FIGO_OVARY',
  'FIGO_ENDOMETRIUM',
  'ENNEKING',
]);

/** A staging system: what to choose for each component, in the order of the form. */
export const stagingSystem = z.object({
  system: stagingSystemName,
  edition: z.string().min(1),
  source: z.string().min(1),
  components: z
    .array(
      z.object({
        key: z.string().min(1).max(20),
        label: bilingualText,
        choices: z.array(z.object({ value: z.string().min(1).max(40), label: bilingualText })).min(1),
      }),
    )
    .min(1),
});
export type CatalogueStagingSystem = z.infer<typeof stagingSystem>;

export const stagingSystems: readonly CatalogueStagingSystem[] = z.array(stagingSystem).parse(shipped);
