import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { writeWhole } from './data-folder.mjs';
import { PlainError, fullDiskSentence, saysDiskFull } from './plain-error.mjs';
import { freePort } from './ports.mjs';
import { endProcess, identityOf, waitFor, workingFolderOf } from './processes.mjs';
import { lastLines } from './run-program.mjs';

/**
 * @typedef {object} RedisWish
 * @property {import('./redis-programs.mjs').RedisProgram} redis
 * @property {string} folder where it keeps its data
 * @property {string} password
 * @property {string} logFile
 * @property {number} [port] the remembered one, taken again while it is free
 * @property {number[]} [notPorts]
 * @property {boolean} [durable] `false` keeps nothing on disk
 * @property {AbortSignal} [signal]
 * @property {(pid: number) => void} [onSpawn]
 */

/** @typedef {import('./postgres.mjs').RunningServer} RunningServer */

/**
 * Brings up Redis on the folder: adopts the one left there, ends one that does not answer.
 * @param {RedisWish} wish
 * @returns {Promise<RunningServer>}
 */
export async function startRedis(wish) {
  mkdirSync(wish.folder, { recursive: true, mode: 0o700 });
  const left = redisIn(wish.folder);
  if (left) {
    const state = await waitFor(() => settledState(left.port, wish.password, left.pid), {
      timeoutMs: 20_000,
      everyMs: 50,
      signal: wish.signal,
    });
    if (state === 'ours') return { ...left, adopted: true };
    await endProcess(left.pid);
  }
  /** @type {number[]} */
  const tried = [...(wish.notPorts ?? [])];
  for (;;) {
    const port = await freePort({ remembered: wish.port, not: tried });
    const pid = await spawnRedis(wish, port);
    if (pid) return { pid, port, adopted: false };
    tried.push(port);
    if (tried.length > 5) throw failure(wish.logFile, 'found no port to listen on');
  }
}

const note = (/** @type {string} */ folder) => join(folder, 'running.json');

/**
 * The Redis that a launcher started in the folder and that still runs there.
 * @param {string} folder
 * @returns {{ pid: number, port: number } | undefined}
 */
export function redisIn(folder) {
  try {
    const { pid, port, identity } = JSON.parse(readFileSync(note(folder), 'utf8'));
    if (identityOf(pid) !== identity || workingFolderOf(pid) !== realpathSync(folder)) return undefined;
    return { pid, port };
  } catch {
    return undefined;
  }
}

/** @param {RedisWish} wish @param {number} port */
async function spawnRedis({ redis, folder, password, logFile, durable = true, signal, onSpawn }, port) {
  const configuration = join(folder, 'redis.conf');
  // In a file, not on the command line, which every account on the machine can read.
  writeWhole(configuration, configurationText({ port, folder, password, durable }), 0o600);
  const log = openSync(logFile, 'a');
  const child = spawn(redis.program, [configuration], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: folder, LC_ALL: 'C.UTF-8', TZ: 'UTC', ...redis.env },
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.once('error', () => {});
  child.unref();
  const { pid } = child;
  if (!pid) throw failure(logFile, 'could not be started');
  onSpawn?.(pid);
  writeWhole(note(folder), JSON.stringify({ pid, port, identity: identityOf(pid) }));
  const ended = () => child.exitCode !== null || child.signalCode !== null;
  const state = await waitFor(
    async () => ((await isOurRedis(port, password, pid)) ? 'ready' : ended() ? 'ended' : undefined),
    { timeoutMs: 60_000, signal },
  );
  if (state === 'ready') return pid;
  await endProcess(pid);
  rmSync(note(folder), { force: true });
  if (/Address already in use|Failed listening/.test(readFileSync(logFile, 'utf8').slice(-2000))) return undefined;
  throw failure(logFile, 'did not start');
}

/** @param {{ port: number, folder: string, password: string, durable: boolean }} settings */
function configurationText({ port, folder, password, durable }) {
  return [
    'bind 127.0.0.1',
    `port ${port}`,
    `dir "${folder.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`,
    `requirepass ${password}`,
    'daemonize no',
    'databases 64',
    'save ""',
    `appendonly ${durable ? 'yes' : 'no'}`,
    'appendfsync everysec',
    // The queues lose work without a word when Redis may drop keys.
    'maxmemory-policy noeviction',
    '',
  ].join('\n');
}

/** @param {string} logFile @param {string} what */
function failure(logFile, what) {
  const log = existsSync(logFile) ? readFileSync(logFile, 'utf8') : '';
  if (saysDiskFull(log.slice(-4000))) return new PlainError(fullDiskSentence());
  return new PlainError(`The embedded Redis ${what}: look into ${logFile}, or set REDIS_URL to a Redis of your own.`, {
    details: lastLines(log, 5),
  });
}

/**
 * Whether the server on the port knows our password and is the process we mean. Anything else there is a stranger.
 * @param {number} port @param {string} password @param {number} pid
 * @returns {Promise<boolean>}
 */
export async function isOurRedis(port, password, pid) {
  return (await settledState(port, password, pid)) === 'ours';
}

/**
 * @param {number} port @param {string} password @param {number} pid
 * @returns {Promise<'ours' | 'not ours' | undefined>} `undefined` while it does not answer yet or still reads its data
 */
async function settledState(port, password, pid) {
  const answer = await ask(port, `AUTH ${password}\r\nINFO server\r\nINFO persistence\r\nQUIT\r\n`);
  if (answer === '' || answer.startsWith('-LOADING')) return undefined;
  if (!answer.startsWith('+OK') || !answer.includes(`process_id:${pid}\r\n`)) return 'not ours';
  return /\bloading:0\r\n/.test(answer) ? 'ours' : undefined;
}

/** @param {number} port @param {string} commands @returns {Promise<string>} everything it says until it closes */
function ask(port, commands) {
  return new Promise((resolve) => {
    let answer = '';
    const socket = net.connect({ port, host: '127.0.0.1' }, () => socket.write(commands));
    socket.setEncoding('utf8').on('data', (text) => (answer += text));
    socket.setTimeout(2000, () => socket.destroy());
    socket.on('error', () => {});
    socket.once('close', () => resolve(answer));
  });
}

/**
 * Ends Redis after it has written what it holds.
 * @param {number} pid @param {AbortSignal} [hurry]
 */
export async function stopRedis(pid, hurry) {
  await endProcess(pid, { first: 'SIGTERM', graceMs: 10_000, hurry });
}

/** @param {{ port: number, password: string, database?: number }} address */
export const redisUrl = ({ port, password, database }) =>
  `redis://:${password}@127.0.0.1:${port}${database === undefined ? '' : `/${database}`}`;
