import { randomBytes } from 'node:crypto';
import { buildWeb, compile } from './build.mjs';
import { runGates } from './gates.mjs';
import { install, isInstalled, refuseOldNode } from './install.mjs';
import { say, sayFailure, seconds, step } from './messages.mjs';
import { PlainError, Stopped } from './plain-error.mjs';
import { endPrograms, endProgramsNow, lastLines } from './run-program.mjs';
import { refuseUnsupportedMachine } from './services.mjs';
import { stopRequests } from './stop-requests.mjs';
import { countsLine, sum } from './test-counts.mjs';
import { planFrom } from './test-plan.mjs';
import { ThrowawayServices } from './throwaway-services.mjs';
import { runJourneys, runVitest } from './vitest-run.mjs';

/** @typedef {import('./test-counts.mjs').Counts} Counts */

const { signal, hurry, asked } = stopRequests();
hurry.addEventListener('abort', endProgramsNow);
const services = new ThrowawayServices({ signal });
/** @type {Counts[]} */
const results = [];
/** @type {string[]} */
const failedParts = [];

/**
 * @param {string} name @param {() => Promise<Counts[]>} work
 */
async function part(name, work) {
  signal.throwIfAborted();
  const begun = Date.now();
  say(`\n${name}`);
  const counts = await work();
  results.push(...counts);
  if (sum(counts).failed > 0) failedParts.push(name);
  say(`${name}: ${countsLine(sum(counts))} in ${seconds(Date.now() - begun)}`);
}

async function test() {
  refuseOldNode();
  const { parts, forVitest: more } = planFrom(process.argv.slice(2));
  if (!isInstalled()) await step('Installing the packages', install);
  if (parts.has('gates')) await part('gates', runGates);
  else if (parts.has('journeys')) await compiled();
  const projects = ['unit', 'integration', 'web'].filter((name) =>
    parts.has(/** @type {import('./test-plan.mjs').Part} */ (name)),
  );
  const needServices = parts.has('integration') || parts.has('journeys');
  let env = {};
  if (needServices) {
    refuseUnsupportedMachine({});
    const { databaseUrl, redisUrl, folder } = await step('Starting a PostgreSQL and a Redis for the tests', () =>
      services.start(),
    );
    env = {
      TEST_DATABASE_URL: databaseUrl,
      TEST_REDIS_URL: redisUrl,
      TEST_FOLDER: folder,
      TEST_RUN: randomBytes(4).toString('hex'),
    };
  }
  if (projects.length > 0) await part(projects.join(', '), async () => [await runVitest({ projects, more, env })]);
  if (parts.has('journeys')) await part('journeys', async () => [await runJourneys({ more, env })]);
}

async function compiled() {
  for (const [what, build] of /** @type {const} */ ([
    ['programs', compile],
    ['pages', buildWeb],
  ])) {
    const { ok, output } = await step(`Building the ${what}`, build);
    if (!ok)
      throw new PlainError(`The ${what} could not be built: correct the errors shown here.`, {
        details: lastLines(output, 12),
      });
  }
}

const begun = Date.now();
const work = test();
try {
  await Promise.race([work, asked]);
} catch (error) {
  // A run that was stopped, or could not begin, has not passed.
  results.push({ passed: 0, failed: 1, skipped: 0 });
  if (error instanceof Stopped) say('\nStopped before the end.');
  else sayFailure(error);
}
endPrograms();
await work.catch(() => {});
await services.stop().catch(sayFailure);
const total = sum(results);
say(
  `\nEverything took ${seconds(Date.now() - begun)}.${failedParts.length > 0 ? ` Failures in: ${failedParts.join('; ')}.` : ''}`,
);
process.exitCode = total.failed > 0 ? 1 : 0;
process.stdout.write(`${countsLine(total)}\n`, () => process.exit());
