import { build, isBuilt } from './build.mjs';
import { dataFolderPath, openDataFolder } from './data-folder.mjs';
import { programEnvironment } from './environment.mjs';
import { install, isInstalled, refuseOldNode } from './install.mjs';
import { endLeftPrograms } from './launcher-session.mjs';
import { say, sayFailure, step } from './messages.mjs';
import { Stopped } from './plain-error.mjs';
import { portFrom } from './ports.mjs';
import { endPrograms } from './run-program.mjs';
import { ServiceSet, refuseUnsupportedMachine } from './services.mjs';
import { stopRequests } from './stop-requests.mjs';

/**
 * Does one piece of work with the database that `npm start` would use. Servers that run already are used and left; others are brought up for the
 * work and ended after it.
 * @param {(env: NodeJS.ProcessEnv, context: { data: import('./data-folder.mjs').DataFolder }) => Promise<void>} work
 */
export async function withServices(work) {
  const { signal, hurry, asked } = stopRequests();
  /** @type {ServiceSet | undefined} */
  let set;
  let exitCode = 0;
  const all = (async () => {
    refuseOldNode();
    refuseUnsupportedMachine(process.env);
    const data = openDataFolder(dataFolderPath(process.env));
    await endLeftPrograms(data);
    if (!isInstalled()) await step('Installing the packages', install);
    if (!isBuilt()) await step('Building', build);
    signal.throwIfAborted();
    set = new ServiceSet({ data, environment: process.env, signal });
    const services = await set.start();
    for (const note of services.notes) say(`  ${note}`);
    const env = programEnvironment({
      environment: process.env,
      port: portFrom(process.env['PORT']),
      host: process.env['HOST'] || '127.0.0.1',
      services,
      data,
      demonstration: process.env['DEMO'] === '1' || services.embeddedDatabase,
    });
    await work(env, { data });
  })();
  try {
    await Promise.race([all, asked]);
  } catch (error) {
    exitCode = 1;
    if (!(error instanceof Stopped)) sayFailure(error);
  }
  endPrograms();
  await all.catch(() => {});
  await set?.stop({ hurry, onlyOwn: true });
  process.exit(exitCode);
}
