import { Injectable } from '@nestjs/common';
import type { AnswerOf, ConsultRequestView, consultRequestEndpoints, InputOf } from '@consilium/contracts';
import { authoriseSight, personOf, type Actor } from '../access/index.js';
import { caseFacts, factsForPolicy, readableCases } from '../cases/index.js';
import { Database } from '../database/index.js';
import { consultRow, consultsWith, type ConsultRow } from './consult-rows.js';
import { consultItem, consultView } from './consult-view.js';

type ListQuery = InputOf<typeof consultRequestEndpoints.list>['query'];
type Listed = AnswerOf<typeof consultRequestEndpoints.list>;

const OPEN = `q.state IN ('SENT', 'ACCEPTED', 'ARRIVED')`;
/** Urgent ones first, then what else is open, soonest due; then what is over, the latest first. Milliseconds, so that a page knows its place. */
const RANK = `CASE WHEN NOT ${OPEN} THEN 2 WHEN q.urgency = 'URGENT' THEN 0 ELSE 1 END`;
const PLACE = `(extract(epoch FROM CASE WHEN ${OPEN} THEN q.due_at ELSE q.sent_at END) * CASE WHEN ${OPEN} THEN 1000 ELSE -1000 END)::bigint`;

/** What waits for `$1`, a member of departments `$2` and lead of `$3`: to be taken or answered, or to be concluded by who asked. */
const TODO = `((${OPEN} AND q.department_id = ANY ($2::uuid[])
    AND (q.state = 'SENT' OR q.consultant_id = $1 OR q.department_id = ANY ($3::uuid[])))
  OR (q.state = 'ANSWERED' AND q.requester_id = $1))`;
const SCOPES: Readonly<Record<ListQuery['scope'], string>> = { todo: TODO, sent: 'q.requester_id = $1', all: 'true' };
const LIST_PARAMETERS = 8;

/** Looking at consult requests. */
@Injectable()
export class ConsultReadingService {
  constructor(private readonly database: Database) {}

  /** Requests on cases this person may read, a page at a time. */
  async list(actor: Actor, query: ListQuery): Promise<Listed> {
    const departmentsAs = (...wanted: string[]) =>
      actor.memberships.flatMap(({ role, departmentId }) =>
        departmentId !== null && wanted.includes(role) ? [departmentId] : [],
      );
    const [rank, place, after] = query.cursor?.split(':') ?? [];
    const scope = readableCases(actor, LIST_PARAMETERS + 1);
    const detail = { scope: query.scope, ...(query.case !== undefined && { caseNo: query.case }) };
    return this.database.list(
      actor,
      { action: 'consult-request.listed', objectKind: 'consult-request', detail },
      async (tx) => {
        const rows = await tx.query<ConsultRow & { rank: number; place: string }>(
          `SELECT x.* FROM (
             ${consultsWith(`, ${RANK} AS rank, ${PLACE} AS place`)} WHERE $2::uuid[] IS NOT NULL AND $3::uuid[] IS NOT NULL
               AND ${SCOPES[query.scope]} AND ($4::text IS NULL OR c.case_no = $4) AND ${scope.condition}
           ) x WHERE $5::int IS NULL OR (x.rank, x.place, x.id) > ($5, $6::bigint, $7::uuid)
           ORDER BY x.rank, x.place, x.id LIMIT $8`,
          [
            personOf(actor),
            departmentsAs('DEPT_MEMBER', 'DEPT_LEAD'),
            departmentsAs('DEPT_LEAD'),
            query.case ?? null,
            rank ?? null,
            place ?? null,
            after ?? null,
            query.limit + 1,
            ...scope.parameters,
          ],
        );
        const page = rows.slice(0, query.limit);
        const last = page.at(-1);
        return {
          items: page.map((row) => consultItem(tx, row)),
          nextCursor: rows.length > query.limit && last ? `${last.rank}:${last.place}:${last.id}` : null,
        };
      },
    );
  }

  /** One request; opening it is on record. */
  async read(actor: Actor, id: string): Promise<ConsultRequestView> {
    return this.database.read(actor, async (tx) => {
      const row = await consultRow(tx, id);
      authoriseSight(actor, 'consult:read', factsForPolicy(await caseFacts(tx, { id: row.caseId })));
      await tx.audit({
        action: 'consult-request.opened',
        objectKind: 'consult-request',
        objectId: id,
        caseId: row.caseId,
      });
      return consultView(tx, row);
    });
  }
}
