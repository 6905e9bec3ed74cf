import { createHash } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds the root package.json. */
export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** Tells one clone of the project from another on the same machine. */
export const projectMark = createHash('sha256').update(projectRoot).digest('hex').slice(0, 12);

/** Things that can be made again at any time; goes away with node_modules. */
export const projectCache = join(projectRoot, 'node_modules/.cache/consilium');

/** @param {string[]} parts */
export const inProject = (...parts) => join(projectRoot, ...parts);
