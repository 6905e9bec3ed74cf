import { appendFileSync } from 'node:fs';
import { sentenceFor, PlainError } from './plain-error.mjs';

// A closed terminal makes every later write fail; stopping in order matters more than the words.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

/** @param {string} line */
export const say = (line = '') => void process.stdout.write(`${line}\n`);

/** @param {number} milliseconds */
export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

/**
 * Shows that a step is under way and, when it took noticeable time, how long it took.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const begun = Date.now();
  say(`  ${name} …`);
  const result = await work();
  const taken = Date.now() - begun;
  if (taken > 500) say(`  ${name}: ${seconds(taken)}`);
  return result;
}

/**
 * Prints the sentence for a failure and its detail lines; what nobody foresaw goes to the log with its stack.
 * @param {unknown} error
 * @param {string} [logFile]
 */
export function sayFailure(error, logFile) {
  process.stderr.write(`\n${sentenceFor(error)}\n`);
  if (error instanceof PlainError) for (const line of error.details) process.stderr.write(`    ${line}\n`);
  if (!logFile) return;
  try {
    appendFileSync(logFile, `${new Date().toISOString()} ${error instanceof Error ? error.stack : String(error)}\n`);
    if (!(error instanceof PlainError)) process.stderr.write(`    More in ${logFile}\n`);
  } catch {
    // The sentence has been shown; a log that cannot be written changes nothing about it.
  }
}

/**
 * Columns a terminal uses for a text: Chinese characters take two.
 * @param {string} text
 */
export function displayWidth(text) {
  let width = 0;
  for (const character of text)
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
      character,
    )
      ? 2
      : 1;
  return width;
}

/**
 * Lines of a table whose columns stand under each other, also with Chinese in them.
 * @param {string[][]} rows
 * @returns {string[]}
 */
export function table(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - displayWidth(cell)))
      .join('  ')
      .trimEnd(),
  );
}
