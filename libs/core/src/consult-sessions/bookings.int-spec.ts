import { scheduledSession, sessionPlanOf, testWorld, type TestWorld, refusal } from '@consilium/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.js';
import { ConstraintViolation } from '../errors/index.js';
import { book, bookingProblem, clashesOf, DOUBLE_BOOKING, releaseBookings, type WantedBooking } from './bookings.js';
import { SessionPlanningService } from './session-planning.service.js';

let world: TestWorld;
let planning: SessionPlanningService;
let coordinator: Actor;

beforeAll(async () => {
  world = await testWorld();
  planning = world.get(SessionPlanningService);
  coordinator = await world.actor('coordinator');
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.database.write(coordinator, async (tx) => {
    await tx.query('DELETE FROM bookings');
  });
});

const bookings = async () => (await world.rows<{ n: number }>('SELECT count(*)::int AS n FROM bookings'))[0]?.n;

describe('a second booking at the same time', () => {
  it('of a room is refused, names what is there, and offers a time that then works', async () => {
    const first = await scheduledSession(world, { title: '周四例会' });
    const plan = await sessionPlanOf(world, { chair: 'urology-1', recorder: 'urology-2' });
    const before = await bookings();
    const problem = await refusal(planning.schedule(coordinator, plan));
    expect(problem.code).toBe('booking/clash');
    expect(problem.extras.clashes).toMatchObject([
      {
        resourceKind: 'ROOM',
        resourceId: plan.roomId,
        title: '周四例会',
        startsAt: first.startsAt,
        endsAt: first.endsAt,
      },
    ]);
    expect(problem.parameters['what']).toMatchObject({ zh: expect.stringContaining('周四例会') as unknown });
    expect(await bookings()).toBe(before);
    const alternative = problem.extras.alternatives?.[0];
    expect(alternative?.startsAt).toBe(first.endsAt);
    await planning.schedule(coordinator, { ...plan, startsAt: alternative?.startsAt ?? '' });
  });

  it('of a person is refused by name though the room is free', async () => {
    await scheduledSession(world);
    const problem = await refusal(
      planning.schedule(coordinator, await sessionPlanOf(world, { room: 1, chair: 'chair', recorder: 'urology-2' })),
    );
    expect(problem.extras.clashes).toMatchObject([{ resourceKind: 'PERSON', resourceName: '顾知衡' }]);
  });

  it('of an outside expert is refused as well', async () => {
    await scheduledSession(world, { linked: ['beichen'] });
    const problem = await refusal(
      planning.schedule(
        coordinator,
        await sessionPlanOf(world, { room: 1, chair: 'urology-1', recorder: 'urology-2', linked: ['beichen'] }),
      ),
    );
    expect(problem.extras.clashes).toHaveLength(1);
  });

  it('is no clash where one ends as the other begins', async () => {
    await scheduledSession(world, { inHours: 29, minutes: 60 });
    await expect(scheduledSession(world, { inHours: 30, minutes: 60 })).resolves.toMatchObject({ state: 'PLANNED' });
  });

  it('of a theatre is refused by the database itself, for a session’s member too', async () => {
    const theatre = await world.roomId('THEATRE');
    const at = (hour: number): WantedBooking => ({
      resourceKind: 'THEATRE',
      resourceId: theatre,
      startsAt: new Date(Date.UTC(2026, 11, 1, hour)),
      endsAt: new Date(Date.UTC(2026, 11, 1, hour + 6)),
    });
    const source = (n: number) => ({
      sourceKind: 'OPERATION' as const,
      sourceId: `00000000-0000-4000-8000-00000000000${n}`,
    });
    await world.database.write(coordinator, (tx) => book(tx, [at(0)], source(1)));
    await expect(world.database.write(coordinator, (tx) => book(tx, [at(5)], source(2)))).rejects.toMatchObject(
      new ConstraintViolation(DOUBLE_BOOKING, '23P01'),
    );
    const problem = await bookingProblem(world.database, coordinator, [at(5)], source(2));
    expect(problem.extras.alternatives?.[0]?.startsAt).toBe('2026-12-01T06:00:00.000Z');
    await world.database.write(coordinator, (tx) => releaseBookings(tx, 'OPERATION', source(1).sourceId));
    await world.database.write(coordinator, (tx) => book(tx, [at(5)], source(2)));
    expect(await world.database.read(coordinator, (tx) => clashesOf(tx, [at(5)], source(2)))).toEqual([]);
    expect(await world.database.read(coordinator, (tx) => clashesOf(tx, [at(5)]))).toHaveLength(1);
  });
});

describe('writers who race for the same time', () => {
  it('get it once: exactly one wins and the others are told of the clash', async () => {
    const plans = await Promise.all(
      ['chair', 'urology-1', 'gynaecology-1', 'bone-1', 'imaging-1', 'icu-1'].map((chair, index) =>
        sessionPlanOf(world, { title: `竞争 ${index}`, chair, recorder: 'recorder', room: index % 2 }),
      ),
    );
    const results = await Promise.allSettled(plans.map((plan) => planning.schedule(coordinator, plan)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []))).toMatchObject(
      Array.from({ length: 5 }, () => ({ code: 'booking/clash' })),
    );
    // Room, chair and recorder of the one that won; nothing of the others remains.
    expect(await bookings()).toBe(3);
  });
});
