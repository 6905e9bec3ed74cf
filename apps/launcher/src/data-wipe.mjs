import { existsSync } from 'node:fs';
import { DataFolder, dataFolderPath, isDataFolder } from './data-folder.mjs';
import { endLeftPrograms, runningLauncher } from './launcher-session.mjs';
import { say, sayFailure } from './messages.mjs';
import { PlainError } from './plain-error.mjs';
import { removePlace } from './postgres-place.mjs';
import { removeFolder } from './postgres-programs.mjs';
import { confirm } from './questions.mjs';
import { stopLeftServices } from './services.mjs';

/** @returns {Promise<string>} what was done, in one sentence */
async function wipe() {
  const path = dataFolderPath(process.env);
  if (!existsSync(path)) return `There is no data in ${path}.`;
  if (!isDataFolder(path))
    throw new PlainError(
      `${path} was not made by Consilium and is left alone: remove it yourself, or correct DATA_DIR.`,
    );
  const data = new DataFolder(path);
  const running = runningLauncher(data);
  if (running)
    throw new PlainError(
      `Consilium runs on this data: stop it first, with Ctrl-C in its terminal or with \`kill ${running.pid}\`.`,
    );
  const asked = process.stdin.isTTY && !process.argv.includes('--yes');
  if (asked && !(await confirm(`All data in ${path} is removed for good. Go on?`))) return 'Nothing was removed.';
  await endLeftPrograms(data);
  await stopLeftServices(data);
  removePlace(data);
  removeFolder(path);
  return `All data in ${path} is gone; the next start begins anew.`;
}

try {
  say(await wipe());
} catch (error) {
  sayFailure(error);
  process.exitCode = 1;
}
