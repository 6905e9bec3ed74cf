import { PlainError } from './plain-error.mjs';
import { run } from './run-program.mjs';

/**
 * The account PostgreSQL runs as. PostgreSQL refuses the root account, so root hands it to one without privileges.
 * @typedef {{ name: string, uid: number, gid: number }} Account
 */

/**
 * @returns {Promise<Account | undefined>} `undefined` when PostgreSQL can run as the account that started us
 */
export async function postgresAccount() {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = await Promise.all([idOf('-u', name), idOf('-g', name)]);
    if (uid !== undefined && gid !== undefined && uid !== 0) return { name, uid, gid };
  }
  throw new PlainError(
    'This is the root account and there is no account "postgres" or "nobody" for PostgreSQL: start from another account, or set DATABASE_URL.',
  );
}

/** @param {string} what @param {string} name */
async function idOf(what, name) {
  const { code, stdout } = await run('id', [what, name]);
  return code === 0 ? Number(stdout.trim()) : undefined;
}

/**
 * Whether the account can pass into a folder through all its parents. Asks the system as that account; mode bits alone miss access lists.
 * @param {string} folder
 * @param {Account | undefined} account
 * @returns {Promise<boolean>}
 */
export async function canReach(folder, account) {
  if (!account) return true;
  const { code } = await run('test', ['-x', folder], { cwd: '/', uid: account.uid, gid: account.gid });
  return code === 0;
}
