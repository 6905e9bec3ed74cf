import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './data-folder.mjs';
import { whileAlone } from './one-at-a-time.mjs';
import { inProject, projectCache, projectRoot } from './paths.mjs';
import { PlainError, fullDiskSentence, saysDiskFull } from './plain-error.mjs';
import { lastLines, run } from './run-program.mjs';
import { fingerprint, programSources, webSources } from './sources.mjs';

/** Files that a build leaves; when one is missing, what was remembered about the build is void. */
export const programs = {
  api: 'apps/api/dist/main.js',
  worker: 'apps/worker/dist/main.js',
  mailCatcher: 'apps/mail-catcher/dist/main.js',
  demonstration: 'apps/demonstration/dist/main.js',
  migrate: 'migrations/dist/migrate.js',
  firstAdministrator: 'apps/api/dist/first-administrator.js',
  rotateKeys: 'apps/worker/dist/rotate-keys.js',
  verifyAudit: 'apps/worker/dist/verify-audit.js',
  proposeDepartments: 'apps/worker/dist/propose-departments.js',
};
const page = 'apps/web/dist/index.html';

/** @typedef {{ ok: boolean, output: string, skipped?: boolean }} BuildResult */

/**
 * Compiles the parts that run in Node and checks all types.
 * @returns {Promise<BuildResult>}
 */
export async function compile() {
  const first = await tsc();
  if (!first.ok || Object.values(programs).every((file) => existsSync(inProject(file)))) return first;
  // The compiler trusts its own notes about earlier output, which stay behind when someone removes a dist folder.
  return tsc(['--force']);
}

/** @param {string[]} [more] */
async function tsc(more = []) {
  const { code, output } = await run(process.execPath, [inProject('node_modules/.bin/tsc'), '-b', ...more], {
    cwd: projectRoot,
  });
  return { ok: code === 0, output };
}

/**
 * Builds the pages, unless the last successful build was made from the same sources.
 * @returns {Promise<BuildResult>}
 */
export async function buildWeb() {
  const mark = fingerprint(webSources);
  if (existsSync(inProject(page)) && remembered('web') === mark) return { ok: true, output: '', skipped: true };
  const { code, output } = await run(
    process.execPath,
    [inProject('node_modules/.bin/vite'), 'build', 'apps/web', '--logLevel', 'warn'],
    {
      cwd: projectRoot,
      env: { ...process.env, NODE_ENV: 'production' },
    },
  );
  if (code === 0) remember('web', mark);
  return { ok: code === 0 && existsSync(inProject(page)), output };
}

/** @returns {boolean} whether the last build was made from the present sources and is still there */
export function isBuilt() {
  const complete = [...Object.values(programs), page].every((file) => existsSync(inProject(file)));
  return complete && remembered('all') === fingerprint([...programSources, ...webSources]);
}

/**
 * Brings the built parts up to date.
 * @returns {Promise<void>}
 */
export async function build() {
  await whileAlone('build', async () => {
    if (isBuilt()) return;
    const mark = fingerprint([...programSources, ...webSources]);
    refuseFailure('The programs', await compile());
    refuseFailure('The pages', await buildWeb());
    const missing = [...Object.values(programs), page].find((file) => !existsSync(inProject(file)));
    if (missing)
      throw new PlainError(`The build did not make ${missing}: check out the project completely and start again.`);
    remember('all', mark);
  });
}

/** @param {string} what @param {BuildResult} result */
function refuseFailure(what, { ok, output }) {
  if (ok) return;
  if (saysDiskFull(output)) throw new PlainError(fullDiskSentence(projectRoot));
  throw new PlainError(`${what} could not be built: correct the errors shown here and start again.`, {
    details: lastLines(output, 12),
  });
}

/** @param {string} what */
function remembered(what) {
  try {
    return readFileSync(join(projectCache, `built-${what}`), 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** @param {string} what @param {string} mark */
function remember(what, mark) {
  mkdirSync(projectCache, { recursive: true });
  writeWhole(join(projectCache, `built-${what}`), `${mark}\n`);
}
