import { OPEN_EMERGENCIES } from '@consilium/contracts';
import { acceptedCase, PASSWORD, referralOf, refusal, testWorld, type TestWorld } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.js';
import { CaseReadingService, CaseRecordService, OpinionsService, PatientIdentityService } from '../cases/index.js';
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
let ordinal = 200;

beforeAll(async () => {
  world = await testWorld();
  opening = world.get(EmergencyOpeningService);
  watch = world.get(EmergencyWatchService);
  reading = world.get(CaseReadingService);
  doctor = await world.actor('cardiology-1');
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

describe('a case opened in an emergency', () => {
  it('is read by that person, that case alone, for an hour and not an instant longer', async () => {
    const [caseNo, another] = [await hidden(), await hidden()];
    expect(await codeOf(reading.read(doctor, caseNo))).toBe('object/not-found');
    const { id, endsAt } = await opening.open(doctor, caseNo, rescue);
    expect(Date.parse(endsAt) - world.clock.now().getTime()).toBe(60 * MINUTE);
    const view = await reading.read(doctor, caseNo);
    expect(view.availableActions).toEqual(['reveal-identity', 'show-files']);
    expect(view.emergencies).toMatchObject([{ id, person: { name: doctor.name }, mayEnd: true }]);
    expect(await numbersSeen(doctor)).toEqual([caseNo]);
    expect(await codeOf(reading.read(doctor, another))).toBe('object/not-found');
    const colleague = await world.actor('nutrition-1');
    expect(await numbersSeen(colleague)).toEqual([]);
    expect(await codeOf(reading.read(colleague, caseNo))).toBe('object/not-found');

    world.clock.advance(60 * MINUTE - 1);
    expect(await numbersSeen(doctor)).toEqual([caseNo]);
    world.clock.advance(1);
    expect(await numbersSeen(doctor)).toEqual([]);
    expect(await codeOf(reading.read(doctor, caseNo))).toBe('object/not-found');
    expect(await codeOf(world.get(PatientIdentityService).reveal(doctor, caseNo, '核对'))).toBe('object/not-found');
  });

  it('stands in the list of cases of who opened it while it is open, and in nobody else’s', async () => {
    const caseNo = await hidden();
    const { id } = await opening.open(doctor, caseNo, rescue);
    const listed = async (actor: Actor) => (await reading.list(actor, { limit: 100 })).items.map((item) => item.caseNo);
    expect(await listed(doctor)).toEqual([caseNo]);
    expect(await listed(await world.actor('nutrition-1'))).toEqual([]);
    await watch.end(doctor, id);
    expect(await listed(doctor)).toEqual([]);
  });

  it('tells who the patient is without a second reason, on record with the access it rests on', async () => {
    const caseNo = await hidden();
    const { id } = await opening.open(doctor, caseNo, rescue);
    await reading.read(doctor, caseNo);
    const { patient } = await referralOf(world, '002', ordinal);
    expect((await world.get(PatientIdentityService).reveal(doctor, caseNo, '')).name).toBe(patient.name);
    expect((await lines('case.opened', caseNo)).map(({ detail }) => detail)).toEqual([{ emergencyAccessId: id }]);
    expect((await lines('identity.revealed', caseNo)).map(({ detail }) => detail)).toEqual([
      { as: 'EMERGENCY', reason: '', emergencyAccessId: id },
    ]);
    await endAll();
  });

  it('lets nobody change anything, neither by the services nor past them', async () => {
    const caseNo = await hidden();
    await opening.open(doctor, caseNo, rescue);
    const urology = await world.departmentId('urology');
    const opinion = { stance: 'support', text: '同意', needs: '', answers: [], version: 0 } as const;
    expect(await codeOf(world.get(OpinionsService).submit(doctor, caseNo, urology, { ...opinion, answers: [] }))).toBe(
      'access/denied',
    );
    expect(
      await codeOf(
        world.get(CaseRecordService).provideInformation(doctor, caseNo, {
          version: 1,
          imaging: [],
          pathology: [],
          note: '补充',
        }),
      ),
    ).toBe('access/denied');
    const past = (sql: string) => world.database.write(doctor, (tx) => tx.query(sql));
    for (const table of ['cases', 'discussion_rounds', 'participations', 'patients', 'patient_identities'])
      expect([
        table,
        await past(
          `UPDATE ${table} SET ${table === 'patient_identities' ? 'key_id = key_id' : 'id = id'} RETURNING 1 AS one`,
        ),
      ]).toEqual([table, []]);
    await endAll();
  });

  it('is for clinical staff of the house: neither for oversight, administrators and auditors nor for other hospitals', async () => {
    const caseNo = await hidden();
    for (const account of [
      'coordinator',
      'quality',
      'administrator',
      'auditor',
      'security',
      'recorder',
      'beichen-expert',
    ])
      expect([account, await codeOf(opening.open(await world.actor(account), caseNo, rescue))]).toEqual([
        account,
        'access/denied',
      ]);
  });

  it('is not opened where the person may read it anyhow', async () => {
    const caseNo = await hidden();
    for (const account of ['urology-2', 'urology-1'])
      expect(await codeOf(opening.open(await world.actor(account), caseNo, rescue))).toBe(
        'emergency-access/not-needed',
      );
    await opening.open(doctor, caseNo, rescue);
    expect(await codeOf(opening.open(doctor, caseNo, rescue))).toBe('emergency-access/not-needed');
    await endAll();
  });

  it('is opened once by two presses at the same moment', async () => {
    const caseNo = await hidden();
    const pressed = await Promise.allSettled([
      opening.open(doctor, caseNo, rescue),
      opening.open(doctor, caseNo, rescue),
    ]);
    expect(pressed.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await lines('emergency-access.opened', caseNo)).toHaveLength(1);
    await endAll();
  });

  it('says nothing of a case before the password, and nothing of a number there is no case under', async () => {
    const caseNo = await hidden();
    const wrong = { ...rescue, password: 'not the password' };
    expect(await codeOf(opening.open(doctor, caseNo, wrong))).toBe('signature/wrong-password');
    expect(await codeOf(opening.open(doctor, 'P26-9999', wrong))).toBe('signature/wrong-password');
    expect(await codeOf(opening.open(doctor, 'P26-9999', rescue))).toBe('object/not-found');
    expect(await lines('emergency-access.opened', caseNo)).toEqual([]);
  });

  it('is not opened for a reason that names the patient, and nothing of the attempt remains', async () => {
    const caseNo = await hidden();
    const { patient } = await referralOf(world, '002', ordinal);
    const problem = await refusal(
      opening.open(doctor, caseNo, { ...rescue, reason: `${patient.name}夜间大出血，急诊抢救` }),
    );
    expect(problem.extras.errors).toEqual([{ field: 'reason', code: 'invalid' }]);
    expect(await numbersSeen(doctor)).toEqual([]);
  });

  it(`is one of ${OPEN_EMERGENCIES} at most at the same time`, async () => {
    const opened: string[] = [];
    for (let n = 0; n < OPEN_EMERGENCIES; n += 1) opened.push((await opening.open(doctor, await hidden(), rescue)).id);
    const more = await hidden();
    expect(await codeOf(opening.open(doctor, more, rescue))).toBe('emergency-access/too-many');
    await watch.end(doctor, opened[0] ?? '');
    await opening.open(doctor, more, rescue);
    await endAll();
  });
});
