import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { say } from './messages.mjs';
import { inProject, projectCache, projectRoot } from './paths.mjs';
import { run } from './run-program.mjs';
import { countReport } from './test-counts.mjs';

/** @typedef {import('./test-counts.mjs').Counts} Counts */

/**
 * Runs tests with vitest and shows what it says while it says it.
 * @param {{ projects: string[], more: string[], env: NodeJS.ProcessEnv }} wish
 * @returns {Promise<Counts>}
 */
export async function runVitest({ projects, more, env }) {
  mkdirSync(projectCache, { recursive: true });
  const report = join(projectCache, `tests-${process.pid}.json`);
  const { code } = await run(
    process.execPath,
    [
      inProject('node_modules/vitest/vitest.mjs'),
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...more,
    ],
    {
      cwd: projectRoot,
      env: { ...process.env, TZ: process.env['TZ'] || 'UTC', ...env },
      onOutput: (text) => void process.stdout.write(text),
    },
  );
  const counts = countReport(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined, code);
  rmSync(report, { force: true });
  return counts;
}

/**
 * Counts the tests of a project without running them.
 * @param {string} project @param {string[]} more
 */
async function countTests(project, more) {
  const { code, stdout } = await run(
    process.execPath,
    [inProject('node_modules/vitest/vitest.mjs'), 'list', '--project', project, ...more],
    { cwd: projectRoot },
  );
  return code === 0 ? stdout.split('\n').filter((line) => line.includes(' > ')).length : 0;
}

/**
 * Runs the journeys in a browser; where none can be had, says so and counts them as skipped.
 * @param {{ more: string[], env: NodeJS.ProcessEnv }} wish
 * @returns {Promise<Counts>}
 */
export async function runJourneys({ more, env }) {
  const harness = inProject('e2e/dist/harness/browser-program.js');
  const { browserAvailable } = existsSync(harness)
    ? await import(pathToFileURL(harness).href)
    : { browserAvailable: async () => ({ available: false, reason: 'the journeys were not compiled' }) };
  const { available, reason } = await browserAvailable();
  if (available) return runVitest({ projects: ['journeys'], more, env });
  const skipped = Math.max(1, await countTests('journeys', more));
  say(`  The journeys are skipped because there is no browser: ${reason}`);
  return { passed: 0, failed: 0, skipped };
}
