import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { instant, lineText, nameInBoth, optionalLine, organisationCode, version } from './fields.js';
import { tumourTypes } from './vocabulary.js';
import { automaticChecks, itemGroups, itemNeeds, itemOwners } from './vocabulary-completeness.js';

/** One line of a checklist: what a case of this tumour type needs before it is discussed. */
export const checklistItem = z.object({
  /** Stable within its list; an item keeps it through its changes. */
  code: organisationCode.min(1),
  group: itemGroups.schema,
  label: nameInBoth,
  /** Where the requirement comes from. */
  basis: lineText,
  /** Whether a case waits for it. */
  mandatory: z.boolean(),
  /** What counts as done, at least. */
  needs: itemNeeds.schema,
  /** The fact of the record that satisfies it by itself; null where somebody says so. */
  auto: automaticChecks.schema.nullable(),
  /** Days for which it holds from its date; null for ever. */
  validDays: z.int().min(1).max(3650).nullable(),
  owner: itemOwners.schema,
  /** Code of the department that provides it, where a department does. */
  departmentCode: organisationCode.nullable(),
});
export type ChecklistItem = z.infer<typeof checklistItem>;

export const checklistVersion = z.object({
  number: z.int(),
  items: z.array(checklistItem),
  note: z.string(),
  madeAt: instant,
  /** Null for the list shipped with the product. */
  madeBy: z.string().nullable(),
});
export type ChecklistVersion = z.infer<typeof checklistVersion>;

export const checklist = checklistVersion.extend({
  tumourType: tumourTypes.schema,
  version,
  /** Whether the person who looks may change it. */
  mayChange: z.boolean(),
  impact: z.object({
    /** Cases of this type waiting for triage: they will get the list as it is then. */
    waiting: z.int(),
    /** Cases in preparation that keep the version they were taken in with. */
    keeping: z.int(),
  }),
});
export type Checklist = z.infer<typeof checklist>;

const ofType = z.object({ tumourType: tumourTypes.schema });

export const checklistEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/checklists',
    permission: 'checklist:read',
    summary: 'The checklists in force, one for each tumour type',
    out: z.object({ items: z.array(checklist) }),
  }),
  versions: endpoint({
    method: 'GET',
    path: '/api/checklists/:tumourType/versions',
    permission: 'checklist:read',
    summary: 'Every version of a checklist, latest first',
    params: ofType,
    out: z.object({ items: z.array(checklistVersion) }),
  }),
  change: endpoint({
    method: 'PUT',
    path: '/api/checklists/:tumourType',
    permission: 'checklist:manage',
    summary: 'Makes the next version of a checklist; cases taken in from now on follow it',
    params: ofType,
    body: z.object({ version, items: z.array(checklistItem).min(1).max(60), note: lineText }),
    out: checklist,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/checklists/:tumourType/restore',
    permission: 'checklist:manage',
    summary: 'Makes an earlier version the next one',
    params: ofType,
    body: z.object({ version, number: z.int().min(1), note: optionalLine }),
    out: checklist,
  }),
};
