import { testWorld, type TestWorld } from '@consilium/testing';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.js';
import { AuditReadingService } from './audit-reading.service.js';
import { AuditSealService } from './audit-seal.service.js';
import { AuditVerificationService } from './audit-verification.service.js';
import { KnownLinks } from './known-links.js';

let world: TestWorld;
let coordinator: Actor;
/** Somebody with all rights over the database, who switches off what keeps the log. */
let intruder: Client;
let seals: AuditSealService;
let verification: AuditVerificationService;

beforeAll(async () => {
  world = await testWorld();
  coordinator = await world.actor('coordinator');
  intruder = new Client({ connectionString: world.config.DATABASE_URL });
  await intruder.connect();
  await intruder.query(`SET session_replication_role = replica`);
});
afterAll(async () => {
  await intruder.end();
  await world.close();
});

/** What a process that has just started knows: nothing but what is on record. */
const startedAnew = () => new AuditVerificationService(world.database, new KnownLinks(world.config));

async function beginAnew(): Promise<void> {
  await intruder.query(`TRUNCATE ${TABLES}`);
  const links = new KnownLinks(world.config);
  seals = new AuditSealService(world.database, links);
  verification = new AuditVerificationService(world.database, links);
}

const TABLES = 'audit_events, audit_unsealed, audit_seals, audit_batches, audit_checks';

async function write(name: string): Promise<void> {
  await world.database.write(coordinator, (tx) =>
    tx.audit({ action: 'case.opened', objectKind: 'case', objectId: name, detail: { name } }),
  );
}
const idOf = async (name: string): Promise<string> => {
  const [row] = await world.rows<{ id: string }>('SELECT id FROM audit_events WHERE object_id = $1', [name]);
  return row?.id ?? 'missing';
};
const order = async (): Promise<string[]> => {
  const rows = await world.rows<{ name: string }>(
    'SELECT e.object_id AS name FROM audit_seals s JOIN audit_events e ON e.id = s.event_id ORDER BY s.sequence',
  );
  return rows.map(({ name }) => name);
};

describe('sealing', () => {
  beforeEach(beginAnew);

  it('chains rows in the order they were committed, also where the one written first took longest', async () => {
    let letCommit: () => void = () => undefined;
    let written: () => void = () => undefined;
    const hasWritten = new Promise<void>((resolve) => (written = resolve));
    const slow = world.database.write(coordinator, async (tx) => {
      await tx.audit({ action: 'case.opened', objectKind: 'case', objectId: 'slow' });
      written();
      await new Promise<void>((resolve) => (letCommit = resolve));
    });
    await hasWritten;
    await write('quick');
    expect(await seals.sealWaiting()).toBe(1);
    expect(await order()).toEqual(['quick']);
    letCommit();
    await slow;
    expect(await seals.sealWaiting()).toBe(1);
    expect(await order()).toEqual(['quick', 'slow']);
    expect(Number(await idOf('slow'))).toBeLessThan(Number(await idOf('quick')));
    expect((await verification.verify()).outcome).toBe('PASSED');
  });

  it('leaves every writer alone while one of them takes long, and misses no row of many writers at once', async () => {
    let finish: () => void = () => undefined;
    const held = world.database.write(coordinator, async (tx) => {
      await tx.audit({ action: 'case.opened', objectKind: 'case', objectId: 'held' });
      await new Promise<void>((resolve) => (finish = resolve));
    });
    const writers = Array.from({ length: 60 }, (_, n) => write(`writer-${n}`));
    const rounds = Promise.all(Array.from({ length: 20 }, () => seals.sealWaiting()));
    await Promise.all(writers);
    await rounds;
    await seals.sealWaiting();
    expect(await order()).toHaveLength(60);
    finish();
    await held;
    await seals.sealWaiting();
    expect(new Set(await order()).size).toBe(61);
    expect((await order()).at(-1)).toBe('held');
    const report = await verification.verify();
    expect(report).toMatchObject({ outcome: 'PASSED', sealedRows: 61 });
  });

  it('is done by one follower at a time', async () => {
    await write('one');
    const lock = new Client({ connectionString: world.config.DATABASE_URL });
    await lock.connect();
    await lock.query('SELECT pg_advisory_lock(4207720)');
    expect(await seals.sealWaiting()).toBe(0);
    await lock.end();
    await expect.poll(() => seals.sealWaiting(), { timeout: 10_000 }).toBe(1);
  });

  it('leaves nothing of a transaction that was undone', async () => {
    await expect(
      world.database.write(coordinator, async (tx) => {
        await tx.audit({ action: 'case.opened', objectKind: 'case', objectId: 'undone' });
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    expect(await seals.sealWaiting()).toBe(0);
    expect((await verification.verify()).outcome).toBe('PASSED');
  });
});

describe('verifying the chain', () => {
  beforeEach(async () => {
    await beginAnew();
    for (const name of ['a', 'b', 'c']) await write(name);
    await seals.sealWaiting();
    for (const name of ['d', 'e', 'f']) await write(name);
    await seals.sealWaiting();
  });

  const broken = async () => (await verification.verify()).broken;

  it('passes what is as it was written, and says what waits for its seal', async () => {
    const whole = await verification.verify();
    expect(whole).toMatchObject({ outcome: 'PASSED', sealedRows: 6, broken: null });
    await seals.sealWaiting();
    await write('g');
    await write('h');
    expect((await verification.verify()).unsealed).toEqual({ rows: 2, since: world.clock.now() });
  });

  it.each([
    `action = 'case.listed'`,
    `at = at + interval '1 second'`,
    `actor = 'somebody else'`,
    `outcome = 'REFUSED'`,
    `roles = '{ADMIN}'`,
    `detail = '{}'`,
    `before = '{"state": "READY"}'`,
    `case_id = gen_random_uuid()`,
    `request_id = 'x'`,
    `source = '10.0.0.1'`,
  ])('names the first row that was tampered with: %s', async (change) => {
    await intruder.query(`UPDATE audit_events SET ${change} WHERE object_id IN ('c', 'e')`);
    expect(await broken()).toEqual({ kind: 'CHANGED', sequence: 3, eventId: await idOf('c') });
  });

  it('names a deleted row', async () => {
    const id = await idOf('d');
    await intruder.query(`DELETE FROM audit_events WHERE object_id = 'd'`);
    expect(await broken()).toEqual({ kind: 'DELETED', sequence: 4, eventId: id });
  });

  it('names the place of a row deleted together with its seal', async () => {
    await intruder.query(`DELETE FROM audit_seals WHERE sequence = 2`);
    await intruder.query(`DELETE FROM audit_events WHERE object_id = 'b'`);
    expect(await broken()).toEqual({ kind: 'SEAL_MISSING', sequence: 2, eventId: null });
  });

  it('names the first of two rows that changed places', async () => {
    const [b, c] = [await idOf('b'), await idOf('c')];
    await intruder.query('DELETE FROM audit_seals WHERE sequence IN (2, 3)');
    await intruder.query(
      `INSERT INTO audit_seals (sequence, event_id, batch, hash) VALUES (2, $2, 1, sha256('x')), (3, $1, 1, sha256('y'))`,
      [b, c],
    );
    expect(await broken()).toMatchObject({ sequence: 2, eventId: c });
  });

  it('says that rows were reordered where their seals went with them', async () => {
    await intruder.query('UPDATE audit_seals SET sequence = -sequence WHERE sequence IN (2, 3)');
    await intruder.query('UPDATE audit_seals SET sequence = 5 + sequence WHERE sequence < 0');
    expect(await broken()).toEqual({ kind: 'REORDERED', sequence: 2, eventId: await idOf('c') });
  });

  it('names a row that was put in past the seals, however old it says it is', async () => {
    const { rows } = await intruder.query<{ id: string }>(
      `INSERT INTO audit_events (at, actor, action, outcome, object_kind) VALUES ('2020-01-01', 'x', 'case.opened', 'DONE', 'case') RETURNING id`,
    );
    expect(await broken()).toEqual({ kind: 'INSERTED', sequence: null, eventId: rows[0]?.id });
  });

  it('names a row that was deleted before it was sealed', async () => {
    await write('g');
    const id = await idOf('g');
    await intruder.query(`DELETE FROM audit_events WHERE object_id = 'g'`);
    await seals.sealWaiting();
    expect(await broken()).toEqual({ kind: 'DELETED', sequence: null, eventId: id });
  });

  it('finds that the record of a batch was changed or taken away', async () => {
    await intruder.query(`UPDATE audit_batches SET sealed_at = sealed_at - interval '1 day' WHERE number = 1`);
    expect(await broken()).toMatchObject({ kind: 'BATCH_CHANGED', sequence: 3 });
    await intruder.query(`DELETE FROM audit_batches WHERE number = 2`);
    await intruder.query(`UPDATE audit_batches SET sealed_at = sealed_at + interval '1 day' WHERE number = 1`);
    expect(await broken()).toMatchObject({ kind: 'SEAL_MISSING', sequence: 4 });
  });

  it('finds that what a batch says of the one before it was changed', async () => {
    await intruder.query(`UPDATE audit_batches SET previous_hash = sha256('x') WHERE number = 2`);
    expect(await broken()).toEqual({ kind: 'BATCH_CHANGED', sequence: 6, eventId: await idOf('f') });
  });

  /** The rows sealed last, with their seals and the record of their batch: what is left is a chain that is right in itself. */
  const cutOffTheEnd = async () => {
    await intruder.query('DELETE FROM audit_events WHERE id IN (SELECT event_id FROM audit_seals WHERE batch = 2)');
    await intruder.query('DELETE FROM audit_seals WHERE batch = 2');
    await intruder.query('DELETE FROM audit_batches WHERE number = 2');
  };
  const CUT_OFF = { kind: 'REPLACED', sequence: 4, eventId: null };
  it('finds by itself that the newest rows were taken away, as soon as they are sealed, and does not forget it', async () => {
    await cutOffTheEnd();
    for (const time of ['once', 'again']) expect(await broken(), time).toEqual(CUT_OFF);
    // Rows that come after it, sealed in the place of those taken away, do not hide it.
    for (const name of ['g', 'h', 'i']) await write(name);
    await seals.sealWaiting();
    expect(await broken()).toMatchObject({ kind: 'REPLACED', sequence: 6 });
  });

  it('finds by itself that the newest rows were taken away with all records of verifications', async () => {
    expect(await broken()).toBeNull();
    await cutOffTheEnd();
    await intruder.query('TRUNCATE audit_checks');
    expect(await broken()).toEqual(CUT_OFF);
  });

  it('finds for the auditor who asks that rows verified before were taken away, in whatever process', async () => {
    await verification.verify();
    await cutOffTheEnd();
    const { lastCheck } = await new AuditReadingService(world.database, startedAnew()).verify(
      await world.actor('auditor'),
    );
    expect(lastCheck).toMatchObject({ outcome: 'BROKEN', broken: CUT_OFF });
  });

  const writeAnew = async () => {
    await intruder.query(`TRUNCATE audit_seals, audit_batches`);
    await intruder.query(`UPDATE audit_events SET actor = 'somebody else' WHERE object_id = 'b'`);
    await intruder.query(`INSERT INTO audit_unsealed SELECT id FROM audit_events ON CONFLICT DO NOTHING`);
    await new AuditSealService(world.database, new KnownLinks(world.config)).sealWaiting();
  };

  it('finds that the whole chain was written anew, by any verification on record', async () => {
    await verification.verify();
    await writeAnew();
    expect((await startedAnew().verify()).broken).toMatchObject({ kind: 'REPLACED', sequence: 6 });
  });

  it('finds that the chain and its verifications were written anew, by a link noted outside of the database', async () => {
    const { head } = await verification.verify();
    await writeAnew();
    await intruder.query('TRUNCATE audit_checks');
    expect((await startedAnew().verify(undefined, { anchor: head })).broken?.kind).toBe('REPLACED');
    await intruder.query('TRUNCATE audit_checks');
    expect((await startedAnew().verify()).outcome).toBe('PASSED');
  });

  it('takes a demonstration loaded anew for a new log, and a database that is none for the one it was', async () => {
    const inDemonstration = new KnownLinks({ DEMO: true });
    const follower = new AuditSealService(world.database, inDemonstration);
    const verifier = new AuditVerificationService(world.database, inDemonstration);
    await write('g');
    await follower.sealWaiting();
    for (const one of [verifier, verification]) expect((await one.verify()).outcome).toBe('PASSED');
    await intruder.query(`TRUNCATE ${TABLES}`);
    const loaded = `INSERT INTO installation (id, demonstration_loaded_at) VALUES (1, '2030-01-01')`;
    await intruder.query(`${loaded} ON CONFLICT (id) DO UPDATE SET demonstration_loaded_at = '2030-01-01'`);
    await write('h');
    await follower.sealWaiting();
    expect((await verifier.verify()).outcome).toBe('PASSED');
    expect((await verification.verify()).broken?.kind).toBe('REPLACED');
  });

  it('keeps what it found, and that it was done, in whose name', async () => {
    await intruder.query(`UPDATE audit_events SET actor = 'x' WHERE object_id = 'a'`);
    const auditor = await world.actor('auditor');
    await verification.verify(auditor);
    const [check] = await world.rows(
      `SELECT outcome, checked_by AS by, broken ->> 'kind' AS kind FROM audit_checks ORDER BY id DESC LIMIT 1`,
    );
    expect(check).toEqual({ outcome: 'BROKEN', by: auditor.name, kind: 'CHANGED' });
    const [line] = await world.rows(
      `SELECT actor, detail ->> 'outcome' AS outcome FROM audit_events WHERE action = 'audit.verified' ORDER BY id DESC LIMIT 1`,
    );
    expect(line).toEqual({ actor: auditor.name, outcome: 'BROKEN' });
  });
});
