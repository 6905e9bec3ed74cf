import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Stopped } from './plain-error.mjs';
import { signal } from './processes.mjs';

/** @type {Set<import('node:child_process').ChildProcess>} */
const underWay = new Set();
let stopped = false;

/**
 * @typedef {object} Outcome
 * @property {number} code exit code; 127 when the program could not be started
 * @property {string} output what it printed on both streams, in order
 * @property {string} stdout
 */

/**
 * Runs a program to its end in a process group of its own, so that it can be ended with everything it started.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, uid?: number, gid?: number, onOutput?: (text: string) => void, input?: string }} [options]
 * @returns {Promise<Outcome>}
 * @throws {Stopped} when `endPrograms` was called meanwhile
 */
export function run(program, args, { cwd, env = process.env, uid, gid, onOutput, input } = {}) {
  if (stopped) return Promise.reject(new Stopped());
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, uid, gid, detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
    underWay.add(child);
    let output = '';
    let stdout = '';
    const take = (/** @type {string} */ text) => {
      output += text;
      onOutput?.(text);
    };
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      take(text);
    });
    child.stderr.setEncoding('utf8').on('data', take);
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? '');
    const settle = (/** @type {Outcome} */ outcome) => {
      underWay.delete(child);
      if (stopped) reject(new Stopped());
      else resolve(outcome);
    };
    child.once('error', (error) => settle({ code: 127, output: `${output}${error.message}`, stdout }));
    child.once('close', (code, reason) => settle({ code: code ?? (reason ? 128 : 1), output, stdout }));
  });
}

/** Ends every program under way and refuses new ones. */
export function endPrograms() {
  stopped = true;
  for (const child of underWay) if (child.pid) signal(-child.pid, 'SIGTERM');
}

/** Ends by force what `endPrograms` asked to end. */
export function endProgramsNow() {
  for (const child of underWay) if (child.pid) signal(-child.pid, 'SIGKILL');
}

/**
 * @param {string} name
 * @returns {string | undefined} where the program is, as a shell would find it
 */
export function findProgram(name) {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

/**
 * The last lines of a text that say something.
 * @param {string} text
 * @param {number} [count]
 */
export const lastLines = (text, count = 8) =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter(Boolean)
    .slice(-count);
