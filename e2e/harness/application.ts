import { freePort, programs, projectRoot, SupervisedProgram, waitFor } from '@consilium/launcher';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyOfContent, noteInLauncherLog, redisDatabase, secretsOfRun, type Content } from './content.js';
import { relayMails, type MailRelay } from './mail-relay.js';
import { recordRedis, type RedisRecord } from './redis-record.js';

export interface ApplicationWish {
  /** Name of the fresh database; a new one each time when left out. */
  databaseName?: string;
  /** With the demonstration centre in it, otherwise without a single row. */
  demo?: boolean;
  /** More environment for the programs; wins over what the harness sets. */
  environment?: Record<string, string>;
}

/** One of the programs, to be killed and started again by tests of what survives that. */
export interface RunningProgram {
  readonly pid: number | undefined;
  readonly logFile: string;
  /** Ends it as a crash would; it stays away until `start`. */
  kill(): Promise<void>;
  /** Asks it to end and waits until it has. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

export interface Application {
  readonly url: string;
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly mailCatcherPort: number;
  /** What went into Redis and out by mail since the programs were started. */
  readonly redis: RedisRecord;
  readonly mails: MailRelay;
  /** Where PostgreSQL, which one run of tests shares, logs, and how long that log was when this application was started. */
  readonly postgresLog: { file: string; begins: number };
  readonly dataFolder: string;
  /** The environment its programs run in, for running one more of them. */
  readonly environment: NodeJS.ProcessEnv;
  readonly api: RunningProgram;
  readonly worker: RunningProgram;
  readonly mailCatcher: RunningProgram;
  stop(): Promise<void>;
}

/**
 * Starts the built programs on a database of their own in the throw-away PostgreSQL and a numbered database of the throw-away Redis.
 * @throws with the end of the API's log when it does not become ready
 */
export async function startApplication({
  databaseName,
  demo = true,
  environment: more = {},
}: ApplicationWish = {}): Promise<Application> {
  const content: Content = demo ? 'demonstration' : 'empty';
  const dataFolder = mkdtempSync(join(process.env['TEST_FOLDER'] ?? tmpdir(), 'application-'));
  mkdirSync(join(dataFolder, 'logs'));
  const [databaseUrl, redisUrl] = await Promise.all([
    copyOfContent(content, dataFolder, databaseName),
    redisDatabase(),
  ]);
  const port = await freePort();
  const mailCatcherPort = await freePort({ not: [port] });
  const url = `http://localhost:${port}`;
  const postgresLog = logOfPostgres();
  const [redis, mails] = await Promise.all([
    recordRedis(redisUrl),
    relayMails({ host: '127.0.0.1', port: mailCatcherPort }),
  ]);
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    LOG_LEVEL: 'trace',
    PORT: String(port),
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    DATA_DIR: dataFolder,
    DATA_KEY: secretsOfRun().dataKey,
    DEMO: demo ? '1' : '0',
    MAIL_CATCHER_PORT: String(mailCatcherPort),
    SMTP_URL: `smtp://127.0.0.1:${mails.port}`,
    MAIL_FROM: 'Consilium <consilium@localhost>',
    // A journey signs in a whole cast from one address.
    SIGN_INS_PER_ADDRESS: '1000',
    SIGN_INS_PER_ACCOUNT: '1000',
    ...more,
  };
  const failures: string[] = [];
  const supervised = (name: string, file: string) =>
    new SupervisedProgram({
      name,
      file: join(projectRoot, file),
      env: environment,
      cwd: projectRoot,
      logFolder: join(dataFolder, 'logs'),
      onRestart: (sentence) => noteInLauncherLog(dataFolder, sentence),
      onGiveUp: (sentence, details) => {
        failures.push([sentence, ...details].join('\n'));
        noteInLauncherLog(dataFolder, failures.at(-1) ?? '');
      },
    });
  const api = supervised('API', programs.api);
  const worker = supervised('worker', programs.worker);
  const mailCatcher = supervised('mail catcher', programs.mailCatcher);
  const all = [api, worker, mailCatcher];
  const stop = async () => {
    await Promise.all(all.map((program) => program.stop()));
    redis.end();
    await mails.close();
    rmSync(dataFolder, { recursive: true, force: true });
  };

  const apiReady = async () => {
    const ready = await waitFor(() => failures.length > 0 || isReady(url), { timeoutMs: 60_000, everyMs: 50 });
    if (!ready || failures.length > 0)
      throw new Error(failures[0] ?? `The API was not ready after a minute:\n${api.lastLines(20).join('\n')}`);
  };
  for (const program of all) program.start();
  try {
    await apiReady();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    databaseUrl,
    redisUrl,
    mailCatcherPort,
    redis,
    mails,
    postgresLog,
    dataFolder,
    environment,
    api: handle(api, apiReady),
    worker: handle(worker),
    mailCatcher: handle(mailCatcher),
    stop,
  };
}

function logOfPostgres(): Application['postgresLog'] {
  const file = join(process.env['TEST_FOLDER'] ?? tmpdir(), 'postgres.log');
  return { file, begins: existsSync(file) ? statSync(file).size : 0 };
}

function handle(program: SupervisedProgram, ready: () => Promise<void> = async () => {}): RunningProgram {
  return {
    get pid() {
      return program.pid;
    },
    logFile: program.logFile,
    kill: () => program.kill(),
    stop: () => program.stop(),
    start: () => {
      if (program.pid === undefined) program.start();
      return ready();
    },
  };
}

async function isReady(url: string): Promise<true | undefined> {
  try {
    const response = await fetch(`${url}/api/health/ready`, { signal: AbortSignal.timeout(3000) });
    await response.arrayBuffer();
    return response.ok || undefined;
  } catch {
    return undefined;
  }
}
