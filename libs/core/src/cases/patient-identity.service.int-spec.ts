import { acceptedCase, referralOf, refusal, testWorld, type TestWorld } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PatientIdentityService } from './patient-identity.service.js';

let world: TestWorld;
let identity: PatientIdentityService;
let caseNo: string;

beforeAll(async () => {
  world = await testWorld();
  identity = world.get(PatientIdentityService);
  ({ caseNo } = await acceptedCase(world, { ordinal: 30, required: ['urology', 'pathology'] }));
});
afterAll(() => world.close());

const looks = () =>
  world.rows<{ actor: string; detail: { as: string; reason: string } }>(
    `SELECT a.actor, a.detail FROM audit_events a JOIN cases c ON c.id = a.case_id WHERE a.action = 'identity.revealed' AND c.case_no = $1 ORDER BY a.id`,
    [caseNo],
  );

describe("a patient's identity", () => {
  it('is shown to the owner without a reason and to the coordinator with one; both looks are on record', async () => {
    const { patient } = await referralOf(world, '002', 30);
    const { name, identityNo, phone, recordNo, birthDate } = patient;
    expect(await identity.reveal(await world.actor('urology-2'), caseNo, '')).toEqual({
      name,
      identityNo,
      phone,
      recordNo,
      birthDate,
    });
    const coordinator = await world.actor('coordinator');
    const unreasoned = await refusal(identity.reveal(coordinator, caseNo, ''));
    expect(unreasoned.extras.errors).toEqual([{ field: 'reason', code: 'required' }]);
    expect((await identity.reveal(coordinator, caseNo, '联系家属')).name).toBe(name);
    expect(await looks()).toEqual([
      { actor: '江听澜', detail: { as: 'OWNER', reason: '' } },
      { actor: '许棠', detail: { as: 'OTHER', reason: '联系家属' } },
    ]);
  });

  it('is not shown for a reason that itself names the patient, since reasons are kept in the open', async () => {
    const { patient } = await referralOf(world, '002', 30);
    const before = await looks();
    const problem = await refusal(identity.reveal(await world.actor('coordinator'), caseNo, `找${patient.name}`));
    expect(problem.extras.errors).toEqual([{ field: 'reason', code: 'invalid' }]);
    expect(await looks()).toEqual(before);
  });

  it.each(['pathology-1', 'urology-3', 'director'])('is not shown to %s, who may read the case', async (account) => {
    const problem = await refusal(identity.reveal(await world.actor(account), caseNo, '好奇'));
    expect(problem.code).toBe('access/denied');
  });

  it.each(['auditor', 'administrator', 'beichen-expert'])(
    'does not exist for %s, no more than the case',
    async (account) => {
      const problem = await refusal(identity.reveal(await world.actor(account), caseNo, '好奇'));
      expect(problem.code).toBe('object/not-found');
    },
  );

  it('cannot be read in its table, nor opened for another patient', async () => {
    const other = await acceptedCase(world, { ordinal: 31 });
    const [row] = await world.rows<{ sealed: Buffer }>(
      'SELECT i.sealed FROM patient_identities i JOIN cases c ON c.patient_id = i.patient_id WHERE c.case_no = $1',
      [caseNo],
    );
    const { patient } = await referralOf(world, '002', 30);
    for (const part of [patient.name, patient.identityNo, patient.phone, patient.birthDate])
      expect(row?.sealed.includes(Buffer.from(part))).toBe(false);
    await world.rows(
      'UPDATE patient_identities SET sealed = $2 WHERE patient_id = (SELECT patient_id FROM cases WHERE case_no = $1)',
      [other.caseNo, row?.sealed],
    );
    await expect(identity.reveal(await world.actor('urology-2'), other.caseNo, '')).rejects.toThrow(/authenticate/);
  });
});
