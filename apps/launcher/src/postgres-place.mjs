import { existsSync, lstatSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { canReach } from './account.mjs';
import { projectMark } from './paths.mjs';
import { PlainError } from './plain-error.mjs';
import { removeFolder } from './postgres-programs.mjs';

/** @typedef {import('./account.mjs').Account} Account */

/**
 * A folder in which PostgreSQL's account can keep databases: the data folder itself, or, when a parent is closed to that account, one of our own on
 * the same machine, which is remembered so that wiping finds it.
 * @param {import('./data-folder.mjs').DataFolder} data
 * @param {Account | undefined} account
 * @returns {Promise<{ place: string, elsewhere: boolean }>}
 */
export async function placeForPostgres(data, account) {
  const known = data.remembered().place;
  if (known && existsSync(known)) return { place: known, elsewhere: true };
  if (await canReach(data.path, account)) return { place: data.path, elsewhere: false };
  const place = await placeElsewhere(account);
  data.remember({ place });
  return { place, elsewhere: true };
}

/**
 * Makes, or finds again, this clone's folder outside the project.
 * @param {Account | undefined} account
 * @returns {Promise<string>}
 */
export async function placeElsewhere(account) {
  for (const parent of ['/var/lib', '/var/tmp', '/tmp']) {
    const place = join(parent, `consilium-${projectMark}`);
    if (ownFolder(place) && (await canReach(place, account))) return place;
  }
  throw new PlainError(
    `The account "${account?.name}", which PostgreSQL runs as, cannot reach this folder or any other: start from an account other than root, or set DATABASE_URL.`,
  );
}

/** @param {string} path @returns {boolean} whether the folder is there and ours; in a shared folder a stranger may have made it first */
function ownFolder(path) {
  try {
    mkdirSync(path, { mode: 0o755 });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') return false;
  }
  const found = lstatSync(path);
  return found.isDirectory() && found.uid === process.getuid?.();
}

/**
 * Removes what was kept outside the data folder.
 * @param {import('./data-folder.mjs').DataFolder} data
 */
export function removePlace(data) {
  const { place } = data.remembered();
  if (place && /\/consilium-[0-9a-f]{12}$/.test(place)) removeFolder(place);
}
