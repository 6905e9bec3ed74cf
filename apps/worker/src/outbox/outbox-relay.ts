import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { CHANGES_CHANNEL, FactExpiryService, OutboxService, type Announcement } from '@consilium/core';
import { log } from '../log.js';
import { Queues } from '../queues.js';
import { ReminderPlanner } from '../reminders/reminder-planner.js';

/** Injection token of the milliseconds between two sweeps: the longest a reminder can be lost out of Redis unnoticed. */
export const SWEEP_MILLISECONDS = Symbol('SWEEP_MILLISECONDS');
export const DEFAULT_SWEEP_MILLISECONDS = 30_000;

const POLL_MILLISECONDS = 150;
const FORGET_MILLISECONDS = 3_600_000;

/** Passes announced changes on: to open screens through Redis, to the planner where something owed has changed. */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private stopping = false;
  private running: Promise<void> = Promise.resolve();
  private wake: () => void = () => undefined;
  private complained = false;
  private nextSweep = 0;
  private nextForget = 0;

  constructor(
    private readonly outbox: OutboxService,
    private readonly planner: ReminderPlanner,
    private readonly expiry: FactExpiryService,
    private readonly queues: Queues,
    @Inject(SWEEP_MILLISECONDS) private readonly sweepMilliseconds: number,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      const moved = await this.round();
      if (moved === 0 && !this.stopping) await this.pause();
    }
  }

  /** One round; a failure (database or Redis away) is said once and tried again. Returns how many announcements went out. */
  private async round(): Promise<number> {
    if (!this.queues.isConnected) {
      // Redis may come back empty, so what was owed is gone through at once then.
      this.nextSweep = 0;
      return 0;
    }
    try {
      // The sweep comes first: it is what finds everything, whatever happens to single announcements.
      await this.sweepWhenDue();
      const moved = await this.outbox.relayBatch((announcements) => this.passOn(announcements));
      this.complained = false;
      return moved;
    } catch (error) {
      if (!this.complained) log.warn({ failure: nameOf(error) }, 'changes could not be passed on and are tried again');
      this.complained = true;
      return 0;
    }
  }

  private async passOn(announcements: readonly Announcement[]): Promise<void> {
    const owed = [...new Set(announcements.filter(({ topic }) => topic === 'reminder').map(({ key }) => key))];
    const pipeline = this.queues.redis.pipeline();
    for (const { sequence, topic, key } of announcements) {
      if (topic !== 'reminder') pipeline.publish(CHANGES_CHANNEL, JSON.stringify({ sequence, topic, key }));
    }
    // A pipeline resolves even where single commands failed.
    const failure = (await pipeline.exec())?.find(([error]) => error !== null)?.[0];
    if (failure) throw failure;
    if (owed.length > 0) await this.planner.follow(owed);
  }

  private async sweepWhenDue(): Promise<void> {
    const now = Date.now();
    if (now >= this.nextSweep) {
      await this.planner.sweep();
      // Flags that cannot be set now are set by the next sweep; reminders do not wait for them.
      await this.expiry
        .flagExpired()
        .catch((error: unknown) => log.warn({ failure: nameOf(error) }, 'facts that ran out could not be flagged'));
      this.nextSweep = now + this.sweepMilliseconds;
    }
    if (now >= this.nextForget) {
      await this.outbox.forgetPublished();
      this.nextForget = now + FORGET_MILLISECONDS;
    }
  }

  private async pause(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, POLL_MILLISECONDS);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** The class of an error; its sentence may quote values. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
