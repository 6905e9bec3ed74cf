import { Injectable } from '@nestjs/common';
import type { AnswerOf, conditionUpdateEndpoints, InputOf, NewsView } from '@consilium/contracts';
import { authoriseSight, hasRole, may, personOf, type Actor } from '../access/index.js';
import { caseFacts, factsForPolicy, isEnded, openStates, readableCases } from '../cases/index.js';
import { Database } from '../database/index.js';
import { newsItemOf, newsRow, newsWith, type NewsRow } from './news-rows.js';

type ListQuery = InputOf<typeof conditionUpdateEndpoints.list>['query'];
type Listed = AnswerOf<typeof conditionUpdateEndpoints.list>;
type RecentCases = AnswerOf<typeof conditionUpdateEndpoints.recentCases>;

const OPEN = `u.state <> 'CLOSED'`;
const RANK = `CASE WHEN ${OPEN} THEN 0 ELSE 1 END`;
/** What is not acknowledged first, soonest due; then what is worked on; then what is closed, the latest first. In milliseconds. */
const PLACE = `(CASE WHEN u.acknowledged_at IS NULL THEN extract(epoch FROM u.due_at) - 1e10 WHEN ${OPEN} THEN extract(epoch FROM u.acknowledged_at)
  ELSE -extract(epoch FROM u.reported_at) END * 1000)::bigint`;

/** What waits for `$1`, a member of departments `$2`; `$3`: also what nobody acknowledged in time, at `$4`. */
const TODO = `(${OPEN} AND (c.owner_id = $1 OR c.owner_department_id = ANY ($2::uuid[]) OR ($3 AND u.acknowledged_at IS NULL AND u.due_at <= $4)))`;
const SCOPES: Readonly<Record<ListQuery['scope'], string>> = { todo: TODO, mine: 'u.author_id = $1', all: 'true' };
const LIST_PARAMETERS = 9;
const RECENT_CASES = 12;

/** Looking at news of patients. */
@Injectable()
export class NewsReadingService {
  constructor(private readonly database: Database) {}

  /** News of cases this person may read, a page at a time, and how much of it waits for them to be acknowledged. */
  async list(actor: Actor, query: ListQuery): Promise<Listed> {
    const departments = actor.memberships.flatMap(({ role, departmentId }) =>
      departmentId !== null && (role === 'DEPT_MEMBER' || role === 'DEPT_LEAD') ? [departmentId] : [],
    );
    const [rank, place, after] = query.cursor?.split(':') ?? [];
    const scope = readableCases(actor, LIST_PARAMETERS + 1);
    const detail = { scope: query.scope, ...(query.case !== undefined && { caseNo: query.case }) };
    return this.database.list(
      actor,
      { action: 'condition-update.listed', objectKind: 'condition-update', detail },
      async (tx) => {
        const asked = [personOf(actor), departments, hasRole(actor, 'COORDINATOR'), tx.now];
        const rows = await tx.query<NewsRow & { rank: number; place: string }>(
          `SELECT x.* FROM (
             ${newsWith(`, ${RANK} AS rank, ${PLACE} AS place`)}
             WHERE $1::uuid IS NOT NULL AND $2::uuid[] IS NOT NULL AND $3::boolean IS NOT NULL AND $4::timestamptz IS NOT NULL
               AND ${SCOPES[query.scope]} AND ($5::text IS NULL OR c.case_no = $5) AND ${scope.condition}
           ) x WHERE $6::int IS NULL OR (x.rank, x.place, x.id) > ($6, $7::bigint, $8::uuid)
           ORDER BY x.rank, x.place, x.id LIMIT $9`,
          [
            ...asked,
            query.case ?? null,
            rank ?? null,
            place ?? null,
            after ?? null,
            query.limit + 1,
            ...scope.parameters,
          ],
        );
        const own = readableCases(actor, 5);
        const { waiting } = await tx.one<{ waiting: number }>(
          `SELECT count(*)::int AS waiting FROM condition_updates u JOIN cases c ON c.id = u.case_id
           WHERE u.acknowledged_at IS NULL AND ${TODO} AND ${own.condition}`,
          [...asked, ...own.parameters],
        );
        const page = rows.slice(0, query.limit);
        const last = page.at(-1);
        return {
          items: page.map((row) => newsItemOf(tx, row)),
          waiting,
          nextCursor: rows.length > query.limit && last ? `${last.rank}:${last.place}:${last.id}` : null,
        };
      },
    );
  }

  /** One piece of news with its trail; opening it is on record. */
  async read(actor: Actor, id: string): Promise<NewsView> {
    return this.database.read(actor, async (tx) => {
      const row = await newsRow(tx, id);
      const facts = await caseFacts(tx, { id: row.caseId });
      authoriseSight(actor, 'condition-update:read', factsForPolicy(facts));
      await tx.audit({
        action: 'condition-update.opened',
        objectKind: 'condition-update',
        objectId: id,
        caseId: row.caseId,
      });
      const { trail, consults } = await tx.one<{ trail: NewsView['trail']; consults: number }>(
        `SELECT (SELECT count(*)::int FROM consult_requests q WHERE q.case_id = $2 AND q.state IN ('SENT', 'ACCEPTED', 'ARRIVED')) AS consults,
           (SELECT json_agg(json_build_object('kind', e.kind, 'at', e.at, 'by', p.name, 'severity', e.severity, 'note', e.note) ORDER BY e.id)
             FROM condition_update_events e JOIN people p ON p.id = e.person_id WHERE e.condition_update_id = $1) AS trail`,
        [id, row.caseId],
      );
      return {
        ...newsItemOf(tx, row),
        trail: trail.map((event) => ({ ...event, at: new Date(event.at).toISOString() })),
        suggestsConsult:
          row.severity === 'RED' &&
          row.state !== 'CLOSED' &&
          consults === 0 &&
          !isEnded(facts.state) &&
          may(actor, 'consult:request', factsForPolicy(facts)),
      };
    });
  }

  /** Cases this person may write of and is likely to: those that changed last. */
  async recentCases(actor: Actor): Promise<RecentCases> {
    const scope = readableCases(actor, 3, 'condition-update:write');
    return this.database.list(
      actor,
      { action: 'case.listed', objectKind: 'case', detail: { recent: true } },
      async (tx) => ({
        items: await tx.query<RecentCases['items'][number]>(
          `SELECT c.case_no AS "caseNo", t.masked_name AS "maskedName", t.sex, c.age_years AS "ageYears", o.name AS "ownerName"
         FROM cases c JOIN patients t ON t.id = c.patient_id JOIN people o ON o.id = c.owner_id
         WHERE c.state = ANY ($1::text[]) AND ${scope.condition} ORDER BY c.updated_at DESC, c.id DESC LIMIT $2`,
          [openStates, RECENT_CASES, ...scope.parameters],
        ),
      }),
    );
  }
}
