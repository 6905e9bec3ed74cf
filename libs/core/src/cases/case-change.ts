import type { CaseAction } from '@consilium/contracts';
import { authorise } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import { actionRules, fitsState } from './case-actions.rules.js';
import { caseFacts, factsForPolicy, type CaseFacts } from './case-facts.js';
import { wrongState } from './case-state.js';

/**
 * Begins a change of a case: the actor may do it, nobody changed the case since the version they saw, and it fits the state the case is in.
 * From here on this transaction is the only one that changes the case.
 */
export async function beginChange(
  tx: Transaction,
  caseNo: string,
  action: CaseAction,
  version: number,
): Promise<CaseFacts> {
  const seen = await caseFacts(tx, caseNo);
  authorise(tx.actor, actionRules[action].permission, factsForPolicy(seen));
  await tx.raiseVersion('cases', seen.id, version);
  // An opinion moves a case without raising its version, so the state is read again under the lock.
  const facts = await caseFacts(tx, { id: seen.id });
  if (!fitsState(action, facts.state)) throw wrongState(facts.state);
  return facts;
}
