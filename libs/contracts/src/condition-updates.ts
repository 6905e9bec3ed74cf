import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { bilingual, caseNo, caseParams, id, idParams, instant, lineText, version } from './fields.js';
import { newsEvents, newsSeverities, newsSources, newsStates } from './vocabulary-news.js';

export const newsAction = z.enum(['triage', 'acknowledge', 'act', 'close']);
export type NewsAction = z.infer<typeof newsAction>;

export const newsScope = z.enum(['todo', 'mine', 'all']);
export type NewsScope = z.infer<typeof newsScope>;

const who = z.object({ id, name: z.string() });

/** A change of a patient's condition as somebody of the team heard of it (病情变化反馈). */
export const newsItem = z.object({
  id,
  version,
  caseNo,
  patient: z.object({ maskedName: z.string(), sex: z.string(), ageYears: z.int() }),
  text: z.string(),
  source: newsSources.schema,
  severity: newsSeverities.schema.nullable(),
  state: newsStates.schema,
  author: who,
  owner: who,
  ownerDepartment: bilingual.nullable(),
  reportedAt: instant,
  /** To be acknowledged by then. */
  dueAt: instant,
  acknowledgedAt: instant.nullable(),
  availableActions: z.array(newsAction),
});
export type NewsItem = z.infer<typeof newsItem>;

export const newsView = newsItem.extend({
  trail: z.array(
    z.object({
      kind: newsEvents.schema,
      at: instant,
      by: z.string(),
      severity: newsSeverities.schema.nullable(),
      note: z.string(),
    }),
  ),
  /** Red news on which an urgent consult may be asked for by this person: none of the case is open yet. */
  suggestsConsult: z.boolean(),
});
export type NewsView = z.infer<typeof newsView>;

/** Where an act has put a piece of news. */
export const newsMoved = z.object({ id, version, state: newsStates.schema });
export type NewsMoved = z.infer<typeof newsMoved>;

const act = <Body extends z.ZodType>(verb: NewsAction, summary: string, body: Body) =>
  endpoint({
    method: 'POST',
    path: `/api/condition-updates/:id/${verb}`,
    permission: 'condition-update:act',
    summary,
    params: idParams,
    body,
    out: newsMoved,
  });

export const conditionUpdateEndpoints = {
  write: endpoint({
    method: 'POST',
    path: '/api/cases/:caseNo/condition-updates',
    permission: 'condition-update:write',
    summary: 'Writes one sentence of news of a patient; the owner of the case and their department are told at once',
    status: 201,
    params: caseParams,
    body: z.object({
      text: lineText,
      source: newsSources.schema,
      /** How grave it is, where whoever writes can say so. */
      severity: newsSeverities.schema.nullable().default(null),
    }),
    out: newsMoved,
  }),
  list: endpoint({
    method: 'GET',
    path: '/api/condition-updates',
    permission: 'condition-update:read',
    summary: 'News: to be acted on, written by this person, or of all cases in sight; open ones first, soonest due',
    query: z.object({
      scope: newsScope.default('todo'),
      case: caseNo.optional(),
      cursor: z
        .string()
        .regex(/^[01]:-?\d{1,15}:[0-9a-f-]{36}$/)
        .optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    out: z.object({
      items: z.array(newsItem),
      /** How much of it waits for this person, whatever the list shows. */
      waiting: z.int(),
      nextCursor: z.string().nullable(),
    }),
  }),
  read: endpoint({
    method: 'GET',
    path: '/api/condition-updates/:id',
    permission: 'condition-update:read',
    summary: 'One piece of news with its trail',
    params: idParams,
    out: newsView,
  }),
  recentCases: endpoint({
    method: 'GET',
    path: '/api/recent-cases',
    permission: 'condition-update:write',
    summary: 'Cases this person may write of, those that changed last first',
    out: z.object({
      items: z.array(
        z.object({ caseNo, maskedName: z.string(), sex: z.string(), ageYears: z.int(), ownerName: z.string() }),
      ),
    }),
  }),
  triage: act(
    'triage',
    'Says how grave it is; the time to acknowledge begins anew',
    z.object({ version, severity: newsSeverities.schema }),
  ),
  acknowledge: act('acknowledge', 'Takes note of it for the case; whoever wrote it is told', z.object({ version })),
  act: act('act', 'Says what was done about it; whoever wrote it is told', z.object({ version, note: lineText })),
  close: act('close', 'Closes it with its outcome; whoever wrote it is told', z.object({ version, outcome: lineText })),
};
