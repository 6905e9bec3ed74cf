import { codeAt, DemonstrationPeopleService, systemActor } from '@consilium/core';
import type { TestWorld } from './test-world.js';

/**
 * The code that a person's authenticator shows at the world's time, as if they had not used one lately; undefined for people without one.
 * To be passed as `code` when they sign in.
 */
export async function freshCode(world: TestWorld, account: string): Promise<string | undefined> {
  const [person] = await world.rows<{ id: string }>(
    `SELECT a.person_id AS id FROM accounts a JOIN authenticators t ON t.person_id = a.person_id AND t.confirmed_at IS NOT NULL WHERE a.username = $1`,
    [account],
  );
  if (!person) return undefined;
  await world.database.write(systemActor('tests', ''), (tx) =>
    tx.query('UPDATE authenticators SET last_time_step = NULL WHERE person_id = $1', [person.id]),
  );
  return codeOfSecret(await secretOf(world, account), world.clock.now());
}

/** The code that an authenticator with this secret shows at an instant. */
export const codeOfSecret = (secret: string, at: Date): Promise<string> =>
  codeAt(secret, Math.floor(at.getTime() / 30_000));

async function secretOf(world: TestWorld, account: string): Promise<string> {
  const secret = await world.get(DemonstrationPeopleService).secretOf(account);
  if (secret === undefined) throw new Error(`${account} has no authenticator`);
  return secret;
}
