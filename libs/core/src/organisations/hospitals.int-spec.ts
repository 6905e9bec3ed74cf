import type { ManagedHospitals } from '@consilium/contracts';
import {
  planDesk,
  referredCase,
  refusal,
  scheduledSession,
  sessionPlanOf,
  testWorld,
  type TestWorld,
} from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.js';
import { SessionPlanningService, SessionReadingService } from '../consult-sessions/index.js';
import { SightService } from '../live/index.js';
import { PlanWritingService } from '../surgical-plans/index.js';
import { DirectoryService, HospitalsService, RoomsService } from './index.js';

let world: TestWorld;
let hospitals: HospitalsService;
let rooms: RoomsService;
let administrator: Actor;

beforeAll(async () => {
  world = await testWorld();
  hospitals = world.get(HospitalsService);
  rooms = world.get(RoomsService);
  administrator = await world.actor('administrator');
});
afterAll(() => world.close());

const name = (text: string) => ({ zh: `${text}院`, en: `${text} hospital` });
const plan = (code: string) => ({ code, name: name(code), shortName: name(code), province: '新疆' });
const find = ({ items }: ManagedHospitals, code: string) => {
  const found = items.find((hospital) => hospital.code === code);
  if (!found) throw new Error(`no hospital ${code}`);
  return found;
};
const host = async () => find(await hospitals.list(administrator), 'yunling');
const lastLine = async (action: string) => {
  const [line] = await world.rows<{ before: unknown; after: Record<string, unknown>; detail: unknown }>(
    'SELECT before, after, detail FROM audit_events WHERE action = $1 ORDER BY id DESC LIMIT 1',
    [action],
  );
  return line;
};

describe('the hospitals an administrator keeps', () => {
  it('gain one with its first campus, whose zone counts its days', async () => {
    const added = find(await hospitals.add(administrator, plan('tianshan')), 'tianshan');
    expect(added).toMatchObject({ isHost: false, campuses: [], version: 1 });
    const campus = { name: name('north'), timeZone: 'Asia/Urumqi', isDefault: false };
    const [first] = find(await hospitals.addCampus(administrator, added.id, campus), 'tianshan').campuses;
    expect(first).toMatchObject({ timeZone: 'Asia/Urumqi', isDefault: true });
    expect((await lastLine('hospital.added'))?.after).toMatchObject({ code: 'tianshan', province: '新疆' });
    const heard = await world.rows<{ key: string }>(`SELECT key FROM outbox WHERE topic = 'directory'`);
    expect(new Set(heard.map(({ key }) => key))).toEqual(new Set([await world.hospitalId('yunling')]));
  });

  it('have codes of their own, and names that may be the same', async () => {
    expect((await refusal(hospitals.add(administrator, plan('beichen')))).extras.errors).toEqual([
      { field: 'code', code: 'duplicate' },
    ]);
    await hospitals.add(administrator, { ...plan('namesake'), name: { zh: '北辰肿瘤医院', en: 'Beichen' } });
  });

  it('are changed on the version that was seen', async () => {
    const { id, version } = find(await hospitals.list(administrator), 'beichen');
    const changed = await hospitals.change(administrator, id, { ...plan('beichen'), version });
    expect(find(changed, 'beichen')).toMatchObject({ name: name('beichen'), version: version + 1 });
    expect(await lastLine('hospital.changed')).toMatchObject({
      before: { nameZh: '北辰肿瘤医院' },
      after: { nameZh: 'beichen院' },
    });
    const stale = await refusal(hospitals.change(administrator, id, { ...plan('beichen'), version }));
    expect([stale.code, stale.extras.currentVersion]).toEqual(['object/stale', version + 1]);
  });

  it('always have one default campus', async () => {
    const { id, campuses } = await host();
    const [main, east] = campuses;
    if (!main || !east) throw new Error('the host has two campuses');
    const given = ({ name: called, timeZone, version }: typeof main) => ({ name: called, timeZone, version });
    expect(
      (await refusal(hospitals.changeCampus(administrator, main.id, { ...given(main), isDefault: false }))).extras
        .errors,
    ).toEqual([{ field: 'isDefault', code: 'required' }]);
    const after = await hospitals.changeCampus(administrator, east.id, { ...given(east), isDefault: true });
    expect(find(after, 'yunling').campuses.map((campus) => [campus.id, campus.isDefault])).toEqual([
      [east.id, true],
      [main.id, false],
    ]);
    const back = find(after, 'yunling').campuses.find((campus) => campus.id === main.id);
    await hospitals.changeCampus(administrator, main.id, { ...given(back ?? main), isDefault: true });
    expect((await host()).id).toBe(id);
  });

  it('are for administrators to change, for security and audit to read, and for others nothing', async () => {
    for (const account of ['security', 'auditor']) {
      const actor = await world.actor(account);
      expect((await hospitals.list(actor)).mayManage).toBe(false);
      expect((await refusal(hospitals.add(actor, plan('other')))).code).toBe('access/denied');
    }
    for (const account of ['coordinator', 'beichen-expert'])
      expect((await refusal(hospitals.list(await world.actor(account)))).code).toBe('access/denied');
    const elsewhere = { role: 'ADMIN' as const, departmentId: null, hospitalId: await world.hospitalId('beichen') };
    const foreigner = { ...(await world.actor('beichen-expert')), memberships: [elsewhere] };
    expect((await refusal(hospitals.add(foreigner, plan('other')))).code).toBe('access/denied');
  });
});

it('changes of the organisation are heard by the staff of the house alone', async () => {
  const sight = world.get(SightService);
  const [own, other] = [await world.hospitalId('yunling'), await world.hospitalId('beichen')];
  const coordinator = await world.actor('coordinator');
  expect(await sight.mayWatch(coordinator, 'directory', own)).toBe(true);
  expect(await sight.mayWatch(coordinator, 'directory', other)).toBe(false);
  expect(await sight.mayWatch(await world.actor('beichen-expert'), 'directory', own)).toBe(false);
});

describe('a room', () => {
  const roomOf = async (id: string) => {
    const room = (await host()).campuses.flatMap((campus) => campus.rooms).find((one) => one.id === id);
    if (!room) throw new Error('no such room');
    return room;
  };

  it('that was retired cannot be booked any more, while what was booked stays', async () => {
    const session = await scheduledSession(world, { room: 1 });
    const roomId = await world.roomId('MEETING_ROOM', 1);
    const { version, futureBookings } = await roomOf(roomId);
    expect(futureBookings).toBe(1);
    expect((await refusal(rooms.retire(administrator, roomId, { version, futureBookings: 0 }))).code).toBe(
      'organisation/in-use',
    );
    await rooms.retire(administrator, roomId, { version, futureBookings: 1 });
    expect((await lastLine('room.retired'))?.detail).toEqual({ futureBookings: 1 });
    const coordinator = await world.actor('coordinator');
    const wanted = await sessionPlanOf(world, { room: 1, inHours: 80 });
    const planning = world.get(SessionPlanningService);
    const unknownRoom = [{ field: 'roomId', code: 'unknown' }];
    expect((await refusal(planning.schedule(coordinator, wanted))).extras.errors).toEqual(unknownRoom);
    expect(
      (await refusal(planning.move(coordinator, session.id, { ...wanted, version: session.version }))).extras.errors,
    ).toEqual(unknownRoom);
    const search = { from: wanted.startsAt, minutes: 30, roomId, personIds: [] };
    expect((await refusal(world.get(SessionReadingService).findSlots(coordinator, search))).extras.errors).toEqual(
      unknownRoom,
    );
    expect((await roomOf(roomId)).futureBookings).toBe(1);
    const shown = await world.get(DirectoryService).read(coordinator);
    expect(shown.rooms.find(({ id }) => id === roomId)?.isRetired).toBe(true);

    await rooms.bringBack(administrator, roomId, { version: version + 1 });
    await planning.schedule(coordinator, wanted);
  });

  it('that is a retired theatre is kept by the plan that names it, but no operation is moved or booked into it', async () => {
    const desk = await planDesk(world, 60);
    const plan = await desk.drafted({ inDays: 9 });
    const theatreId = plan.theatreId ?? '';
    const { version } = await roomOf(theatreId);
    await rooms.retire(administrator, theatreId, { version, futureBookings: 0 });
    const unknownTheatre = [{ field: 'theatreId', code: 'unknown' }];
    const kept = await desk.save(plan, { title: '骶前切除（改）' });
    const later = new Date(Date.parse(plan.startsAt ?? '') + 86_400_000).toISOString();
    expect((await refusal(desk.save(kept, { startsAt: later }))).extras.errors).toEqual(unknownTheatre);
    expect(
      (await refusal(world.get(PlanWritingService).stage(desk.owner, kept.id, kept.version))).extras.errors,
    ).toEqual(unknownTheatre);
  });

  it('is added to a campus and renamed', async () => {
    const [main] = (await host()).campuses;
    if (!main) throw new Error('the host has a campus');
    const added = await rooms.add(administrator, main.id, {
      kind: 'THEATRE',
      name: { zh: '9 号手术间', en: 'Theatre 9' },
    });
    const room = find(added, 'yunling').campuses[0]?.rooms.find((one) => one.name.zh === '9 号手术间');
    if (!room) throw new Error('the room is not there');
    await rooms.rename(administrator, room.id, { version: 1, name: { zh: '杂交手术间', en: 'Hybrid theatre' } });
    expect(await roomOf(room.id)).toMatchObject({ kind: 'THEATRE', name: { en: 'Hybrid theatre' }, version: 2 });
    expect((await refusal(rooms.rename(administrator, main.id, { version: 1, name: room.name }))).code).toBe(
      'object/not-found',
    );
  });
});

describe("the hospital's day", () => {
  let ordinal = 0;

  // Thursday, 17:00 and 19:00 in London: it is Friday already further east, whose next working day is Monday.
  it.each([
    ['Asia/Shanghai', '2026-11-19T17:00:00Z', '2026-11-22T17:00:00.000Z'],
    ['Asia/Urumqi', '2026-11-19T17:00:00Z', '2026-11-20T17:00:00.000Z'],
    ['Asia/Urumqi', '2026-11-19T19:00:00Z', '2026-11-22T19:00:00.000Z'],
    ['Europe/London', '2026-11-19T19:00:00Z', '2026-11-20T19:00:00.000Z'],
  ])(
    'is counted in %s where its default campus lies there, for what is referred at %s',
    async (timeZone, at, dueAt) => {
      const [main] = (await host()).campuses;
      if (!main) throw new Error('the host has a campus');
      await hospitals.changeCampus(administrator, main.id, { ...main, timeZone, isDefault: true });
      world.clock.set(new Date(at));
      const caseNo = await referredCase(world, { ordinal: 40 + (ordinal += 1) });
      const [owed] = await world.rows<{ dueAt: Date }>(
        `SELECT o.due_at AS "dueAt" FROM obligations o JOIN cases c ON c.id = o.case_id WHERE c.case_no = $1 AND o.kind = 'TRIAGE'`,
        [caseNo],
      );
      expect(owed?.dueAt.toISOString()).toBe(dueAt);
      expect((await world.get(DirectoryService).read(administrator)).hospital.timeZone).toBe(timeZone);
    },
  );
});
