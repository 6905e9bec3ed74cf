import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { postgresAccount } from '../src/account.mjs';
import { projectCache } from '../src/paths.mjs';
import { postgresPrograms } from '../src/postgres-programs.mjs';
import { postgresIn, postgresUrl, startPostgres, stopPostgres } from '../src/postgres.mjs';
import { freePort } from '../src/ports.mjs';
import { endProcess, isAlive } from '../src/processes.mjs';
import { redisProgram } from '../src/redis-programs.mjs';
import { isOurRedis, redisIn, startRedis, stopRedis } from '../src/redis.mjs';
import { writeWhole } from '../src/data-folder.mjs';

const folders: string[] = [];
const pids: number[] = [];
const strangers: net.Server[] = [];

afterEach(async () => {
  const now = AbortSignal.abort();
  await Promise.all(pids.splice(0).map((pid) => stopPostgres(pid, now)));
  await Promise.all(strangers.splice(0).map((server) => new Promise((done) => server.close(done))));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(process.env['TEST_FOLDER'] ?? tmpdir(), 'launcher-')));
  chmodSync(folder, 0o711);
  folders.push(folder);
  return folder;
}

async function strangerOn(port: number): Promise<void> {
  const server = net.createServer((socket) => socket.resume().end('+OK\r\n'));
  strangers.push(server);
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
}

async function postgresWish(folder: string) {
  const account = await postgresAccount();
  return {
    bin: await postgresPrograms(account, folder),
    folder: join(folder, 'postgres'),
    account,
    password: 'secret',
    logFile: join(folder, 'postgres.log'),
    durable: false,
    onSpawn: (pid: number) => void pids.push(pid),
  };
}

async function redisWish(folder: string) {
  return {
    redis: await redisProgram(projectCache),
    folder: join(folder, 'redis'),
    password: 'secret',
    logFile: join(folder, 'redis.log'),
    onSpawn: (pid: number) => void pids.push(pid),
  };
}

async function answer(port: number): Promise<number> {
  const client = new Client({ connectionString: postgresUrl({ port, password: 'secret', database: 'postgres' }) });
  await client.connect();
  const { rows } = await client.query<{ answer: number }>('select 42 as answer');
  await client.end();
  return rows[0]?.answer ?? 0;
}

describe('the embedded PostgreSQL', () => {
  it('is adopted when a killed launcher left it running, and comes back after it was killed itself', async () => {
    const wish = await postgresWish(temporaryFolder());
    const first = await startPostgres(wish);
    expect(await answer(first.port)).toBe(42);

    const adopted = await startPostgres(wish);
    expect(adopted).toEqual({ pid: first.pid, port: first.port, adopted: true });

    await endProcess(first.pid, { first: 'SIGKILL' });
    const second = await startPostgres({ ...wish, port: first.port });
    expect(second).toMatchObject({ adopted: false, port: first.port });
    expect(await answer(second.port)).toBe(42);
    await stopPostgres(second.pid);
    expect(isAlive(second.pid)).toBe(false);
  });

  it('does not take a stranger with the process id of its earlier run for itself', async () => {
    const folder = temporaryFolder();
    const wish = await postgresWish(folder);
    const first = await startPostgres(wish);
    await stopPostgres(first.pid);
    const stranger = spawn('sleep', ['30']);
    try {
      writeWhole(
        join(wish.folder, 'postmaster.pid'),
        `${stranger.pid}\n${wish.folder}\n0\n${first.port}\n\n127.0.0.1\n\nready\n`,
      );
      expect(postgresIn(wish.folder)).toBeUndefined();
      const second = await startPostgres(wish);
      expect(second.adopted).toBe(false);
      expect(await answer(second.port)).toBe(42);
    } finally {
      stranger.kill('SIGKILL');
    }
  });

  it('leaves its remembered port to a stranger who listens there', async () => {
    const port = await freePort();
    await strangerOn(port);
    const server = await startPostgres({ ...(await postgresWish(temporaryFolder())), port });
    expect(server.port).not.toBe(port);
    expect(await answer(server.port)).toBe(42);
  });
});

describe('the embedded Redis', () => {
  it('is adopted when a killed launcher left it running', async () => {
    const wish = await redisWish(temporaryFolder());
    const first = await startRedis(wish);
    expect(await startRedis(wish)).toEqual({ ...first, adopted: true });
    await stopRedis(first.pid);
    expect(redisIn(wish.folder)).toBeUndefined();
  });

  it('is ended and started anew when it does not know our password', async () => {
    const wish = await redisWish(temporaryFolder());
    const first = await startRedis(wish);
    const second = await startRedis({ ...wish, password: 'another' });
    expect(isAlive(first.pid)).toBe(false);
    expect(second.adopted).toBe(false);
    expect(await isOurRedis(second.port, 'another', second.pid)).toBe(true);
  });

  it('does not take a stranger who answers on the port for itself', async () => {
    const port = await freePort();
    await strangerOn(port);
    expect(await isOurRedis(port, 'secret', process.pid)).toBe(false);
    const server = await startRedis({ ...(await redisWish(temporaryFolder())), port });
    expect(server.port).not.toBe(port);
  });
});
