import { join } from 'node:path';
import { postgresAccount } from './account.mjs';
import { freshLog } from './data-folder.mjs';
import { prepareDatabase, programsAddress } from './embedded-database.mjs';
import { checkDatabase, checkRedis } from './given-services.mjs';
import { PlainError } from './plain-error.mjs';
import { placeForPostgres } from './postgres-place.mjs';
import { postgresComesAlong, postgresPrograms } from './postgres-programs.mjs';
import { postgresIn, postgresUrl, startPostgres, stopPostgres } from './postgres.mjs';
import { redisCanBeHad, redisProgram } from './redis-programs.mjs';
import { redisIn, redisUrl, startRedis, stopRedis } from './redis.mjs';

/** @typedef {import('./data-folder.mjs').DataFolder} DataFolder */

/**
 * @typedef {object} Services
 * @property {string} databaseUrl with the account that owns the database
 * @property {string} [programsDatabaseUrl] with the account of the API and the worker, where it is another one
 * @property {string} redisUrl
 * @property {boolean} embeddedDatabase
 * @property {string[]} notes sentences for the person who started it
 */

/**
 * Says which addresses to set on a machine where the embedded servers cannot run.
 * @param {NodeJS.ProcessEnv} environment
 */
export function refuseUnsupportedMachine(environment) {
  const missing = [
    ...(!environment['DATABASE_URL'] && !postgresComesAlong() ? ['DATABASE_URL'] : []),
    ...(!environment['REDIS_URL'] && !redisCanBeHad() ? ['REDIS_URL'] : []),
  ];
  if (missing.length > 0)
    throw new PlainError(
      `On this machine (${process.platform}, ${process.arch}) the servers do not come along: set ${missing.join(' and ')} and start again.`,
    );
}

/** The PostgreSQL and Redis that the programs use: given by address, or embedded and kept in the data folder. */
export class ServiceSet {
  /**
   * @param {{ data: DataFolder, environment: NodeJS.ProcessEnv, signal?: AbortSignal }} options
   */
  constructor({ data, environment, signal }) {
    this.data = data;
    this.environment = environment;
    this.signal = signal;
    /** @type {{ pid: number, adopted: boolean } | undefined} */
    this.postgres = undefined;
    /** @type {{ pid: number, adopted: boolean } | undefined} */
    this.redis = undefined;
    /** @type {string | undefined} */
    this.programsDatabaseUrl = undefined;
    /** @type {string[]} */
    this.notes = [];
  }

  /** @returns {Promise<Services>} */
  async start() {
    const results = await Promise.allSettled([this.#startDatabase(), this.#startRedis()]);
    for (const result of results) if (result.status === 'rejected') throw result.reason;
    const [databaseUrl, redisAddress] = results.map((result) => (result.status === 'fulfilled' ? result.value : ''));
    return {
      databaseUrl: databaseUrl ?? '',
      ...(this.programsDatabaseUrl ? { programsDatabaseUrl: this.programsDatabaseUrl } : {}),
      redisUrl: redisAddress ?? '',
      embeddedDatabase: !this.environment['DATABASE_URL'],
      notes: this.notes,
    };
  }

  async #startDatabase() {
    const given = this.environment['DATABASE_URL'];
    if (given) {
      await checkDatabase(given);
      this.programsDatabaseUrl = this.environment['PROGRAMS_DATABASE_URL'] || undefined;
      return given;
    }
    const { data, signal } = this;
    const account = await postgresAccount();
    const { place, elsewhere } = await placeForPostgres(data, account);
    if (elsewhere)
      this.notes.push(
        `PostgreSQL runs as "${account?.name}", which cannot reach this folder; its data is in ${place}.`,
      );
    const bin = await postgresPrograms(account, place);
    const adminPassword = data.secret('postgres-administrator');
    const folder = join(place, 'postgres');
    const server = await startPostgres({
      bin,
      folder,
      account,
      password: adminPassword,
      logFile: postgresIn(folder) ? data.at('logs', 'postgres.log') : freshLog(data.folder('logs'), 'postgres'),
      port: data.remembered().ports?.['postgres'],
      notPorts: portsOf(data, 'redis'),
      signal,
      onSpawn: (pid) => (this.postgres = { pid, adopted: false }),
    });
    this.postgres = server;
    data.rememberPort('postgres', server.port);
    if (server.fresh) data.remember({ demonstrationLoaded: false });
    const databaseUrl = await prepareDatabase({
      server: postgresUrl({ port: server.port, password: adminPassword, database: 'postgres' }),
      ownerPassword: data.secret('postgres-owner'),
      database: 'consilium',
    });
    this.programsDatabaseUrl = programsAddress(databaseUrl, data.secret('postgres-programs'));
    return databaseUrl;
  }

  async #startRedis() {
    const given = this.environment['REDIS_URL'];
    if (given) {
      const warning = await checkRedis(given);
      if (warning) this.notes.push(warning);
      return given;
    }
    const { data, signal } = this;
    const folder = data.at('redis');
    const password = data.secret('redis');
    const server = await startRedis({
      redis: await redisProgram(data.at('cache')),
      folder,
      password,
      logFile: redisIn(folder) ? data.at('logs', 'redis.log') : freshLog(data.folder('logs'), 'redis'),
      port: data.remembered().ports?.['redis'],
      notPorts: portsOf(data, 'postgres'),
      signal,
      onSpawn: (pid) => (this.redis = { pid, adopted: false }),
    });
    this.redis = server;
    data.rememberPort('redis', server.port);
    return redisUrl({ port: server.port, password });
  }

  /**
   * Ends the embedded servers, Redis first.
   * @param {{ hurry?: AbortSignal, onlyOwn?: boolean }} [how] `onlyOwn` leaves a server that ran before, for the one who uses it
   */
  async stop({ hurry, onlyOwn = false } = {}) {
    if (this.redis && !(onlyOwn && this.redis.adopted)) await stopRedis(this.redis.pid, hurry);
    if (this.postgres && !(onlyOwn && this.postgres.adopted)) await stopPostgres(this.postgres.pid, hurry);
  }
}

/** @param {DataFolder} data @param {string} server */
function portsOf(data, server) {
  const port = data.remembered().ports?.[server];
  return port ? [port] : [];
}

/**
 * Ends the embedded servers that a killed launcher left running in the data folder.
 * @param {DataFolder} data
 */
export async function stopLeftServices(data) {
  const redis = redisIn(data.at('redis'));
  if (redis) await stopRedis(redis.pid);
  for (const place of [data.path, data.remembered().place]) {
    const postgres = place && postgresIn(join(place, 'postgres'));
    if (postgres) await stopPostgres(postgres.pid);
  }
}
