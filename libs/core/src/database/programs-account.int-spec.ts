import { randomBytes } from 'node:crypto';
import { referralOf, testConfig, testWorld, type TestWorld } from '@consilium/testing';
import { prepareProgramsAccount, runMigrations } from '@consilium/migrations';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditSealService, AuditVerificationService } from '../audit/index.js';
import { ReferCaseService } from '../cases/index.js';
import { CoreModule } from '../core.module.js';

const name = (what: string) => `consilium_${what}_${randomBytes(5).toString('hex')}`;
const withAccount = (url: string, account: string, password = account): string =>
  Object.assign(new URL(url), { username: account, password }).href;

describe('the account of the API and the worker', () => {
  const account = name('programs');
  let world: TestWorld;
  let address: string;
  let program: Client;

  beforeAll(async () => {
    world = await testWorld();
    address = withAccount(world.config.DATABASE_URL, account);
    await prepareProgramsAccount(world.config.DATABASE_URL, address);
    program = new Client({ connectionString: address });
    await program.connect();
  });
  afterAll(async () => {
    await program.end();
    const server = new Client({ connectionString: world.config.DATABASE_URL });
    await server.connect();
    await server.query(`DROP ROLE ${account}`);
    await server.end();
    await world.close();
  });

  it('is enough for all they do: a referral, sealing it and verifying the log', async () => {
    const app: INestApplicationContext = await NestFactory.createApplicationContext(
      CoreModule.forRoot({ config: testConfig(address), applicationName: 'consilium-tests', clock: world.clock }),
      { logger: ['error'] },
    );
    try {
      const referral = await referralOf(world, '002', 41);
      const { caseNo } = await app.get(ReferCaseService).refer(await world.actor('urology-2'), referral);
      expect(await world.rows('SELECT case_no AS "caseNo" FROM cases')).toEqual([{ caseNo }]);
      expect(await app.get(AuditSealService).sealWaiting()).toBeGreaterThan(0);
      expect((await app.get(AuditVerificationService).verify()).outcome).toBe('PASSED');
    } finally {
      await app.close();
    }
  });

  it.each([
    'SELECT count(*) FROM people',
    'SELECT count(*) FROM patient_identities',
    `UPDATE audit_events SET actor = 'x'`,
    'DELETE FROM audit_seals',
    'TRUNCATE audit_events',
    'SET ROLE consilium_wall',
    'SET ROLE pg_read_all_data',
    `CREATE ROLE ${account}_other`,
    'CREATE TABLE own (id int)',
    `GRANT consilium_wall TO ${account}`,
    'ALTER TABLE audit_events DISABLE TRIGGER ALL',
    'SET session_replication_role = replica',
  ])('may not, as itself: %s', async (statement) => {
    await expect(program.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it.each(['RESET ROLE', 'SET ROLE NONE', 'RESET SESSION AUTHORIZATION'])(
    'becomes nobody else where a statement slipped into a transaction says %s',
    async (statement) => {
      for (const change of [`UPDATE audit_events SET actor = 'x'`, 'SET ROLE consilium_wall']) {
        await program.query('BEGIN; SET LOCAL ROLE consilium_app');
        await program.query(statement);
        await expect(program.query(change)).rejects.toMatchObject({ code: '42501' });
        await program.query('ROLLBACK');
      }
    },
  );

  it('is left as it is when it is prepared again, with the password in the address', async () => {
    const changed = withAccount(address, account, 'another');
    await prepareProgramsAccount(world.config.DATABASE_URL, changed);
    const again = new Client({ connectionString: changed });
    await again.connect();
    await expect(again.query('SELECT count(*) FROM people')).rejects.toMatchObject({ code: '42501' });
    await again.end();
  });

  it('is refused where it may do more than the programs need, and nothing is changed', async () => {
    const mighty = name('mighty');
    await world.rows('SELECT 1');
    const server = new Client({ connectionString: world.config.DATABASE_URL });
    await server.connect();
    await server.query(`CREATE ROLE ${mighty} CREATEROLE`);
    const asked = prepareProgramsAccount(world.config.DATABASE_URL, withAccount(address, mighty));
    await expect(asked).rejects.toThrow('may do more than the programs need');
    const { rows } = await server.query('SELECT rolcanlogin FROM pg_roles WHERE rolname = $1', [mighty]);
    expect(rows).toEqual([{ rolcanlogin: false }]);
    await server.query(`DROP ROLE ${mighty}`);
    await server.end();
  });

  it('is made by an owner that is no superuser, as in an installation', async () => {
    const [owner, theirs] = [name('owner'), name('programs')];
    const server = new Client({ connectionString: process.env['TEST_DATABASE_URL'] });
    await server.connect();
    await server.query(`CREATE ROLE ${owner} LOGIN PASSWORD '${owner}' CREATEROLE`);
    await server.query(`GRANT consilium_app TO ${owner} WITH ADMIN TRUE`);
    await server.query(`GRANT consilium_wall TO ${owner} WITH ADMIN TRUE, INHERIT FALSE, SET TRUE`);
    await server.query(`CREATE DATABASE ${owner} OWNER ${owner}`);
    const url = Object.assign(new URL(world.config.DATABASE_URL), { pathname: `/${owner}` }).href;
    await runMigrations(withAccount(url, owner));
    await expect(prepareProgramsAccount(withAccount(url, owner), withAccount(url, owner))).rejects.toThrow('owns');
    for (const time of ['once', 'again']) {
      await prepareProgramsAccount(withAccount(url, owner), withAccount(url, theirs));
      const client = new Client({ connectionString: withAccount(url, theirs) });
      await client.connect();
      await client.query('BEGIN; SET LOCAL ROLE consilium_app; SELECT count(*) FROM people; COMMIT');
      await expect(client.query(`SET ROLE ${owner}`), time).rejects.toMatchObject({ code: '42501' });
      await client.end();
    }
    await server.query(`DROP DATABASE ${owner} WITH (FORCE)`);
    await server.query(`REVOKE consilium_app FROM ${theirs} GRANTED BY ${owner}`);
    await server.query(`DROP ROLE ${theirs}`);
    await server.query(`DROP ROLE ${owner}`);
    await server.end();
  });
});
