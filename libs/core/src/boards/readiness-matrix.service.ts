import { Injectable } from '@nestjs/common';
import type { InputOf, matrixEndpoints, ReadinessMatrix } from '@consilium/contracts';
import { authorise, type Actor } from '../access/index.js';
import { opinionStates } from '../cases/case-transitions.rules.js';
import { Database } from '../database/index.js';

/** More rows than anybody reads; a centre prepares a tenth of this at a time. */
const ROWS = 1500;

// Every department's card of a case holds the dots of all, so that any one of them gives the row. What waits longest comes first.
const MATRIX = `
  WITH of_case AS (
    SELECT DISTINCT ON (b.case_id) b.case_id, b.card
    FROM board_cards b JOIN departments d ON d.id = b.department_id
    WHERE d.hospital_id = $1 AND b.column_key <> 'FOLLOW_UP' AND b.card ->> 'state' = ANY ($2::text[])
    ORDER BY b.case_id, b.department_id
  ), wanted AS (
    SELECT o.case_id, o.card, s.id AS session_id, s.starts_at,
      (SELECT min(dot ->> 'dueAt') FROM jsonb_array_elements(o.card -> 'dots') AS dot WHERE dot ->> 'state' NOT IN ('GIVEN', 'WAIVED')) AS due
    FROM of_case o LEFT JOIN consult_sessions s ON s.id = (o.card -> 'session' ->> 'id')::uuid
    WHERE s.id IS NULL OR (($3::date IS NULL OR (s.starts_at AT TIME ZONE hospital_zone($1))::date >= $3)
      AND ($4::date IS NULL OR (s.starts_at AT TIME ZONE hospital_zone($1))::date <= $4))
    ORDER BY s.starts_at NULLS LAST, due NULLS LAST, o.case_id LIMIT ${ROWS + 1}
  ), kept AS (
    SELECT * FROM wanted ORDER BY starts_at NULLS LAST, due NULLS LAST, case_id LIMIT ${ROWS}
  )
  SELECT (SELECT count(*) FROM wanted) > ${ROWS} AS "isCut",
    coalesce((SELECT json_agg(card - 'column' - 'dueAt' - 'dueKind' ORDER BY starts_at NULLS LAST, due NULLS LAST, case_id) FROM kept), '[]') AS cases,
    coalesce((SELECT json_agg(json_build_object('id', s.id, 'title', s.title, 'kind', s.kind, 'startsAt', to_json(s.starts_at),
        'hospitals', coalesce((SELECT json_agg(json_build_object('zh', h.short_name_zh, 'en', h.short_name_en) ORDER BY h.code)
          FROM session_hospitals j JOIN hospitals h ON h.id = j.hospital_id WHERE j.session_id = s.id), '[]')) ORDER BY s.starts_at, s.id)
      FROM consult_sessions s WHERE s.id IN (SELECT session_id FROM kept)), '[]') AS sessions`;

/** The coordinator's cockpit: every case being prepared, and what each department still owes on it. */
@Injectable()
export class ReadinessMatrixService {
  constructor(private readonly database: Database) {}

  /** Cases of the sessions between two days of the hospital, both included, and cases without a session. */
  async read(actor: Actor, { from, to }: InputOf<typeof matrixEndpoints.read>['query']): Promise<ReadinessMatrix> {
    authorise(actor, 'matrix:read', { hospitalId: actor.hospitalId });
    return this.database.list(actor, { action: 'matrix.opened', objectKind: 'case' }, async (tx) => ({
      ...(await tx.one<Omit<ReadinessMatrix, 'serverTime'>>(MATRIX, [
        actor.hospitalId,
        opinionStates,
        from ?? null,
        to ?? null,
      ])),
      serverTime: tx.now.toISOString(),
    }));
  }
}
