import { randomBytes } from 'node:crypto';
import { runMigrations } from '@consilium/migrations';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

describe('a database made before PostgreSQL 15, in which everybody may make tables and functions', () => {
  const name = `consilium_former_${randomBytes(6).toString('hex')}`;
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  let server: Client;
  let database: Client;

  beforeAll(async () => {
    server = new Client({ connectionString: url.href });
    await server.connect();
    await server.query(`CREATE DATABASE ${name}`);
    url.pathname = `/${name}`;
    database = new Client({ connectionString: url.href });
    await database.connect();
    await database.query('GRANT CREATE ON SCHEMA public TO PUBLIC');
    await runMigrations(url.href);
  });
  afterAll(async () => {
    await database.end();
    await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await server.end();
  });

  it('lets nobody make anything beside our tables any more', async () => {
    for (const role of ['consilium_app', 'consilium_wall', 'pg_monitor']) {
      const { rows } = await database.query(`SELECT has_schema_privilege($1, 'public', 'CREATE') AS may`, [role]);
      expect(rows, role).toEqual([{ may: false }]);
    }
  });

  it('has no function with the rights of another role that looks names up where its caller says', async () => {
    const { rows } = await database.query<{ name: string; path: string | null }>(
      `SELECT p.proname AS name, (SELECT c FROM unnest(p.proconfig) c WHERE c LIKE 'search_path=%') AS path
       FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef ORDER BY p.proname`,
    );
    expect(rows.map(({ name: one }) => one)).toContain('in_sight');
    expect(rows.filter(({ path }) => path !== 'search_path=pg_catalog, pg_temp')).toEqual([]);
  });
});
