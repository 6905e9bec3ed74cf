import { randomBytes } from 'node:crypto';

/**
 * @typedef {object} ProgramSettings
 * @property {NodeJS.ProcessEnv} environment what the person set; it wins where it may
 * @property {number} port
 * @property {string} host
 * @property {import('./services.mjs').Services} services
 * @property {import('./data-folder.mjs').DataFolder} data
 * @property {boolean} demonstration
 * @property {number} [mailCatcherPort]
 */

/**
 * The environment of the API, the worker, the mail catcher and the one-time programs.
 * @param {ProgramSettings} settings
 * @returns {NodeJS.ProcessEnv}
 */
export function programEnvironment({ environment, port, host, services, data, demonstration, mailCatcherPort }) {
  const inherited = Object.fromEntries(
    Object.entries(environment).filter(([name]) => !/^npm_|^INIT_CWD$|^NODE_CHANNEL/.test(name)),
  );
  return {
    NODE_ENV: 'production',
    LOG_LEVEL: 'info',
    ...inherited,
    PORT: String(port),
    HOST: host,
    DATABASE_URL: services.databaseUrl,
    PROGRAMS_DATABASE_URL: services.programsDatabaseUrl ?? '',
    REDIS_URL: services.redisUrl,
    DATA_DIR: data.path,
    ...dataKeys(environment, data),
    DEMO: demonstration ? '1' : '0',
    ...(mailCatcherPort
      ? {
          MAIL_CATCHER_PORT: String(mailCatcherPort),
          SMTP_URL: `smtp://127.0.0.1:${mailCatcherPort}`,
          MAIL_FROM: environment['MAIL_FROM'] || 'Consilium <consilium@localhost>',
        }
      : {}),
  };
}

/**
 * The environment of the API and the worker, who do not learn the account that owns the database where there is one for them.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function withoutOwner({ PROGRAMS_DATABASE_URL: own, ...env }) {
  return { ...env, DATABASE_URL: own || env['DATABASE_URL'] };
}

/**
 * The key that patients' identities are encrypted with. Made once: with another one the stored identities cannot be read.
 * @param {import('./data-folder.mjs').DataFolder} data
 */
const dataKey = (data) => data.secret('data-key', newDataKey);
export const newDataKey = () => randomBytes(32).toString('base64');

/**
 * The key, and the one before it while a rotation has not come to its end.
 * @param {NodeJS.ProcessEnv} environment @param {import('./data-folder.mjs').DataFolder} data
 */
function dataKeys(environment, data) {
  if (environment['DATA_KEY']) return { DATA_KEY: environment['DATA_KEY'] };
  return { DATA_KEY: dataKey(data), DATA_KEY_PREVIOUS: data.keptSecret('data-key-previous') ?? '' };
}
