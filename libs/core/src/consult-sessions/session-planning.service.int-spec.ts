import { sessionListItem } from '@consilium/contracts';
import {
  acceptedCase,
  recordedConsent,
  scheduledSession,
  sessionPlanOf,
  testWorld,
  type TestWorld,
  refusal,
} from '@consilium/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.js';
import { AgendaService } from './agenda.service.js';
import { SessionPlanningService } from './session-planning.service.js';
import { SessionReadingService } from './session-reading.service.js';

let world: TestWorld;
let planning: SessionPlanningService;
let reading: SessionReadingService;
let agenda: AgendaService;
let coordinator: Actor;
let ordinal = 10;

beforeAll(async () => {
  world = await testWorld();
  planning = world.get(SessionPlanningService);
  reading = world.get(SessionReadingService);
  agenda = world.get(AgendaService);
  coordinator = await world.actor('coordinator');
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.database.write(coordinator, async (tx) => {
    await tx.query('DELETE FROM bookings');
  });
});

const newCase = async () =>
  (await acceptedCase(world, { ordinal: (ordinal += 1), required: ['urology', 'diagnostic-radiology'] })).caseNo;
const caseState = async (caseNo: string) =>
  (await world.rows<{ state: string }>('SELECT state FROM cases WHERE case_no = $1', [caseNo]))[0]?.state;
const owed = (kind: string, sessionId: string) =>
  world.rows<{ state: string; dueAt: Date; version: number }>(
    'SELECT state, due_at AS "dueAt", version FROM obligations WHERE kind = $1 AND session_id = $2',
    [kind, sessionId],
  );

describe('scheduling a session', () => {
  it('books room and people, reminds everyone expected, and shows it on the calendar', async () => {
    const session = await scheduledSession(world, { linked: ['beichen'], members: ['imaging-1'] });
    expect(session).toMatchObject({ kind: 'LINKED', state: 'PLANNED', plannedMinutes: 0 });
    expect(session.members.map(({ role, name }) => [role, name])).toEqual([
      ['CHAIR', '顾知衡'],
      ['RECORDER', expect.any(String)],
      ['MEMBER', '温书言'],
      ['EXPERT', '闻人朔'],
    ]);
    expect(await world.rows('SELECT 1 FROM bookings WHERE source_id = $1', [session.id])).toHaveLength(5);
    expect(await owed('SESSION', session.id)).toMatchObject([{ state: 'OPEN', dueAt: new Date(session.startsAt) }]);
    const items = await reading.list(coordinator, { from: '2026-11-18T00:00:00Z', to: '2026-11-25T00:00:00Z' });
    expect(sessionListItem.array().parse(items)).toEqual(items);
    expect(items).toMatchObject([{ id: session.id, linkedHospitals: [{ zh: '北辰' }], cases: 0, readyCases: 0 }]);
  });

  it('is refused with a hospital whose agreement has expired, by its name in both languages', async () => {
    const problem = await refusal(planning.schedule(coordinator, await sessionPlanOf(world, { linked: ['linchuan'] })));
    expect(problem).toMatchObject({
      code: 'partnership/invalid',
      parameters: { hospital: { zh: '临川市人民医院', en: "Linchuan People's Hospital" } },
    });
    expect(await world.rows('SELECT 1 FROM bookings')).toHaveLength(0);
  });

  it('names every field that is wrong and books nothing', async () => {
    const plan = await sessionPlanOf(world, {
      inHours: -1,
      chair: 'urology-3',
      members: ['chair', 'chair'],
      linked: ['beichen'],
    });
    const shenshui = await world.actor('shenshui-expert');
    const problem = await refusal(
      planning.schedule(coordinator, {
        ...plan,
        roomId: await world.roomId('THEATRE'),
        linkedHospitals: plan.linkedHospitals.map((one) => ({ ...one, expertIds: [shenshui.personId ?? ''] })),
      }),
    );
    expect(problem.extras.errors).toEqual([
      { field: 'startsAt', code: 'in-the-past' },
      { field: 'roomId', code: 'unknown' },
      { field: 'chairId', code: 'not-senior' },
      { field: 'memberIds.1', code: 'duplicate' },
      { field: 'linkedHospitals.0.expertIds.0', code: 'not-of-hospital' },
    ]);
    expect(await world.rows('SELECT 1 FROM bookings')).toHaveLength(0);
  });

  it('is the coordinator’s alone', async () => {
    const plan = await sessionPlanOf(world);
    expect((await refusal(planning.schedule(await world.actor('urology-1'), plan))).code).toBe('access/denied');
    expect((await refusal(planning.schedule(await world.actor('beichen-expert'), plan))).code).toBe('access/denied');
  });
});

describe('a session', () => {
  it('does not exist for other hospitals', async () => {
    const session = await scheduledSession(world, { linked: ['beichen'] });
    expect((await refusal(reading.read(await world.actor('beichen-expert'), session.id))).code).toBe(
      'object/not-found',
    );
  });

  it('finds times at which room and people are free, and none in the past', async () => {
    const session = await scheduledSession(world);
    const slots = await reading.findSlots(coordinator, {
      from: '2026-11-01T00:00:00Z',
      minutes: 90,
      roomId: session.room.id,
      personIds: [session.chairId],
    });
    expect(slots[0]?.startsAt).toBe('2026-11-18T01:00:00.000Z');
    for (const slot of slots) expect(slot.endsAt <= session.startsAt || slot.startsAt >= session.endsAt).toBe(true);
  });

  it('moves with its bookings, its reminders and what other hospitals owe', async () => {
    const session = await scheduledSession(world, { linked: ['beichen'], inHours: 50 });
    const caseNo = await newCase();
    await recordedConsent(world, caseNo);
    const [hospital] = session.linkedHospitals;
    await agenda.addCase(coordinator, session.id, {
      version: session.version,
      caseNo,
      minutes: 20,
      shareWithHospitalIds: [hospital?.hospitalId ?? ''],
    });
    const startsAt = new Date(new Date(session.startsAt).getTime() + 24 * 3_600_000);
    const moved = await planning.move(coordinator, session.id, {
      version: session.version + 1,
      startsAt: startsAt.toISOString(),
      minutes: 60,
      roomId: await world.roomId('MEETING_ROOM', 1),
    });
    expect(moved).toMatchObject({
      startsAt: startsAt.toISOString(),
      endsAt: new Date(startsAt.getTime() + 3_600_000).toISOString(),
    });
    const times = await world.rows<{ from: Date }>(
      'SELECT DISTINCT lower(during) AS "from" FROM bookings WHERE source_id = $1',
      [session.id],
    );
    expect(times).toEqual([{ from: startsAt }]);
    expect(await owed('SESSION', session.id)).toMatchObject([{ state: 'OPEN', dueAt: startsAt }]);
    expect(await owed('REMOTE_OPINION', session.id)).toMatchObject([
      { state: 'OPEN', dueAt: new Date(startsAt.getTime() - 20 * 3_600_000) },
    ]);
  });

  it('moved onto a time of its own is no clash with itself, but with another session it is', async () => {
    const other = await scheduledSession(world, { inHours: 32 });
    const session = await scheduledSession(world, { inHours: 29 });
    const half = new Date(new Date(session.startsAt).getTime() + 1_800_000).toISOString();
    const moved = await planning.move(coordinator, session.id, {
      version: 1,
      startsAt: half,
      minutes: 90,
      roomId: session.room.id,
    });
    expect(moved.startsAt).toBe(half);
    const problem = await refusal(
      planning.move(coordinator, session.id, {
        version: 2,
        startsAt: other.startsAt,
        minutes: 30,
        roomId: session.room.id,
      }),
    );
    expect(problem.extras.clashes?.map(({ resourceKind }) => resourceKind).sort()).toEqual([
      'PERSON',
      'PERSON',
      'ROOM',
    ]);
    expect((await reading.read(coordinator, session.id)).startsAt).toBe(half);
  });

  it('is not changed by someone who saw an older version, and says who changed it', async () => {
    const session = await scheduledSession(world);
    const to = {
      startsAt: new Date(new Date(session.startsAt).getTime() + 7_200_000).toISOString(),
      minutes: 90,
      roomId: session.room.id,
    };
    await planning.move(coordinator, session.id, { version: 1, ...to });
    const problem = await refusal(planning.cancel(coordinator, session.id, { version: 1, reason: '主持人外出' }));
    expect(problem).toMatchObject({ code: 'object/stale', parameters: { who: '许棠' }, extras: { currentVersion: 2 } });
  });

  it('cancelled frees room and people, returns its cases, and ends what was shared for it', async () => {
    const session = await scheduledSession(world, { linked: ['beichen'] });
    const caseNo = await newCase();
    await recordedConsent(world, caseNo);
    const [hospital] = session.linkedHospitals;
    await agenda.addCase(coordinator, session.id, {
      version: 1,
      caseNo,
      minutes: 20,
      shareWithHospitalIds: [hospital?.hospitalId ?? ''],
    });
    expect(await caseState(caseNo)).toBe('SCHEDULED');
    const cancelled = await planning.cancel(coordinator, session.id, { version: 2, reason: '主持人外出' });
    expect(cancelled).toMatchObject({
      state: 'CANCELLED',
      cancelReason: '主持人外出',
      agenda: [],
      availableActions: [],
    });
    expect(await world.rows('SELECT 1 FROM bookings WHERE source_id = $1', [session.id])).toHaveLength(0);
    expect(await caseState(caseNo)).toBe('PREPARING');
    expect(await owed('SESSION', session.id)).toMatchObject([{ state: 'CANCELLED' }]);
    expect(await owed('REMOTE_OPINION', session.id)).toMatchObject([{ state: 'CANCELLED' }]);
    expect(
      await world.rows('SELECT 1 FROM shares WHERE session_id = $1 AND revoked_at IS NULL', [session.id]),
    ).toHaveLength(0);
    // The case can go on another agenda, and the time is free again.
    const next = await scheduledSession(world);
    await expect(
      agenda.addCase(coordinator, next.id, { version: 1, caseNo, minutes: 20, shareWithHospitalIds: [] }),
    ).resolves.toMatchObject({
      agenda: [{ caseNo, ordinal: 1 }],
    });
  });
});
