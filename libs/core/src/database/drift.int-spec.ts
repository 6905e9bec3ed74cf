import { readFile } from 'node:fs/promises';
import { emptyDatabase } from '@consilium/testing';
import { describeSchema, runMigrations } from '@consilium/migrations';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataSourceOptions } from '../core.module.js';

describe('the schema', () => {
  let database: Awaited<ReturnType<typeof emptyDatabase>>;
  beforeAll(async () => {
    database = await emptyDatabase();
  });
  afterAll(() => database.drop());

  it('is made by the migrations exactly as the entities describe it', async () => {
    const dataSource = await new DataSource(
      dataSourceOptions({ DATABASE_URL: database.url }, 'consilium-drift'),
    ).initialize();
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    await dataSource.destroy();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('is the one in schema.sql, expressions, triggers and policies included', async () => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const present = await describeSchema(client);
    await client.end();
    expect(present).toBe(await readFile(new URL('../../../../migrations/schema.sql', import.meta.url), 'utf8'));
  });

  it('is left alone when the migrations run again', async () => {
    expect(await runMigrations(database.url)).toEqual([]);
  });
});
