import type { DemonstrationCase } from '@consilium/catalog';
import type { SurgicalStage } from '@consilium/contracts';
import {
  Database,
  moveCase,
  PlanReadingService,
  PlanWritingService,
  refreshCards,
  StageConfirmationService,
} from '@consilium/core';
import type { INestApplicationContext } from '@nestjs/common';
import { Records } from './records.js';
import type { ToldCase } from './referrals.js';
import type { Stage } from './stage.js';

const DEPARTMENT_SURGEONS: Record<string, string> = { 'colorectal-surgery': 'chair' };

/** Plays surgical plans: begun, asked of the stage leads, carried out long ago. */
export class Plans {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly stage: Stage,
  ) {}

  /** The patient agreed; the plan is an empty draft. */
  async begin(told: ToldCase, day: number, title = '手术方案'): Promise<string> {
    this.stage.goTo(this.stage.instant(day, '11:20'));
    const version = await this.stage.versionOf(told.caseNo);
    const owner = await this.stage.actor(told.owner);
    const { id } = await this.app
      .get(PlanWritingService)
      .start(owner, told.caseNo, { version, patientAgreedOn: this.stage.day(day - 1), title });
    return id;
  }

  /** The staged plan of a full case, its operation in `operationDay` days, with the last stages still to confirm. */
  async askStageLeads(
    told: ToldCase,
    of: DemonstrationCase,
    operationDay: number,
    { unconfirmed }: { unconfirmed: number },
  ): Promise<void> {
    const planId = await this.begin(told, -6, of.surgicalPlan.title);
    const owner = await this.stage.actor(told.owner);
    const writing = this.app.get(PlanWritingService);
    const { version } = await this.app.get(PlanReadingService).read(owner, planId);
    const [theatreId, leadId, stages] = [
      await this.stage.roomId('3 号手术间'),
      await this.stage.personId(told.owner),
      await this.stagesOf(of),
    ];
    const saved = await writing.save(owner, planId, {
      version,
      title: of.surgicalPlan.title,
      leadId,
      theatreId,
      startsAt: this.stage.instant(operationDay, '08:00').toISOString(),
      anaesthesia: of.surgicalPlan.anaesthesia,
      position: of.surgicalPlan.position,
      stages,
    });
    this.stage.goTo(this.stage.instant(-1, '10:30'));
    let present = await writing.stage(owner, planId, saved.version);
    for (const { id, departmentId } of present.stages.slice(0, Math.max(0, present.stages.length - unconfirmed))) {
      const lead =
        of.surgicalPlan.stages.find((_stage, index) => present.stages[index]?.id === id)?.departmentCode ??
        departmentId;
      present = await this.app
        .get(StageConfirmationService)
        .confirm(await this.stage.actor(this.surgeon(lead)), planId, id, present.version);
    }
  }

  /** Operated on `operationDay` and followed up since: history before this record began, so the states are set, on record. */
  async operateAndFollowUp(told: ToldCase, of: DemonstrationCase, operationDay: number): Promise<void> {
    await this.begin(told, operationDay - 4, of.surgicalPlan.title);
    this.stage.goTo(this.stage.instant(operationDay, '17:00'));
    await this.moveAlong(told, ['PLAN_APPROVED', 'IN_TREATMENT', 'FOLLOW_UP']);
    this.stage.goTo(this.stage.instant(0, '00:02'));
    await new Records(this.app, this.stage).conclude(of, { ...told, until: 0 }, operationDay);
  }

  async startFollowUp(told: ToldCase): Promise<void> {
    this.stage.goTo(this.stage.instant(-20, '17:00'));
    await this.moveAlong(told, ['IN_TREATMENT', 'FOLLOW_UP']);
  }

  private async moveAlong(told: ToldCase, states: readonly Parameters<typeof moveCase>[2][]): Promise<void> {
    await this.app.get(Database).write(await this.stage.actor('coordinator'), async (tx) => {
      const { id } = await tx.one<{ id: string }>('SELECT id FROM cases WHERE case_no = $1', [told.caseNo]);
      for (const state of states) await moveCase(tx, id, state);
      await refreshCards(tx, id);
    });
  }

  private async stagesOf(of: DemonstrationCase): Promise<SurgicalStage[]> {
    return Promise.all(
      of.surgicalPlan.stages.map(async (stage) => ({
        code: stage.code,
        departmentId: await this.stage.departmentId(stage.departmentCode),
        leadId: await this.stage.personId(this.surgeon(stage.departmentCode)),
        goal: stage.goal,
        structuresAtRisk: stage.structuresAtRisk,
        entryCondition: '',
        handoverCondition: stage.handoverCondition.text,
        contingency: stage.contingency,
        minutes: stage.minutes,
        bloodUnits: stage.bloodUnits,
        dayOffset: stage.dayOffset,
        after: stage.after,
      })),
    );
  }

  private surgeon(departmentCode: string): string {
    return DEPARTMENT_SURGEONS[departmentCode] ?? this.stage.speaker(departmentCode);
  }
}
