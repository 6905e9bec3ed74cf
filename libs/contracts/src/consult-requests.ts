import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { bilingual, caseNo, caseParams, id, idParams, instant, lineText, longText, version } from './fields.js';
import { titles } from './vocabulary.js';
import { consultEvents, consultStates, consultUrgencies } from './vocabulary-news.js';

export const consultAction = z.enum(['accept', 'reassign', 'decline', 'arrive', 'answer', 'close', 'cancel']);
export type ConsultAction = z.infer<typeof consultAction>;

/** Lists by what a person has to do with a request. */
export const consultScope = z.enum(['todo', 'sent', 'all']);
export type ConsultScope = z.infer<typeof consultScope>;

const who = z.object({ id, name: z.string() });

export const consultListItem = z.object({
  id,
  version,
  caseNo,
  patient: z.object({ maskedName: z.string(), sex: z.string(), ageYears: z.int() }),
  urgency: consultUrgencies.schema,
  state: consultStates.schema,
  purpose: z.string(),
  department: z.object({ id, name: bilingual }),
  /** Who is asked by name, or who has taken it. */
  consultant: who.nullable(),
  requester: z.object({ id, name: z.string(), department: bilingual.nullable() }),
  sentAt: instant,
  /** On site by then (urgent) or completed by then (routine); calendar time, never paused. */
  dueAt: instant,
  /** When the duty of `dueAt` was met; null while its clock runs or where it was never met. */
  metAt: instant.nullable(),
  availableActions: z.array(consultAction),
});
export type ConsultListItem = z.infer<typeof consultListItem>;

export const consultRequestView = consultListItem.extend({
  condition: z.string(),
  treatment: z.string(),
  reason: z.string(),
  accompaniedBy: z.string().nullable(),
  acceptedAt: instant.nullable(),
  arrivedAt: instant.nullable(),
  /** The signed opinion: its text cannot change any more, and the hash is of what was signed. */
  answer: z
    .object({
      opinion: z.string(),
      signedBy: z.object({ name: z.string(), title: titles.schema, department: bilingual }),
      signedAt: instant,
      contentHash: z.string(),
    })
    .nullable(),
  /** An opinion is recorded by then at the latest (病历书写基本规范, 48 hours): for audit, not the deadline. */
  recordLimitAt: instant,
  executionNote: z.string().nullable(),
  /** Department named instead by who declined. */
  alternative: z.object({ id, name: bilingual }).nullable(),
  trail: z.array(
    z.object({ kind: consultEvents.schema, at: instant, by: z.string(), to: z.string().nullable(), note: z.string() }),
  ),
  /** Colleagues of the asked department to whom the request may be given; empty for who may not give it on. */
  assignable: z.array(who),
});
export type ConsultRequestView = z.infer<typeof consultRequestView>;

/** Where an act has put a request. */
export const consultMoved = z.object({ id, version, state: consultStates.schema });
export type ConsultMoved = z.infer<typeof consultMoved>;
const accompaniment = z.string().trim().max(60).default('');

/** What a request says: brief condition, treatment so far, reason and purpose (病历书写基本规范, 会诊记录). */
export const newConsultRequest = z.object({
  departmentId: id,
  /** A person of that department; the department as a whole where left out. */
  personId: id.nullable().default(null),
  urgency: consultUrgencies.schema,
  condition: longText,
  treatment: longText,
  reason: lineText,
  purpose: lineText,
});

const act = <Body extends z.ZodType>(
  verb: ConsultAction,
  permission: 'consult:respond' | 'consult:direct' | 'consult:conclude' | 'consult:arrive',
  summary: string,
  body: Body,
) =>
  endpoint({
    method: 'POST',
    path: `/api/consult-requests/:id/${verb}`,
    permission,
    summary,
    params: idParams,
    body,
    out: consultMoved,
  });

export const consultRequestEndpoints = {
  send: endpoint({
    method: 'POST',
    path: '/api/cases/:caseNo/consult-requests',
    permission: 'consult:request',
    summary: 'Asks a department for a consult on a case; its clock starts at once',
    status: 201,
    params: caseParams,
    body: newConsultRequest,
    out: consultMoved,
  }),
  list: endpoint({
    method: 'GET',
    path: '/api/consult-requests',
    permission: 'consult:read',
    summary:
      'Consult requests: to be acted on, sent by this person, or all of the cases in sight; urgent ones first, then soonest due',
    query: z.object({
      scope: consultScope.default('todo'),
      case: caseNo.optional(),
      cursor: z
        .string()
        .regex(/^[012]:-?\d{1,15}:[0-9a-f-]{36}$/)
        .optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    out: z.object({ items: z.array(consultListItem), nextCursor: z.string().nullable() }),
  }),
  read: endpoint({
    method: 'GET',
    path: '/api/consult-requests/:id',
    permission: 'consult:read',
    summary: 'One consult request with its trail',
    params: idParams,
    out: consultRequestView,
  }),
  accept: act(
    'accept',
    'consult:respond',
    'Takes the request; a routine one is for attending physicians and above',
    z.object({ version }),
  ),
  reassign: act(
    'reassign',
    'consult:direct',
    'Gives it to another person of the department; the clock goes on',
    z.object({ version, personId: id }),
  ),
  decline: act(
    'decline',
    'consult:direct',
    'The department lead declines, with a reason and a department to ask instead',
    z.object({ version, reason: lineText, departmentId: id }),
  ),
  arrive: act(
    'arrive',
    'consult:arrive',
    'The consultant is on site: said by the consultant or confirmed by who asked',
    z.object({ version, accompaniedBy: accompaniment }),
  ),
  answer: act(
    'answer',
    'consult:respond',
    'Signs the opinion; it cannot change any more',
    z.object({ version, opinion: longText, password: z.string().min(1).max(128) }),
  ),
  close: act(
    'close',
    'consult:conclude',
    'Notes how the opinion was carried out',
    z.object({ version, executionNote: longText }),
  ),
  cancel: act(
    'cancel',
    'consult:conclude',
    'Takes the request back, with a reason',
    z.object({ version, reason: lineText }),
  ),
};
