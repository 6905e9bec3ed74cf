import {
  chownSync,
  existsSync,
  openSync,
  closeSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { PlainError, fullDiskSentence, saysDiskFull } from './plain-error.mjs';
import { folderOf, removeFolder } from './postgres-programs.mjs';
import { answers, freePort } from './ports.mjs';
import { endProcess, isAlive, processesIn, signal, waitFor, workingFolderOf } from './processes.mjs';
import { lastLines, run } from './run-program.mjs';

/** @typedef {import('./account.mjs').Account} Account */

/**
 * @typedef {object} PostgresWish
 * @property {string} bin folder of the programs
 * @property {string} folder where the databases are kept; its parent must let the account through
 * @property {Account | undefined} account
 * @property {string} password of the superuser
 * @property {string} logFile
 * @property {number} [port] the remembered one, taken again while it is free
 * @property {number[]} [notPorts]
 * @property {boolean} [durable] `false` for databases that are thrown away: faster, and lost when the machine stops
 * @property {AbortSignal} [signal]
 * @property {(pid: number) => void} [onSpawn] told before the server is ready, so that it can be ended at any moment
 */

/** @typedef {{ pid: number, port: number, adopted: boolean, fresh?: boolean }} RunningServer `fresh` when its databases were made just now */

export const superuser = 'consilium_admin';

/**
 * Brings up PostgreSQL on the folder: adopts the one that runs there already, makes the folder on first use.
 * @param {PostgresWish} wish
 * @returns {Promise<RunningServer>}
 */
export async function startPostgres(wish) {
  const running = await adoptPostgres(wish.folder, wish.signal);
  if (running) return running;
  const fresh = !existsSync(join(wish.folder, 'PG_VERSION'));
  if (fresh) await makeCluster(wish);
  await refuseOtherRelease(wish);
  /** @type {number[]} */
  const tried = [...(wish.notPorts ?? [])];
  for (;;) {
    const port = await freePort({ remembered: wish.port, not: tried });
    const pid = await spawnPostgres(wish, port);
    if (pid) return { pid, port, adopted: false, fresh };
    tried.push(port);
    if (tried.length > 5) throw failure(wish, 'found no port to listen on');
  }
}

/**
 * The server that works in the folder, whoever started it. A stranger with a reused process id is not taken for it.
 * @param {string} folder
 * @returns {{ pid: number, port: number, ready: boolean } | undefined}
 */
export function postgresIn(folder) {
  try {
    const [pid, , , port, , , , state] = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
    const number = Number(pid);
    if (!isAlive(number) || workingFolderOf(number) !== realpathSync(folder)) return undefined;
    return { pid: number, port: Number(port), ready: state?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

/** @param {string} folder @param {AbortSignal} [signal] @returns {Promise<RunningServer | undefined>} */
async function adoptPostgres(folder, signal) {
  const found = postgresIn(folder);
  if (!found) {
    await waitForOrphans(folder);
    // Its process id may belong to another program by now, which would make PostgreSQL refuse to start.
    rmSync(join(folder, 'postmaster.pid'), { force: true });
    return undefined;
  }
  const state = await waitFor(() => stateOf(folder), { timeoutMs: 20_000, signal });
  if (state === 'ready') return { pid: found.pid, port: found.port, adopted: true };
  await stopPostgres(found.pid);
  return adoptPostgres(folder, signal);
}

/** @param {string} folder @returns {Promise<'ready' | 'gone' | undefined>} asks the server too: one that was killed this moment still looks alive */
async function stateOf(folder) {
  const server = postgresIn(folder);
  if (!server) return 'gone';
  return server.ready && (await answers(server.port)) ? 'ready' : undefined;
}

/**
 * The processes of a killed server end by themselves within moments; a new server refuses to start beside them.
 * @param {string} folder
 */
async function waitForOrphans(folder) {
  if (!existsSync(join(folder, 'postmaster.pid'))) return;
  const orphans = () => processesIn(realpathSync(folder));
  if (await waitFor(() => orphans().length === 0, { timeoutMs: 3000, everyMs: 50 })) return;
  for (const pid of orphans()) signal(pid, 'SIGKILL');
  await waitFor(() => orphans().length === 0, { timeoutMs: 3000 });
}

/** @param {PostgresWish} wish */
async function makeCluster({ bin, folder, account, password, durable = true }) {
  // Made beside and renamed when complete: a stop in the middle leaves no half cluster.
  const draft = `${folder}.new`;
  removeFolder(draft);
  removeFolder(folder);
  folderOf(draft, account);
  const passwordFile = `${draft}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) chownSync(passwordFile, account.uid, account.gid);
  const { code, output } = await run(
    join(bin, 'initdb'),
    [
      `--pgdata=${draft}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ],
    { cwd: draft, uid: account?.uid, gid: account?.gid, env: serverEnvironment(draft) },
  ).finally(() => rmSync(passwordFile, { force: true }));
  if (code !== 0) {
    removeFolder(draft);
    if (saysDiskFull(output)) throw new PlainError(fullDiskSentence(folder));
    throw new PlainError(
      'The embedded PostgreSQL could not make its databases: set DATA_DIR to another folder, or DATABASE_URL to a PostgreSQL of your own.',
      { details: lastLines(output) },
    );
  }
  renameSync(draft, folder);
}

/** @param {PostgresWish} wish */
async function refuseOtherRelease({ bin, folder, account }) {
  const { stdout } = await run(join(bin, 'postgres'), ['--version'], {
    cwd: '/',
    uid: account?.uid,
    gid: account?.gid,
  });
  const program = /\) (\d+)/.exec(stdout)?.[1];
  const kept = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (program && program !== kept)
    throw new PlainError(
      `The data in ${folder} is of PostgreSQL ${kept} and this version of Consilium brings PostgreSQL ${program}: check out the earlier version, or run \`npm run data:wipe\`.`,
    );
}

/**
 * @param {PostgresWish} wish @param {number} port
 * @returns {Promise<number | undefined>} the process id once it accepts connections, `undefined` when another program took the port meanwhile
 */
async function spawnPostgres({ bin, folder, account, logFile, durable = true, signal: stop, onSpawn }, port) {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    createrole_self_grant: 'set, inherit',
    ...(durable ? lasting : throwAway),
  };
  const log = openSync(logFile, 'a');
  const child = spawn(
    join(bin, 'postgres'),
    [
      '-D',
      folder,
      '-p',
      String(port),
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    {
      cwd: folder,
      uid: account?.uid,
      gid: account?.gid,
      env: serverEnvironment(folder),
      // In a session of its own, so that Ctrl-C reaches it only through us, after the programs that use it.
      detached: true,
      stdio: ['ignore', log, log],
    },
  );
  closeSync(log);
  child.once('error', () => {});
  child.unref();
  const { pid } = child;
  if (!pid) throw failure({ logFile }, 'could not be started');
  onSpawn?.(pid);
  const state = await waitFor(
    () =>
      postgresIn(folder)?.ready ? 'ready' : child.exitCode !== null || child.signalCode !== null ? 'ended' : undefined,
    { timeoutMs: 60_000, signal: stop },
  );
  if (state === 'ready') return pid;
  if (!state) await stopPostgres(pid);
  if (/could not bind|Address already in use/.test(readFileSync(logFile, 'utf8').slice(-2000))) return undefined;
  throw failure({ logFile }, 'did not start');
}

/** @param {{ logFile: string }} wish @param {string} what */
function failure({ logFile }, what) {
  const log = existsSync(logFile) ? readFileSync(logFile, 'utf8') : '';
  if (saysDiskFull(log.slice(-4000))) return new PlainError(fullDiskSentence());
  return new PlainError(
    `The embedded PostgreSQL ${what}: look into ${logFile}, or set DATABASE_URL to a PostgreSQL of your own.`,
    { details: lastLines(log, 5) },
  );
}

const lasting = { max_connections: '120', shared_buffers: '256MB', timezone: 'UTC', log_timezone: 'UTC' };
const throwAway = {
  ...lasting,
  max_connections: '200',
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '4GB',
  checkpoint_timeout: '1h',
};

/** @param {string} home */
const serverEnvironment = (home) => ({ PATH: process.env['PATH'], HOME: home, LC_ALL: 'C.UTF-8', TZ: 'UTC' });

/**
 * Ends PostgreSQL cleanly: open work is rolled back, written data is safe.
 * @param {number} pid @param {AbortSignal} [hurry] ends it at once; it then repairs itself at the next start
 */
export async function stopPostgres(pid, hurry) {
  await endProcess(pid, { first: 'SIGINT', graceMs: 20_000, hurry, last: 'SIGQUIT' });
  if (isAlive(pid)) await endProcess(pid, { first: 'SIGKILL', graceMs: 5000 });
}

/** @param {{ port: number, password: string, database: string }} address */
export const postgresUrl = ({ port, password, database }) =>
  `postgres://${superuser}:${password}@127.0.0.1:${port}/${database}`;
