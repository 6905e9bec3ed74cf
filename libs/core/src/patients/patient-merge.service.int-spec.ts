import type { Referral } from '@consilium/contracts';
import { referralOf, refusal, testWorld, type TestWorld } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.js';
import { PatientIdentityService, ReferCaseService } from '../cases/index.js';
import { PatientMatchService } from './patient-match.service.js';
import { PatientMergeService } from './patient-merge.service.js';

let world: TestWorld;
let merging: PatientMergeService;
let matching: PatientMatchService;
let coordinator: Actor;

const refer = async (patient: Partial<Referral['patient']>, ordinal: number, owner = 'urology-2') => {
  const referral = await referralOf(world, '002', ordinal);
  const { caseNo } = await world.get(ReferCaseService).refer(await world.actor(owner), {
    ...referral,
    patient: { ...referral.patient, ...patient },
  });
  return caseNo;
};
const patientOf = async (caseNo: string) => {
  const [row] = await world.rows<{ id: string }>('SELECT patient_id AS id FROM cases WHERE case_no = $1', [caseNo]);
  return row?.id ?? '';
};

let first: Referral['patient'];
let kept: string;
let joined: string;
let joinedToo: string;
let other: string;

beforeAll(async () => {
  world = await testWorld();
  merging = world.get(PatientMergeService);
  matching = world.get(PatientMatchService);
  coordinator = await world.actor('coordinator');
  first = (await referralOf(world, '002', 61)).patient;
  const second = {
    ...first,
    identityNo: (await referralOf(world, '002', 62)).patient.identityNo,
    recordNo: 'D0000062',
  };
  kept = await refer({}, 61);
  joined = await refer(second, 62);
  joinedToo = await refer(second, 62);
  other = await refer({ sex: 'FEMALE', birthDate: '1991-02-03' }, 63);
});
afterAll(() => world.close());

describe('a patient about to be referred', () => {
  it('is known by the identity number, with the open cases the asker may see', async () => {
    const asked = { name: first.name, birthDate: first.birthDate, identityNo: first.identityNo };
    const seen = await matching.match(await world.actor('urology-2'), asked);
    expect(seen).toMatchObject({ match: 'IDENTITY_NUMBER', nameDiffers: false, openCases: [{ caseNo: kept }] });
    const hidden = await matching.match(await world.actor('nutrition-1'), asked);
    expect(hidden).toEqual({ match: 'IDENTITY_NUMBER', nameDiffers: false, openCases: [] });
  });

  it('is told to be somebody else where the number is on another name, and nothing more', async () => {
    const asked = { name: '另一个人', birthDate: first.birthDate, identityNo: first.identityNo };
    expect(await matching.match(coordinator, asked)).toEqual({
      match: 'IDENTITY_NUMBER',
      nameDiffers: true,
      openCases: [],
    });
  });

  it('is known by exact name and day of birth without a number, and by neither alone', async () => {
    const asked = { name: first.name, birthDate: first.birthDate, identityNo: null };
    const { match, openCases } = await matching.match(coordinator, asked);
    expect(match).toBe('NAME_AND_BIRTH_DATE');
    expect(openCases.map(({ caseNo }) => caseNo).toSorted()).toEqual([kept, joined, joinedToo].toSorted());
    expect((await matching.match(coordinator, { ...asked, birthDate: '1950-01-01' })).match).toBeNull();
    expect((await matching.match(coordinator, { ...asked, name: '另一个人' })).match).toBeNull();
  });

  it('is on record as a question, without what was asked', async () => {
    const lines = await world.rows<{ text: string }>(
      `SELECT e::text AS text FROM audit_events e WHERE action = 'patient.matched'`,
    );
    expect(lines.length).toBeGreaterThan(4);
    expect(lines.filter(({ text }) => text.includes(first.name) || text.includes(first.identityNo))).toEqual([]);
  });
});

describe('two records of one patient', () => {
  const pair = () => ({ keep: kept, join: joined });
  const merge = (changes = {}) =>
    merging.merge(coordinator, {
      ...pair(),
      reason: '同一患者两次登记',
      confirmed: [],
      seenCaseNos: [joined, joinedToo],
      ...changes,
    });
  let mergeId: string;

  it('are joined by coordinators alone', async () => {
    for (const account of ['urology-2', 'director', 'administrator'])
      expect((await refusal(merging.compare(await world.actor(account), pair()))).code).toBe('access/denied');
  });

  it('stand side by side masked, with what contradicts', async () => {
    const { kept: one, joined: two, conflicts } = await merging.compare(coordinator, pair());
    expect([one.maskedName, two.maskedName, conflicts]).toEqual(['张**', '张**', []]);
    expect(two.cases.map(({ caseNo }) => caseNo)).toEqual([joined, joinedToo]);
    expect(JSON.stringify([one, two])).not.toContain(first.name);
    const against = await merging.compare(coordinator, { keep: kept, join: other });
    expect(against.conflicts).toEqual(expect.arrayContaining(['BIRTH_DATE', 'NAME']));
    expect((await refusal(merging.compare(coordinator, { keep: joined, join: joinedToo }))).code).toBe(
      'patient-merge/one-record',
    );
    expect((await refusal(merging.compare(coordinator, { keep: kept, join: 'P26-9999' }))).extras.errors).toEqual([
      { field: 'join', code: 'unknown' },
    ]);
  });

  it('are not joined over a contradiction nobody confirmed, on an old page, or for a reason that names the patient', async () => {
    const against = { join: other, seenCaseNos: [other] };
    expect((await refusal(merge(against))).code).toBe('patient-merge/conflicts');
    expect((await refusal(merge({ seenCaseNos: [joined] }))).code).toBe('patient-merge/cases-changed');
    expect((await refusal(merge({ reason: `${first.name}登记两次` }))).extras.errors).toEqual([
      { field: 'reason', code: 'invalid' },
    ]);
    expect(await patientOf(joined)).not.toBe(await patientOf(kept));
  });

  it('joined are one: every case points to the kept record, and either number finds it', async () => {
    const view = await merge();
    mergeId = view.id;
    expect(view).toMatchObject({
      kept: { caseNos: [kept] },
      joined: { caseNos: [joined, joinedToo] },
      undone: null,
      mayUndo: true,
    });
    expect([await patientOf(joined), await patientOf(joinedToo)]).toEqual([
      await patientOf(kept),
      await patientOf(kept),
    ]);
    const { identityNo } = (await referralOf(world, '002', 62)).patient;
    const again = await refer({ ...first, identityNo, phone: '10000009999' }, 62);
    expect(await patientOf(again)).toBe(await patientOf(kept));
    // The kept record keeps what it holds.
    expect((await world.get(PatientIdentityService).reveal(await world.actor('urology-2'), kept, '')).phone).toBe(
      first.phone,
    );
    const asked = { name: first.name, birthDate: first.birthDate, identityNo };
    expect((await matching.match(coordinator, asked)).openCases.map(({ caseNo }) => caseNo)).toContain(kept);
  });

  it('are part of one joining at a time', async () => {
    const chained = merge({ keep: other, join: kept, seenCaseNos: [kept], confirmed: ['SEX', 'BIRTH_DATE', 'NAME'] });
    expect((await refusal(chained)).code).toBe('patient-merge/joined-before');
    expect((await refusal(merge())).code).toBe('patient-merge/one-record');
  });

  it('part again exactly, once', async () => {
    const parted = await merging.undo(coordinator, mergeId, { reason: '核对后并非同一人' });
    expect(parted).toMatchObject({ mayUndo: false, undone: { reason: '核对后并非同一人' } });
    expect(await patientOf(joined)).toBe(await patientOf(joinedToo));
    expect(await patientOf(joined)).not.toBe(await patientOf(kept));
    expect((await refusal(merging.undo(coordinator, mergeId, { reason: '再来' }))).code).toBe('patient-merge/undone');
    expect((await merging.list(coordinator, { limit: 20 })).items.map(({ id }) => id)).toEqual([mergeId]);
    const lines = await world.rows<{ action: string }>(
      `SELECT action FROM audit_events WHERE action IN ('patient.merged', 'patient.parted') ORDER BY id`,
    );
    expect(lines.map(({ action }) => action)).toEqual(['patient.merged', 'patient.parted']);
  });

  it('of different people are joined after each contradiction was confirmed', async () => {
    const view = await merge({ join: other, seenCaseNos: [other], confirmed: ['SEX', 'BIRTH_DATE', 'NAME'] });
    expect(view.conflicts).toContain('BIRTH_DATE');
  });

  it('joined twice at the same moment are joined once', async () => {
    const both = await Promise.allSettled([merge(), merge()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});
