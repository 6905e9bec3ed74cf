import { caseStates, type CaseState } from '@consilium/contracts';
import { settleItems } from '../checklists/index.js';
import type { Transaction } from '../database/index.js';
import { notFound, Problem } from '../errors/index.js';
import { mayMove } from './case-transitions.rules.js';

/** The refusal of an act that does not fit the state a case is in. */
export const wrongState = (state: CaseState): Problem =>
  new Problem('case/wrong-state', { state: caseStates.labels[state] });

/**
 * Makes this transaction the only one that works on the case until it ends. For changes that do not raise the version of the case, such as
 * opinions: they wait for one another instead of refusing one another. Returns the state the case is in.
 */
export async function lockCase(tx: Transaction, caseId: string): Promise<CaseState> {
  const locked = await tx.maybeOne<{ state: CaseState }>('SELECT state FROM cases WHERE id = $1 FOR NO KEY UPDATE', [
    caseId,
  ]);
  if (!locked) throw notFound();
  return locked.state;
}

type Dashed<Name extends string> = Name extends `${infer First}_${infer Rest}` ? `${First}-${Dashed<Rest>}` : Name;

/** How the audit log says that a case came into a state; the compiler knows that it has words for each. */
const actionOf = <State extends CaseState>(state: State) =>
  `case.${state.toLowerCase().replaceAll('_', '-')}` as `case.${Lowercase<Dashed<State>>}`;

/**
 * Moves a case along the transition table, on record with what else comes with it. Throws `case/wrong-state` where the table has no such way.
 */
export async function moveCase(
  tx: Transaction,
  caseId: string,
  to: CaseState,
  comesWith: Record<string, unknown> = {},
): Promise<void> {
  const from = await lockCase(tx, caseId);
  if (!mayMove(from, to)) throw wrongState(from);
  await tx.query('UPDATE cases SET state = $2, state_since = $3 WHERE id = $1', [caseId, to, tx.now]);
  await tx.audit({
    action: actionOf(to),
    objectKind: 'case',
    objectId: caseId,
    caseId,
    before: { state: from },
    after: { state: to, ...comesWith },
  });
}

/**
 * PREPARING ↔ READY: a case is ready once the mandatory material of its checklist is done and every required department has given its opinion or
 * was excused. A case in any other state stays where it is; its material is brought up to the record all the same.
 */
export async function settleReadiness(tx: Transaction, caseId: string): Promise<void> {
  const state = await lockCase(tx, caseId);
  const hasMaterial = await settleItems(tx, caseId);
  if (state !== 'PREPARING' && state !== 'READY') return;
  const { complete } = await tx.one<{ complete: boolean }>(
    `SELECT NOT EXISTS (SELECT 1 FROM participations p WHERE p.requirement = 'REQUIRED' AND p.state NOT IN ('GIVEN', 'WAIVED')
       AND p.round_id = (SELECT id FROM discussion_rounds WHERE case_id = $1 ORDER BY ordinal DESC LIMIT 1)) AS complete`,
    [caseId],
  );
  const settled = complete && hasMaterial ? 'READY' : 'PREPARING';
  if (settled !== state) await moveCase(tx, caseId, settled);
}
