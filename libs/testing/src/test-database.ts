import { createHash, randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { demonstrationCentre } from '@consilium/catalog';
import {
  Clock,
  CoreModule,
  Database,
  DemonstrationPeopleService,
  foundCentre,
  hashPassword,
  readConfig,
  SettableClock,
  systemActor,
} from '@consilium/core';
import { describeSchema, runMigrations } from '@consilium/migrations';
import { NestFactory } from '@nestjs/core';

/** The instant at which every test world begins: a Wednesday, 09:00 in Shanghai. */
export const BEGINNING = new Date('2026-11-18T01:00:00Z');
/** Password of every person of the test worlds. */
export const PASSWORD = 'lantern-harbour-42';
const LOCK_KEY = 5_117_301;

function serverUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) throw new Error('TEST_DATABASE_URL is not set: run the tests through npm test.');
  return url;
}

export function redisUrl(): string {
  const url = process.env['TEST_REDIS_URL'];
  if (!url) throw new Error('TEST_REDIS_URL is not set: run the tests through npm test.');
  return url;
}

const withDatabase = (name: string): string => {
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return url.toString();
};

/** A configuration for tests on this database. */
export const testConfig = (databaseUrl: string, environment: Record<string, string> = {}) =>
  readConfig({
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl(),
    DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
    LOG_LEVEL: 'silent',
    DATA_DIR: join(tmpdir(), new URL(databaseUrl).pathname),
    // Tests sign in more people from one address than a hospital does.
    SIGN_INS_PER_ADDRESS: '100000',
    SIGN_INS_PER_ACCOUNT: '100000',
    REQUESTS_PER_BROWSER: '100000',
    REQUESTS_PER_ADDRESS: '1000000',
    ...environment,
  });

async function onServer<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Migrated and founded once for all tests of a run; named after what is in it, so that an old one is never used. */
async function templateDatabase(client: Client): Promise<string> {
  await client.query('SELECT pg_advisory_lock($1)', [LOCK_KEY]);
  try {
    const building = `consilium_building_${randomBytes(4).toString('hex')}`;
    const known = globalThis as { consiliumTemplate?: string };
    if (known.consiliumTemplate && (await exists(client, known.consiliumTemplate))) return known.consiliumTemplate;
    const ready = await client.query<{ datname: string }>(`SELECT datname FROM pg_database WHERE datname LIKE $1`, [
      `consilium_template_${process.env['TEST_RUN'] ?? 'none'}_%`,
    ]);
    if (process.env['TEST_RUN'] && ready.rows[0]) return (known.consiliumTemplate = ready.rows[0].datname);
    await client.query(`CREATE DATABASE ${building}`);
    await runMigrations(withDatabase(building));
    await found(withDatabase(building));
    const fingerprint = createHash('sha256')
      .update(await schemaOf(withDatabase(building)))
      .update(JSON.stringify(demonstrationCentre))
      .digest('hex')
      .slice(0, 12);
    const template = `consilium_template_${process.env['TEST_RUN'] ?? randomBytes(4).toString('hex')}_${fingerprint}`;
    await client.query(`ALTER DATABASE ${building} RENAME TO ${template}`);
    return (known.consiliumTemplate = template);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [LOCK_KEY]);
  }
}

const exists = async (client: Client, name: string): Promise<boolean> =>
  (await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])).rowCount === 1;

async function schemaOf(url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await describeSchema(client);
  } finally {
    await client.end();
  }
}

async function found(url: string): Promise<void> {
  const app = await NestFactory.createApplicationContext(
    CoreModule.forRoot({
      config: testConfig(url),
      applicationName: 'consilium-tests',
      clock: new SettableClock(BEGINNING),
    }),
    { logger: ['error'] },
  );
  const passwordHash = await hashPassword(PASSWORD);
  await app.get(Database).write(systemActor('tests', ''), async (tx) => {
    await foundCentre(tx, demonstrationCentre, passwordHash);
    await app.get(DemonstrationPeopleService).equip(tx);
  });
  app.get(Clock);
  await app.close();
}

/** A database of its own for one test file: empty of cases, with the demonstration's organisation. */
export async function cloneDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `consilium_test_${randomBytes(6).toString('hex')}`;
  await onServer(async (client) => {
    const template = await templateDatabase(client);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  return {
    url: withDatabase(name),
    drop: () => onServer(async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))),
  };
}

/** A database with the schema and nothing in it. */
export async function emptyDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `consilium_empty_${randomBytes(6).toString('hex')}`;
  await onServer(async (client) => void (await client.query(`CREATE DATABASE ${name}`)));
  await runMigrations(withDatabase(name));
  return {
    url: withDatabase(name),
    drop: () => onServer(async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))),
  };
}
