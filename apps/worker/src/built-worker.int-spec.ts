import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { workerWorld, type WorkerWorld } from './testing/worker-world.js';

const PATIENTLY = { timeout: 60_000, interval: 100 };
const BUILT = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
let here: WorkerWorld;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  if (!existsSync(BUILT)) execFileSync('npx', ['tsc', '-b', 'apps/worker'], { cwd: ROOT, stdio: 'inherit' });
  here = await workerWorld(12);
}, 180_000);
afterEach(async () => {
  for (const child of running) await kill(child, 'SIGKILL');
});
afterAll(() => here.close());

/** The worker as it is delivered, in a process of its own. */
function startBuilt(environment: Record<string, string> = {}): ChildProcess {
  const { DATABASE_URL, REDIS_URL, DATA_KEY } = here.world.config;
  const child = spawn(process.execPath, [BUILT], {
    env: { PATH: process.env['PATH'], DATABASE_URL, REDIS_URL, DATA_KEY, LOG_LEVEL: 'silent', ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  running.add(child);
  return child;
}
async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  running.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

it('a worker killed between laying the timer and the due time, and started again, tells it once', async () => {
  const first = startBuilt();
  const warm = await here.owe(3_600_000);
  await expect.poll(() => warm.told('OPENED'), PATIENTLY).toBe(1);
  const owed = await here.owe(6_000);
  await expect.poll(() => owed.hasTimer('DUE'), PATIENTLY).toBe(true);
  await kill(first, 'SIGKILL');
  expect(await owed.told('DUE')).toBe(0);
  const second = startBuilt();
  await expect.poll(() => owed.told('DUE'), PATIENTLY).toBe(1);
  // Killed in the middle of telling, the first one still holds that job for a while; the second takes it over then.
  await expect.poll(() => owed.told('OPENED'), PATIENTLY).toBe(1);
  await kill(second, 'SIGTERM');
  expect(await owed.told('DUE')).toBe(1);
  expect(await owed.told('OPENED')).toBe(1);
}, 180_000);

it('a worker with an incomplete configuration says what is missing and ends', async () => {
  const child = startBuilt({ DATABASE_URL: '', LOG_LEVEL: 'fatal' });
  const [code] = await once(child, 'exit');
  running.delete(child);
  expect(code).toBe(1);
}, 60_000);
