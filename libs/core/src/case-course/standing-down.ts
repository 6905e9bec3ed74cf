import { obligationKinds } from '@consilium/contracts';
import type { CaseFacts } from '../cases/index.js';
import { leaveAgenda } from '../consult-sessions/index.js';
import type { Transaction } from '../database/index.js';
import { closeObligationsOf } from '../reminders/index.js';
import { standDownPlans } from '../surgical-plans/index.js';

/** An emergency access is reviewed whatever becomes of the case. */
const KEPT: readonly string[] = ['EMERGENCY_ACCESS'];
const ENDED = obligationKinds.schema.options.filter((kind) => !KEPT.includes(kind));

/**
 * A case leaves the way it was on: it leaves the agenda it waits on, with what was shared for it, a plan not yet carried out falls back to a
 * draft, and nothing more is owed, so that nobody is reminded of a patient who is not there.
 */
export async function standDown(tx: Transaction, { id, state }: CaseFacts): Promise<void> {
  if (state === 'SCHEDULED') await leaveAgenda(tx, id);
  await standDownPlans(tx, id);
  await closeObligationsOf(tx, { caseId: id, kinds: ENDED }, 'CANCELLED');
}
