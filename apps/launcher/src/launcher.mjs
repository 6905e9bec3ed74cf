import { build, isBuilt, programs } from './build.mjs';
import { dataFolderPath, openDataFolder } from './data-folder.mjs';
import { demonstrationPeople, firstAdministratorLink, loadDemonstration, migrate } from './database-programs.mjs';
import { programEnvironment, withoutOwner } from './environment.mjs';
import { install, isInstalled, refuseOldNode } from './install.mjs';
import { beginSession } from './launcher-session.mjs';
import { say, seconds, step } from './messages.mjs';
import { inProject, projectRoot } from './paths.mjs';
import { PlainError, Stopped } from './plain-error.mjs';
import { freePort, portFrom, refuseBusyPort } from './ports.mjs';
import { waitFor } from './processes.mjs';
import { ServiceSet, refuseUnsupportedMachine } from './services.mjs';
import { SupervisedProgram } from './supervised-program.mjs';
import { welcome } from './welcome.mjs';

/** Everything `npm start` does, in order; `stop` undoes it in the opposite order from any point. */
export class Launcher {
  /** @type {SupervisedProgram[]} */
  #programs = [];
  /** @type {ServiceSet | undefined} */
  #services;
  /** @type {import('./launcher-session.mjs').LauncherSession | undefined} */
  #session;
  /** @type {(error: Error) => void} */
  #fail = () => {};

  /** @param {{ environment: NodeJS.ProcessEnv, signal: AbortSignal }} options */
  constructor({ environment, signal }) {
    this.environment = environment;
    this.signal = signal;
    signal.addEventListener('abort', () => this.#fail(new Stopped()));
    /** @type {string | undefined} */
    this.logFile = undefined;
  }

  /**
   * Starts everything and stays until something fails for good.
   * @returns {Promise<never>}
   */
  async run() {
    const begun = Date.now();
    refuseOldNode();
    const { environment } = this;
    const port = portFrom(environment['PORT']);
    const host = environment['HOST'] || '127.0.0.1';
    refuseUnsupportedMachine(environment);
    const data = openDataFolder(dataFolderPath(environment));
    this.logFile = data.at('logs', 'launcher.log');
    this.#session = await beginSession(data, port);
    await refuseBusyPort(port, host);
    say(`Consilium starts; its data is in ${data.path}`);

    if (!isInstalled()) await step('Installing the packages (the first time takes a minute)', install);
    const services = await this.#bringUp(data);
    this.signal.throwIfAborted();
    if (!services.programsDatabaseUrl)
      services.notes.push(
        'The API and the worker sign in with the account in DATABASE_URL, which owns the tables: set PROGRAMS_DATABASE_URL to the address with an account of their own, and it is made.',
      );
    const settings = { environment, port, host, services, data, demonstration: false };
    await step('Preparing the database', () => migrate(programEnvironment(settings)));
    const demonstration = await this.#prepareContent(settings);
    const mailCatcherPort = demonstration
      ? await freePort({ remembered: data.remembered().ports?.['mail'], not: [port] })
      : undefined;
    if (mailCatcherPort) data.rememberPort('mail', mailCatcherPort);
    const env = programEnvironment({ ...settings, demonstration, mailCatcherPort });
    const link = demonstration ? '' : await firstAdministratorLink(env);
    this.signal.throwIfAborted();
    /** @type {Promise<never>} */
    const failed = new Promise((_, reject) => (this.#fail = reject));
    const started = step('Starting the programs', () => this.#startPrograms(env, data, port, host));
    const [people] = await Promise.race([
      Promise.all([demonstration ? demonstrationPeople(env) : undefined, started]),
      failed,
    ]);

    const address = environment['PUBLIC_URL'] || `http://localhost:${port}`;
    for (const line of welcome({ address, people, link, notes: services.notes })) say(line);
    say(`Ready after ${seconds(Date.now() - begun)}. Ctrl-C stops everything.`);
    return failed;
  }

  /** @param {import('./data-folder.mjs').DataFolder} data */
  async #bringUp(data) {
    this.signal.throwIfAborted();
    const set = new ServiceSet({ data, environment: this.environment, signal: this.signal });
    this.#services = set;
    // Both are always awaited: a build that goes on alone after a failure would outlive us.
    const [services, built] = await Promise.allSettled([
      step('Starting PostgreSQL and Redis', () => set.start()),
      isBuilt() ? undefined : step('Building (only after a change)', build),
    ]);
    if (services.status === 'rejected') throw services.reason;
    if (built.status === 'rejected') throw built.reason;
    return services.value;
  }

  /**
   * Loads the demonstration where that is allowed.
   * @param {Parameters<typeof programEnvironment>[0]} settings
   * @returns {Promise<boolean>} whether this is a demonstration
   */
  async #prepareContent(settings) {
    const wish = this.environment['DEMO'];
    const allowed = wish === '1' || (settings.services.embeddedDatabase && wish !== '0');
    if (!allowed) return false;
    const { data, services } = settings;
    if (services.embeddedDatabase && data.remembered().demonstrationLoaded) return true;
    const result = await step('Loading the demonstration centre (once)', () =>
      loadDemonstration(programEnvironment({ ...settings, demonstration: true })),
    );
    if (!result.loaded) say(`  ${result.reason}`);
    if (services.embeddedDatabase) data.remember({ demonstrationLoaded: result.loaded });
    return result.loaded;
  }

  /** @param {NodeJS.ProcessEnv} env @param {import('./data-folder.mjs').DataFolder} data @param {number} port @param {string} host */
  async #startPrograms(env, data, port, host) {
    const own = withoutOwner(env);
    /** @type {[string, string, NodeJS.ProcessEnv][]} */
    const wanted = [
      ['API', programs.api, own],
      ['worker', programs.worker, own],
    ];
    if (env['MAIL_CATCHER_PORT']) wanted.unshift(['mail catcher', programs.mailCatcher, env]);
    for (const [name, file, environment] of wanted) {
      const program = new SupervisedProgram({
        name,
        file: inProject(file),
        env: environment,
        cwd: projectRoot,
        logFolder: data.at('logs'),
        onSpawn: (pid) => this.#session?.addChild(pid),
        onRestart: (sentence) => say(`  ${sentence}`),
        onGiveUp: (sentence, details) => this.#fail(new PlainError(sentence, { details })),
      });
      this.#programs.push(program);
      program.start();
    }
    const ready = await waitFor(() => isReady(port, host), { timeoutMs: 120_000, everyMs: 100, signal: this.signal });
    if (ready) return;
    const [api] = this.#programs.filter(({ wish }) => wish.name === 'API');
    throw new PlainError(`The API was not ready after two minutes: look into ${api?.logFile}.`, {
      details: api?.lastLines(),
    });
  }

  /**
   * Ends everything that was started, the programs before the servers they use.
   * @param {AbortSignal} hurry
   */
  async stop(hurry) {
    await Promise.all(this.#programs.map((program) => program.stop(hurry)));
    await this.#services?.stop({ hurry });
    this.#session?.close();
  }
}

/** @param {number} port @param {string} host */
async function isReady(port, host) {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  try {
    const response = await fetch(`http://${reachable}:${port}/api/health/ready`, { signal: AbortSignal.timeout(3000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
