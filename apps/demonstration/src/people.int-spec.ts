import { DemonstrationPeopleService, type Config } from '@consilium/core';
import { codeOfSecret, testWorld, type TestWorld } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printedPeople } from './people.js';

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

const printed = (config: Pick<Config, 'DEMO'>) => printedPeople(world.get(DemonstrationPeopleService), config);

describe('the list of people that the start prints', () => {
  it('is empty where no demonstration was loaded, whatever is asked for', async () => {
    expect(await printed({ DEMO: true })).toEqual([]);
  });

  it('comes with the secrets of those who need a one-time code, in the demonstration alone', async () => {
    await world.rows('INSERT INTO installation (id, demonstration_loaded_at) VALUES (1, now())');
    const people = await printed({ DEMO: true });
    expect(people).toHaveLength(41);
    const withSecret = people.filter(({ secret }) => secret !== undefined);
    expect(withSecret.map(({ role }) => role).sort()).toEqual([
      'ADMIN',
      'AUDITOR',
      'REMOTE_EXPERT',
      'REMOTE_EXPERT',
      'REMOTE_EXPERT',
      'REMOTE_EXPERT',
      'SECURITY_ADMIN',
    ]);
    for (const { secret = '' } of withSecret) expect(await codeOfSecret(secret, new Date())).toMatch(/^\d{6}$/);
    expect(await printed({ DEMO: false })).toEqual([]);
  });
});
