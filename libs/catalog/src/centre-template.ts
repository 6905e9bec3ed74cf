import { z } from 'zod';
import { bilingualText, catalogueCode } from './bilingual.js';
import shipped from './data/centre-template.json' with { type: 'json' };

/** A department's place in a centre's roster. */
export const rosterEntry = z.object({
  departmentCode: catalogueCode,
  /** The name the centre uses, which may differ from the directory's. */
  name: bilingualText,
  /** The single character on cards and dots. */
  label: z.string().length(1),
  /** Null: not a member of the centre, invited case by case. */
  centreRole: z.enum(['CORE', 'SUPPORTING']).nullable(),
  /** 1 for the first dot; the order of dots and rows. */
  position: z.int().min(1),
  anatomy: z.string().nullable(),
  task: z.string().min(1),
  isLead: z.boolean(),
  /** `REPORTED`: described by an existing centre; `TEMPLATE`: added here, to be confirmed by the hospital. */
  basis: z.enum(['REPORTED', 'TEMPLATE']),
});
export type RosterEntry = z.infer<typeof rosterEntry>;

const named = z.object({ code: catalogueCode, name: bilingualText });

/** What a new centre of this kind starts from. */
export const centreTemplate = z.object({
  code: catalogueCode,
  name: bilingualText,
  /** In order of position. */
  roster: z.array(rosterEntry),
  services: z.array(named.extend({ description: z.string().min(1) })),
  surgicalPrinciples: z.array(named),
  intakeCriteria: z.array(z.object({ code: catalogueCode, name: z.string().min(1) })),
  /** Steps from referral to follow-up; the hours are suggestions of the template. */
  workflow: z.array(
    named.extend({
      order: z.int().min(1),
      ownerDepartment: catalogueCode.nullable(),
      targetHours: z.int().positive().nullable(),
      verified: z.boolean(),
    }),
  ),
  qualityGoals: z.array(named),
});
export type CentreTemplate = z.infer<typeof centreTemplate>;

export const pelvicCentre: CentreTemplate = centreTemplate.parse(shipped);
