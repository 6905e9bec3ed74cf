import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { freshLog } from './data-folder.mjs';
import { endProcess, signal } from './processes.mjs';
import { lastLines } from './run-program.mjs';

const endWithParent = new URL('./end-with-parent.mjs', import.meta.url);
const failuresAllowed = 3;
const failuresWithinMs = 30_000;

/**
 * @typedef {object} ProgramWish
 * @property {string} name as shown to a person, also the name of its log
 * @property {string} file the script to run
 * @property {NodeJS.ProcessEnv} env
 * @property {string} cwd
 * @property {string} logFolder
 * @property {(pid: number) => void} [onSpawn]
 * @property {(sentence: string) => void} [onRestart]
 * @property {(sentence: string, details: string[]) => void} [onGiveUp] after three failures within 30 seconds; it is not restarted any more
 */

/** A program that runs as long as its launcher: restarted when it fails, ended when the launcher ends, even by SIGKILL. */
export class SupervisedProgram {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #child;
  /** @type {number[]} */
  #failures = [];
  /** @type {NodeJS.Timeout | undefined} */
  #restart;
  #stopping = false;

  /** @param {ProgramWish} wish */
  constructor(wish) {
    this.wish = wish;
    this.logFile = freshLog(wish.logFolder, wish.name.toLowerCase().replaceAll(' ', '-'));
  }

  get pid() {
    return this.#child?.pid;
  }

  /** Starts it and keeps it running. */
  start() {
    const { file, env, cwd, onSpawn } = this.wish;
    this.#stopping = false;
    const log = openSync(this.logFile, 'a');
    const child = spawn(process.execPath, ['--enable-source-maps', `--import=${endWithParent.href}`, file], {
      cwd,
      env,
      // Ctrl-C in the terminal goes to the launcher alone, which ends its programs in order.
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    this.#child = child;
    if (child.pid) onSpawn?.(child.pid);
    child.once('error', () => {});
    child.once('close', (code, reason) => {
      this.#child = undefined;
      if (!this.#stopping) this.#onFailure(reason ?? `exit code ${code}`);
    });
  }

  /** @param {string} reason */
  #onFailure(reason) {
    const { name, onRestart, onGiveUp } = this.wish;
    const now = Date.now();
    this.#failures = [...this.#failures.filter((time) => now - time < failuresWithinMs), now];
    if (this.#failures.length >= failuresAllowed) {
      onGiveUp?.(
        `The ${name} failed ${this.#failures.length} times (${reason}): correct what its log ${this.logFile} says and start again.`,
        this.lastLines(),
      );
      return;
    }
    const delay = 1000 * 2 ** (this.#failures.length - 1);
    onRestart?.(`The ${name} ended (${reason}) and is started again in ${delay / 1000} s; its log is ${this.logFile}.`);
    this.#restart = setTimeout(() => this.start(), delay);
  }

  lastLines(count = 6) {
    try {
      return lastLines(readFileSync(this.logFile, 'utf8'), count);
    } catch {
      return [];
    }
  }

  /**
   * Ends it: asked first, by force after a grace.
   * @param {AbortSignal} [hurry]
   */
  async stop(hurry) {
    this.#stopping = true;
    clearTimeout(this.#restart);
    const pid = this.pid;
    if (!pid) return;
    await endProcess(pid, { graceMs: 10_000, hurry });
    signal(-pid, 'SIGKILL');
  }

  /** Ends it at once as a crash would, and does not start it again: for tests of what survives. */
  async kill() {
    this.#stopping = true;
    clearTimeout(this.#restart);
    if (this.pid) await endProcess(this.pid, { first: 'SIGKILL' });
  }
}
