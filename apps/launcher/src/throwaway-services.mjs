import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canReach, postgresAccount } from './account.mjs';
import { projectCache, projectMark } from './paths.mjs';
import { PlainError } from './plain-error.mjs';
import { postgresPrograms, removeFolder } from './postgres-programs.mjs';
import { postgresUrl, startPostgres, stopPostgres } from './postgres.mjs';
import { endProcess, identityOf, processesIn } from './processes.mjs';
import { redisProgram } from './redis-programs.mjs';
import { redisUrl, startRedis, stopRedis } from './redis.mjs';

/** A PostgreSQL and a Redis that keep nothing: for tests. They and their folder are gone after `stop`. */
export class ThrowawayServices {
  /** @type {number | undefined} */
  #postgres;
  /** @type {number | undefined} */
  #redis;
  /** @type {string | undefined} */
  #folder;

  /** @param {{ signal?: AbortSignal }} [options] */
  constructor({ signal } = {}) {
    this.signal = signal;
  }

  /**
   * @returns {Promise<{ databaseUrl: string, redisUrl: string, folder: string }>} `databaseUrl` names the maintenance database and signs in as the superuser;
   *   `folder` is for files that go with the services
   */
  async start() {
    await removeLeft();
    const account = await postgresAccount();
    const folder = await temporaryFolder(account);
    this.#folder = folder;
    const password = randomBytes(18).toString('hex');
    const { signal } = this;
    const startDatabase = async () => {
      const bin = await postgresPrograms(account, folder);
      const server = await startPostgres({
        bin,
        folder: join(folder, 'postgres'),
        account,
        password,
        logFile: join(folder, 'postgres.log'),
        durable: false,
        signal,
        onSpawn: (pid) => (this.#postgres = pid),
      });
      return postgresUrl({ port: server.port, password, database: 'postgres' });
    };
    const startCache = async () => {
      const server = await startRedis({
        redis: await redisProgram(projectCache),
        folder: join(folder, 'redis'),
        password,
        logFile: join(folder, 'redis.log'),
        durable: false,
        signal,
        onSpawn: (pid) => (this.#redis = pid),
      });
      return redisUrl({ port: server.port, password });
    };
    const [database, cache] = await Promise.allSettled([startDatabase(), startCache()]);
    if (database.status === 'rejected') throw database.reason;
    if (cache.status === 'rejected') throw cache.reason;
    return { databaseUrl: database.value, redisUrl: cache.value, folder };
  }

  async stop() {
    // Nothing of it is kept, so there is nothing to end carefully.
    const now = AbortSignal.abort();
    await Promise.all([
      this.#redis && stopRedis(this.#redis, now),
      this.#postgres && stopPostgres(this.#postgres, now),
    ]);
    if (this.#folder) await clear(this.#folder);
  }
}

const prefix = `consilium-test-${projectMark}-`;

/** @param {import('./account.mjs').Account | undefined} account */
async function temporaryFolder(account) {
  for (const parent of [tmpdir(), '/tmp', '/var/tmp']) {
    if (!existsSync(parent)) continue;
    const folder = mkdtempSync(join(parent, prefix));
    chmodSync(folder, account ? 0o711 : 0o700);
    if (await canReach(folder, account)) {
      writeFileSync(
        join(folder, 'owner.json'),
        JSON.stringify({ pid: process.pid, identity: identityOf(process.pid) }),
      );
      mkdirSync(join(folder, 'redis'));
      return folder;
    }
    removeFolder(folder);
  }
  throw new PlainError(
    `The account "${account?.name}" cannot reach a folder for temporary files: set TMPDIR to one that every account can reach.`,
  );
}

/** Removes what the tests of a killed run left running. */
async function removeLeft() {
  for (const parent of new Set([tmpdir(), '/tmp', '/var/tmp'])) {
    if (!existsSync(parent)) continue;
    for (const name of readdirSync(parent).filter((entry) => entry.startsWith(prefix))) {
      const folder = join(parent, name);
      if (ownerRuns(folder)) continue;
      await clear(folder);
    }
  }
}

/**
 * Removes a folder, and first what runs in it: also servers that interrupted tests of the launcher itself brought up.
 * @param {string} folder
 */
async function clear(folder) {
  await Promise.all(
    processesIn(realpathSync(folder)).map((pid) => endProcess(pid, { first: 'SIGINT', graceMs: 3000 })),
  );
  removeFolder(folder);
}

/** @param {string} folder */
function ownerRuns(folder) {
  try {
    const { pid, identity } = JSON.parse(readFileSync(join(folder, 'owner.json'), 'utf8'));
    return identityOf(pid) === identity;
  } catch {
    return false;
  }
}
