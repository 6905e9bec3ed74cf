import { programs } from './build.mjs';
import { withServices } from './one-command.mjs';
import { inProject, projectRoot } from './paths.mjs';
import { PlainError } from './plain-error.mjs';
import { run } from './run-program.mjs';

await withServices(async (env) => {
  const { code } = await run(
    process.execPath,
    ['--enable-source-maps', inProject(programs.verifyAudit), ...process.argv.slice(2)],
    { cwd: projectRoot, env, onOutput: (text) => void process.stdout.write(text) },
  );
  if (code === 1)
    throw new PlainError('The audit log is not as it was written: keep the database as it is and call the auditor.');
  if (code !== 0)
    throw new PlainError('The audit log could not be verified: correct what is said here and run the command again.');
});
