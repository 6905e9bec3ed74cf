import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Application } from '../../harness/index.js';
import type { Cast } from './cast.js';
import { everythingInRedis, type Records } from './records.js';
import type { ToldCase } from './told-case.js';

/** Where nothing of a patient's identity may ever be: mail, notifications, logs, Redis, addresses, what waits to be announced. */
export async function placesWithoutIdentity(
  application: Application,
  records: Records,
  cast: Cast,
): Promise<Record<string, string>> {
  const table = async (name: string) => JSON.stringify(await records.rows(`SELECT * FROM ${name}`));
  const logs = join(application.dataFolder, 'logs');
  return {
    mail: await table('caught_mails'),
    notifications: await table('notifications'),
    outbox: await table('outbox'),
    cards: await table('board_cards'),
    redis: await everythingInRedis(application.redisUrl),
    logs: readdirSync(logs)
      .map((name) => readFileSync(join(logs, name), 'utf8'))
      .join('\n'),
    addresses: cast.requested.map((url) => decodeURIComponent(url)).join('\n'),
  };
}

/** Checks that a patient is named in none of these places, and that each of them holds something to be checked. */
export function expectNobodyNamed(places: Record<string, string>, told: ToldCase): void {
  for (const [place, content] of Object.entries(places)) {
    expect(content.length, `${place} hold something`).toBeGreaterThan(100);
    for (const secret of told.secrets) expect(content.includes(secret), `${place} name a patient`).toBe(false);
  }
}
