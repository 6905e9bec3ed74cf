import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { inProject } from './paths.mjs';

/** Most that a browser fetches, compressed, before a department's board can be used. */
export const FIRST_LOAD_BYTES = 250 * 1024;

/** What a signed-in person's browser runs before the board can be used; the rest comes when it is needed. */
const ON_THE_WAY = [
  'index.html',
  'src/app/shell/signed-in.tsx',
  'src/app/shell/shell.tsx',
  'src/features/boards/screens/board.tsx',
];

/** @typedef {{ file: string, imports?: string[] }} Part */

/**
 * The scripts of the first load: what stands on the way to the board, with everything those parts import at once.
 * @param {Record<string, Part>} manifest @param {readonly string[]} [entries]
 * @returns {Set<string>} files below the folder of the build
 */
export function firstLoadFiles(manifest, entries = ON_THE_WAY) {
  /** @type {Set<string>} */
  const seen = new Set();
  const waiting = [...entries];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue;
    const part = manifest[name];
    if (!part) throw new Error(`the build has no ${name}: the list of the first load is out of date`);
    seen.add(name);
    waiting.push(...(part.imports ?? []));
  }
  return new Set([...seen].map((name) => manifest[name]?.file ?? '').filter((file) => file.endsWith('.js')));
}

/**
 * @returns {{ ok: boolean, note: string }} whether the first load of the last build stays within its budget, and how large it is
 */
export function checkFirstLoad() {
  const manifest = JSON.parse(readFileSync(inProject('apps/web/dist/.vite/manifest.json'), 'utf8'));
  const bytes = [...firstLoadFiles(manifest)]
    .map((file) => gzipSync(readFileSync(inProject(`apps/web/dist/${file}`))).length)
    .reduce((total, size) => total + size, 0);
  const kilobytes = (/** @type {number} */ size) => Math.ceil(size / 1024);
  return {
    ok: bytes <= FIRST_LOAD_BYTES,
    note: `first load ${kilobytes(bytes)} of ${kilobytes(FIRST_LOAD_BYTES)} kB compressed`,
  };
}
