import {
  agendaItemStates,
  sessionStates,
  type AgendaItemState,
  type ItemAction,
  type Permission,
  type SessionAction,
  type SessionState,
} from '@consilium/contracts';
import { authorise, authoriseSight, type Actor, type ObjectFacts } from '../access/index.js';
import { staleProblem, type Transaction } from '../database/index.js';
import { notFound, Problem } from '../errors/index.js';
import { itemAllows, sessionAllows } from './session.rules.js';

/** What a change needs to know of a session before it decides. */
export interface SessionFacts {
  id: string;
  version: number;
  title: string;
  state: SessionState;
  hospitalId: string;
  centerId: string;
  chairId: string;
  recorderId: string;
  roomId: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  memberIds: string[];
  linkedHospitalIds: string[];
}

export interface ItemFacts {
  id: string;
  version: number;
  caseId: string;
  roundId: string;
  state: AgendaItemState;
  minutes: number;
}

const FACTS = `
  SELECT s.id, s.version, s.title, s.state, s.hospital_id AS "hospitalId", s.center_id AS "centerId", s.chair_id AS "chairId",
    s.recorder_id AS "recorderId", s.room_id AS "roomId", s.starts_at AS "startsAt", s.ends_at AS "endsAt",
    (SELECT c.time_zone FROM rooms r JOIN campuses c ON c.id = r.campus_id WHERE r.id = s.room_id) AS "timeZone",
    coalesce((SELECT json_agg(m.person_id) FROM session_members m WHERE m.session_id = s.id), '[]') AS "memberIds",
    coalesce((SELECT json_agg(h.hospital_id) FROM session_hospitals h WHERE h.session_id = s.id), '[]') AS "linkedHospitalIds"
  FROM consult_sessions s WHERE s.id = $1`;

/** Facts of a session; throws `object/not-found` where there is none or the actor may not see it. */
export async function sessionFacts(tx: Transaction, actor: Actor, sessionId: string): Promise<SessionFacts> {
  const facts = await tx.maybeOne<SessionFacts>(FACTS, [sessionId]);
  if (!facts) throw notFound();
  authoriseSight(actor, 'session:read', policyFacts(facts));
  return facts;
}

/** As `sessionFacts`, and the only one that works on the session until this transaction ends. Allowed only with the permission. */
export async function lockSession(
  tx: Transaction,
  actor: Actor,
  sessionId: string,
  permission: Permission,
): Promise<SessionFacts> {
  await tx.query('SELECT 1 FROM consult_sessions WHERE id = $1 FOR NO KEY UPDATE', [sessionId]);
  const facts = await sessionFacts(tx, actor, sessionId);
  authorise(actor, permission, policyFacts(facts));
  return facts;
}

export const policyFacts = (facts: SessionFacts): ObjectFacts => ({
  hospitalId: facts.hospitalId,
  chairId: facts.chairId,
  recorderId: facts.recorderId,
  memberIds: facts.memberIds,
});

/** Throws `session/wrong-state` where the session's state does not allow the act. */
export function requireSessionState(action: SessionAction, session: SessionFacts): void {
  if (!sessionAllows(action, session.state)) throw sessionWrongState(session.state);
}

const sessionWrongState = (state: SessionState): Problem =>
  new Problem('session/wrong-state', { state: sessionStates.labels[state] });

/**
 * An item of a locked session, if the act is possible now: throws `decision/already-signed`, `session/wrong-state` or `agenda/wrong-state`.
 * Where `seen` is given it must be the item's present version, else `object/stale`.
 */
export async function agendaItemFor(
  tx: Transaction,
  session: SessionFacts,
  itemId: string,
  action: ItemAction,
  seen?: number,
): Promise<ItemFacts> {
  const item = await tx.maybeOne<ItemFacts>(
    `SELECT id, version, case_id AS "caseId", round_id AS "roundId", state, minutes FROM agenda_items WHERE id = $1 AND session_id = $2`,
    [itemId, session.id],
  );
  if (!item) throw notFound();
  if (seen !== undefined && seen !== item.version) throw await staleItem(tx, session.id, item.version);
  if (item.state === 'SIGNED') throw new Problem('decision/already-signed');
  if (!itemAllows(action, session.state, item.state)) {
    // The session's state is the reason only where the item would have allowed it.
    throw itemAllows(action, 'IN_PROGRESS', item.state)
      ? sessionWrongState(session.state)
      : new Problem('agenda/wrong-state', { state: agendaItemStates.labels[item.state] });
  }
  return item;
}

async function staleItem(tx: Transaction, sessionId: string, version: number): Promise<Problem> {
  const last = await tx.one<{ at: Date; who: string | null }>(
    'SELECT s.updated_at AS at, p.name AS who FROM consult_sessions s LEFT JOIN people p ON p.id = s.updated_by WHERE s.id = $1',
    [sessionId],
  );
  return staleProblem({ version, ...last });
}

/** Notes who changed something of a session; for changes that do not compare the session's version themselves. */
export async function touchSession(tx: Transaction, sessionId: string): Promise<void> {
  await tx.query('UPDATE consult_sessions SET version = version + 1, updated_at = $2, updated_by = $3 WHERE id = $1', [
    sessionId,
    tx.now,
    tx.actor.personId,
  ]);
}

/** Puts an item into another state, raises its version, and notes the change at its session. */
export async function setItemState(
  tx: Transaction,
  session: SessionFacts,
  item: ItemFacts,
  to: AgendaItemState,
  reason: string | null = null,
): Promise<void> {
  await tx.query(
    `UPDATE agenda_items SET state = $2, version = version + 1, defer_reason = $3, opened_at = CASE WHEN $2 = 'OPEN' THEN $4 ELSE opened_at END,
       closed_at = CASE WHEN $2 IN ('CONCLUDED', 'DEFERRED') THEN $4 ELSE closed_at END WHERE id = $1`,
    [item.id, to, reason, tx.now],
  );
  await touchSession(tx, session.id);
}
