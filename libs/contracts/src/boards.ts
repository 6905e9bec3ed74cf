import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { bilingual, caseNo, id, instant } from './fields.js';
import {
  boardColumns,
  caseStates,
  consensusTypes,
  participationStates,
  presentations,
  requirements,
  risks,
  sexes,
  urgencies,
} from './vocabulary.js';

/** One dot of a card: the state of one department's opinion. */
export const opinionDot = z.object({
  departmentId: id,
  label: z.string(),
  state: participationStates.schema,
  requirement: requirements.schema,
  dueAt: instant.nullable(),
});
export type OpinionDot = z.infer<typeof opinionDot>;

/** A case as one department's board shows it. Times are absolute; the screen computes what is late from its clock. */
export const boardCard = z.object({
  caseNo,
  version: z.int(),
  state: caseStates.schema,
  column: boardColumns.schema,
  urgency: urgencies.schema,
  maskedName: z.string(),
  sex: sexes.schema,
  ageYears: z.int(),
  diagnosis: z.string(),
  presentation: presentations.schema,
  recurrenceNumber: z.int(),
  risk: risks.schema,
  remoteHospitals: z.int(),
  owner: z.object({ id, name: z.string() }),
  /** When what this card waits for is due: our opinion, the session, the operation. */
  dueAt: instant.nullable(),
  dueKind: z.enum(['OPINION', 'TRIAGE', 'INFORMATION', 'SESSION', 'SIGNATURE', 'STAGE', 'OPERATION']).nullable(),
  dots: z.array(opinionDot),
  opinionsGiven: z.int(),
  /** All opinions the round asks for, given ones included, waived ones left out: the 9 of `3/9`. */
  opinionsOwed: z.int(),
  missingInformation: z.string().nullable(),
  session: z.object({ id, title: z.string(), startsAt: instant, ordinal: z.int() }).nullable(),
  decision: z
    .object({
      consensus: consensusTypes.schema.nullable(),
      dissents: z.int(),
      /** Facts it stands on that changed or ran out since. */ flags: z.int().optional(),
    })
    .nullable(),
  plan: z.object({ id, startsAt: instant.nullable(), stages: z.int(), confirmed: z.int() }).nullable(),
});
export type BoardCard = z.infer<typeof boardCard>;

export const board = z.object({
  departmentId: id,
  department: bilingual,
  /** Stands for the board as it is; it differs after any change of it, so a client that holds it is up to date. Not a number to compare. */
  sequence: z.string(),
  serverTime: instant,
  cards: z.array(boardCard),
});
export type Board = z.infer<typeof board>;

export const overdueItem = z.object({
  id,
  kind: z.string(),
  caseNo: z.string().nullable(),
  sessionId: id.nullable(),
  planId: id.nullable(),
  who: bilingual,
  departmentId: id.nullable(),
  dueAt: instant,
});
export type OverdueItem = z.infer<typeof overdueItem>;

export const boardEndpoints = {
  read: endpoint({
    method: 'GET',
    path: '/api/boards/:departmentId',
    permission: 'board:read',
    summary: "A department's board: what waits on it and what is coming",
    params: z.object({ departmentId: id }),
    out: board,
  }),
  overdue: endpoint({
    method: 'GET',
    path: '/api/overdue',
    permission: 'overdue:read',
    summary: 'Everything late in the house, latest first',
    out: z.object({ items: z.array(overdueItem), total: z.int() }),
  }),
};

/** What travels over the socket: which thing changed and how far it is now. No content. */
export const changeEvent = z.object({
  sequence: z.string(),
  topic: z.enum(['case', 'board', 'session', 'plan', 'notification', 'share', 'sign-in', 'directory', 'worklist']),
  /** Case number, session id, plan id, department id, person id, px code, id of a sign-in that ended or hospital id, by topic; of a worklist the department, person or hospital it is of. */
  key: z.string(),
});
export type ChangeEvent = z.infer<typeof changeEvent>;
