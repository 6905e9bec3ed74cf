import { Injectable } from '@nestjs/common';
import {
  roles,
  type AnswerOf,
  type Bilingual,
  type Board,
  type boardEndpoints,
  type ObligationKind,
  type Role,
} from '@consilium/contracts';
import { authorise, authoriseSight, type Actor } from '../access/index.js';
import { Database } from '../database/index.js';
import { notFound } from '../errors/index.js';

/** Follow-up lasts years: a board shows the cards that changed last, the case list shows all. */
const FOLLOW_UP_CARDS = 100;
const CARDS = 500;
const OVERDUE_ITEMS = 500;

// The sequence of a board tells any two states of it apart, also where a card has left: how many cards, the last change, and their sum.
const BOARD = `
  WITH cards AS (
    (SELECT case_id, due_at, card, sequence FROM board_cards WHERE department_id = $1 AND column_key <> 'FOLLOW_UP' ORDER BY due_at LIMIT ${CARDS})
    UNION ALL
    (SELECT case_id, due_at, card, sequence FROM board_cards WHERE department_id = $1 AND column_key = 'FOLLOW_UP' ORDER BY sequence DESC LIMIT ${FOLLOW_UP_CARDS})
  )
  SELECT d.id AS "departmentId", json_build_object('zh', d.name_zh, 'en', d.name_en) AS department,
    (SELECT count(*) || '-' || coalesce(max(sequence), 0) || '-' || coalesce(sum(sequence), 0) FROM cards) AS sequence,
    coalesce((SELECT json_agg(card ORDER BY due_at NULLS LAST, case_id DESC) FROM cards), '[]') AS cards
  FROM departments d WHERE d.id = $1 AND d.hospital_id = $2`;

const OVERDUE = `
  SELECT b.id, b.kind, n.case_no AS "caseNo", b.session_id AS "sessionId", b.plan_id AS "planId", b.department_id AS "departmentId", b.due_at AS "dueAt",
    CASE WHEN d.id IS NOT NULL THEN json_build_object('zh', d.name_zh, 'en', d.name_en)
      WHEN p.id IS NOT NULL THEN json_build_object('zh', p.name, 'en', p.name_en)
      WHEN h.id IS NOT NULL THEN json_build_object('zh', h.name_zh, 'en', h.name_en) END AS who,
    b.role, count(*) OVER ()::int AS total
  FROM obligations b
    LEFT JOIN obligation_names n ON n.obligation_id = b.id
    LEFT JOIN departments d ON d.id = b.department_id
    LEFT JOIN people p ON p.id = b.person_id
    LEFT JOIN hospitals h ON h.id = n.shared_with
  WHERE b.state = 'OPEN' AND b.due_at < $2 AND b.hospital_id = $1
  ORDER BY b.due_at, b.id LIMIT ${OVERDUE_ITEMS}`;

interface OverdueRow {
  id: string;
  kind: ObligationKind;
  caseNo: string | null;
  sessionId: string | null;
  planId: string | null;
  departmentId: string | null;
  dueAt: Date;
  who: Bilingual | null;
  role: Role | null;
  total: number;
}

/** Boards as their departments see them, and everything late in the house. */
@Injectable()
export class BoardsService {
  constructor(private readonly database: Database) {}

  /** A department's board, most urgent first. Its times are absolute, so that the screen says what is late from its own clock. */
  async read(actor: Actor, departmentId: string): Promise<Board> {
    authoriseSight(actor, 'board:read', { hospitalId: actor.hospitalId, departmentIds: [departmentId] });
    const opening = { action: 'board.opened', objectKind: 'department', objectId: departmentId } as const;
    return this.database.list(actor, opening, async (tx) => {
      const board = await tx.maybeOne<Omit<Board, 'serverTime'>>(BOARD, [departmentId, actor.hospitalId]);
      if (!board) throw notFound();
      return { ...board, serverTime: tx.now.toISOString() };
    });
  }

  /** Everything owed in the actor's hospital whose due time has passed, the latest first, and how much it is in all. */
  async overdue(actor: Actor): Promise<AnswerOf<typeof boardEndpoints.overdue>> {
    authorise(actor, 'overdue:read', { hospitalId: actor.hospitalId });
    return this.database.list(actor, { action: 'overdue.listed', objectKind: 'obligation' }, async (tx) => {
      const rows = await tx.query<OverdueRow>(OVERDUE, [actor.hospitalId, tx.now]);
      const items = rows.map(({ total: _total, role, who, dueAt, ...item }) => ({
        ...item,
        who: who ?? roles.labels[role ?? 'COORDINATOR'],
        dueAt: dueAt.toISOString(),
      }));
      return { items, total: rows[0]?.total ?? 0 };
    });
  }
}
