import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AuditSealService } from '@consilium/core';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gateTo } from '../testing/gate.js';
import { workerWorld, type WorkerWorld } from '../testing/worker-world.js';

const PATIENTLY = { timeout: 20_000, interval: 50 };
const COMMAND = fileURLToPath(new URL('../../dist/verify-audit.js', import.meta.url));
const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
let here: WorkerWorld;

beforeAll(async () => {
  if (!existsSync(COMMAND)) execFileSync('npx', ['tsc', '-b', 'apps/worker'], { cwd: ROOT, stdio: 'inherit' });
  here = await workerWorld(13);
}, 180_000);
afterAll(() => here.close());

const write = async (name: string) =>
  here.world.database.write(await here.world.actor('coordinator'), (tx) =>
    tx.audit({ action: 'case.opened', objectKind: 'case', objectId: name }),
  );
const isSealed = async (name: string) =>
  (
    await here.world.rows(
      'SELECT 1 AS one FROM audit_seals s JOIN audit_events e ON e.id = s.event_id WHERE e.object_id = $1',
      [name],
    )
  ).length === 1;

describe('the follower of the audit log', () => {
  it('seals by itself what is written, and verifies the chain when it starts', async () => {
    await write('before');
    await here.world.get(AuditSealService).sealWaiting();
    const app = await here.start();
    await write('while');
    await expect.poll(() => isSealed('while'), PATIENTLY).toBe(true);
    const checks = () => here.world.rows('SELECT outcome FROM audit_checks');
    await expect.poll(checks, PATIENTLY).toEqual([{ outcome: 'PASSED' }]);
    await app.close();
  });

  it('seals while Redis cannot be reached', async () => {
    // A gate that stays shut.
    const { port } = await gateTo({ host: '127.0.0.1', port: 1 });
    const app = await here.start({ environment: { REDIS_URL: `redis://127.0.0.1:${port}/13` } });
    await write('without Redis');
    await expect.poll(() => isSealed('without Redis'), PATIENTLY).toBe(true);
    await app.close();
  });

  it('started again seals what was written while nobody sealed, and two of them seal nothing twice', async () => {
    for (let n = 0; n < 30; n++) await write(`missed-${n}`);
    const [one, other] = [await here.start(), await here.start()];
    await expect.poll(() => isSealed('missed-29'), PATIENTLY).toBe(true);
    await one.close();
    await other.close();
    const [counted] = await here.world.rows(
      `SELECT count(*)::int AS seals, count(DISTINCT event_id)::int AS events FROM audit_seals s JOIN audit_events e ON e.id = s.event_id WHERE e.object_id LIKE 'missed-%'`,
    );
    expect(counted).toEqual({ seals: 30, events: 30 });
  });
});

describe('the command that verifies the log', () => {
  const run = (...words: string[]) =>
    new Promise<{ code: number; output: string }>((resolve) => {
      const { DATABASE_URL, REDIS_URL, DATA_KEY } = here.world.config;
      const env = { PATH: process.env['PATH'], DATABASE_URL, REDIS_URL, DATA_KEY };
      execFile(process.execPath, [COMMAND, ...words], { env }, (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr }),
      );
    });

  it('ends well where the chain is whole, and says how much waits for its seal and what to note elsewhere', async () => {
    await here.world.get(AuditSealService).sealWaiting();
    await write('waiting');
    const { code, output } = await run();
    expect(output).toMatch(/^The chain is whole: \d+ rows verified in \d+\.\d s\.$/m);
    expect(output).toMatch(/^Not sealed yet: 1 rows, the oldest written at \d{4}-.*Z\.$/m);
    expect(code).toBe(0);
    const [, link = ''] = /noted elsewhere: (\S+)/.exec(output) ?? [];
    expect((await run('--anchor', link)).code).toBe(0);
    expect((await run('--anchor', link.replace(/:.*/, `:${'0'.repeat(64)}`))).code).toBe(1);
  });

  it('ends with 1 and names the first broken row where somebody changed one', async () => {
    await here.world.get(AuditSealService).sealWaiting();
    const intruder = new Client({ connectionString: here.world.config.DATABASE_URL });
    await intruder.connect();
    await intruder.query('SET session_replication_role = replica');
    const { rows } = await intruder.query<{ id: string }>(
      `UPDATE audit_events SET actor = 'somebody else' WHERE object_id = 'while' RETURNING id`,
    );
    await intruder.end();
    const { code, output } = await run();
    expect(output).toMatch(
      new RegExp(
        `^The chain is BROKEN at place \\d+ of the chain, audit row ${rows[0]?.id}: the row, or its seal, was changed\\.$`,
        'm',
      ),
    );
    expect(code).toBe(1);
  });

  it('ends with 2 where it cannot verify', async () => {
    expect(await run('--ancor', 'x')).toMatchObject({ code: 2, output: expect.stringContaining('Usage') });
  });
});
