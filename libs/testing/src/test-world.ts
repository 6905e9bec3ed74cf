import 'reflect-metadata';
import { rm } from 'node:fs/promises';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  CoreModule,
  Database,
  loadActor,
  SettableClock,
  systemActor,
  type Actor,
  type Config,
  Transaction,
} from '@consilium/core';
import { DataSource } from 'typeorm';
import { BEGINNING, cloneDatabase, testConfig } from './test-database.js';

/** All services on a database of its own, at a settable time, with the demonstration's organisation and no cases. */
export interface TestWorld {
  config: Config;
  clock: SettableClock;
  database: Database;
  app: INestApplicationContext;
  get<T>(service: Type<T>): T;
  /** A person of the centre by account, e.g. `coordinator`, `urology-1`, `beichen-expert`. */
  actor(account: string): Promise<Actor>;
  departmentId(code: string): Promise<string>;
  hospitalId(code: string): Promise<string>;
  roomId(kind: 'MEETING_ROOM' | 'THEATRE', ordinal?: number): Promise<string>;
  /** Rows of any query, as the server's administrator: past all policies. */
  rows<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** Watches a test from outside. */
export const observer = systemActor('tests', '');

export async function testWorld(options: { at?: Date; environment?: Record<string, string> } = {}): Promise<TestWorld> {
  const { url, drop } = await cloneDatabase();
  const clock = new SettableClock(options.at ?? BEGINNING);
  const config = testConfig(url, options.environment);
  const app = await NestFactory.createApplicationContext(
    CoreModule.forRoot({ config, applicationName: 'consilium-tests', clock }),
    {
      logger: ['error'],
      abortOnError: false,
    },
  );
  const database = app.get(Database);
  const rows = <Row extends object>(sql: string, parameters: readonly unknown[] = []) =>
    app
      .get(DataSource)
      .transaction((manager) => new Transaction(observer, clock.now(), manager).query<Row>(sql, parameters));
  const idOf = async (sql: string, parameters: readonly unknown[]): Promise<string> => {
    const [row] = await rows<{ id: string }>(sql, parameters);
    if (!row) throw new Error(`nothing found for ${parameters.join(', ')}`);
    return row.id;
  };
  return {
    config,
    clock,
    database,
    app,
    get: (service) => app.get(service),
    rows,
    actor: async (account) => {
      const id = await idOf('SELECT person_id AS id FROM accounts WHERE username = $1', [account]);
      const actor = await database.read(observer, (tx) => loadActor(tx, id));
      if (!actor) throw new Error(`no person ${account}`);
      return actor;
    },
    departmentId: (code) =>
      idOf('SELECT d.id FROM departments d JOIN hospitals h ON h.id = d.hospital_id AND h.is_host WHERE d.code = $1', [
        code,
      ]),
    hospitalId: (code) => idOf('SELECT id FROM hospitals WHERE code = $1', [code]),
    roomId: (kind, ordinal = 0) =>
      idOf('SELECT id FROM rooms WHERE kind = $1 ORDER BY name_zh OFFSET $2 LIMIT 1', [kind, ordinal]),
    close: async () => {
      await app.close();
      await drop();
      await rm(config.DATA_DIR, { recursive: true, force: true });
    },
  };
}
