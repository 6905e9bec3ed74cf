import { consultStates, type ConsultAction, type ConsultEventKind, type ConsultMoved } from '@consilium/contracts';
import { authorise, personOf } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import { Problem } from '../errors/index.js';
import { openObligation } from '../reminders/index.js';
import { consultTransitions, obstacleTo } from './consult-request.rules.js';
import { ConsultRequestEvent } from './consult-request-event.entity.js';
import { consultRow, factsOfConsult, permissionFor, type ConsultRow } from './consult-rows.js';

const DAY = 24 * 3_600_000;

/** The actor may do it, and nothing stands in the way. */
export function refuseUnlessOpenTo(tx: Transaction, action: ConsultAction, row: ConsultRow): void {
  authorise(tx.actor, permissionFor[action], factsOfConsult(row));
  const obstacle = obstacleTo(action, row, { personId: tx.actor.personId, title: row.ownTitle });
  if (obstacle !== undefined) throw new Problem(`consult/${obstacle}`, { state: consultStates.labels[row.state] });
}

/**
 * Begins an act on a request: the actor may do it, nobody changed it since the version they saw, and it fits the state. From here on this
 * transaction is the only one that changes the request.
 */
export async function beginAct(
  tx: Transaction,
  id: string,
  action: ConsultAction,
  version: number,
): Promise<ConsultRow> {
  const seen = await consultRow(tx, id);
  authorise(tx.actor, permissionFor[action], factsOfConsult(seen));
  await tx.raiseVersion('consult_requests', id, version);
  const row = await consultRow(tx, id);
  refuseUnlessOpenTo(tx, action, row);
  return row;
}

/** What an act leaves behind besides the columns it sets. */
interface Left {
  kind: ConsultEventKind;
  toPersonId?: string;
  note?: string;
  /** Column → value; the state comes by itself. */
  sets?: Readonly<Record<string, unknown>>;
  /** For the audit log: ids, codes and fingerprints. */
  detail?: Record<string, unknown>;
}

/** Puts the act on the trail, moves the request and writes both into the log; those concerned hear that their lists changed. */
export async function leave(
  tx: Transaction,
  row: ConsultRow,
  action: ConsultAction,
  left: Left,
): Promise<ConsultMoved> {
  const { to } = consultTransitions[action];
  // The trail first: whoever declines has no sight of the case any more once the request says so.
  await tx.insert(ConsultRequestEvent, {
    id: tx.newId(),
    consultRequestId: row.id,
    kind: left.kind,
    at: tx.now,
    personId: personOf(tx.actor),
    toPersonId: left.toPersonId ?? null,
    note: left.note ?? '',
  });
  const columns = Object.entries({ state: to, ...left.sets });
  await tx.query(
    `UPDATE consult_requests SET ${columns.map(([name], index) => `${name} = $${index + 2}`).join(', ')} WHERE id = $1`,
    [row.id, ...columns.map(([, value]) => value)],
  );
  await tx.audit({
    action: `consult-request.${left.kind.toLowerCase() as Lowercase<ConsultEventKind>}`,
    objectKind: 'consult-request',
    objectId: row.id,
    caseId: row.caseId,
    ...(left.detail && { detail: left.detail }),
    before: { state: row.state },
    after: { state: to },
  });
  await announceConsult(tx, row);
  return { id: row.id, version: row.version, state: to };
}

/** Lists of the department asked, of who asked and of the hospital, and the page of the case. */
export async function announceConsult(
  tx: Transaction,
  {
    caseNo,
    departmentId,
    requesterId,
    hospitalId,
  }: Pick<ConsultRow, 'caseNo' | 'departmentId' | 'requesterId' | 'hospitalId'>,
): Promise<void> {
  await tx.announce('case', caseNo);
  await tx.announce('worklist', departmentId, requesterId, hospitalId);
}

/** Tells somebody that the request went on; to be called as the keeper of the case. */
export async function tellProgress(tx: Transaction, row: ConsultRow, personId: string): Promise<void> {
  if (personId === tx.actor.personId) return;
  await openObligation(tx, {
    kind: 'CONSULT_PROGRESS',
    subjectId: row.id,
    hospitalId: row.hospitalId,
    caseId: row.caseId,
    departmentId: row.departmentId,
    personId,
    dueAt: new Date(tx.now.getTime() + DAY),
  });
}
