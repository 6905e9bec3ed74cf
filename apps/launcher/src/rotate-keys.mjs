import { programs } from './build.mjs';
import { newDataKey } from './environment.mjs';
import { runningLauncher } from './launcher-session.mjs';
import { say } from './messages.mjs';
import { withServices } from './one-command.mjs';
import { inProject, projectRoot } from './paths.mjs';
import { PlainError } from './plain-error.mjs';
import { lastLines, run } from './run-program.mjs';

/**
 * Exchanges the key of the patients' identities. The key that `npm start` keeps is made anew here; with a key of one's own DATA_KEY is the new
 * one and DATA_KEY_PREVIOUS the old. Nothing is exchanged while the API or the worker works with the database. Stopped in the middle, the
 * command goes on where it stopped, and until then both keys work.
 */
await withServices(async (env, { data }) => {
  const ownKey = process.env['DATA_KEY'];
  if (ownKey && !process.env['DATA_KEY_PREVIOUS'])
    throw new PlainError(
      'DATA_KEY is set: set it to the new key and DATA_KEY_PREVIOUS to the old one, and run the command again.',
    );
  if (!ownKey && runningLauncher(data))
    throw new PlainError('Consilium runs here and knows the old key alone: stop it, and run the command again.');
  const keys = ownKey ? {} : exchangeKept(data);
  const { code, output } = await run(process.execPath, ['--enable-source-maps', inProject(programs.rotateKeys)], {
    cwd: projectRoot,
    env: { ...env, ...keys },
  });
  if (code !== 0)
    throw new PlainError(
      'The key was not rotated to the end; what is done stays done, and both keys are still needed. Correct what is said here and run the command again.',
      {
        details: lastLines(output),
      },
    );
  if (!ownKey) data.replaceSecret('data-key-previous', undefined);
  say(output.trim());
  say(
    ownKey
      ? 'DATA_KEY_PREVIOUS is needed no longer.'
      : 'The old key is removed. Backups made before can only be read with it.',
  );
});

/**
 * The old key is written down before the new one takes its place, so that none is lost at any moment.
 * @param {import('./data-folder.mjs').DataFolder} data
 */
function exchangeKept(data) {
  const present = data.secret('data-key', newDataKey);
  const left = data.keptSecret('data-key-previous');
  if (left && left !== present) return { DATA_KEY: present, DATA_KEY_PREVIOUS: left };
  const fresh = newDataKey();
  data.replaceSecret('data-key-previous', present);
  data.replaceSecret('data-key', fresh);
  return { DATA_KEY: fresh, DATA_KEY_PREVIOUS: present };
}
