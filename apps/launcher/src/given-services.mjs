import { PlainError } from './plain-error.mjs';

const unset = 'unset it to use the embedded one';

/**
 * Makes sure that the given database can be used, or says in one sentence what to do.
 * @param {string} address value of DATABASE_URL
 */
export async function checkDatabase(address) {
  const where = hostOf(address, 'DATABASE_URL', ['postgres:', 'postgresql:']);
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 8000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query(`select current_setting('server_version_num')::int as version`);
    if (rows[0].version < 150_000)
      throw new PlainError(
        `The PostgreSQL at ${where} (DATABASE_URL) is too old: Consilium needs PostgreSQL 15 or later.`,
      );
  } catch (error) {
    throw error instanceof PlainError
      ? error
      : new PlainError(databaseSentence(/** @type {NodeJS.ErrnoException} */ (error), where), { cause: error });
  } finally {
    await client.end().catch(() => {});
  }
}

/** @param {NodeJS.ErrnoException} error @param {string} where */
function databaseSentence({ code = '', message }, where) {
  if (code === '28P01' || code === '28000')
    return `PostgreSQL at ${where} refuses the name or password in DATABASE_URL: correct them, or ${unset}.`;
  if (code === '3D000')
    return `PostgreSQL at ${where} has no database of the name in DATABASE_URL: create it, or correct DATABASE_URL, or ${unset}.`;
  if (code === '53300')
    return `PostgreSQL at ${where} (DATABASE_URL) accepts no more connections: close some, or raise max_connections.`;
  const reason = code || message.split('\n')[0];
  return `PostgreSQL at ${where} cannot be reached (${reason}): start it, or correct DATABASE_URL, or ${unset}.`;
}

/**
 * Makes sure that the given Redis can be used, or says in one sentence what to do.
 * @param {string} address value of REDIS_URL
 * @returns {Promise<string | undefined>} a warning to show
 */
export async function checkRedis(address) {
  const where = hostOf(address, 'REDIS_URL', ['redis:', 'rediss:']);
  const { Redis } = await import('ioredis');
  const redis = new Redis(address, {
    lazyConnect: true,
    connectTimeout: 8000,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
    enableReadyCheck: false,
  });
  /** @type {Error | undefined} */
  let problem;
  redis.on('error', (error) => (problem = error));
  try {
    await redis.connect();
    const memory = await redis.info('memory');
    if (/maxmemory_policy:noeviction/.test(memory)) return undefined;
    return `The Redis at ${where} may drop keys when memory is short, and reminders with them: set its maxmemory-policy to noeviction.`;
  } catch (error) {
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (problem ?? error);
    if (/NOAUTH|WRONGPASS|ERR AUTH|invalid (username|password)/i.test(`${message} ${String(error)}`))
      throw new PlainError(`Redis at ${where} refuses the password in REDIS_URL: correct it, or ${unset}.`, {
        cause: error,
      });
    throw new PlainError(
      `Redis at ${where} cannot be reached (${code ?? message}): start it, or correct REDIS_URL, or ${unset}.`,
      { cause: error },
    );
  } finally {
    redis.disconnect();
  }
}

/** @param {string} address @param {string} variable @param {string[]} protocols */
function hostOf(address, variable, protocols) {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !protocols.includes(url.protocol))
    throw new PlainError(
      `${variable} is not an address: write it like ${protocols[0]}//name:password@host:port/…, or ${unset}.`,
    );
  return url.host || 'the local socket';
}
