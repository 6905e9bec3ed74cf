import { z } from 'zod';
import { bilingualText, catalogueCode } from './bilingual.js';
import shipped from './data/procedures.json' with { type: 'json' };

/** An operation of pelvic oncology. Codes and levels stay marked as they were checked; show an unverified one as unverified. */
export const catalogueProcedure = z.object({
  code: catalogueCode,
  name: bilingualText,
  category: catalogueCode,
  icd9: z.object({
    /** ICD-9-CM-3, Chinese extension; null where no code was found. */
    code: z.string().nullable(),
    officialName: z.string().nullable(),
    edition: z.string().nullable(),
    verified: z.boolean(),
  }),
  /** Level 1–4 of the national grading; the hospital's own catalogue decides, so every level here is unverified. */
  level: z.object({ value: z.int().min(1).max(4).nullable(), verified: z.boolean() }),
  departments: z.array(catalogueCode).min(1),
  /** A main operation rather than access, support or an added step. */
  core: z.boolean(),
  note: z.string().nullable(),
});
export type CatalogueProcedure = z.infer<typeof catalogueProcedure>;

export const procedures: readonly CatalogueProcedure[] = z.array(catalogueProcedure).parse(shipped);

const byCode = new Map(procedures.map((procedure) => [procedure.code, procedure]));

/** The operation of this code; undefined where the catalogue has none. */
export const procedureByCode = (code: string): CatalogueProcedure | undefined => byCode.get(code);
