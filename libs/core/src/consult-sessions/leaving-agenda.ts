import type { Transaction } from '../database/index.js';
import { endShares } from '../sharing/index.js';
import { touchSession, type ItemFacts } from './session-facts.js';

/** Takes an item that was not discussed off its agenda: those behind it move up, and what was shared for this session ends. */
export async function takeOff(
  tx: Transaction,
  sessionId: string,
  item: Pick<ItemFacts, 'id' | 'caseId' | 'state' | 'minutes'>,
): Promise<void> {
  await endShares(tx, { sessionId, caseId: item.caseId }, '病例已从议程移除');
  await tx.query('DELETE FROM agenda_items WHERE id = $1', [item.id]);
  await tx.query(
    `UPDATE agenda_items i SET ordinal = n.ordinal FROM (SELECT id, row_number() OVER (ORDER BY ordinal)::int AS ordinal FROM agenda_items WHERE session_id = $1) n
     WHERE i.id = n.id AND i.ordinal <> n.ordinal`,
    [sessionId],
  );
  await touchSession(tx, sessionId);
  await tx.audit({
    action: 'agenda.case-removed',
    objectKind: 'agenda-item',
    objectId: item.id,
    caseId: item.caseId,
    detail: { sessionId },
    before: { state: item.state, minutes: item.minutes },
  });
}

/** Takes a case off the agenda it waits on, where it waits on one; for a case that goes another way. */
export async function leaveAgenda(tx: Transaction, caseId: string): Promise<void> {
  const waiting = await tx.query<ItemFacts & { sessionId: string }>(
    `SELECT i.id, i.case_id AS "caseId", i.state, i.minutes, i.session_id AS "sessionId" FROM agenda_items i
     JOIN consult_sessions s ON s.id = i.session_id WHERE i.case_id = $1 AND i.state = 'QUEUED' AND s.state <> 'CANCELLED' FOR UPDATE OF i`,
    [caseId],
  );
  for (const { sessionId, ...item } of waiting) {
    await takeOff(tx, sessionId, item);
    await tx.announce('session', sessionId);
  }
}
