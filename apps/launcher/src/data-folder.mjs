import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { PlainError } from './plain-error.mjs';
import { projectRoot } from './paths.mjs';

const marker = 'consilium.json';

/**
 * @typedef {object} Remembered
 * @property {Record<string, number>} [ports] port by server name
 * @property {string} [place] folder outside the data folder that PostgreSQL works in
 * @property {boolean} [demonstrationLoaded] whether the embedded database holds the whole demonstration centre
 */

/** The one folder that holds everything a running Consilium keeps: databases, uploads, secrets, logs. */
export class DataFolder {
  /** @param {string} path */
  constructor(path) {
    this.path = path;
  }

  /** @param {string[]} parts */
  at(...parts) {
    return join(this.path, ...parts);
  }

  /** @param {string[]} parts */
  folder(...parts) {
    const path = this.at(...parts);
    mkdirSync(path, { recursive: true });
    return path;
  }

  /** @returns {Remembered} */
  remembered() {
    try {
      return JSON.parse(readFileSync(this.at(marker), 'utf8'));
    } catch {
      return {};
    }
  }

  /** @param {Remembered} facts replace what was remembered under the same names */
  remember(facts) {
    writeWhole(this.at(marker), `${JSON.stringify({ ...this.remembered(), ...facts }, null, 2)}\n`);
  }

  /** @param {string} server @param {number} port */
  rememberPort(server, port) {
    this.remember({ ports: { ...this.remembered().ports, [server]: port } });
  }

  /**
   * A secret that is made once and stays the same; only this account can read it.
   * @param {string} name
   * @param {() => string} [make]
   * @returns {string}
   */
  secret(name, make = () => randomBytes(24).toString('hex')) {
    const folder = this.folder('secrets');
    chmodSync(folder, 0o700);
    const path = join(folder, name);
    if (existsSync(path)) return readFileSync(path, 'utf8').trim();
    const value = make();
    writeWhole(path, `${value}\n`, 0o600);
    return value;
  }

  /** @param {string} name @returns {string | undefined} a secret that may be there */
  keptSecret(name) {
    const path = this.at('secrets', name);
    return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
  }

  /** @param {string} name @param {string | undefined} value the new value; the secret is removed where there is none */
  replaceSecret(name, value) {
    const path = join(this.folder('secrets'), name);
    if (value === undefined) rmSync(path, { force: true });
    else writeWhole(path, `${value}\n`, 0o600);
  }
}

/**
 * Where the data folder is, whether it exists or not.
 * @param {NodeJS.ProcessEnv} environment
 */
export function dataFolderPath(environment) {
  const wish = environment['DATA_DIR'];
  if (!wish) return join(projectRoot, '.data');
  return isAbsolute(wish) ? wish : resolve(projectRoot, wish);
}

/**
 * Opens the data folder, making it when it is missing. Refuses a folder with other things in it, because `npm run data:wipe` removes the whole folder.
 * @param {string} path
 * @returns {DataFolder}
 */
export function openDataFolder(path) {
  makeFolder(path);
  const content = readdirSync(path);
  if (content.length > 0 && !content.includes(marker))
    throw new PlainError(`DATA_DIR ${path} holds other files: set DATA_DIR to an empty or new folder.`);
  // As root, PostgreSQL runs from another account and passes through this folder; the secrets inside stay closed to it.
  if (process.getuid) chmodSync(path, process.getuid() === 0 ? 0o711 : 0o700);
  const data = new DataFolder(path);
  if (!content.includes(marker)) data.remember({});
  data.folder('logs');
  return data;
}

/**
 * Makes a folder with its parents. Not Node's own recursion: that hides a read-only disk behind "not found" and never ends below /proc.
 * @param {string} path
 */
function makeFolder(path) {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  mkdirSync(path);
}

/**
 * @param {string} path
 * @returns {boolean} whether the folder is one that `openDataFolder` made
 */
export const isDataFolder = (path) => existsSync(join(path, marker));

/**
 * Writes a file so that a reader, or the next start after a power cut, sees the old content or the new and never a part.
 * @param {string} path @param {string} content @param {number} [mode]
 */
export function writeWhole(path, content, mode = 0o644) {
  const draft = `${path}.${process.pid}.new`;
  try {
    writeFileSync(draft, content, { mode, flush: true });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/**
 * Starts a new log and keeps the two before it.
 * @param {string} folder @param {string} name
 * @returns {string} path of the log to write
 */
export function freshLog(folder, name) {
  const path = (/** @type {number} */ age) => join(folder, age === 0 ? `${name}.log` : `${name}.${age}.log`);
  for (const age of [1, 0]) if (existsSync(path(age))) renameSync(path(age), path(age + 1));
  return path(0);
}
