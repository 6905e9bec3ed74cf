import { boardCard, type BoardCard, type CaseState, type OpinionDot } from '@consilium/contracts';
import { campusDay } from '../clock/index.js';
import type { Transaction } from '../database/index.js';
import { columnOf, dueOf } from './board-column.rules.js';

type CardOfCase = Omit<BoardCard, 'column' | 'dueAt' | 'dueKind' | 'dots' | 'opinionsGiven' | 'opinionsOwed'>;

/** Everything the cards of one case are made of. */
interface CaseOnBoards {
  id: string;
  timeZone: string;
  card: CardOfCase;
  dots: OpinionDot[];
  heldFrom: CaseState | null;
  triageDueAt: string | null;
  informationDueAt: string | null;
  signatureDueAt: string | null;
  stages: { departmentId: string; dueAt: string | null }[];
}

const SOURCES = `
  SELECT c.id, hospital_zone(c.hospital_id) AS "timeZone",
    json_build_object('caseNo', c.case_no, 'version', c.version, 'state', c.state, 'urgency', c.urgency, 'maskedName', t.masked_name,
      'sex', t.sex, 'ageYears', c.age_years, 'diagnosis', c.diagnosis, 'presentation', c.presentation, 'recurrenceNumber', c.recurrence_number,
      'risk', c.risk, 'owner', json_build_object('id', o.id, 'name', o.name),
      'missingInformation', CASE WHEN c.state = 'NEEDS_INFO' THEN c.missing_information END,
      'remoteHospitals', (SELECT count(DISTINCT s.hospital_id) FROM shares s WHERE s.round_id = r.id AND s.revoked_at IS NULL),
      'session', (SELECT json_build_object('id', s.id, 'title', s.title, 'startsAt', s.starts_at, 'ordinal', i.ordinal)
        FROM agenda_items i JOIN consult_sessions s ON s.id = i.session_id
        WHERE i.round_id = r.id AND i.state <> 'DEFERRED' AND s.state <> 'CANCELLED' LIMIT 1),
      'decision', (SELECT json_build_object('consensus', e.consensus,
          'dissents', (SELECT count(*) FROM jsonb_array_elements(e.stances) AS stance WHERE stance ->> 'stance' = 'oppose'),
          'flags', (SELECT count(DISTINCT f.fact_key) FROM decision_facts f WHERE f.decision_id = e.id AND f.flag IS NOT NULL))
        FROM decisions e WHERE e.round_id = r.id AND e.state <> 'DRAFT' ORDER BY e.updated_at DESC LIMIT 1),
      'plan', (SELECT json_build_object('id', n.id, 'startsAt', n.starts_at, 'stages', count(g.id),
          'confirmed', count(g.id) FILTER (WHERE g.confirmation = 'CONFIRMED'))
        FROM surgical_plans n LEFT JOIN surgical_stages g ON g.plan_id = n.id
        WHERE n.id = l.id GROUP BY n.id)) AS card,
    coalesce((SELECT json_agg(json_build_object('departmentId', d.id, 'label', d.label, 'state', p.state, 'requirement', p.requirement, 'dueAt', p.due_at)
        ORDER BY coalesce(cd.position, 1000), d.code)
      FROM participations p JOIN departments d ON d.id = p.department_id
        LEFT JOIN center_departments cd ON cd.department_id = d.id AND cd.center_id = c.center_id
      WHERE p.round_id = r.id), '[]') AS dots,
    CASE WHEN c.state = 'ON_HOLD' THEN (SELECT h.from_state FROM case_turns h WHERE h.case_id = c.id AND h.act = 'hold'
      ORDER BY h.recorded_at DESC, h.id DESC LIMIT 1) END AS "heldFrom",
    (SELECT b.due_at FROM obligations b WHERE b.kind = 'TRIAGE' AND b.subject_id = c.id AND b.state = 'OPEN') AS "triageDueAt",
    (SELECT b.due_at FROM obligations b WHERE b.kind = 'INFORMATION' AND b.subject_id = c.id AND b.state = 'OPEN') AS "informationDueAt",
    (SELECT min(b.due_at) FROM obligations b JOIN agenda_items i ON i.id = b.subject_id
      WHERE b.kind = 'DECISION_SIGNATURE' AND b.state = 'OPEN' AND i.round_id = r.id) AS "signatureDueAt",
    coalesce((SELECT json_agg(json_build_object('departmentId', g.department_id, 'dueAt', g.confirm_due_at)) FROM surgical_stages g
      WHERE g.plan_id = l.id AND l.state = 'STAGED' AND g.confirmation = 'WAITING'), '[]') AS stages
  FROM cases c
    JOIN patients t ON t.id = c.patient_id
    JOIN people o ON o.id = c.owner_id
    JOIN LATERAL (SELECT id FROM discussion_rounds WHERE case_id = c.id ORDER BY ordinal DESC LIMIT 1) r ON true
    LEFT JOIN LATERAL (SELECT id, state FROM surgical_plans WHERE round_id = r.id ORDER BY number DESC LIMIT 1) l ON true
  WHERE c.id = ANY ($1::uuid[])`;

// A card that says the same as before is left alone: its board has not changed and nobody is told to look.
const KEEP = `
  WITH wanted AS (
    SELECT * FROM jsonb_to_recordset($1) AS w (case_id uuid, department_id uuid, column_key text, due_at timestamptz, card jsonb)
  ), gone AS (
    DELETE FROM board_cards b WHERE b.case_id = ANY ($2::uuid[])
      AND NOT EXISTS (SELECT 1 FROM wanted w WHERE w.case_id = b.case_id AND w.department_id = b.department_id)
    RETURNING b.department_id
  ), kept AS (
    INSERT INTO board_cards (case_id, department_id, column_key, due_at, card, sequence)
    SELECT w.case_id, w.department_id, w.column_key, w.due_at, w.card, n.sequence
      FROM wanted w, (SELECT nextval('board_sequence') AS sequence) n
    ON CONFLICT (case_id, department_id) DO UPDATE SET column_key = EXCLUDED.column_key, due_at = EXCLUDED.due_at, card = EXCLUDED.card,
      sequence = EXCLUDED.sequence
      WHERE board_cards.card IS DISTINCT FROM EXCLUDED.card
    RETURNING department_id
  )
  SELECT department_id AS id FROM gone UNION SELECT department_id FROM kept`;

/**
 * Brings the cards of a case up to date on the board of every department taking part, in the caller's transaction, and announces the boards
 * and the case. To be called at the end of every change to a case, its opinions, its session, its decision or its plan.
 */
export async function refreshCards(tx: Transaction, caseId: string): Promise<void> {
  const cases = await writeCards(tx, [caseId]);
  await tx.announce('case', ...cases.map(({ card }) => card.caseNo));
}

const BATCH = 200;

/** Makes every card anew from its sources. Returns how many cases were gone through. */
export async function rebuildCards(tx: Transaction): Promise<number> {
  const ids = (await tx.query<{ id: string }>('SELECT id FROM cases ORDER BY id')).map(({ id }) => id);
  for (let start = 0; start < ids.length; start += BATCH) await writeCards(tx, ids.slice(start, start + BATCH));
  return ids.length;
}

async function writeCards(tx: Transaction, caseIds: readonly string[]): Promise<CaseOnBoards[]> {
  // Two changes of one case at a time would each make the card without the other's part.
  await tx.query('SELECT 1 FROM cases WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE', [caseIds]);
  const cases = await tx.query<CaseOnBoards>(SOURCES, [caseIds]);
  const rows = cases.flatMap((source) => source.dots.flatMap((own) => rowOf(source, own, tx.now)));
  const changed = await tx.query<{ id: string }>(KEEP, [JSON.stringify(rows), caseIds]);
  await tx.announce('board', ...changed.map(({ id }) => id));
  return cases;
}

const owed = (dot: OpinionDot): boolean => ['OWED', 'DRAFTING', 'STALE'].includes(dot.state);
const iso = (time: string | Date | null): string | null => (time === null ? null : new Date(time).toISOString());
const earliest = (times: readonly (string | null)[]): string | null =>
  times
    .map(iso)
    .filter((time) => time !== null)
    .sort()[0] ?? null;

/** The row of one department's board; none where the case has left the boards. */
function rowOf(source: CaseOnBoards, own: OpinionDot, now: Date) {
  const state: CaseState = source.card.state;
  const plan = source.card.plan;
  const column = columnOf({
    state,
    heldFrom: source.heldFrom,
    own: own.state,
    opinionsMissing: source.dots.some(owed),
    operation: operationOf(plan, now, source.timeZone),
  });
  if (column === null) return [];
  const due = dueOf(column, state, {
    ownOpinion: iso(own.dueAt),
    anyOpinion: earliest(source.dots.filter(owed).map((dot) => dot.dueAt)),
    triage: iso(source.triageDueAt),
    information: iso(source.informationDueAt),
    session: iso(source.card.session?.startsAt ?? null),
    signature: iso(source.signatureDueAt),
    ownStage: earliest(
      source.stages.filter((stage) => stage.departmentId === own.departmentId).map((stage) => stage.dueAt),
    ),
    operation: iso(plan?.startsAt ?? null),
  });
  const card = boardCard.parse({
    ...source.card,
    session: source.card.session && { ...source.card.session, startsAt: iso(source.card.session.startsAt) },
    plan: plan && { ...plan, startsAt: iso(plan.startsAt) },
    column,
    ...due,
    // Nothing is late on a case that is on hold.
    dots: source.dots.map((dot) => ({ ...dot, dueAt: state === 'ON_HOLD' ? null : iso(dot.dueAt) })),
    opinionsGiven: source.dots.filter((dot) => dot.state === 'GIVEN').length,
    opinionsOwed: source.dots.filter((dot) => dot.state !== 'WAIVED').length,
  });
  return [{ case_id: source.id, department_id: own.departmentId, column_key: column, due_at: due.dueAt, card }];
}

/** The day of the operation counts to its planning: only the day after is it over. */
function operationOf(plan: BoardCard['plan'], now: Date, timeZone: string): 'NONE' | 'AHEAD' | 'OVER' {
  if (plan === null) return 'NONE';
  if (plan.startsAt === null) return 'AHEAD';
  return campusDay(new Date(plan.startsAt), timeZone) < campusDay(now, timeZone) ? 'OVER' : 'AHEAD';
}
