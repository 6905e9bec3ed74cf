import { createInterface } from 'node:readline/promises';

/**
 * Asks a yes-or-no question in the terminal; anything but yes is no.
 * @param {string} question
 * @returns {Promise<boolean>}
 */
export async function confirm(question) {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const ended = new Promise((resolve) => terminal.once('close', () => resolve('')));
  try {
    const answer = await Promise.race([terminal.question(`${question} [y/N] `), ended]);
    return /^y(es)?$/i.test(String(answer).trim());
  } finally {
    terminal.close();
  }
}
