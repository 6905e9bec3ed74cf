import { Injectable } from '@nestjs/common';
import {
  caseStates,
  type AnswerOf,
  type caseEndpoints,
  type CaseState,
  type CaseView,
  type InputOf,
} from '@consilium/contracts';
import { authorise, authoriseSight, personOf, type Actor } from '../access/index.js';
import { Database } from '../database/index.js';
import { refuseFields } from '../errors/index.js';
import { caseFacts, emergencyBehind, factsForPolicy } from './case-facts.js';
import { CASE_ROW, caseListItemOf, ROUND_OF_ROW, type CaseListRow } from './case-list-rows.js';
import { readableCases } from './case-scope.js';
import { openStates } from './case-transitions.rules.js';
import { cursorOf, placeOf } from './page-place.js';
import { viewCase } from './case-view.js';

type ListQuery = InputOf<typeof caseEndpoints.list>['query'];

// Due times are gathered from what is open alone, so that the list does not grow slower with the archive.
const list = (condition: string) => `
  SELECT x.*, r.given AS "opinionsGiven", r.owed AS "opinionsOwed", r.starts_at AS "sessionStartsAt"
  FROM (
    SELECT ${CASE_ROW}, coalesce(n.due_at, 'infinity')::text AS place
    FROM cases c
      JOIN patients t ON t.id = c.patient_id
      JOIN people o ON o.id = c.owner_id
      LEFT JOIN (SELECT case_id, min(due_at) AS due_at FROM obligations WHERE state = 'OPEN' AND case_id IS NOT NULL GROUP BY case_id) n ON n.case_id = c.id
    WHERE ${condition}
      AND c.state = ANY ($1::text[])
      AND ($2::uuid IS NULL OR c.owner_id = $2)
      AND ($3::timestamptz IS NULL OR coalesce(n.due_at, 'infinity') > $3 OR (coalesce(n.due_at, 'infinity') = $3 AND c.id < $4::uuid))
    ORDER BY coalesce(n.due_at, 'infinity'), c.id DESC
    LIMIT $5
  ) x
  ${ROUND_OF_ROW}
  ORDER BY coalesce(x."nextDueAt", 'infinity'), x.id DESC`;

const LIST_PARAMETERS = 5;

/** Looking at cases. */
@Injectable()
export class CaseReadingService {
  constructor(private readonly database: Database) {}

  /** One case as this person sees it. Opening it is on record. */
  async read(actor: Actor, caseNo: string): Promise<CaseView> {
    return this.database.read(actor, async (tx) => {
      const facts = await caseFacts(tx, caseNo);
      authoriseSight(actor, 'case:read', factsForPolicy(facts));
      const emergencyAccessId = await emergencyBehind(tx, 'case:read', facts);
      await tx.audit({
        action: 'case.opened',
        objectKind: 'case',
        objectId: facts.id,
        caseId: facts.id,
        ...(emergencyAccessId !== undefined && { detail: { emergencyAccessId } }),
      });
      return viewCase(tx, facts);
    });
  }

  /** Cases this person may see, the most urgent due time first, a page at a time. Without states it lists the cases that are not ended. */
  async list(actor: Actor, query: ListQuery): Promise<AnswerOf<typeof caseEndpoints.list>> {
    authorise(actor, 'case:list', { hospitalId: actor.hospitalId });
    const states = statesOf(query);
    const after = query.cursor === undefined ? undefined : placeOf(query.cursor);
    const scope = readableCases(actor, LIST_PARAMETERS + 1);
    const detail = { states, own: query.owner === 'me' };
    return this.database.list(actor, { action: 'case.listed', objectKind: 'case', detail }, async (tx) => {
      const rows = await tx.query<CaseListRow>(list(scope.condition), [
        states,
        query.owner === 'me' ? personOf(actor) : null,
        after?.at ?? null,
        after?.id ?? null,
        query.limit + 1,
        ...scope.parameters,
      ]);
      const page = rows.slice(0, query.limit);
      const last = page.at(-1);
      return {
        items: page.map(caseListItemOf),
        nextCursor: rows.length > query.limit && last ? cursorOf({ at: last.place, id: last.id }) : null,
      };
    });
  }
}

/** The states asked for, separated by commas. */
function statesOf({ state }: ListQuery): readonly CaseState[] {
  if (!state) return openStates;
  return state.split(',').map((name) => {
    const known = caseStates.schema.safeParse(name.trim());
    if (!known.success) throw refuseFields({ field: 'state', code: 'unknown' });
    return known.data;
  });
}
