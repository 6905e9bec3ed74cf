import { programs } from './build.mjs';
import { inProject, projectRoot } from './paths.mjs';
import { PlainError, fullDiskSentence, saysDiskFull } from './plain-error.mjs';
import { lastLines, run } from './run-program.mjs';

/** @typedef {string | { zh: string, en: string }} Words in one language or both */
/** @typedef {{ username: string, name: Words, role: string, hospital: Words, secret?: string }} DemonstrationPerson `secret` is for an authenticator app */
/** @typedef {{ password: string, people: DemonstrationPerson[] }} DemonstrationPeople */

/** @param {string} file @param {string[]} args @param {NodeJS.ProcessEnv} env */
const runProgram = (file, args, env) =>
  run(process.execPath, ['--enable-source-maps', inProject(file), ...args], { cwd: projectRoot, env });

/**
 * Brings the database to the newest form.
 * @param {NodeJS.ProcessEnv} env
 */
export async function migrate(env) {
  const { code, output } = await runProgram(programs.migrate, [], env);
  if (code === 0) return output;
  if (saysDiskFull(output)) throw new PlainError(fullDiskSentence());
  throw new PlainError(
    'The database could not be brought to the newest form: correct what is said here and start again.',
    { details: lastLines(output) },
  );
}

/**
 * Loads the demonstration centre unless it is there.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ loaded: true } | { loaded: false, reason: string }>} `reason` says why a database with other content stays as it is
 */
export async function loadDemonstration(env) {
  const { code, output } = await runProgram(programs.demonstration, ['load'], env);
  if (code === 0) return { loaded: true };
  if (code === 3) return { loaded: false, reason: lastLines(output, 1)[0] ?? 'The database holds other content.' };
  if (saysDiskFull(output)) throw new PlainError(fullDiskSentence());
  throw new PlainError(
    'The demonstration centre could not be loaded: run `npm run data:wipe` and start again, or start with DEMO=0.',
    { details: lastLines(output) },
  );
}

/**
 * Empties the demonstration and loads it anew.
 * @param {NodeJS.ProcessEnv} env
 */
export async function resetDemonstration(env) {
  const { code, output } = await runProgram(programs.demonstration, ['reset'], env);
  if (code === 0) return;
  throw new PlainError(
    code === 3
      ? (lastLines(output, 1)[0] ?? 'The database holds other content.')
      : 'The demonstration centre could not be loaded anew.',
    {
      details: code === 3 ? [] : lastLines(output),
    },
  );
}

/**
 * Who can sign in to the demonstration.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<DemonstrationPeople | undefined>} `undefined` when it cannot be told; everything works without this list
 */
export async function demonstrationPeople(env) {
  const { code, stdout } = await runProgram(programs.demonstration, ['people'], env);
  try {
    /** @type {DemonstrationPeople} */
    const answer = JSON.parse(stdout);
    return code === 0 && typeof answer.password === 'string' && Array.isArray(answer.people) ? answer : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The link with which the first administrator is made; empty when somebody can sign in already.
 * @param {NodeJS.ProcessEnv} env
 */
export async function firstAdministratorLink(env) {
  const { code, output, stdout } = await runProgram(programs.firstAdministrator, [], env);
  if (code !== 0)
    throw new PlainError(
      'The link for the first administrator could not be made: correct what is said here and start again.',
      { details: lastLines(output) },
    );
  return stdout.trim();
}
