import { z } from 'zod';
import { bilingualText, catalogueCode } from './bilingual.js';
import shipped from './data/departments.json' with { type: 'json' };

export const departmentKind = z.enum([
  'critical-care',
  'dental',
  'diagnostic',
  'ent',
  'external',
  'medical',
  'mental-health',
  'obstetric-gynecologic',
  'oncology',
  'ophthalmic',
  'pediatric',
  'rehabilitation',
  'research',
  'support',
  'surgical',
]);

/** A hospital department as the catalogue describes it; a hospital takes the ones it has into use. */
export const catalogueDepartment = z.object({
  code: catalogueCode,
  name: bilingualText,
  /** Other Chinese names of the same department, for matching text. */
  aliases: z.array(z.string().min(1)),
  kind: departmentKind,
  summary: bilingualText,
  conditions: z.array(bilingualText),
  capabilities: z.array(z.string().min(1)),
  /** Departments this one turns to, and what for. */
  related: z.array(z.object({ code: catalogueCode, reason: z.string().min(1) })),
  note: z.string().nullable(),
});
export type CatalogueDepartment = z.infer<typeof catalogueDepartment>;

export const departments: readonly CatalogueDepartment[] = z.array(catalogueDepartment).parse(shipped);

const byCode = new Map(departments.map((department) => [department.code, department]));

/** The department of this code; undefined where the catalogue has none. */
export const departmentByCode = (code: string): CatalogueDepartment | undefined => byCode.get(code);
