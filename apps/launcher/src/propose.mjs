import { resolve } from 'node:path';
import { compile, programs } from './build.mjs';
import { install, isInstalled, refuseOldNode } from './install.mjs';
import { say, sayFailure, step } from './messages.mjs';
import { whileAlone } from './one-at-a-time.mjs';
import { inProject, projectRoot } from './paths.mjs';
import { PlainError } from './plain-error.mjs';
import { lastLines, run } from './run-program.mjs';

/** Needs no database: only the packages and the compiled programs. */
async function prepare() {
  refuseOldNode();
  if (!isInstalled()) await step('Installing the packages', install);
  await step('Building', () =>
    whileAlone('build', async () => {
      const { ok, output } = await compile();
      if (!ok) throw new PlainError('The programs could not be built.', { details: lastLines(output, 12) });
    }),
  );
}

try {
  await prepare();
  const files = process.argv.slice(2).map((file) => resolve(process.env['INIT_CWD'] ?? process.cwd(), file));
  const { code } = await run(process.execPath, [inProject(programs.proposeDepartments), ...files], {
    cwd: projectRoot,
    onOutput: (text) => void process.stdout.write(text),
  });
  if (code !== 0) throw new PlainError('Nothing was proposed: correct what is said here and run the command again.');
  say('');
} catch (error) {
  sayFailure(error);
  process.exitCode = 1;
}
