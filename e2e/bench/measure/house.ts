import { freePort, programs, projectRoot, SupervisedProgram, waitFor } from '@consilium/launcher';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { copyOfContent, redisDatabase, secretsOfRun } from '../../harness/content.js';

const DEMONSTRATION_PASSWORD = 'consilium-demo-2026';

/** A running API on a database of its own with the demonstration in it, and a connection of the server's superuser to that database. */
export interface House {
  client: Client;
  address: string;
  /** Sends requests as this person of the demonstration. */
  signIn: (username: string) => Promise<(path: string, body: object) => Promise<unknown>>;
  /** Starts the API: after the data is made, so that it meets it as it will find it. */
  open: () => Promise<void>;
  close: () => Promise<void>;
}

function superuserAt(url: string): string {
  const address = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  address.pathname = new URL(url).pathname;
  return address.href;
}

export async function house(): Promise<House> {
  const folder = mkdtempSync(join(process.env['TEST_FOLDER'] ?? tmpdir(), 'bench-'));
  mkdirSync(join(folder, 'logs'));
  const [databaseUrl, redisUrl, port] = await Promise.all([
    copyOfContent('demonstration', folder),
    redisDatabase(),
    freePort({}),
  ]);
  const client = new Client({ connectionString: superuserAt(databaseUrl) });
  await client.connect();
  const address = `http://127.0.0.1:${port}`;
  const api = new SupervisedProgram({
    name: 'api',
    file: join(projectRoot, programs.api),
    env: {
      ...process.env,
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      PORT: String(port),
      PUBLIC_URL: address,
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
      DATA_DIR: folder,
      DATA_KEY: secretsOfRun().dataKey,
      DEMO: '1',
      REQUESTS_PER_BROWSER: '1000000',
      REQUESTS_PER_ADDRESS: '10000000',
    },
    cwd: projectRoot,
    logFolder: join(folder, 'logs'),
  });
  const send = async (path: string, body: object, cookie = '') => {
    const answer = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-consilium': '1', cookie },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer;
  };
  return {
    client,
    address,
    signIn: async (username) => {
      const answer = await send('/api/auth/sign-in', { username, password: DEMONSTRATION_PASSWORD });
      const cookie = answer.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; ');
      return async (path, body) => (await send(path, body, cookie)).json();
    },
    open: async () => {
      api.start();
      const isReady = await waitFor(
        () =>
          fetch(`${address}/api/health/ready`)
            .then(({ ok }) => ok)
            .catch(() => false),
        { timeoutMs: 60_000, everyMs: 200 },
      );
      if (!isReady) throw new Error('the API did not come up');
    },
    close: async () => {
      await api.stop();
      await client.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
