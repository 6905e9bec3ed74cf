import type { Direction, PlanContent, PlanView, SurgicalStage } from '@consilium/contracts';
import { AgendaService, CaseReadingService, PlanReadingService, PlanWritingService } from '@consilium/core';
import { acceptedCase } from './case-builder.js';
import { itemOf, scheduledSession } from './session-builder.js';
import type { TestWorld } from './test-world.js';

const DAY = 86_400_000;

/** A case of urology-2 whose decision was signed a moment ago; laid down directly, so that tests of plans need no discussion. */
export async function decidedCase(
  world: TestWorld,
  { ordinal, direction = 'SURGERY', inHours }: { ordinal: number; direction?: Direction; inHours?: number },
): Promise<{ caseNo: string; version: number }> {
  const { caseNo } = await acceptedCase(world, { ordinal, required: ['urology', 'colorectal-surgery'] });
  const coordinator = await world.actor('coordinator');
  const session = await scheduledSession(world, { minutes: 30, inHours: inHours ?? 29 + ordinal });
  const filled = await world
    .get(AgendaService)
    .addCase(coordinator, session.id, { version: session.version, caseNo, minutes: 15, shareWithHospitalIds: [] });
  await world.database.write(coordinator, async (tx) => {
    await tx.query(
      `INSERT INTO decisions (id, round_id, agenda_item_id, state, direction, recorded_by, signed_by, signed_at, content_hash, updated_at)
       SELECT $1, i.round_id, i.id, 'SIGNED', $3, $4, $4, $5, 'hash', $5 FROM agenda_items i WHERE i.id = $2`,
      [tx.newId(), itemOf(filled).id, direction, coordinator.personId, tx.now],
    );
    await tx.query(`UPDATE cases SET state = 'DECIDED' WHERE case_no = $1`, [caseNo]);
  });
  const { version } = await world.get(CaseReadingService).read(coordinator, caseNo);
  return { caseNo, version };
}

/** A stage led by a person of a department, both by name. */
export async function stageOf(
  world: TestWorld,
  code: string,
  departmentCode: string,
  account: string,
  changes: Partial<SurgicalStage> = {},
): Promise<SurgicalStage> {
  const { personId } = await world.actor(account);
  if (personId === null) throw new Error(`${account} is not a person`);
  return {
    code,
    departmentId: await world.departmentId(departmentCode),
    leadId: personId,
    goal: '显露并保护双侧输尿管',
    structuresAtRisk: ['髂外静脉'],
    entryCondition: '',
    handoverCondition: '双侧输尿管全程可辨',
    contingency: '损伤即修补并留置支架',
    minutes: 60,
    bloodUnits: 2,
    dayOffset: 0,
    after: [],
    ...changes,
  };
}

/** Three stages of three departments, one after another, in theatre `theatre` in `inDays` days at nine in the morning. */
export async function planContentOf(
  world: TestWorld,
  { inDays = 7, theatre = 0 }: { inDays?: number; theatre?: number } = {},
): Promise<PlanContent> {
  const { personId } = await world.actor('urology-2');
  return {
    title: '盆腔肿瘤整块切除',
    leadId: personId ?? '',
    theatreId: await world.roomId('THEATRE', theatre),
    startsAt: new Date(world.clock.now().getTime() + inDays * DAY).toISOString(),
    anaesthesia: '全身麻醉',
    position: '截石位',
    stages: [
      await stageOf(world, 'S1', 'urology', 'urology-1'),
      await stageOf(world, 'S2', 'colorectal-surgery', 'chair', { after: ['S1'], minutes: 90 }),
      await stageOf(world, 'S3', 'bone-soft-tissue-oncology', 'bone-1', { after: ['S2'], minutes: 120 }),
    ],
  };
}

/** A draft with the content of {@link planContentOf}. */
export async function draftedPlan(
  world: TestWorld,
  wanted: { ordinal: number; inDays?: number; theatre?: number },
): Promise<PlanView> {
  const owner = await world.actor('urology-2');
  const { caseNo, version } = await decidedCase(world, wanted);
  const writing = world.get(PlanWritingService);
  const patientAgreedOn = world.clock.now().toISOString().slice(0, 10);
  const { id } = await writing.start(owner, caseNo, { version, patientAgreedOn, title: '手术方案' });
  const begun = await world.get(PlanReadingService).read(owner, id);
  return writing.save(owner, id, { ...(await planContentOf(world, wanted)), version: begun.version });
}

/** The content of a plan as a screen would send it back. */
export function contentOf(plan: PlanView): PlanContent {
  return {
    title: plan.title,
    leadId: plan.leadId,
    theatreId: plan.theatreId,
    startsAt: plan.startsAt,
    anaesthesia: plan.anaesthesia,
    position: plan.position,
    stages: plan.stages.map((stage) => ({
      code: stage.code,
      departmentId: stage.departmentId,
      leadId: stage.leadId,
      goal: stage.goal,
      structuresAtRisk: stage.structuresAtRisk,
      entryCondition: stage.entryCondition,
      handoverCondition: stage.handoverCondition,
      contingency: stage.contingency,
      minutes: stage.minutes,
      bloodUnits: stage.bloodUnits,
      dayOffset: stage.dayOffset,
      after: stage.after,
    })),
  };
}
