import { releaseBookings } from '../consult-sessions/index.js';
import type { Transaction } from '../database/index.js';
import { closeObligationsOf } from '../reminders/index.js';

/**
 * A plan whose case goes another way before the operation falls back to a draft: theatre and people are free again, and every stage lead
 * confirms anew should it be taken up again. Default: whatever is confirmed is confirmed for one date and one course.
 */
export async function standDownPlans(tx: Transaction, caseId: string): Promise<void> {
  const staged = await tx.query<{ id: string; state: string }>(
    `UPDATE surgical_plans n SET state = 'DRAFT', version = n.version + 1, updated_at = $2, updated_by = $3
     FROM (SELECT id, state FROM surgical_plans WHERE case_id = $1 AND state <> 'DRAFT' FOR UPDATE) b
     WHERE n.id = b.id RETURNING n.id, b.state`,
    [caseId, tx.now, tx.actor.personId],
  );
  for (const { id, state } of staged) {
    await tx.query(
      `UPDATE surgical_stages SET confirmation = 'WAITING', confirm_due_at = NULL, confirmed_at = NULL, decline_reason = NULL WHERE plan_id = $1`,
      [id],
    );
    await releaseBookings(tx, 'OPERATION', id);
    await closeObligationsOf(tx, { planId: id }, 'CANCELLED');
    await tx.audit({
      action: 'plan.stood-down',
      objectKind: 'plan',
      objectId: id,
      caseId,
      before: { state },
      after: { state: 'DRAFT' },
    });
    await tx.announce('plan', id);
  }
}
