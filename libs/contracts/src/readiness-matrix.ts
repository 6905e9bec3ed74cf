import { z } from 'zod';
import { boardCard } from './boards.js';
import { endpoint } from './endpoint.js';
import { bilingual, date, id, instant } from './fields.js';
import { sessionKinds } from './vocabulary.js';

/** A case as a row of the matrix: what every board's card of it says, without what is one department's own. */
export const matrixCase = boardCard.omit({ column: true, dueAt: true, dueKind: true });
export type MatrixCase = z.infer<typeof matrixCase>;

export const matrixSession = z.object({
  id,
  title: z.string(),
  kind: sessionKinds.schema,
  startsAt: instant,
  /** Short names of the hospitals that join from elsewhere. */
  hospitals: z.array(bilingual),
});
export type MatrixSession = z.infer<typeof matrixSession>;

export const readinessMatrix = z.object({
  serverTime: instant,
  /** Sessions that have cases here, earliest first. */
  sessions: z.array(matrixSession),
  cases: z.array(matrixCase),
  /** More cases are being prepared than one matrix holds; these are the ones due first. */
  isCut: z.boolean(),
});
export type ReadinessMatrix = z.infer<typeof readinessMatrix>;

export const matrixEndpoints = {
  read: endpoint({
    method: 'GET',
    path: '/api/readiness-matrix',
    permission: 'matrix:read',
    summary:
      'Cases being prepared, with the state of every department, for the sessions of a period and those without a session',
    query: z.object({ from: date.optional(), to: date.optional() }),
    out: readinessMatrix,
  }),
};
