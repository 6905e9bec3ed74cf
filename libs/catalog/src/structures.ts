import { z } from 'zod';
import { bilingualText, catalogueCode } from './bilingual.js';
import shipped from './data/structures.json' with { type: 'json' };

/** Where a referral form shows the structure. */
export const structureRegion = z.enum([
  'anterior',
  'middle',
  'posterior',
  'lateral',
  'perineum',
  'abdomen',
  'vessels',
  'nerves',
]);

/**
 * The four pelvic compartments (前 / 中 / 侧 / 后). Resection across two or more is a pelvic exenteration, by the Chinese
 * consensus of 2023. Which structure counts to which compartment follows the division of work of the centre's four core
 * departments; it is a default, to be confirmed by the hospital.
 */
export const compartment = z.enum(['ANTERIOR', 'MIDDLE', 'POSTERIOR', 'LATERAL']);
export type Compartment = z.infer<typeof compartment>;

/**
 * A structure a pelvic tumour may involve. For vessels the degrees read: abuts (touching, wall smooth), suspected (less
 * than half the circumference), invades (half the circumference or more, or thrombus).
 */
export const catalogueStructure = z.object({
  code: catalogueCode,
  name: bilingualText,
  region: structureRegion,
  /** Null outside the pelvis. */
  compartment: compartment.nullable(),
  /** Other words for the structure in reports, Chinese and English, for matching text. */
  aliases: z.array(z.string().min(1)),
});
export type CatalogueStructure = z.infer<typeof catalogueStructure>;

export const structures: readonly CatalogueStructure[] = z.array(catalogueStructure).parse(shipped);

const byCode = new Map(structures.map((structure) => [structure.code, structure]));

/** The structure of this code; undefined where the catalogue has none. */
export const structureByCode = (code: string): CatalogueStructure | undefined => byCode.get(code);
