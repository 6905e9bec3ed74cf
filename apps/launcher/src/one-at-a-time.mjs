import { createHash } from 'node:crypto';
import { mkdirSync, openSync, closeSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from './paths.mjs';
import { PlainError } from './plain-error.mjs';
import { identityOf, waitFor } from './processes.mjs';

/**
 * Does work that two commands in one clone must not do at the same time, such as installing; the second waits for the first.
 * What a killed command left locked is taken over.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function whileAlone(name, work) {
  // Not in node_modules, which installing removes; not in the data folder, which two commands may have set differently.
  const folder = join(tmpdir(), `consilium-locks-${process.getuid?.() ?? 'user'}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${createHash('sha256').update(projectRoot).digest('hex').slice(0, 12)}-${name}`);
  const taken = await waitFor(() => take(path), { timeoutMs: 15 * 60_000, everyMs: 300 });
  if (!taken)
    throw new PlainError(
      `Another command in this folder has been busy (${name}) for 15 minutes: end it and start again.`,
    );
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

/** @param {string} path */
function take(path) {
  const own = identityOf(process.pid) ?? String(process.pid);
  try {
    const file = openSync(path, 'wx');
    writeFileSync(file, JSON.stringify({ pid: process.pid, identity: own }));
    closeSync(file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
  const holder = readHolder(path);
  if (holder && identityOf(holder.pid) === holder.identity) return false;
  rmSync(path, { force: true });
  return false;
}

/** @param {string} path @returns {{ pid: number, identity: string } | undefined} */
function readHolder(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
