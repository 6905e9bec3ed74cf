import { owner, prepareDatabase, programs, projectRoot, run } from '@consilium/launcher';
import { Redis } from 'ioredis';
import { createHash, randomBytes } from 'node:crypto';
import { appendFileSync, cpSync, existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

/** What a fresh application holds at its start. */
export type Content = 'demonstration' | 'empty';

/** Redis has 64 numbered databases in a test run; number 0 is the other tests'. */
const redisDatabases = 63;

/** Address of a server that `npm test` brought up. */
function server(variable: 'TEST_DATABASE_URL' | 'TEST_REDIS_URL'): string {
  const address = process.env[variable];
  if (!address)
    throw new Error(`${variable} is not set: run this with \`npm test -- journeys\`, which brings up the servers`);
  return address;
}

/** The same in every file of one test run, because what one file has encrypted the next one reads. */
export function secretsOfRun(): { ownerPassword: string; dataKey: string } {
  const derive = (purpose: string) =>
    createHash('sha256')
      .update(`${purpose} ${server('TEST_DATABASE_URL')}`)
      .digest();
  return {
    ownerPassword: derive('owner').toString('hex').slice(0, 32),
    dataKey: derive('data key').toString('base64'),
  };
}

/**
 * Makes a database with the content, and copies the files that belong to it.
 * The content is migrated and loaded once in a test run; every further application gets a copy, which takes a fraction of a second.
 * @returns address of the database, signed in as its owner
 */
export async function copyOfContent(content: Content, dataFolder: string, name?: string): Promise<string> {
  const database = name ?? `journey_${randomBytes(6).toString('hex')}`;
  const template = `journeys_${content}`;
  const files = join(process.env['TEST_FOLDER'] ?? tmpdir(), `${template}-${secretsOfRun().ownerPassword.slice(0, 8)}`);
  const client = new Client({ connectionString: server('TEST_DATABASE_URL') });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [template]);
    const { rowCount } = await client.query('select from pg_database where datname = $1 and datistemplate', [template]);
    if (!rowCount) {
      await client.query(`drop database if exists ${template}`);
      await fill(template, content, files);
      await client.query(`alter database ${template} is_template true`);
    }
    await client.query(`create database ${client.escapeIdentifier(database)} template ${template} owner ${owner}`);
  } finally {
    await client.end();
  }
  if (existsSync(files)) cpSync(files, dataFolder, { recursive: true });
  return addressOf(database);
}

async function addressOf(database: string): Promise<string> {
  return prepareDatabase({
    server: server('TEST_DATABASE_URL'),
    ownerPassword: secretsOfRun().ownerPassword,
    database,
  });
}

async function fill(database: string, content: Content, files: string): Promise<void> {
  mkdirSync(join(files, 'logs'), { recursive: true });
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: await addressOf(database),
    REDIS_URL: server('TEST_REDIS_URL'),
    DATA_DIR: files,
    DATA_KEY: secretsOfRun().dataKey,
    DEMO: content === 'demonstration' ? '1' : '0',
  };
  await runToEnd(programs.migrate, [], env);
  if (content === 'demonstration') await runToEnd(programs.demonstration, ['load'], env);
}

async function runToEnd(file: string, args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const { code, output } = await run(process.execPath, ['--enable-source-maps', join(projectRoot, file), ...args], {
    cwd: projectRoot,
    env,
  });
  if (code !== 0) throw new Error(`${file} ${args.join(' ')} ended with exit code ${code}:\n${output}`);
  noteInLauncherLog(env['DATA_DIR'] ?? '', output);
}

/** What a launcher says while it prepares and watches the programs, kept where it keeps its logs. */
export function noteInLauncherLog(dataFolder: string, text: string): void {
  appendFileSync(join(dataFolder, 'logs/launcher.log'), `${text.trim()}\n`);
}

/** Empties the next numbered Redis database and returns its address. */
export async function redisDatabase(): Promise<string> {
  const address = new URL(server('TEST_REDIS_URL'));
  const redis = new Redis(address.href);
  try {
    const number = (((await redis.incr('harness:database')) - 1) % redisDatabases) + 1;
    await redis.select(number);
    await redis.flushdb();
    address.pathname = `/${number}`;
    return address.href;
  } finally {
    redis.disconnect();
  }
}
