import { Injectable } from '@nestjs/common';
import { planStates, type PlanView } from '@consilium/contracts';
import { authorise, authoriseSight, type Actor } from '../access/index.js';
import { fingerprint } from '../audit/index.js';
import { releaseBookings } from '../consult-sessions/index.js';
import { Database, type Transaction } from '../database/index.js';
import { notFound, Problem } from '../errors/index.js';
import { closeObligation, closeObligationsOf } from '../reminders/index.js';
import { planFacts, planRecord, refuseUnlessPlanning, type PlanRecord, type StageRow } from './plan-record.js';
import { publish, settlePlan } from './stage-asking.js';

/** The answers of the stage leads. */
@Injectable()
export class StageConfirmationService {
  constructor(private readonly database: Database) {}

  /** The lead confirms their stage; with the last one the plan is CONFIRMED. */
  async confirm(actor: Actor, planId: string, stageId: string, version: number): Promise<PlanView> {
    return this.answer(actor, planId, stageId, version, async (tx, { ofCase }) => {
      await tx.query(`UPDATE surgical_stages SET confirmation = 'CONFIRMED', confirmed_at = $2 WHERE id = $1`, [
        stageId,
        tx.now,
      ]);
      await closeObligation(tx, 'STAGE_CONFIRMATION', stageId, 'DONE');
      await settlePlan(tx, planId);
      await tx.audit({
        action: 'stage.confirmed',
        objectKind: 'stage',
        objectId: stageId,
        caseId: ofCase.id,
        before: { confirmation: 'WAITING' },
        after: { confirmation: 'CONFIRMED' },
      });
    });
  }

  /** The lead declines with a reason: the plan goes back to draft, its time is freed and nobody is asked further. */
  async decline(
    actor: Actor,
    planId: string,
    stageId: string,
    input: { version: number; reason: string },
  ): Promise<PlanView> {
    return this.answer(actor, planId, stageId, input.version, async (tx, { ofCase }) => {
      await tx.query(`UPDATE surgical_stages SET confirmation = 'DECLINED', decline_reason = $2 WHERE id = $1`, [
        stageId,
        input.reason,
      ]);
      // Nothing is confirmed in a draft: with the next staging everyone is asked anew.
      await tx.query(
        `UPDATE surgical_stages SET confirmation = 'WAITING', confirmed_at = NULL, confirm_due_at = NULL WHERE plan_id = $1 AND id <> $2`,
        [planId, stageId],
      );
      await closeObligation(tx, 'STAGE_CONFIRMATION', stageId, 'DONE');
      await closeObligationsOf(tx, { planId, kinds: ['STAGE_CONFIRMATION'] }, 'CANCELLED');
      await releaseBookings(tx, 'OPERATION', planId);
      await tx.query(`UPDATE surgical_plans SET state = 'DRAFT' WHERE id = $1`, [planId]);
      await tx.audit({
        action: 'stage.declined',
        objectKind: 'stage',
        objectId: stageId,
        caseId: ofCase.id,
        before: { confirmation: 'WAITING' },
        after: { confirmation: 'DECLINED', reason: fingerprint(input.reason) },
      });
    });
  }

  private async answer(
    actor: Actor,
    planId: string,
    stageId: string,
    version: number,
    change: (tx: Transaction, record: PlanRecord, stage: StageRow) => Promise<void>,
  ): Promise<PlanView> {
    return this.database.write(actor, async (tx) => {
      const seen = await planRecord(tx, planId);
      authoriseSight(actor, 'plan:read', planFacts(seen));
      const stage = seen.stages.find(({ id }) => id === stageId);
      if (!stage) throw notFound();
      authorise(actor, 'stage:confirm', { hospitalId: seen.ofCase.hospitalId, leadId: stage.leadId });
      await tx.raiseVersion('surgical_plans', planId, version);
      const record = await planRecord(tx, planId);
      refuseUnlessPlanning(record.ofCase);
      const present = record.stages.find(({ id }) => id === stageId);
      if (record.plan.state !== 'STAGED' || present?.confirmation !== 'WAITING')
        throw new Problem('plan/wrong-state', { state: planStates.labels[record.plan.state] });
      await change(tx, record, present);
      return publish(tx, planId);
    });
  }
}
