import { acceptedCase, PASSWORD, referralOf, refusal, testWorld, type TestWorld } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personOf, type Actor } from '../access/index.js';
import { CaseReadingService } from '../cases/index.js';
import { NotificationsService, ReminderDeliveryService } from '../reminders/index.js';
import { EmergencyOpeningService } from './emergency-opening.service.js';
import { EmergencyWatchService } from './emergency-watch.service.js';

const MINUTE = 60_000;
const REASON = '夜间大出血，急诊抢救需要既往治疗经过';
const rescue = { reasonKind: 'RESCUE', reason: REASON, password: PASSWORD } as const;

let world: TestWorld;
let opening: EmergencyOpeningService;
let watch: EmergencyWatchService;
let reading: CaseReadingService;
let doctor: Actor;
let owner: Actor;
let auditor: Actor;
let security: Actor;
let ordinal = 200;

beforeAll(async () => {
  world = await testWorld({ environment: { SMTP_URL: 'smtp://127.0.0.1:1', PUBLIC_URL: 'https://mdt.example' } });
  opening = world.get(EmergencyOpeningService);
  watch = world.get(EmergencyWatchService);
  reading = world.get(CaseReadingService);
  [doctor, owner, auditor, security] = (await Promise.all(
    ['cardiology-1', 'urology-2', 'auditor', 'security'].map((account) => world.actor(account)),
  )) as [Actor, Actor, Actor, Actor];
});
afterAll(() => world.close());

/** A case of urology alone, which no cardiologist may read. */
const hidden = async (): Promise<string> => {
  ordinal += 1;
  return (await acceptedCase(world, { ordinal, required: ['urology'] })).caseNo;
};
const codeOf = async (act: Promise<unknown>) => (await refusal(act)).code;
const numbersSeen = async (actor: Actor) =>
  (await world.database.read(actor, (tx) => tx.query<{ caseNo: string }>('SELECT case_no AS "caseNo" FROM cases'))).map(
    ({ caseNo }) => caseNo,
  );
const lines = (action: string, caseNo: string) =>
  world.rows<{ actor: string; objectId: string; detail: Record<string, unknown>; after: Record<string, unknown> }>(
    `SELECT a.actor, a.object_id AS "objectId", a.detail, a.after FROM audit_events a JOIN cases c ON c.id = a.case_id
     WHERE a.action = $1 AND c.case_no = $2 ORDER BY a.id`,
    [action, caseNo],
  );
const endAll = async () => {
  for (const { id } of (await watch.list(doctor, { open: '1', limit: 100 })).items) await watch.end(doctor, id);
};

describe('ending emergency access before its time', () => {
  it('is for the person, the owner of the case and the security administrator; sight ends with it', async () => {
    for (const actor of [doctor, owner, security]) {
      const caseNo = await hidden();
      const { id } = await opening.open(doctor, caseNo, rescue);
      world.clock.advance(MINUTE);
      const ended = await watch.end(actor, id);
      expect(ended).toMatchObject({ isOpen: false, endedEarly: { by: actor.name }, caseNo });
      expect(await numbersSeen(doctor)).toEqual([]);
      expect(await codeOf(reading.read(doctor, caseNo))).toBe('object/not-found');
      expect((await lines('emergency-access.ended', caseNo)).map(({ actor: by }) => by)).toEqual([actor.name]);
      expect(await codeOf(watch.end(actor, id))).toBe('emergency-access/over');
    }
  });

  it('is for nobody else: who may know of it is refused, to others it does not exist', async () => {
    const { id } = await opening.open(doctor, await hidden(), rescue);
    expect(await codeOf(watch.end(auditor, id))).toBe('access/denied');
    for (const account of ['nutrition-1', 'urology-1', 'coordinator', 'beichen-expert'])
      expect([account, await codeOf(watch.end(await world.actor(account), id))]).toEqual([account, 'object/not-found']);
    await endAll();
  });

  it('cannot be undone, and no grant made longer, by who writes past the services', async () => {
    const { id } = await opening.open(doctor, await hidden(), rescue);
    const past = (sql: string) => world.database.write(doctor, (tx) => tx.query(`${sql} WHERE id = '${id}'`));
    await expect(past(`UPDATE emergency_accesses SET ends_at = ends_at + interval '1 hour'`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(past('DELETE FROM emergency_accesses')).rejects.toThrow(/permission denied/);
    await watch.end(doctor, id);
    await expect(past('UPDATE emergency_accesses SET ended_at = NULL, ended_by = NULL')).rejects.toThrow(
      /row-level security/,
    );
    const forged = (personId: string, caseNo: string) =>
      world.database.write(doctor, (tx) =>
        tx.query(
          `INSERT INTO emergency_accesses (id, case_id, hospital_id, person_id, reason_kind, reason, opened_at, ends_at)
           SELECT gen_random_uuid(), x.case_id, x.hospital_id, $1, 'RESCUE', '夜间大出血急诊抢救需要', $2, $2::timestamptz + interval '1 hour' FROM emergency_case($3) x`,
          [personId, tx.now, caseNo],
        ),
      );
    await expect(forged(personOf(await world.actor('nutrition-1')), await hidden())).rejects.toThrow(
      /row-level security/,
    );
  });
});

describe('who hears of it', () => {
  it('is the owner of the case and the lead of their department, at once, in the app and by mail, without the patient', async () => {
    const delivery = world.get(ReminderDeliveryService);
    for (const { id } of await delivery.waiting(0)) await delivery.deliver(id);
    const caseNo = await hidden();
    for (const { id } of await delivery.waiting(0)) await delivery.deliver(id);
    await opening.open(doctor, caseNo, rescue);
    const due = await delivery.waiting(0);
    expect(due).toHaveLength(1);
    const mails = await delivery.deliver(due[0]?.id ?? '');
    const told = await world.rows<{ username: string; path: string; parameters: unknown }>(
      `SELECT a.username, n.path, n.parameters FROM notifications n JOIN accounts a ON a.person_id = n.person_id WHERE n.reminder_id = $1 ORDER BY 1`,
      [due[0]?.id],
    );
    expect(told.map(({ username }) => username)).toEqual(['urology-1', 'urology-2']);
    expect(mails).toHaveLength(2);
    const { items } = await world.get(NotificationsService).list(owner, { limit: 1 });
    expect(items[0]).toMatchObject({ kind: 'EMERGENCY_ACCESS', path: `/cases/${caseNo}` });
    expect(items[0]?.text.zh).toContain(`${caseNo} 紧急授权调阅待复核`);
    const { patient } = await referralOf(world, '002', ordinal);
    for (const secret of [patient.name, patient.identityNo, REASON]) expect(JSON.stringify(told)).not.toContain(secret);
    expect((await reading.read(owner, caseNo)).emergencies).toMatchObject([{ reason: REASON, mayEnd: true }]);
    expect((await reading.read(await world.actor('urology-1'), caseNo)).emergencies).toEqual([]);
    await endAll();
  });
});

describe('the review of emergency accesses', () => {
  it('finds those not yet reviewed first, and each once, with a note, on record', async () => {
    const caseNo = await hidden();
    const { id } = await opening.open(doctor, caseNo, rescue);
    expect(await codeOf(watch.review(auditor, id, { verdict: 'JUSTIFIED', note: '抢救记录相符' }))).toBe(
      'emergency-access/still-open',
    );
    await watch.end(doctor, id);
    const before = await watch.list(auditor, { limit: 100 });
    expect(before.items[0]).toMatchObject({ id, caseNo, ownerName: owner.name, availableActions: ['review'] });
    const owed = await world.get(NotificationsService).owed(auditor);
    expect(owed.items.map(({ path }) => path)).toContain('/audit');
    const found = await watch.review(auditor, id, { verdict: 'NOT_JUSTIFIED', note: '当日无抢救记录' });
    expect(found.review).toMatchObject({ verdict: 'NOT_JUSTIFIED', note: '当日无抢救记录', by: auditor.name });
    expect(await codeOf(watch.review(auditor, id, { verdict: 'JUSTIFIED', note: '改判' }))).toBe(
      'emergency-access/reviewed',
    );
    const after = await watch.list(auditor, { limit: 100 });
    expect(after.unreviewed).toBe(before.unreviewed - 1);
    expect(after.items.at(-1)).toMatchObject({ id });
    const paged = await watch.list(auditor, { limit: 2 });
    const rest = await watch.list(auditor, { limit: 100, cursor: paged.nextCursor ?? '' });
    expect([...paged.items, ...rest.items].map((item) => item.id)).toEqual(after.items.map((item) => item.id));
    expect((await lines('emergency-access.reviewed', caseNo)).map(({ after: found }) => found)).toEqual([
      { verdict: 'NOT_JUSTIFIED' },
    ]);
    const [obligation] = await world.rows('SELECT state FROM obligations WHERE subject_id = $1', [id]);
    expect(obligation).toEqual({ state: 'DONE' });
  });

  it('is the auditor’s alone; a person sees their own accesses, the security administrator all', async () => {
    const { id } = await opening.open(doctor, await hidden(), rescue);
    await watch.end(doctor, id);
    for (const actor of [doctor, owner, security])
      expect(await codeOf(watch.review(actor, id, { verdict: 'JUSTIFIED', note: '本人' }))).toBe('access/denied');
    expect(await codeOf(watch.list(await world.actor('coordinator'), { limit: 20 }))).toBe('access/denied');
    const own = await watch.list(doctor, { limit: 100 });
    expect(new Set(own.items.map(({ person }) => person.name))).toEqual(new Set([doctor.name]));
    expect((await watch.list(security, { limit: 100 })).items.length).toBe(own.items.length);
    expect((await watch.list(await world.actor('nutrition-1'), { limit: 100 })).items).toEqual([]);
  });

  it('is never by the person who had the access, whatever else they are', async () => {
    const both: Actor = {
      ...doctor,
      memberships: [...doctor.memberships, { role: 'AUDITOR', departmentId: null, hospitalId: doctor.hospitalId }],
    };
    const { id } = await opening.open(both, await hidden(), rescue);
    await watch.end(both, id);
    expect(await codeOf(watch.review(both, id, { verdict: 'JUSTIFIED', note: '本人复核' }))).toBe('access/denied');
  });
});
