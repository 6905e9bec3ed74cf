import { randomBytes } from 'node:crypto';
import { testWorld, type TestWorld } from '@consilium/testing';
import { runMigrations } from '@consilium/migrations';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditSealService } from './audit-seal.service.js';

const KEPT = ['audit_events', 'audit_seals', 'audit_batches', 'audit_checks'] as const;
const changesOf = (table: string) => [
  `UPDATE ${table} SET ${table === 'audit_events' ? "actor = 'x'" : table === 'audit_checks' ? "checked_by = 'x'" : "hash = 'x'"}`,
  `DELETE FROM ${table}`,
  `TRUNCATE ${table}`,
];

describe('the audit log', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await testWorld();
    await world.database.write(await world.actor('coordinator'), (tx) =>
      tx.audit({ action: 'case.opened', objectKind: 'case' }),
    );
    await world.get(AuditSealService).sealWaiting();
  });
  afterAll(() => world.close());

  it.each(KEPT.flatMap(changesOf))('takes from the programs nothing but new rows: %s', async (change) => {
    const coordinator = await world.actor('coordinator');
    await expect(world.database.write(coordinator, (tx) => tx.query(change))).rejects.toThrow('permission denied');
  });

  it.each(['audit_events', 'audit_seals', 'audit_batches'].flatMap(changesOf))(
    'refuses even an account with all privileges that leaves its guards in place: %s',
    async (change) => {
      const superuser = new Client({ connectionString: world.config.DATABASE_URL });
      await superuser.connect();
      await expect(superuser.query(change)).rejects.toMatchObject({ constraint: 'ck_audit_events_append_only' });
      await superuser.end();
    },
  );

  it('lets the list of what waits for its seal get shorter, but not be emptied or rewritten', async () => {
    const coordinator = await world.actor('coordinator');
    for (const change of ['TRUNCATE audit_unsealed', 'UPDATE audit_unsealed SET event_id = 0'])
      await expect(world.database.write(coordinator, (tx) => tx.query(change))).rejects.toThrow('permission denied');
  });
});

describe('where the account of the programs owns the tables, as in an installation', () => {
  const name = `consilium_owner_${randomBytes(5).toString('hex')}`;
  let superuser: Client;
  let owner: Client;

  beforeAll(async () => {
    const server = process.env['TEST_DATABASE_URL'] ?? '';
    superuser = new Client({ connectionString: server });
    await superuser.connect();
    await superuser.query(`CREATE ROLE ${name} LOGIN PASSWORD '${name}' CREATEROLE`);
    for (const role of ['consilium_app', 'consilium_wall']) {
      const made = await superuser.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
      if (made.rowCount) await superuser.query(`GRANT ${role} TO ${name} WITH ADMIN OPTION, INHERIT FALSE`);
    }
    await superuser.query(`CREATE DATABASE ${name} OWNER ${name}`);
    const url = new URL(server);
    Object.assign(url, { pathname: `/${name}`, username: name, password: name });
    await runMigrations(url.toString());
    owner = new Client({ connectionString: url.toString() });
    await owner.connect();
    await owner.query(
      `INSERT INTO audit_events (at, actor, action, outcome, object_kind) VALUES (now(), 'tests', 'case.opened', 'DONE', 'case')`,
    );
  }, 60_000);
  afterAll(async () => {
    await owner.end();
    await superuser.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await superuser.query(`DROP ROLE IF EXISTS ${name}`);
    await superuser.end();
  });

  it.each(KEPT.flatMap(changesOf))('its own tables are for adding alone: %s', async (change) => {
    await expect(owner.query(change)).rejects.toMatchObject({ code: '42501' });
  });

  it('switching the triggers off does not help it', async () => {
    await owner.query('ALTER TABLE audit_events DISABLE TRIGGER USER');
    for (const change of changesOf('audit_events'))
      await expect(owner.query(change)).rejects.toMatchObject({ code: '42501' });
  });
});
