import { referralOf, referredCase, refusal, testConfig, testWorld, type TestWorld } from '@consilium/testing';
import { NestFactory } from '@nestjs/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CoreModule } from '../core.module.js';
import { IdentitySeal } from './identity-seal.js';
import { KeyRotationService } from './key-rotation.service.js';
import { PatientIdentityService } from './patient-identity.service.js';
import { ReferCaseService } from './refer-case.service.js';

const keyOf = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
const PATIENTS = [41, 42, 43, 44, 45];

let world: TestWorld;
let caseNos: string[];

/** The programs as they run with other keys, on the same database. */
async function withKeys<T>(
  keys: { present: number; previous?: number },
  work: (app: Awaited<ReturnType<typeof NestFactory.createApplicationContext>>) => Promise<T>,
): Promise<T> {
  const config = testConfig(world.config.DATABASE_URL, {
    DATA_KEY: keyOf(keys.present),
    ...(keys.previous === undefined ? {} : { DATA_KEY_PREVIOUS: keyOf(keys.previous) }),
  });
  const app = await NestFactory.createApplicationContext(
    CoreModule.forRoot({ config, applicationName: 'consilium-tests', clock: world.clock }),
    { logger: ['error'] },
  );
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

const keysInUse = async () =>
  world.rows<{ keyId: string; n: number }>(
    'SELECT key_id AS "keyId", count(*)::int AS n FROM patient_identities GROUP BY key_id ORDER BY n DESC',
  );

beforeAll(async () => {
  world = await testWorld({ environment: { DATA_KEY: keyOf(1) } });
});
afterAll(() => world.close());

describe('rotating the key of the identities', () => {
  beforeEach(async () => {
    const known = await world.rows<{ caseNo: string }>('SELECT case_no AS "caseNo" FROM cases ORDER BY case_no');
    caseNos = known.map(({ caseNo }) => caseNo);
    if (caseNos.length === 0)
      for (const ordinal of PATIENTS) caseNos.push(await referredCase(world, { ordinal, required: ['urology'] }));
  });

  it('needs the key that is replaced', async () => {
    await expect(withKeys({ present: 2 }, (app) => app.get(KeyRotationService).rotate())).rejects.toThrow(
      'DATA_KEY_PREVIOUS',
    );
    expect(await keysInUse()).toHaveLength(1);
  });

  it('works while it has only begun: patients are known, shown and referred again under either key', async () => {
    await withKeys({ present: 2, previous: 1 }, async (app) => {
      const owner = await world.actor('urology-2');
      const referral = await referralOf(world, '002', 41);
      await app.get(ReferCaseService).refer(owner, referral);
      expect(await world.rows('SELECT 1 FROM patient_identities')).toHaveLength(PATIENTS.length);
      expect((await keysInUse()).map(({ n }) => n)).toEqual([4, 1]);
      const shown = await app.get(PatientIdentityService).reveal(owner, caseNos[0] ?? '', '');
      expect(shown.name).toBe(referral.patient.name);
      const untouched = await app.get(PatientIdentityService).reveal(owner, caseNos[3] ?? '', '');
      expect(untouched.name).toBe((await referralOf(world, '002', 44)).patient.name);
      const wrong = { ...referral, patient: { ...referral.patient, name: '另一个人' } };
      expect((await refusal(app.get(ReferCaseService).refer(owner, wrong))).code).toBe('patient/identity-conflict');
    });
  });

  it('broken off goes on where it stopped, and then the old key opens and finds nothing', async () => {
    await withKeys({ present: 2, previous: 1 }, async (app) => {
      const rotation = app.get(KeyRotationService);
      const seal = app.get(IdentitySeal);
      const open = seal.open.bind(seal);
      let opened = 0;
      seal.open = (...parts) => {
        opened += 1;
        if (opened === 3) throw new Error('the power failed');
        return open(...parts);
      };
      await expect(rotation.rotate(2)).rejects.toThrow('the power failed');
      expect((await keysInUse()).map(({ n }) => n)).toEqual([3, 2]);
      seal.open = open;
      expect(await rotation.rotate(2)).toEqual({ resealed: 2, foreign: 0 });
      expect(await rotation.rotate(2)).toEqual({ resealed: 0, foreign: 0 });
      expect(await keysInUse()).toEqual([{ keyId: seal.keyId, n: PATIENTS.length }]);
    });
    const owner = await world.actor('urology-2');
    await withKeys({ present: 2 }, async (app) => {
      const { patient } = await referralOf(world, '002', 45);
      expect((await app.get(PatientIdentityService).reveal(owner, caseNos[4] ?? '', '')).identityNo).toBe(
        patient.identityNo,
      );
      await app.get(ReferCaseService).refer(owner, await referralOf(world, '002', 45));
      expect(await world.rows('SELECT 1 FROM patient_identities')).toHaveLength(PATIENTS.length);
    });
    await expect(world.get(PatientIdentityService).reveal(owner, caseNos[4] ?? '', '')).rejects.toThrow('another key');
  });

  it('leaves what is sealed with a third key as it is, says how many, and is on record without a name', async () => {
    await withKeys({ present: 4, previous: 3 }, async (app) => {
      expect(await app.get(KeyRotationService).rotate()).toEqual({ resealed: 0, foreign: PATIENTS.length });
    });
    const lines = await world.rows<{ actor: string; detail: { identities: number } }>(
      `SELECT actor, detail FROM audit_events WHERE action = 'identity-keys.rotated' ORDER BY id`,
    );
    expect(lines.map(({ actor, detail }) => [actor, detail.identities])).toEqual([
      ['key-rotation', 2],
      ['key-rotation', 2],
    ]);
    expect(JSON.stringify(lines)).not.toContain('张示例');
  });
});
