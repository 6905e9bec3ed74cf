import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from './paths.mjs';

const notSources = /^(node_modules|dist|dist-types|\.cache|screenshots)$/;

/**
 * One short text that changes when any file the build reads changes. Reads contents: times of files say nothing after a checkout.
 * @param {string[]} places files and folders, from the project's root
 * @returns {string}
 */
export function fingerprint(places) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0] ?? '');
  for (const place of places)
    for (const file of filesIn(inProject(place)))
      hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} */
function filesIn(path) {
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'ENOTDIR') return [path];
    if (code === 'ENOENT') return [];
    throw error;
  }
  return entries
    .filter(
      (entry) =>
        !notSources.test(entry.name) &&
        !/\.(tsbuildinfo|spec\.ts|int-spec\.ts|api-spec\.ts|test\.tsx?)$/.test(entry.name),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesIn(join(path, entry.name)) : entry.isFile() ? [join(path, entry.name)] : [],
    );
}

/**
 * @param {string[]} places from the project's root
 * @param {RegExp} name
 */
export const countFiles = (places, name) =>
  places.flatMap((place) => filesIn(inProject(place))).filter((file) => name.test(file)).length;

/** What the compiled parts are made from. */
export const programSources = [
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'libs',
  'migrations',
  'apps/api',
  'apps/worker',
  'apps/mail-catcher',
  'apps/demonstration',
];

/** What the web part is made from. */
export const webSources = ['package-lock.json', 'tsconfig.base.json', 'libs/contracts', 'apps/web'];
