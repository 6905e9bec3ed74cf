import { existsSync, readFileSync } from 'node:fs';
import { PlainError, fullDiskSentence, saysDiskFull } from './plain-error.mjs';
import { inProject, projectRoot } from './paths.mjs';
import { findProgram, run } from './run-program.mjs';
import { whileAlone } from './one-at-a-time.mjs';

/** Refuses a Node that the packages do not run on, before anything else fails in its own words. */
export function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major > 24 || (major === 24 && minor >= 11))
    return;
  throw new PlainError(
    `This is Node ${process.versions.node}; install Node 20.19, 22.13, 24.11 or later and start again.`,
  );
}

/**
 * Whether what is installed is what the lockfile asks for. Compares versions, not times of files: those change with every clone and copy.
 * @returns {boolean}
 */
export function isInstalled() {
  try {
    /** @type {Record<string, { version?: string, optional?: boolean, link?: boolean }>} */
    const wanted = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')).packages;
    const present = JSON.parse(readFileSync(inProject('node_modules/.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted).every(([path, { version, optional, link }]) => {
      if (!path.includes('node_modules/')) return true;
      if (present[path]) return link || present[path].version === version;
      return optional === true;
    });
  } catch {
    return false;
  }
}

/**
 * Installs exactly what the lockfile names, if it is not there yet.
 * @returns {Promise<void>}
 */
export async function install() {
  if (isInstalled()) return;
  await whileAlone('install', async () => {
    if (isInstalled()) return;
    let { code, output } = await npm(['ci']);
    // A lockfile written beside a registry that lacks other platforms' packages has gaps that "ci" refuses even where those packages are not
    // needed. "install" passes over them, takes the locked versions all the same and, without saving, leaves the lockfile as it is.
    if (code !== 0 && /from lock file/.test(output)) ({ code, output } = await npm(['install', '--no-save']));
    if (code === 0) return;
    if (saysDiskFull(output)) throw new PlainError(fullDiskSentence(projectRoot));
    if (code === 127) throw new PlainError('npm was not found: install Node together with npm and start again.');
    throw new PlainError(
      /ENOTFOUND|ECONN|ETIMEDOUT|EAI_AGAIN|network/.test(output)
        ? 'The packages could not be fetched: check the network or the proxy (`npm config get proxy`) and start again.'
        : 'Installing the packages failed: correct what npm says here and start again.',
      { details: npmReasons(output) },
    );
  });
}

/**
 * What npm gives as the reason: it stands first, before advice on its own options.
 * @param {string} output
 */
const npmReasons = (output) =>
  output
    .split('\n')
    .filter((line) => /^npm (error|ERR!) \S/.test(line))
    .map((line) => line.replace(/^npm (error|ERR!) /, ''))
    .slice(0, 8);

/** @param {string[]} words */
function npm(words) {
  // Development packages hold the compiler; a machine set to production would leave them out.
  const args = [...words, '--include=dev', '--include=optional', '--loglevel=error'];
  const running = process.env['npm_execpath'];
  const ours = running && /npm-cli\.c?js$/.test(running) && existsSync(running);
  return run(ours ? process.execPath : (findProgram('npm') ?? 'npm'), ours ? [running, ...args] : args, {
    cwd: projectRoot,
  });
}
