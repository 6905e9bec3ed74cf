import { PlainError } from './plain-error.mjs';

export const parts = /** @type {const} */ (['gates', 'unit', 'integration', 'web', 'journeys']);

/** @typedef {(typeof parts)[number]} Part */

/**
 * What to run, from the words after `npm test --`: names of parts, and everything else for vitest (file filters, `-t`).
 * @param {string[]} words
 * @returns {{ parts: Set<Part>, forVitest: string[] }}
 */
export function planFrom(words) {
  const isPart = (/** @type {string} */ word) => /** @type {readonly string[]} */ (parts).includes(word);
  const chosen = /** @type {Part[]} */ (words.filter(isPart));
  const forVitest = words.filter((word) => !isPart(word));
  const watch = forVitest.find((word) => /^(--watch|-w|--ui)$/.test(word));
  if (watch) throw new PlainError(`${watch} does not end by itself: run \`npx vitest\` for it.`);
  const all = forVitest.length > 0 ? parts.filter((part) => part !== 'gates') : parts;
  return { parts: new Set(chosen.length > 0 ? chosen : all), forVitest };
}
