import { Redis } from 'ioredis';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { trafficOf, type Application } from '../../harness/index.js';
import type { Records } from '../steps/records.js';

/** A place where nothing may say who a patient is, and what it holds. */
export interface Place {
  name: string;
  items: readonly string[];
}

/** Tables that are searched one by one. */
const TABLES: [name: string, table: string][] = [
  ['caught mails', 'caught_mails'],
  ['mails to be sent', 'mails'],
  ['notifications', 'notifications'],
  ['outbox', 'outbox'],
  ['audit lines', 'audit_events'],
  ['board cards', 'board_cards'],
];
/** Where the identity is kept, sealed, and where a surgeon may write whatever belongs to the clinical record. All other tables are searched. */
const CLINICAL = ['patient_identities', 'cases', 'record_revisions'];
const LOGS: [name: string, file: string][] = [
  ['log of the API', 'api'],
  ['log of the worker', 'worker'],
  ['log of the mail catcher', 'mail-catcher'],
  ['log of the launcher', 'launcher'],
];

/** All places of a house that was lived in, as they are now. */
export async function placesOf(application: Application, records: Records): Promise<Place[]> {
  const { addresses, frames, errorAnswers, consoleLines, files } = await trafficOf(application.url).settled();
  const { commands } = application.redis;
  const logs = readdirSync(join(application.dataFolder, 'logs'));
  return [
    ...LOGS.map(([name, file]) => ({
      name,
      items: logs
        .filter((log) => log.startsWith(`${file}.`))
        .flatMap((log) => linesOf(join(application.dataFolder, 'logs', log))),
    })),
    { name: 'log of PostgreSQL', items: await linesOfPostgres(application, records) },
    { name: 'commands to Redis', items: commands },
    { name: 'queued jobs', items: commands.filter((command) => JOB.test(command)) },
    { name: 'keys of Redis', items: await keysOfRedis(application.redisUrl) },
    { name: 'mails on the line', items: await application.mails.mails() },
    ...(await tables(records)),
    { name: 'addresses', items: addresses },
    { name: 'socket frames', items: frames },
    { name: 'error answers', items: errorAnswers },
    { name: 'browser consoles', items: consoleLines },
    { name: 'saved files', items: files },
  ];
}

/** Scripts of the queue that add a job or note its result, and what they write. */
const JOB = /\b(remind|mail)-[0-9a-f]{8}-/;

const linesOf = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');

async function tables(records: Records): Promise<Place[]> {
  const known = [...TABLES.map(([, table]) => table), ...CLINICAL];
  const others = await records.rows<{ table: string }>(
    `SELECT tablename AS table FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL ($1) ORDER BY 1`,
    [known],
  );
  const places: Place[] = [];
  for (const [name, table] of TABLES) places.push({ name, items: await rowsOf(records, table) });
  const rest: string[] = [];
  for (const { table } of others) rest.push(...(await rowsOf(records, table)));
  return [...places, { name: 'all other tables', items: rest }];
}

async function rowsOf(records: Records, table: string): Promise<string[]> {
  const rows = await records.rows<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM ${table} t`);
  return rows.map(({ row }) => row);
}

/**
 * What the database server wrote since the run began: it quotes rows that it refuses. It is asked to write a line first, so that the right log
 * is known to be read.
 */
async function linesOfPostgres({ postgresLog }: Application, records: Records): Promise<string[]> {
  const mark = `searched at ${Date.now()}`;
  await records.rows(`DO $$ BEGIN RAISE LOG '${mark}'; END $$`);
  const lines = readFileSync(postgresLog.file).subarray(postgresLog.begins).toString('utf8').split('\n');
  if (!lines.some((line) => line.includes(mark)))
    throw new Error('the log of PostgreSQL is not where it was looked for');
  return lines.filter((line) => line !== '');
}

/** Every key that Redis holds now with all it holds, one by one. */
async function keysOfRedis(redisUrl: string): Promise<string[]> {
  const redis = new Redis(redisUrl);
  try {
    const keys: string[] = [];
    for await (const found of redis.scanStream({ count: 500 })) keys.push(...(found as string[]));
    return await Promise.all(keys.map(async (key) => `${key} ${JSON.stringify(await valueOf(redis, key))}`));
  } finally {
    redis.disconnect();
  }
}

async function valueOf(redis: Redis, key: string): Promise<unknown> {
  const type = await redis.type(key);
  switch (type) {
    case 'hash':
      return redis.hgetall(key);
    case 'list':
      return redis.lrange(key, 0, -1);
    case 'set':
      return redis.smembers(key);
    case 'zset':
      return redis.zrange(key, '0', '-1', 'WITHSCORES');
    case 'stream':
      return redis.xrange(key, '-', '+');
    case 'string':
      return redis.get(key);
    case 'none':
      return null;
    default:
      throw new Error(`Redis holds ${key} as ${type}, which is not searched yet`);
  }
}
