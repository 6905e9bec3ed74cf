import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from './build.mjs';
import { install, isInstalled, refuseOldNode } from './install.mjs';
import { say, sayFailure, step } from './messages.mjs';
import { inProject, projectRoot } from './paths.mjs';
import { PlainError, Stopped } from './plain-error.mjs';
import { endPrograms, lastLines, run } from './run-program.mjs';
import { refuseUnsupportedMachine } from './services.mjs';
import { stopRequests } from './stop-requests.mjs';
import { ThrowawayServices } from './throwaway-services.mjs';

/** `npm run bench -- <name> [words]` measures one thing on servers of its own, which are gone afterwards. */
const SUFFIX = '.bench.ts';
const folder = inProject('e2e/bench');
const names = existsSync(folder)
  ? readdirSync(folder)
      .filter((file) => file.endsWith(SUFFIX))
      .map((file) => file.slice(0, -SUFFIX.length))
  : [];
const [name = '', ...words] = process.argv.slice(2);
const { signal, asked } = stopRequests();
const services = new ThrowawayServices({ signal });

async function bench() {
  refuseOldNode();
  if (!names.includes(name)) throw new PlainError(`Say what to measure: ${names.join(', ')}.`);
  if (!isInstalled()) await step('Installing the packages', install);
  const { ok, output } = await step('Compiling', compile);
  if (!ok)
    throw new PlainError('The programs could not be built: correct the errors shown here.', {
      details: lastLines(output, 12),
    });
  refuseUnsupportedMachine({});
  const started = await step('Starting a PostgreSQL and a Redis', () => services.start());
  const { code } = await run(process.execPath, [join('e2e/dist/bench', `${name}.bench.js`), ...words], {
    cwd: projectRoot,
    env: {
      ...process.env,
      TEST_DATABASE_URL: started.databaseUrl,
      TEST_REDIS_URL: started.redisUrl,
      TEST_FOLDER: started.folder,
    },
    onOutput: (text) => void process.stdout.write(text),
  });
  process.exitCode = code;
}

const work = bench();
try {
  await Promise.race([work, asked]);
} catch (error) {
  process.exitCode = 1;
  if (error instanceof Stopped) say('Stopped before the end.');
  else sayFailure(error);
}
endPrograms();
await work.catch(() => {});
await services.stop().catch(sayFailure);
process.exit();
