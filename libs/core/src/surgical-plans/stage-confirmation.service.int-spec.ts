import type { PlanView } from '@consilium/contracts';
import { planDesk, refusal, testWorld, withStage, type PlanDesk, type TestWorld } from '@consilium/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PlanWritingService } from './plan-writing.service.js';
import { PlanReadingService } from './plan-reading.service.js';
import { StageConfirmationService } from './stage-confirmation.service.js';

let world: TestWorld;
let desk: PlanDesk;
let writing: PlanWritingService;
let reading: PlanReadingService;
let confirmations: StageConfirmationService;

beforeAll(async () => {
  world = await testWorld();
  desk = await planDesk(world, 320);
  writing = world.get(PlanWritingService);
  reading = world.get(PlanReadingService);
  confirmations = world.get(StageConfirmationService);
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.database.write(desk.owner, (tx) => tx.query('DELETE FROM bookings'));
});

describe('the answers of the stage leads', () => {
  const stageId = (plan: PlanView, code: string) => plan.stages.find((stage) => stage.code === code)?.id ?? '';
  const confirm = async (plan: PlanView, code: string, account: string) =>
    confirmations.confirm(await world.actor(account), plan.id, stageId(plan, code), plan.version);
  const confirmedPlan = async () => {
    let plan = await desk.staged();
    for (const [code, account] of [
      ['S1', 'urology-1'],
      ['S2', 'chair'],
      ['S3', 'bone-1'],
    ] as const) {
      expect(plan.state).toBe('STAGED');
      plan = await confirm(plan, code, account);
    }
    return plan;
  };

  it('confirm the plan with the last of them, and nothing is owed any more', async () => {
    const plan = await confirmedPlan();
    expect(plan.state).toBe('CONFIRMED');
    expect(await desk.asked(plan.id)).toEqual(['bone-1 2 DONE', 'chair 2 DONE', 'urology-1 2 DONE']);
    expect(await desk.reminders(plan.id)).toEqual([]);
    expect((await refusal(confirm(plan, 'S1', 'urology-1'))).code).toBe('plan/wrong-state');
  });

  it('are their own: neither the owner of the plan nor another lead can give them', async () => {
    const plan = await desk.staged();
    for (const account of ['urology-2', 'bone-1', 'urology-3'])
      expect((await refusal(confirm(plan, 'S1', account))).code).toBe('access/denied');
    expect((await refusal(confirm(plan, 'S1', 'icu-1'))).code).toBe('object/not-found');
    expect((await reading.read(desk.owner, plan.id)).version).toBe(plan.version);
  });

  it('are given once and to the plan the lead has seen', async () => {
    const plan = await desk.staged();
    const confirmed = await confirm(plan, 'S1', 'urology-1');
    expect((await refusal(confirm(plan, 'S2', 'chair'))).code).toBe('object/stale');
    expect((await refusal(confirm(confirmed, 'S1', 'urology-1'))).code).toBe('plan/wrong-state');
  });

  it('send the plan back to draft when one declines: its time is free and nobody is asked further', async () => {
    const plan = await confirm(await desk.staged(), 'S1', 'urology-1');
    const declined = await confirmations.decline(await world.actor('chair'), plan.id, stageId(plan, 'S2'), {
      version: plan.version,
      reason: '当日外出会议',
    });
    expect(declined.state).toBe('DRAFT');
    expect(declined.stages.map(({ confirmation, declineReason }) => [confirmation, declineReason])).toEqual([
      ['WAITING', null],
      ['DECLINED', '当日外出会议'],
      ['WAITING', null],
    ]);
    expect(await desk.bookings(plan.id)).toEqual([]);
    expect(await desk.asked(plan.id)).toEqual(['bone-1 2 CANCELLED', 'chair 2 DONE', 'urology-1 2 DONE']);
    expect(await desk.reminders(plan.id)).toEqual([]);

    const again = await writing.stage(desk.owner, plan.id, declined.version);
    expect(again.stages.map(({ confirmation }) => confirmation)).toEqual(['WAITING', 'WAITING', 'WAITING']);
    expect(await desk.asked(plan.id)).toEqual(['bone-1 3 OPEN', 'chair 3 OPEN', 'urology-1 3 OPEN']);
  });

  it('are asked again of the changed stage alone after all had confirmed, and the approval of the plan lapses', async () => {
    const plan = await confirmedPlan();
    await desk.setCaseState(plan.caseNo, 'PLAN_APPROVED');
    const titled = await desk.save(plan, { title: '另一标题' });
    expect(titled.state).toBe('CONFIRMED');
    expect(await desk.caseState(plan.caseNo)).toBe('PLAN_APPROVED');
    const edited = await desk.save(titled, { stages: withStage(titled, 'S3', { minutes: 150 }) });
    expect(edited.state).toBe('STAGED');
    expect(edited.stages.map(({ confirmation }) => confirmation)).toEqual(['CONFIRMED', 'CONFIRMED', 'WAITING']);
    expect(await desk.caseState(plan.caseNo)).toBe('PLAN_IN_PREPARATION');
  });
});
