import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { writeWhole } from './data-folder.mjs';
import { PlainError } from './plain-error.mjs';
import { endProcess, identityOf } from './processes.mjs';

/** @typedef {{ pid: number, identity: string }} ProcessNote */
/** @typedef {ProcessNote & { port: number, children: ProcessNote[] }} SessionNote */

/** Makes one launcher at a time the owner of a data folder, and remembers its programs so that the next one can end what a kill left. */
export class LauncherSession {
  /** @param {string} path @param {number} port */
  constructor(path, port) {
    this.path = path;
    /** @type {SessionNote} */
    this.note = { pid: process.pid, identity: identityOf(process.pid) ?? '', port, children: [] };
  }

  /** @param {number} pid */
  addChild(pid) {
    const identity = identityOf(pid);
    if (!identity) return;
    this.note.children = [
      ...this.note.children.filter((child) => identityOf(child.pid) === child.identity),
      { pid, identity },
    ];
    writeWhole(this.path, JSON.stringify(this.note));
  }

  close() {
    rmSync(this.path, { force: true });
  }
}

const noteIn = (/** @type {import('./data-folder.mjs').DataFolder} */ data) => data.at('launcher.json');

/**
 * The launcher that runs on this data folder now.
 * @param {import('./data-folder.mjs').DataFolder} data
 * @returns {SessionNote | undefined}
 */
export function runningLauncher(data) {
  const note = read(noteIn(data));
  return note && identityOf(note.pid) === note.identity ? note : undefined;
}

/**
 * Takes the data folder, after ending the programs that a killed launcher left behind.
 * @param {import('./data-folder.mjs').DataFolder} data @param {number} port
 * @returns {Promise<LauncherSession>}
 * @throws {PlainError} when another launcher runs on it
 */
export async function beginSession(data, port) {
  const path = noteIn(data);
  for (let attempt = 0; attempt < 3; attempt++) {
    const session = new LauncherSession(path, port);
    try {
      const file = openSync(path, 'wx');
      writeFileSync(file, JSON.stringify(session.note));
      closeSync(file);
      return session;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    const running = runningLauncher(data);
    if (running)
      throw new PlainError(
        `Consilium already runs from this folder on http://localhost:${running.port}: stop it with Ctrl-C in its terminal, or with \`kill ${running.pid}\`.`,
      );
    await endLeftPrograms(data);
    rmSync(path, { force: true });
  }
  throw new PlainError('Another `npm start` is starting in this folder at this moment: wait for it.');
}

/**
 * Ends the programs of a launcher that was killed. A process that merely got the same number is left alone.
 * @param {import('./data-folder.mjs').DataFolder} data
 */
export async function endLeftPrograms(data) {
  if (runningLauncher(data)) return;
  const left = read(noteIn(data))?.children ?? [];
  await Promise.all(
    left
      .filter(({ pid, identity }) => identityOf(pid) === identity)
      .map(({ pid }) => endProcess(pid, { graceMs: 5000 })),
  );
}

/** @param {string} path @returns {SessionNote | undefined} */
function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
