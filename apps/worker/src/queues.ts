import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationShutdown } from '@nestjs/common';
import { Queue, Worker, type Job, type Processor } from 'bullmq';
import { CONFIG, type Config } from '@consilium/core';
import { Redis } from 'ioredis';
import { log } from './log.js';

/** The queues and how each behaves. Jobs carry ids only; what they mean is read from PostgreSQL when they run. */
export const QUEUES = {
  reminders: { attempts: 5, backoff: { type: 'exponential', delay: 2_000 }, concurrency: 10 },
  mails: { attempts: 8, backoff: { type: 'exponential', delay: 5_000 }, concurrency: 5 },
} as const;
export type QueueName = keyof typeof QUEUES;

export const QUEUE_PREFIX = Symbol('QUEUE_PREFIX');

export interface QueuedId {
  id: string;
}

/** Connections to Redis for producing and for working. Redis may vanish and come back empty: PostgreSQL knows what was owed. */
@Injectable()
export class Queues implements BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly queues = new Map<QueueName, Queue<QueuedId>>();
  private readonly workers: Worker<QueuedId>[] = [];
  private readonly producer: Redis;
  private complained = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(QUEUE_PREFIX) private readonly prefix: string,
  ) {
    // A producer must fail at once while Redis is away: the sweep produces again.
    this.producer = new Redis(config.REDIS_URL, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
      retryStrategy: retryDelay,
    });
    this.producer.on('error', () => this.complain());
    this.producer.on('ready', () => this.recover());
  }

  get redis(): Redis {
    return this.producer;
  }

  get isConnected(): boolean {
    return this.producer.status === 'ready';
  }

  /** A queue to produce into. Rejects at once while Redis is away. */
  async queue(name: QueueName): Promise<Queue<QueuedId>> {
    const known = this.queues.get(name);
    if (known) return known;
    const { attempts, backoff } = QUEUES[name];
    const queue = new Queue<QueuedId>(name, {
      connection: this.producer,
      prefix: this.prefix,
      skipWaitingForReady: true,
      // A finished job's id would make BullMQ ignore the same id later, so nothing finished is kept: PostgreSQL is the record.
      defaultJobOptions: { attempts, backoff, removeOnComplete: true, removeOnFail: true },
    });
    queue.on('error', () => this.complain());
    // A queue whose first contact fails stays broken for good, so it is not kept.
    await queue.waitUntilReady();
    this.queues.set(name, queue);
    return queue;
  }

  /** Runs `process` for every job of a queue. */
  work(name: QueueName, process: Processor<QueuedId>): void {
    const worker = new Worker<QueuedId>(name, process, {
      connection: { url: this.config.REDIS_URL, maxRetriesPerRequest: null, retryStrategy: retryDelay },
      prefix: this.prefix,
      concurrency: QUEUES[name].concurrency,
      lockDuration: 15_000,
      stalledInterval: 10_000,
    });
    worker.on('error', () => this.complain());
    worker.on('failed', (job: Job<QueuedId> | undefined) =>
      log.warn({ queue: name, job: job?.id, attempts: job?.attemptsMade }, 'a job failed and is tried again'),
    );
    this.workers.push(worker);
  }

  /** Lets jobs that run finish, before what they need is taken away. */
  async beforeApplicationShutdown(): Promise<void> {
    // A farewell to a Redis that is away would never be answered.
    const force = !this.isConnected;
    await Promise.allSettled(this.workers.map((worker) => worker.close(force)));
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.allSettled([...this.queues.values()].map((queue) => queue.close()));
    this.producer.disconnect();
  }

  private complain(): void {
    if (!this.complained) log.warn('Redis does not answer: reminders wait until it does');
    this.complained = true;
  }

  private recover(): void {
    if (this.complained) log.info('Redis answers again');
    this.complained = false;
  }
}

const retryDelay = (attempt: number): number => Math.min(attempt * 200, 3_000);
