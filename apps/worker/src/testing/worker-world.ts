import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { openObligation, type Config } from '@consilium/core';
import { redisUrl, testWorld, type TestWorld } from '@consilium/testing';
import { Redis } from 'ioredis';

import { WorkerModule, type WorkerOptions } from '../worker.module.js';

/** A centre with a database and a Redis database of its own, running in real time, to which workers can be started. */
export interface WorkerWorld {
  world: TestWorld;
  redis: Redis;
  /** A triage owed by the coordinator, due in so many milliseconds: one reminder at once and one when it is due. */
  owe(dueInMilliseconds: number): Promise<Owed>;
  start(options?: WorkerOptions & { environment?: Partial<Config> }): Promise<INestApplicationContext>;
  close(): Promise<void>;
}

export interface Owed {
  subjectId: string;
  dueAt: Date;
  /** How often somebody was told at this step. */
  told(step: 'OPENED' | 'DUE'): Promise<number>;
  /** Whether the timer of this step stands in Redis. */
  hasTimer(step: 'OPENED' | 'DUE'): Promise<boolean>;
}

/** `redisDatabase` must be used by one test file alone: it is emptied. */
export async function workerWorld(
  redisDatabase: number,
  environment: Record<string, string> = {},
): Promise<WorkerWorld> {
  const url = `${redisUrl()}/${redisDatabase}`;
  const world = await testWorld({ at: new Date(), environment: { REDIS_URL: url, ...environment } });
  const redis = new Redis(url);
  await redis.flushdb();
  const started: INestApplicationContext[] = [];
  const coordinator = await world.actor('coordinator');

  const owe = async (dueInMilliseconds: number): Promise<Owed> => {
    world.clock.set(new Date());
    const subjectId = randomUUID();
    const dueAt = new Date(world.clock.now().getTime() + dueInMilliseconds);
    await world.database.write(coordinator, (tx) =>
      openObligation(tx, { kind: 'TRIAGE', subjectId, hospitalId: coordinator.hospitalId, dueAt }),
    );
    const reminders = await world.rows<{ id: string; step: string }>(
      'SELECT r.id, r.step FROM reminders r JOIN obligations o ON o.id = r.obligation_id WHERE o.subject_id = $1',
      [subjectId],
    );
    const idOf = (step: string) => reminders.find((reminder) => reminder.step === step)?.id;
    return {
      subjectId,
      dueAt,
      told: async (step) =>
        (await world.rows('SELECT 1 AS one FROM notifications WHERE reminder_id = $1', [idOf(step)])).length,
      hasTimer: async (step) => (await redis.keys(`*:reminders:remind-${idOf(step)}`)).length === 1,
    };
  };

  return {
    world,
    redis,
    owe,
    start: async ({ environment: changes = {}, ...options } = {}) => {
      const app = await NestFactory.createApplicationContext(
        WorkerModule.forRoot({ ...world.config, ...changes }, { prefix: 'test', ...options }),
        { logger: ['error'], abortOnError: false },
      );
      started.push(app);
      return app;
    },
    close: async () => {
      for (const app of started) await app.close();
      await redis.flushdb();
      redis.disconnect();
      await world.close();
    },
  };
}
