import { planView, type PlanContent } from '@consilium/contracts';
import {
  contentOf,
  decidedCase,
  stageOf,
  planDesk,
  refusal,
  testWorld,
  withStage,
  type PlanDesk,
  type TestWorld,
} from '@consilium/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PlanWritingService } from './plan-writing.service.js';
import { PlanReadingService } from './plan-reading.service.js';

let world: TestWorld;
let desk: PlanDesk;
let writing: PlanWritingService;
let reading: PlanReadingService;

beforeAll(async () => {
  world = await testWorld();
  desk = await planDesk(world, 80);
  writing = world.get(PlanWritingService);
  reading = world.get(PlanReadingService);
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.database.write(desk.owner, (tx) => tx.query('DELETE FROM bookings'));
});

describe('starting a surgical plan', () => {
  const start = (caseNo: string, version: number, changes: { patientAgreedOn?: string } = {}, actor = desk.owner) =>
    writing.start(actor, caseNo, { version, patientAgreedOn: '2026-11-18', title: '手术方案', ...changes });

  it('opens an empty draft led by the owner of the case, and the case is planning surgery', async () => {
    const { caseNo, version } = await decidedCase(world, { ordinal: desk.next() });
    const { id } = await start(caseNo, version);
    const plan = planView.parse(await reading.read(desk.owner, id));
    expect(plan).toMatchObject({
      state: 'DRAFT',
      number: 1,
      leadId: desk.owner.personId,
      stages: [],
      availableActions: ['edit', 'stage'],
    });
    expect(await desk.caseState(caseNo)).toBe('PLAN_IN_PREPARATION');
    expect((await reading.list(desk.owner)).items.map((item) => item.id)).toContain(id);
  });

  it('needs a signed decision for surgery', async () => {
    const { caseNo, version } = await decidedCase(world, { ordinal: desk.next(), direction: 'RADIOTHERAPY' });
    expect((await refusal(start(caseNo, version))).code).toBe('plan/not-surgical');
    expect(await desk.caseState(caseNo)).toBe('DECIDED');
  });

  it('is refused before the case is decided', async () => {
    const { caseNo, version } = await decidedCase(world, { ordinal: desk.next() });
    await desk.setCaseState(caseNo, 'DECISION_PENDING');
    expect((await refusal(start(caseNo, version))).code).toBe('case/wrong-state');
  });

  it('is refused with the patient’s agreement dated tomorrow, on an old version, and twice', async () => {
    const { caseNo, version } = await decidedCase(world, { ordinal: desk.next() });
    const tomorrow = await refusal(start(caseNo, version, { patientAgreedOn: '2026-11-19' }));
    expect(tomorrow.extras.errors).toEqual([{ field: 'patientAgreedOn', code: 'in-the-future' }]);
    expect((await refusal(start(caseNo, version - 1))).code).toBe('object/stale');
    await start(caseNo, version);
    expect((await refusal(start(caseNo, version + 1))).code).toBe('case/wrong-state');
    expect((await refusal(start(caseNo, version))).code).toBe('object/stale');
  });

  it('is for the owner of the case: others of the department may not, other departments do not know of it', async () => {
    const { caseNo, version } = await decidedCase(world, { ordinal: desk.next() });
    expect((await refusal(start(caseNo, version, {}, await world.actor('urology-3')))).code).toBe('access/denied');
    expect((await refusal(start(caseNo, version, {}, await world.actor('icu-1')))).code).toBe('object/not-found');
  });
});

describe('saving a draft', () => {
  it('keeps everything and reckons when each stage begins', async () => {
    const draft = await desk.drafted();
    expect(draft).toMatchObject({ state: 'DRAFT', operationMinutes: 270, bloodUnits: 6 });
    expect(draft.stages.map(({ code, startsAfterMinutes }) => [code, startsAfterMinutes])).toEqual([
      ['S1', 0],
      ['S2', 60],
      ['S3', 150],
    ]);
    expect(contentOf(planView.parse(await reading.read(desk.owner, draft.id)))).toEqual(contentOf(draft));
    expect(await desk.bookings(draft.id)).toEqual([]);
    expect(await desk.asked(draft.id)).toEqual([]);
  });

  it('refuses what is wrong at its field and changes nothing', async () => {
    const draft = await desk.drafted();
    const [first] = contentOf(draft).stages;
    if (!first) throw new Error('no stage');
    const ghost = '00000000-0000-4000-8000-000000000000';
    const bone = await stageOf(world, 'S4', 'urology', 'bone-1');
    const nurse = await world.actor('theatre-nurse');
    const wrong: [Partial<PlanContent>, string, string][] = [
      [{ leadId: ghost }, 'leadId', 'unknown'],
      [{ leadId: nurse.personId ?? '' }, 'leadId', 'unknown'],
      [{ theatreId: await world.roomId('MEETING_ROOM') }, 'theatreId', 'unknown'],
      [{ startsAt: new Date(world.clock.now().getTime() - 1).toISOString() }, 'startsAt', 'in-the-past'],
      [{ stages: withStage(draft, 'S1', { departmentId: ghost }) }, 'stages.0.departmentId', 'unknown'],
      [{ stages: withStage(draft, 'S2', { leadId: ghost }) }, 'stages.1.leadId', 'unknown'],
      [{ stages: [...contentOf(draft).stages, bone] }, 'stages.3.leadId', 'not-of-department'],
      [{ stages: [...contentOf(draft).stages, first] }, 'stages.3.code', 'duplicate'],
      [{ stages: withStage(draft, 'S2', { after: ['S9'] }) }, 'stages.1.after', 'unknown'],
      [{ stages: withStage(draft, 'S1', { after: ['S3'] }) }, 'stages.0.after', 'loop'],
      [{ stages: withStage(draft, 'S2', { dayOffset: -1 }) }, 'stages.1.after', 'later-day'],
    ];
    for (const [changes, field, code] of wrong) {
      const problem = await refusal(desk.save(draft, changes));
      expect(problem.code).toBe('request/invalid');
      expect(problem.extras.errors).toEqual([expect.objectContaining({ field, code })]);
    }
    const present = await reading.read(desk.owner, draft.id);
    expect(present).toEqual(draft);
  });

  it('refuses a plan somebody else has saved since, and says who', async () => {
    const draft = await desk.drafted();
    await desk.save(draft, { title: '另一标题' });
    const problem = await refusal(desk.save(draft, { title: '旧页面' }));
    expect(problem).toMatchObject({ code: 'object/stale', parameters: { who: expect.any(String) } });
    expect(problem.extras.currentVersion).toBe(draft.version + 1);
    expect((await reading.read(desk.owner, draft.id)).title).toBe('另一标题');
  });

  it('is for the owner and the lead of the plan; a stage lead reads it, others do not know of it', async () => {
    const draft = await desk.drafted();
    const bone = await world.actor('bone-1');
    const content = { ...contentOf(draft), version: draft.version };
    expect((await reading.read(bone, draft.id)).availableActions).toEqual([]);
    expect((await refusal(writing.save(bone, draft.id, content))).code).toBe('access/denied');
    expect((await refusal(reading.read(await world.actor('icu-1'), draft.id))).code).toBe('object/not-found');
    expect((await refusal(reading.read(await world.actor('beichen-expert'), draft.id))).code).toBe('object/not-found');
    const led = await desk.save(draft, { leadId: bone.personId ?? '' });
    const byLead = await writing.save(bone, draft.id, {
      ...contentOf(led),
      title: '由总负责人修改',
      version: led.version,
    });
    expect(byLead.title).toBe('由总负责人修改');
  });

  it('is refused once the case is on hold', async () => {
    const draft = await desk.drafted();
    await desk.setCaseState(draft.caseNo, 'ON_HOLD');
    expect((await refusal(desk.save(draft, {}))).code).toBe('case/wrong-state');
    expect((await refusal(writing.stage(desk.owner, draft.id, draft.version))).code).toBe('case/wrong-state');
  });
});

it('the list shows each person the plans they may open', async () => {
  const plan = await desk.staged({ inDays: 20 });
  const listed = async (account: string) => (await reading.list(await world.actor(account))).items.map(({ id }) => id);
  for (const account of ['urology-2', 'bone-1', 'coordinator', 'director'])
    expect(await listed(account)).toContain(plan.id);
  for (const account of ['icu-1', 'administrator', 'beichen-expert']) expect(await listed(account)).toEqual([]);
});
