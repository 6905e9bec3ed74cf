import {
  caseGuardReasons,
  closingReasons,
  deathSources,
  fill,
  rejectionReasons,
  roundReasons,
  type Bilingual,
  type CaseState,
  type CaseTurn,
  type CaseView,
  type ClosingReason,
  type CourseAct,
  type Direction,
  type PlanState,
} from '@consilium/contracts';
import type { Transaction } from '../database/index.js';
import { Problem } from '../errors/index.js';
import type { CaseFacts } from './case-facts.js';
import { standsInTheWay, type CaseStep, type CourseFacts, type NotYet } from './case-ways.rules.js';
import { missingForFollowUp } from './record-parts-present.js';

interface StoredTurn extends Omit<CaseTurn, 'reasonLabel'> {
  reasonCode: string | null;
  byId: string;
}

/** Where the course of a case stands: what its guards read, and what its page says of it. */
export interface Course extends CourseFacts {
  turn: CaseTurn | null;
  closingProposed: CaseView['closingProposed'];
  deathDiscussionDueAt: string | null;
  rounds: CaseView['rounds'];
}

const turn = (
  condition: string,
) => `(SELECT json_build_object('act', t.act, 'reasonCode', t.reason_code, 'reason', t.reason, 'advice', t.advice,
    'happenedOn', t.happened_on, 'by', p.name, 'byId', p.id, 'at', t.recorded_at)
  FROM case_turns t JOIN people p ON p.id = t.recorded_by WHERE t.case_id = c.id AND ${condition} ORDER BY t.recorded_at DESC, t.id DESC LIMIT 1)`;

const COURSE = `
  SELECT (SELECT e.direction FROM decisions e WHERE e.round_id = $2 AND e.state = 'SIGNED' ORDER BY e.signed_at DESC LIMIT 1) AS direction,
    (SELECT n.state FROM surgical_plans n WHERE n.round_id = $2 ORDER BY n.number DESC LIMIT 1) AS plan,
    ${turn(`t.to_state = c.state AND c.state IN ('ON_HOLD', 'REJECTED', 'WITHDRAWN', 'DECEASED', 'CLOSED') AND t.from_state <> t.to_state`)} AS turn,
    CASE WHEN c.state = 'FOLLOW_UP' THEN ${turn(`t.act = 'propose-closing' AND t.recorded_at >= c.state_since`)} END AS proposed,
    (SELECT to_json(b.due_at) FROM obligations b WHERE b.kind = 'DEATH_DISCUSSION' AND b.subject_id = c.id AND b.state = 'OPEN') AS "deathDiscussionDueAt",
    (SELECT json_agg(json_build_object('ordinal', r.ordinal, 'reason', r.reason, 'openedAt', r.opened_at, 'closedAt', r.closed_at) ORDER BY r.ordinal)
      FROM discussion_rounds r WHERE r.case_id = c.id) AS rounds
  FROM cases c WHERE c.id = $1`;

const CODED: Readonly<Record<string, Bilingual>> = {
  ...rejectionReasons.labels,
  ...deathSources.labels,
  ...closingReasons.labels,
  ...roundReasons.labels,
};

/** Where the course of a case stands now. */
export async function courseOf(tx: Transaction, { id, roundId, state }: CaseFacts): Promise<Course> {
  const row = await tx.one<{
    direction: Direction | null;
    plan: PlanState | null;
    turn: StoredTurn | null;
    proposed: StoredTurn | null;
    deathDiscussionDueAt: string | null;
    rounds: CaseView['rounds'];
  }>(COURSE, [id, roundId]);
  return {
    direction: row.direction,
    plan: row.plan,
    missingForFollowUp: state === 'IN_TREATMENT' ? await missingForFollowUp(tx, id) : [],
    closingProposedBy: row.proposed?.byId ?? null,
    deathDiscussionOwed: row.deathDiscussionDueAt !== null,
    deathDiscussionDueAt: row.deathDiscussionDueAt,
    turn: row.turn && told(row.turn),
    closingProposed: row.proposed && {
      reasonKind: row.proposed.reasonCode as ClosingReason,
      note: row.proposed.reason,
      by: row.proposed.by,
      at: row.proposed.at,
    },
    rounds: row.rounds,
  };
}

function told({ reasonCode, byId: _byId, ...turnTold }: StoredTurn): CaseTurn {
  return { ...turnTold, reasonLabel: reasonCode === null ? null : (CODED[reasonCode] ?? null) };
}

/** The sentence that says what has to be done first. */
export function reasonOf({ code, parameters = {} }: NotYet): Bilingual {
  const inLanguage = (language: 'zh' | 'en') =>
    fill(
      caseGuardReasons[code][language],
      Object.fromEntries(Object.entries(parameters).map(([name, words]) => [name, words[language]])),
    );
  return { zh: inLanguage('zh'), en: inLanguage('en') };
}

/** Throws `case/not-yet`, with what has to be done first, where something stands in the way of a step. */
export async function refuseNotYet(tx: Transaction, step: CaseStep, facts: CaseFacts): Promise<Course> {
  const course = await courseOf(tx, facts);
  const stands = standsInTheWay(step, course, facts.state, tx.actor.personId);
  if (stands) throw new Problem('case/not-yet', { reason: reasonOf(stands) });
  return course;
}

/** Puts a turn of the course on record, in the words of who acts. */
export async function recordTurn(
  tx: Transaction,
  facts: CaseFacts,
  turned: {
    act: CourseAct;
    to: CaseState;
    reasonCode?: string;
    reason?: string;
    advice?: string;
    happenedOn?: string;
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO case_turns (id, case_id, round_id, act, from_state, to_state, reason_code, reason, advice, happened_on, recorded_at, recorded_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      tx.newId(),
      facts.id,
      facts.roundId,
      turned.act,
      facts.state,
      turned.to,
      turned.reasonCode ?? null,
      turned.reason ?? '',
      turned.advice ?? '',
      turned.happenedOn ?? null,
      tx.now,
      tx.actor.personId,
    ],
  );
}
