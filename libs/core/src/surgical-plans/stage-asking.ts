import type { PlanView } from '@consilium/contracts';
import { refreshCards } from '../boards/index.js';
import { moveCase } from '../cases/index.js';
import type { Transaction } from '../database/index.js';
import { closeObligation, openObligation } from '../reminders/index.js';
import { stageChanged } from './plan-content.rules.js';
import { planView } from './plan-reading.service.js';
import { planRecord, type PlanRecord, type StageRow } from './plan-record.js';

const HOUR = 3_600_000;
/** Timer STAGE_CONFIRM: a stage lead answers within 24 hours (default of the centre), and before the operation begins. */
const CONFIRM_HOURS = 24;
/** An operation this near is reason enough to be reminded at night. */
const PRESSING_HOURS = 24;

/** Asks one stage lead to confirm; an earlier answer no longer counts. */
export async function askLead(tx: Transaction, { plan, ofCase }: PlanRecord, stage: StageRow): Promise<void> {
  const begins = plan.startsAt?.getTime() ?? Infinity;
  const dueAt = new Date(Math.min(tx.now.getTime() + CONFIRM_HOURS * HOUR, Math.max(begins, tx.now.getTime())));
  await tx.query(
    `UPDATE surgical_stages SET confirmation = 'WAITING', confirm_due_at = $2, confirmed_at = NULL, decline_reason = NULL WHERE id = $1`,
    [stage.id, dueAt],
  );
  await openObligation(tx, {
    kind: 'STAGE_CONFIRMATION',
    subjectId: stage.id,
    hospitalId: ofCase.hospitalId,
    dueAt,
    caseId: ofCase.id,
    planId: plan.id,
    departmentId: stage.departmentId,
    personId: stage.leadId,
    pressing: begins - dueAt.getTime() <= PRESSING_HOURS * HOUR,
  });
}

/** After a change of a staged plan: asks those whose stage reads differently, everyone where the time or place moved. */
export async function askAgain(tx: Transaction, before: PlanRecord, after: PlanRecord): Promise<void> {
  const moved =
    before.plan.startsAt?.getTime() !== after.plan.startsAt?.getTime() ||
    before.plan.theatreId !== after.plan.theatreId;
  for (const old of before.stages) {
    if (!after.stages.some(({ id }) => id === old.id))
      await closeObligation(tx, 'STAGE_CONFIRMATION', old.id, 'CANCELLED');
  }
  for (const stage of after.stages) {
    const old = before.stages.find(({ id }) => id === stage.id);
    if (moved || !old || stageChanged(old, stage)) await askLead(tx, after, stage);
  }
  const confirmed = await settlePlan(tx, after.plan.id);
  // What was approved was the plan that everyone had confirmed.
  if (!confirmed && after.ofCase.state === 'PLAN_APPROVED') await moveCase(tx, after.ofCase.id, 'PLAN_IN_PREPARATION');
}

/** A staged plan is CONFIRMED while every one of its stages is. Returns whether it is. */
export async function settlePlan(tx: Transaction, planId: string): Promise<boolean> {
  const { confirmed } = await tx.one<{ confirmed: boolean }>(
    `UPDATE surgical_plans SET state = CASE WHEN EXISTS (SELECT 1 FROM surgical_stages WHERE plan_id = $1 AND confirmation <> 'CONFIRMED') THEN 'STAGED' ELSE 'CONFIRMED' END
     WHERE id = $1 RETURNING state = 'CONFIRMED' AS confirmed`,
    [planId],
  );
  return confirmed;
}

/** Ends a change of a plan: cards, announcements, and the plan as it is now. */
export async function publish(tx: Transaction, planId: string): Promise<PlanView> {
  const record = await planRecord(tx, planId);
  await refreshCards(tx, record.ofCase.id);
  await tx.announce('plan', planId);
  return planView(tx, record);
}
