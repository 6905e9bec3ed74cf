import { z } from 'zod';
import { caseListItem } from './cases.js';
import { endpoint } from './endpoint.js';
import { date, id, idParams, version } from './fields.js';
import { caseStates, risks, tumourTypes } from './vocabulary.js';
import { vocabulary } from './words.js';

/** Most filters a person keeps: more are not found again in a menu. The centre's own setting. */
export const SAVED_FILTERS_PER_PERSON = 20;

export const caseOrders = vocabulary({
  due: { zh: '最紧急在前', en: 'Most urgent first' },
  newest: { zh: '最近提交在前', en: 'Newest first' },
  oldest: { zh: '最早提交在前', en: 'Oldest first' },
});
export type CaseOrder = z.infer<typeof caseOrders.schema>;

/** What narrows the list of cases. None of it says who a patient is, so it may stand in an address and be kept under a name. */
export const caseFilters = z.object({
  /** None for every case that is not ended; where something is searched for, for every case. */
  states: z.array(caseStates.schema).max(30).default([]),
  tumourTypes: z.array(tumourTypes.schema).max(30).default([]),
  risks: z.array(risks.schema).max(10).default([]),
  /** Only cases one owns. */
  mine: z.boolean().default(false),
  /** A department that took part in any round. */
  departmentId: id.nullable().default(null),
  /** Only tumours that came back. */
  recurrent: z.boolean().default(false),
  /** Only cases on which something is late. */
  overdue: z.boolean().default(false),
  /** First and last day of referral, counted in the zone of the hospital. */
  from: date.nullable().default(null),
  to: date.nullable().default(null),
  order: caseOrders.schema.default('due'),
});
export type CaseFilters = z.infer<typeof caseFilters>;

export const savedFilter = z.object({
  id,
  version,
  name: z.string(),
  filters: caseFilters,
  /** Whether the list of cases begins with it. */
  isDefault: z.boolean(),
});
export type SavedFilter = z.infer<typeof savedFilter>;

const savedFilterBody = z.object({
  name: z.string().trim().min(1).max(40),
  filters: caseFilters,
  isDefault: z.boolean().default(false),
});

export const findEndpoints = {
  search: endpoint({
    method: 'POST',
    path: '/api/case-searches',
    permission: 'case:list',
    summary:
      'Cases this person may see, by number, family name, exact full name (also in pinyin) or words of the diagnosis, and by filters',
    body: z.object({
      /** May be a name: it stands in the body, never in an address. */
      q: z.string().trim().max(60).default(''),
      filters: caseFilters.prefault({}),
      cursor: z.string().max(200).optional(),
      limit: z.int().min(1).max(100).default(50),
    }),
    out: z.object({
      items: z.array(caseListItem),
      nextCursor: z.string().nullable(),
      /** Chinese words that were looked for in the diagnosis because of an English one. */
      translated: z.array(z.string()),
    }),
  }),
  savedFilters: endpoint({
    method: 'GET',
    path: '/api/saved-filters',
    permission: 'case:list',
    summary: 'The filters this person keeps, by name',
    out: z.object({ items: z.array(savedFilter) }),
  }),
  saveFilter: endpoint({
    method: 'POST',
    path: '/api/saved-filters',
    permission: 'case:list',
    summary: 'Keeps a filter under a name',
    status: 201,
    body: savedFilterBody,
    out: savedFilter,
  }),
  changeFilter: endpoint({
    method: 'PUT',
    path: '/api/saved-filters/:id',
    permission: 'case:list',
    summary: 'Changes a kept filter, its name, or whether the list begins with it',
    params: idParams,
    body: savedFilterBody.extend({ version }),
    out: savedFilter,
  }),
  removeFilter: endpoint({
    method: 'DELETE',
    path: '/api/saved-filters/:id',
    permission: 'case:list',
    summary: 'Gives up a kept filter',
    params: idParams,
    out: z.object({ items: z.array(savedFilter) }),
  }),
};
