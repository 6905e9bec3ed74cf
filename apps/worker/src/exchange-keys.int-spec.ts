import { AuthenticatorKeysService, CoreModule, ReferCaseService } from '@consilium/core';
import { referralOf, referredCase, testConfig, testWorld, type TestWorld } from '@consilium/testing';
import { NestFactory } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exchangeKeys, type Exchange } from './exchange-keys.js';

const keyOf = (byte: number): string => Buffer.alloc(32, byte).toString('base64');

const FRESH = keyOf(2);
let old: string;
let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
  old = world.config.DATA_KEY;
  await referredCase(world, { ordinal: 41, required: ['urology'] });
});
afterAll(() => world.close());

async function running<T>(
  applicationName: string,
  keys: { present: string; previous?: string },
  work: (app: Awaited<ReturnType<typeof NestFactory.createApplicationContext>>) => Promise<T>,
): Promise<T> {
  const config = testConfig(world.config.DATABASE_URL, {
    DATA_KEY: keys.present,
    ...(keys.previous === undefined ? {} : { DATA_KEY_PREVIOUS: keys.previous }),
  });
  const app = await NestFactory.createApplicationContext(
    CoreModule.forRoot({ config, applicationName, clock: world.clock }),
    { logger: ['error'] },
  );
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
const exchange = (keys: { present: string; previous: string }): Promise<Exchange> =>
  running('consilium-key-rotation', keys, exchangeKeys);

const keysInUse = async () => {
  const [counted] = await world.rows<{ identities: number; authenticators: number }>(
    `SELECT (SELECT count(DISTINCT key_id)::int FROM patient_identities) AS identities,
       (SELECT count(DISTINCT key_id)::int FROM authenticators) AS authenticators`,
  );
  return counted;
};

describe('exchanging the key, told to whoever asked for it', () => {
  it.each(['consilium-api', 'consilium-worker'])(
    'changes nothing while %s works with the database',
    async (program) => {
      const before = await world.rows('SELECT key_id FROM patient_identities');
      const { isComplete, said } = await running(program, { present: old }, async (app) => {
        // Somebody uses it: a connection of its own is open.
        await app.get(ReferCaseService).refer(await world.actor('urology-2'), await referralOf(world, '002', 41));
        return exchange({ present: FRESH, previous: old });
      });
      expect(isComplete).toBe(false);
      expect(said).toEqual([expect.stringContaining(`${program}. Stop`)]);
      expect(await world.rows('SELECT key_id FROM patient_identities')).toEqual(before);
    },
  );

  it('is not complete where a patient came under the old key behind it, and is when it is asked again', async () => {
    const overtaken = await running('consilium-key-rotation', { present: FRESH, previous: old }, (app) => {
      const next = app.get(AuthenticatorKeysService);
      const rotate = next.rotate.bind(next);
      next.rotate = async () => {
        // A program that was started meanwhile with the old key alone, after the last batch of identities.
        await referredCase(world, { ordinal: 42, required: ['urology'] });
        return rotate();
      };
      return exchangeKeys(app);
    });
    expect(overtaken).toEqual({
      isComplete: false,
      said: [
        'Sealed with the new key: identities 1, secrets of one-time codes 7, restricted facts 0.',
        expect.stringMatching(
          /^Still sealed with another key: identities 1, secrets of one-time codes 0, restricted facts 0\./,
        ),
      ],
    });
    expect(await exchange({ present: FRESH, previous: old })).toEqual({
      isComplete: true,
      said: ['Sealed with the new key: identities 1, secrets of one-time codes 0, restricted facts 0.'],
    });
    expect(await keysInUse()).toEqual({ identities: 1, authenticators: 1 });
  });

  it('is not complete where codes or identities are under a third key', async () => {
    const { isComplete, said } = await exchange({ present: keyOf(4), previous: keyOf(3) });
    expect(isComplete).toBe(false);
    expect(said).toEqual([
      'Sealed with the new key: identities 0, secrets of one-time codes 0, restricted facts 0.',
      expect.stringMatching(
        /^Still sealed with another key: identities 2, secrets of one-time codes 7, restricted facts 0\./,
      ),
    ]);
  });
});
