import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Stopped } from './plain-error.mjs';

/**
 * A name for one run of a process: process ids are reused, after a restart of the machine soon. `undefined` when it does not run.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function identityOf(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (process.platform !== 'linux') return identityFromPs(pid);
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${pid}:${fields[19]}`;
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
function identityFromPs(pid) {
  try {
    const started = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    return started ? `${pid}:${started}` : undefined;
  } catch {
    return undefined;
  }
}

/** @param {number | undefined} pid */
export const isAlive = (pid) => pid !== undefined && identityOf(pid) !== undefined;

/**
 * The folder a process works in, if this account may know it.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function workingFolderOf(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/**
 * All processes that work in a folder or below it.
 * @param {string} folder
 * @returns {number[]}
 */
export function processesIn(folder) {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => `${workingFolderOf(pid) ?? ''}/`.startsWith(`${folder}/`) && isAlive(pid));
}

/**
 * Sends a signal; a process that is already gone is no error.
 * @param {number} pid negative for a whole process group
 * @param {NodeJS.Signals} signal
 */
export function signal(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/**
 * Asks a process to end, waits, and ends it by force when it does not.
 * @param {number} pid
 * @param {{ first?: NodeJS.Signals, graceMs?: number, hurry?: AbortSignal, last?: NodeJS.Signals }} [how]
 */
export async function endProcess(pid, { first = 'SIGTERM', graceMs = 10_000, hurry, last = 'SIGKILL' } = {}) {
  const identity = identityOf(pid);
  if (!identity) return;
  signal(pid, first);
  const until = Date.now() + graceMs;
  while (identityOf(pid) === identity) {
    if (Date.now() > until || hurry?.aborted) {
      signal(pid, last);
      break;
    }
    await pause(20);
  }
  for (let i = 0; i < 250 && identityOf(pid) === identity; i++) await pause(20);
  // Gives Node the moment to take note of a child's end; otherwise it stays in the process list.
  await pause(5);
}

/**
 * Asks again and again until there is an answer other than `undefined` or `false`.
 * @template T
 * @param {() => Promise<T | undefined | false> | T | undefined | false} ask
 * @param {{ timeoutMs: number, everyMs?: number, signal?: AbortSignal }} options
 * @returns {Promise<T | undefined>} `undefined` when the time is over
 */
export async function waitFor(ask, { timeoutMs, everyMs = 25, signal: stop }) {
  const until = Date.now() + timeoutMs;
  for (;;) {
    if (stop?.aborted) throw new Stopped();
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > until) return undefined;
    await pause(everyMs);
  }
}
