import { chromium, type Browser } from 'playwright-core';
import { browserProgram } from './browser-program.js';

/**
 * Starts a headless Chromium in which Chinese is drawn.
 * @throws when the machine has none, with the reason
 */
export async function launchBrowser(): Promise<Browser> {
  const { path, env } = await browserProgram();
  return chromium.launch({
    executablePath: path,
    env: { ...process.env, ...env },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Shared memory is tiny in many containers.
      '--disable-dev-shm-usage',
      '--font-render-hinting=none',
    ],
  });
}
