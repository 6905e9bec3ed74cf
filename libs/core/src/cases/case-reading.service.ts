import { Injectable } from '@nestjs/common';
import {
  caseStates,
  type AnswerOf,
  type caseEndpoints,
  type CaseListItem,
  type CaseState,
  type CaseView,
  type InputOf,
} from '@consilium/contracts';
import { authorise, authoriseSight, personOf, type Actor } from '../access/index.js';
import { Database } from '../database/index.js';
import { refuseFields } from '../errors/index.js';
import { caseFacts, emergencyBehind, factsForPolicy } from './case-facts.js';
import { readableCases } from './case-scope.js';
import { openStates } from './case-transitions.rules.js';
import { viewCase } from './case-view.js';

type ListQuery = InputOf<typeof caseEndpoints.list>['query'];

/** The place after which a page begins: due time as the database writes it, and the case. */
interface Place {
  due: string;
  id: string;
}

// Due times are gathered from what is open alone, so that the list does not grow slower with the archive.
const list = (condition: string) => `
  SELECT x.*, r.given AS "opinionsGiven", r.owed AS "opinionsOwed", r.starts_at AS "sessionStartsAt"
  FROM (
    SELECT c.id, c.case_no AS "caseNo", c.state, c.urgency, t.masked_name AS "maskedName", t.sex, c.age_years AS "ageYears", c.diagnosis, c.risk,
      c.recurrence_number AS "recurrenceNumber", o.name AS "ownerName", c.referred_at AS "referredAt", n.due_at AS "nextDueAt",
      coalesce(n.due_at, 'infinity')::text AS due
    FROM cases c
      JOIN patients t ON t.id = c.patient_id
      JOIN people o ON o.id = c.owner_id
      LEFT JOIN (SELECT case_id, min(due_at) AS due_at FROM obligations WHERE state = 'OPEN' AND case_id IS NOT NULL GROUP BY case_id) n ON n.case_id = c.id
    WHERE ${condition}
      AND c.state = ANY ($1::text[])
      AND ($2::uuid IS NULL OR c.owner_id = $2)
      AND ($3::text IS NULL OR c.case_no ILIKE $3 || '%' OR c.diagnosis ILIKE '%' || $3 || '%')
      AND ($4::timestamptz IS NULL OR coalesce(n.due_at, 'infinity') > $4 OR (coalesce(n.due_at, 'infinity') = $4 AND c.id < $5::uuid))
    ORDER BY coalesce(n.due_at, 'infinity'), c.id DESC
    LIMIT $6
  ) x
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE p.state = 'GIVEN')::int AS given, count(*) FILTER (WHERE p.state <> 'WAIVED')::int AS owed,
      (SELECT s.starts_at FROM agenda_items i JOIN consult_sessions s ON s.id = i.session_id
        WHERE i.round_id = d.id AND i.state <> 'DEFERRED' AND s.state <> 'CANCELLED' LIMIT 1) AS starts_at
    FROM (SELECT id FROM discussion_rounds WHERE case_id = x.id ORDER BY ordinal DESC LIMIT 1) d
      LEFT JOIN participations p ON p.round_id = d.id
    GROUP BY d.id
  ) r
  ORDER BY coalesce(x."nextDueAt", 'infinity'), x.id DESC`;

const LIST_PARAMETERS = 6;

type Row = Omit<CaseListItem, 'referredAt' | 'nextDueAt' | 'sessionStartsAt'> & {
  id: string;
  due: string;
  referredAt: Date;
  nextDueAt: Date | null;
  sessionStartsAt: Date | null;
};

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

  /**
   * Cases this person may see, the most urgent due time first, a page at a time. Without a search or states it lists the cases that are not
   * ended. Searches case numbers and diagnoses, never names.
   */
  async list(actor: Actor, query: ListQuery): Promise<AnswerOf<typeof caseEndpoints.list>> {
    authorise(actor, 'case:list', { hospitalId: actor.hospitalId });
    const states = statesOf(query);
    const after = query.cursor === undefined ? undefined : placeOf(query.cursor);
    const scope = readableCases(actor, LIST_PARAMETERS + 1);
    // What was searched for may be a name typed into the wrong field, so it stays out of the log.
    const detail = { states, own: query.owner === 'me', searched: Boolean(query.q) };
    return this.database.list(actor, { action: 'case.listed', objectKind: 'case', detail }, async (tx) => {
      const rows = await tx.query<Row>(list(scope.condition), [
        states,
        query.owner === 'me' ? personOf(actor) : null,
        query.q ? query.q.replace(/[\\%_]/g, String.raw`\$&`) : null,
        after?.due ?? null,
        after?.id ?? null,
        query.limit + 1,
        ...scope.parameters,
      ]);
      const page = rows.slice(0, query.limit);
      const last = page.at(-1);
      return {
        items: page.map(({ id: _id, due: _due, referredAt, nextDueAt, sessionStartsAt, ...item }) => ({
          ...item,
          referredAt: referredAt.toISOString(),
          nextDueAt: nextDueAt?.toISOString() ?? null,
          sessionStartsAt: sessionStartsAt?.toISOString() ?? null,
        })),
        nextCursor: rows.length > query.limit && last ? cursorOf({ due: last.due, id: last.id }) : null,
      };
    });
  }
}

/** The states asked for, separated by commas. */
function statesOf({ state, q }: ListQuery): readonly CaseState[] {
  if (!state) return q ? caseStates.schema.options : openStates;
  return state.split(',').map((name) => {
    const known = caseStates.schema.safeParse(name.trim());
    if (!known.success) throw refuseFields({ field: 'state', code: 'unknown' });
    return known.data;
  });
}

const cursorOf = (place: Place): string => Buffer.from(`${place.id} ${place.due}`).toString('base64url');

const CURSOR = /^([0-9a-f-]{36}) (infinity|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d(?::\d\d)?)$/;

function placeOf(cursor: string): Place {
  const [, id, due] = CURSOR.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (id === undefined || due === undefined) throw refuseFields({ field: 'cursor', code: 'invalid' });
  return { id, due };
}
