import { contentOf, planDesk, refusal, testWorld, withStage, type PlanDesk, type TestWorld } from '@consilium/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PlanWritingService } from './plan-writing.service.js';
import { PlanReadingService } from './plan-reading.service.js';

const DAY = 86_400_000;
let world: TestWorld;
let desk: PlanDesk;
let writing: PlanWritingService;
let reading: PlanReadingService;

beforeAll(async () => {
  world = await testWorld();
  desk = await planDesk(world, 200);
  writing = world.get(PlanWritingService);
  reading = world.get(PlanReadingService);
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.database.write(desk.owner, (tx) => tx.query('DELETE FROM bookings'));
});

describe('asking the stage leads', () => {
  it('books the theatre for the operation and each lead for their stretch, and asks every lead', async () => {
    const plan = await desk.staged();
    expect(plan.state).toBe('STAGED');
    const start = Date.parse(plan.startsAt ?? '');
    const minutes = (time: Date) => (time.getTime() - start) / 60_000;
    expect((await desk.bookings(plan.id)).map((b) => [b.kind, minutes(b.startsAt), minutes(b.endsAt)])).toEqual([
      ['THEATRE', 0, 270],
      ['PERSON', 0, 60],
      ['PERSON', 60, 150],
      ['PERSON', 150, 270],
    ]);
    expect(await desk.asked(plan.id)).toEqual(['bone-1 1 OPEN', 'chair 1 OPEN', 'urology-1 1 OPEN']);
    expect(await desk.reminders(plan.id)).toEqual(
      ['bone-1', 'chair', 'urology-1'].flatMap((who) => ['OPENED', 'DUE', 'AFTER_24H'].map((step) => `${who} ${step}`)),
    );
    const dueAt = new Date(world.clock.now().getTime() + DAY).toISOString();
    expect(plan.stages.map(({ confirmation, confirmDueAt }) => [confirmation, confirmDueAt])).toEqual(
      plan.stages.map(() => ['WAITING', dueAt]),
    );
    const lead = await reading.read(await world.actor('chair'), plan.id);
    expect(lead.stages.map(({ availableActions }) => availableActions)).toEqual([[], ['confirm', 'decline'], []]);
  });

  it('wants the answer before the operation begins', async () => {
    const draft = await desk.drafted();
    const startsAt = new Date(world.clock.now().getTime() + DAY / 4).toISOString();
    const soon = await desk.save(draft, { startsAt });
    const plan = await writing.stage(desk.owner, soon.id, soon.version);
    expect(plan.stages.map(({ confirmDueAt }) => confirmDueAt)).toEqual([startsAt, startsAt, startsAt]);
  });

  it('is refused without stages, theatre or start, naming what is missing', async () => {
    const draft = await desk.drafted();
    const bare = await desk.save(draft, { stages: [], theatreId: null, startsAt: null });
    const problem = await refusal(writing.stage(desk.owner, bare.id, bare.version));
    expect(problem).toMatchObject({
      code: 'plan/incomplete',
      parameters: { missing: { zh: '至少一个阶段、手术间、手术开始时间' } },
    });
  });

  it('is refused once the start has passed, and a second time', async () => {
    const draft = await desk.drafted();
    world.clock.advance(8 * DAY);
    const late = await refusal(writing.stage(desk.owner, draft.id, draft.version));
    world.clock.advance(-8 * DAY);
    expect(late.extras.errors).toEqual([{ field: 'startsAt', code: 'in-the-past' }]);
    const plan = await writing.stage(desk.owner, draft.id, draft.version);
    expect((await refusal(writing.stage(desk.owner, plan.id, plan.version))).code).toBe('plan/wrong-state');
  });

  it('refuses a theatre that is taken, names by what without the patient, offers free times, and changes nothing', async () => {
    const first = await desk.staged();
    const draft = await desk.drafted();
    const problem = await refusal(writing.stage(desk.owner, draft.id, draft.version));
    expect(problem.code).toBe('booking/clash');
    expect(problem.extras.clashes).toContainEqual(
      expect.objectContaining({ resourceKind: 'THEATRE', title: expect.stringContaining(first.caseNo) }),
    );
    expect(JSON.stringify(problem.extras)).not.toContain(first.patient.maskedName);
    const [alternative] = problem.extras.alternatives ?? [];
    expect(await reading.read(desk.owner, draft.id)).toEqual(draft);
    expect(await desk.asked(draft.id)).toEqual([]);
    const moved = await desk.save(draft, { startsAt: alternative?.startsAt ?? null });
    expect((await writing.stage(desk.owner, moved.id, moved.version)).state).toBe('STAGED');
  });

  it('refuses a lead who operates elsewhere at that time', async () => {
    await desk.staged();
    const draft = await desk.drafted({ theatre: 1 });
    const problem = await refusal(writing.stage(desk.owner, draft.id, draft.version));
    expect(problem.extras.clashes?.map(({ resourceKind }) => resourceKind)).toEqual(['PERSON', 'PERSON', 'PERSON']);
  });
});

describe('changing a plan whose leads are asked', () => {
  it('asks only the lead whose stage reads differently, and reminds them of the change', async () => {
    const plan = await desk.staged();
    world.clock.advance(3_600_000);
    await desk.save(plan, { stages: withStage(plan, 'S2', { goal: '改为经骶前显露' }) });
    expect(await desk.asked(plan.id)).toEqual(['bone-1 1 OPEN', 'chair 2 OPEN', 'urology-1 1 OPEN']);
    expect((await desk.reminders(plan.id)).filter((what) => what.startsWith('chair'))).toEqual([
      'chair MOVED',
      'chair DUE',
      'chair AFTER_24H',
    ]);
    world.clock.advance(-3_600_000);
  });

  it('asks the new lead of a stage, and no longer the old one', async () => {
    const plan = await desk.staged();
    const { personId } = await world.actor('urology-2');
    await desk.save(plan, { stages: withStage(plan, 'S1', { leadId: personId ?? '' }) });
    expect(await desk.asked(plan.id)).toEqual(['bone-1 1 OPEN', 'chair 1 OPEN', 'urology-2 2 OPEN']);
    expect((await desk.reminders(plan.id)).filter((what) => what.startsWith('urology-1'))).toEqual([]);
  });

  it('no longer asks the lead of a stage that was taken out, and frees their time', async () => {
    const plan = await desk.staged();
    await desk.save(plan, { stages: contentOf(plan).stages.slice(0, 2) });
    expect(await desk.asked(plan.id)).toEqual(['bone-1 2 CANCELLED', 'chair 1 OPEN', 'urology-1 1 OPEN']);
    expect((await desk.reminders(plan.id)).filter((what) => what.startsWith('bone-1'))).toEqual([]);
    expect(await desk.bookings(plan.id)).toHaveLength(3);
  });

  it.each([['start'], ['theatre']])('asks everyone when the %s moves, and books anew', async (what) => {
    const plan = await desk.staged();
    const startsAt = new Date(Date.parse(plan.startsAt ?? '') + DAY).toISOString();
    await desk.save(plan, what === 'start' ? { startsAt } : { theatreId: await world.roomId('THEATRE', 2) });
    expect(await desk.asked(plan.id)).toEqual(['bone-1 2 OPEN', 'chair 2 OPEN', 'urology-1 2 OPEN']);
    const bookings = await desk.bookings(plan.id);
    expect(bookings).toHaveLength(4);
    expect(bookings[0]?.startsAt.toISOString()).toBe(what === 'start' ? startsAt : plan.startsAt);
  });

  it('asks nobody again when only the title or the anaesthesia reads differently', async () => {
    const plan = await desk.staged();
    const saved = await desk.save(plan, { title: '另一标题', anaesthesia: '全身麻醉联合硬膜外' });
    expect(saved.state).toBe('STAGED');
    expect(await desk.asked(plan.id)).toEqual(['bone-1 1 OPEN', 'chair 1 OPEN', 'urology-1 1 OPEN']);
  });

  it('keeps its bookings and answers when the new time is taken', async () => {
    await desk.staged();
    const plan = await desk.staged({ inDays: 9 });
    const before = await desk.bookings(plan.id);
    const startsAt = new Date(Date.parse(plan.startsAt ?? '') - 2 * DAY).toISOString();
    expect((await refusal(desk.save(plan, { startsAt }))).code).toBe('booking/clash');
    expect(await desk.bookings(plan.id)).toEqual(before);
    expect(await reading.read(desk.owner, plan.id)).toEqual(plan);
  });

  it('is refused where it would leave the plan without stages', async () => {
    const plan = await desk.staged();
    expect((await refusal(desk.save(plan, { stages: [] }))).code).toBe('plan/incomplete');
  });
});

it('of two people who stage two plans into one theatre at once, one gets it and the other is told', async () => {
  const [one, other] = [await desk.drafted(), await desk.drafted()];
  const outcomes = await Promise.allSettled(
    [one, other].map((plan) => writing.stage(desk.owner, plan.id, plan.version)),
  );
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const refused = outcomes.find((outcome) => outcome.status === 'rejected');
  expect(refused?.reason).toMatchObject({ code: 'booking/clash' });
});
