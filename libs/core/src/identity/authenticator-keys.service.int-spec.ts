import { codeOfSecret, PASSWORD, testConfig, testWorld, type TestWorld } from '@consilium/testing';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CoreModule } from '../core.module.js';
import { AuthenticatorKeysService, DemonstrationPeopleService, SignInService } from './index.js';

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

const NEW_KEY = Buffer.alloc(32, 9).toString('base64');

/** The programs as they run with other keys, on the same database. */
async function withKeys<T>(
  keys: Record<string, string>,
  work: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const app = await NestFactory.createApplicationContext(
    CoreModule.forRoot({
      config: testConfig(world.config.DATABASE_URL, keys),
      applicationName: 'consilium-tests',
      clock: world.clock,
    }),
    { logger: ['error'] },
  );
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
const signInWith = async (app: INestApplicationContext) => {
  // A code is taken once, so each sign-in waits for another one.
  world.clock.advance(60_000);
  const secret = await app.get(DemonstrationPeopleService).secretOf('beichen-expert');
  const code = await codeOfSecret(secret ?? '', world.clock.now());
  const credentials = { username: 'beichen-expert', password: PASSWORD, code };
  return app.get(SignInService).signIn(credentials, { address: '', browser: '' });
};

describe('rotating the key of the one-time codes', () => {
  it('leaves everybody their authenticator, under the new key alone', async () => {
    const before = await world.get(DemonstrationPeopleService).secretOf('beichen-expert');
    const both = { DATA_KEY: NEW_KEY, DATA_KEY_PREVIOUS: world.config.DATA_KEY };
    await withKeys(both, async (app) => {
      expect((await signInWith(app)).presence.actor.hospitalId).toBe(await world.hospitalId('beichen'));
      expect(await app.get(AuthenticatorKeysService).rotate()).toBe(7);
      expect(await app.get(AuthenticatorKeysService).rotate()).toBe(0);
    });
    await withKeys({ DATA_KEY: NEW_KEY }, async (app) => {
      expect(await app.get(DemonstrationPeopleService).secretOf('beichen-expert')).toBe(before);
      expect((await signInWith(app)).presence.mustEnrol).toBe(false);
    });
    await expect(world.get(DemonstrationPeopleService).secretOf('beichen-expert')).rejects.toThrow('another key');
  });

  it('does nothing where no key is being replaced', async () => {
    expect(await world.get(AuthenticatorKeysService).rotate()).toBe(0);
  });
});
