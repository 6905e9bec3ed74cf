import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

/**
 * `npm run bench` measures everything on servers of its own, which are gone afterwards; with `-- <name> [words]` one thing. `--quick` measures less,
 * `--json` prints nothing but one object with the figures. The exit code is not 0 where a target is missed.
 */
const SUFFIX = '.bench.ts';
const folder = inProject('e2e/bench');
const names = existsSync(folder)
  ? readdirSync(folder)
      .filter((file) => file.endsWith(SUFFIX))
      .map((file) => file.slice(0, -SUFFIX.length))
  : [];
const asks = process.argv.slice(2);
const isJson = asks.includes('--json');
const [name, ...more] = asks.filter((word) => !word.startsWith('--'));
const options = asks.filter((word) => word.startsWith('--') && word !== '--json');
const { signal, asked } = stopRequests();
const services = new ThrowawayServices({ signal });

/** @type {typeof step} */
const shown = (title, work) => (isJson ? work() : step(title, work));

async function bench() {
  refuseOldNode();
  if (name !== undefined && !names.includes(name))
    throw new PlainError(`There is no "${name}" to measure: ${names.join(', ')}, or nothing for all of them.`);
  if (!isInstalled()) await shown('Installing the packages', install);
  const { ok, output } = await shown('Compiling', compile);
  if (!ok)
    throw new PlainError('The programs could not be built: correct the errors shown here.', {
      details: lastLines(output, 12),
    });
  refuseUnsupportedMachine({});
  const started = await shown('Starting a PostgreSQL and a Redis', () => services.start());
  /** @type {Record<string, unknown>} */
  const figures = {};
  for (const one of name === undefined ? names : [name]) {
    signal.throwIfAborted();
    if (!isJson) say(`\n${one}`);
    const file = join(started.folder, `${one}.figures.json`);
    const { code } = await run(process.execPath, [join('e2e/dist/bench', `${one}.bench.js`), ...more, ...options], {
      cwd: projectRoot,
      env: {
        ...process.env,
        TEST_DATABASE_URL: started.databaseUrl,
        TEST_REDIS_URL: started.redisUrl,
        TEST_FOLDER: started.folder,
        BENCH_FIGURES: file,
      },
      onOutput: (text) => void (isJson ? process.stderr : process.stdout).write(text),
    });
    if (code !== 0) process.exitCode = 1;
    if (existsSync(file)) Object.assign(figures, JSON.parse(readFileSync(file, 'utf8')));
  }
  if (isJson) console.log(JSON.stringify({ figures }));
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
