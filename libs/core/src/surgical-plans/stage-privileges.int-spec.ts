import {
  planDesk,
  refusal,
  stageOf,
  testWorld,
  withStage,
  contentOf,
  type PlanDesk,
  type TestWorld,
} from '@consilium/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { personOf } from '../access/index.js';
import { PlanWritingService } from './plan-writing.service.js';

let world: TestWorld;
let desk: PlanDesk;
let writing: PlanWritingService;

beforeAll(async () => {
  world = await testWorld();
  desk = await planDesk(world, 0);
  writing = world.get(PlanWritingService);
});
afterAll(() => world.close());
afterEach(() =>
  world.rows(
    'UPDATE surgical_privileges SET withdrawn_at = NULL, withdrawn_by = NULL, withdraw_reason = NULL, level = 4, valid_to = $1',
    ['2030-01-01'],
  ),
);

/** Changes what a surgeon holds, past the office that grants it. */
const privilegeOf = async (account: string, set: string) =>
  world.rows(`UPDATE surgical_privileges SET ${set} WHERE person_id = $1`, [personOf(await world.actor(account))]);
const WITHDRAWN = `withdrawn_at = now(), withdrawn_by = person_id, withdraw_reason = 'x'`;

describe('a plan whose surgical stage has a lead without the privilege', () => {
  it.each([
    ['withdrawn', WITHDRAWN],
    ['of level 3', 'level = 3'],
    // The operation is on 25 November.
    ['ended the day before the operation', `valid_to = '2026-11-24'`],
  ])('(%s) is not sent out, and the answer names the stage and the person', async (_what, set) => {
    const plan = await desk.drafted();
    await privilegeOf('chair', set);
    const refused = await refusal(writing.stage(desk.owner, plan.id, plan.version));
    expect(refused.code).toBe('request/invalid');
    expect(refused.extras.errors).toEqual([
      {
        field: 'stages.1.leadId',
        code: 'no-privilege',
        parameters: {
          stage: 'S2',
          person: (await world.actor('chair')).name,
          day: '2026-11-25',
          level: { zh: '四级手术', en: 'level 4' },
        },
      },
    ]);
    expect(await desk.asked(plan.id)).toEqual([]);
  });

  it('counts the last day of the privilege', async () => {
    const plan = await desk.drafted({ inDays: 8 });
    await privilegeOf('chair', `valid_to = '2026-11-26'`);
    expect((await writing.stage(desk.owner, plan.id, plan.version)).state).toBe('STAGED');
  });

  it('counts no privilege of another hospital', async () => {
    const plan = await desk.drafted({ inDays: 9 });
    await privilegeOf('chair', `hospital_id = (SELECT id FROM hospitals WHERE code = 'beichen')`);
    expect((await refusal(writing.stage(desk.owner, plan.id, plan.version))).extras.errors).toHaveLength(1);
    await privilegeOf('chair', `hospital_id = (SELECT id FROM hospitals WHERE is_host)`);
  });

  it('is not sent out by a change of a plan that waits for its leads', async () => {
    const plan = await desk.staged({ inDays: 10 });
    await privilegeOf('urology-3', 'level = 3');
    const { personId } = await world.actor('urology-3');
    const refused = await refusal(desk.save(plan, { stages: withStage(plan, 'S1', { leadId: personId ?? '' }) }));
    expect(refused.extras.errors).toMatchObject([{ field: 'stages.0.leadId', code: 'no-privilege' }]);
    expect(await desk.asked(plan.id)).toEqual(['bone-1 1 OPEN', 'chair 1 OPEN', 'urology-1 1 OPEN']);
  });

  it('is kept as a draft all the same', async () => {
    const plan = await desk.drafted({ inDays: 11 });
    await privilegeOf('chair', WITHDRAWN);
    expect((await desk.save(plan, { title: '另一标题' })).title).toBe('另一标题');
  });
});

it('stages of departments that do not operate need none', async () => {
  const plan = await desk.drafted({ inDays: 12 });
  const embolisation = await stageOf(world, 'S4', 'interventional-oncology', 'interventional-1', { dayOffset: -1 });
  const saved = await desk.save(plan, { stages: [...contentOf(plan).stages, embolisation] });
  expect((await writing.stage(desk.owner, saved.id, saved.version)).state).toBe('STAGED');
});

describe('a lead who is posted', () => {
  it('leads a stage on the days of the posting and with a privilege of this hospital', async () => {
    const surgeon = personOf(await world.actor('beichen-expert'));
    const urology = await world.departmentId('urology');
    await world.rows(
      `INSERT INTO memberships (id, person_id, hospital_id, department_id, role, posting, valid_from, valid_to)
       SELECT gen_random_uuid(), $1, h.id, $2, 'DEPT_MEMBER', 'SHORT', '2026-11-30', '2026-12-02' FROM hospitals h WHERE h.is_host`,
      [surgeon, urology],
    );
    const plan = await desk.drafted({ inDays: 13 });
    const led = await desk.save(plan, { stages: withStage(plan, 'S1', { leadId: surgeon }) });
    expect((await refusal(writing.stage(desk.owner, led.id, led.version))).extras.errors).toMatchObject([
      { field: 'stages.0.leadId', code: 'no-privilege' },
    ]);
    await world.rows(
      `INSERT INTO surgical_privileges (id, person_id, hospital_id, level, valid_from, valid_to, granted_at, granted_by)
       SELECT gen_random_uuid(), $1, h.id, 4, '2026-11-01', '2027-11-01', now(), $1 FROM hospitals h WHERE h.is_host`,
      [surgeon],
    );
    const after = await desk.save(led, { startsAt: '2026-12-03T01:00:00.000Z' });
    expect((await refusal(writing.stage(desk.owner, after.id, after.version))).extras.errors).toMatchObject([
      { field: 'stages.0.leadId', code: 'not-on-staff-then', parameters: { day: '2026-12-03' } },
    ]);
    const within = await desk.save(after, { startsAt: '2026-12-02T01:00:00.000Z' });
    expect((await writing.stage(desk.owner, within.id, within.version)).state).toBe('STAGED');
  });
});
