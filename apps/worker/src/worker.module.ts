import { Module, type DynamicModule } from '@nestjs/common';
import { CoreModule, type Clock, type Config } from '@consilium/core';
import { AuditFollower } from './audit/audit-follower.js';
import { NameCompletion } from './name-completion.js';
import { DEFAULT_SWEEP_MILLISECONDS, OutboxRelay, SWEEP_MILLISECONDS } from './outbox/outbox-relay.js';
import { QUEUE_PREFIX, Queues } from './queues.js';
import { ReminderPlanner } from './reminders/reminder-planner.js';
import { ReminderProcessors } from './reminders/reminder-processors.js';

export interface WorkerOptions {
  clock?: Clock;
  /** Keys in Redis begin with it; two installations on one Redis need two. */
  prefix?: string;
  sweepMilliseconds?: number;
}

/** Delivers what is due: passes changes on, keeps the timers, delivers reminders and sends mails. */
@Module({})
export class WorkerModule {
  static forRoot(config: Config, options: WorkerOptions = {}): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        CoreModule.forRoot({
          config,
          applicationName: 'consilium-worker',
          ...(options.clock && { clock: options.clock }),
        }),
      ],
      providers: [
        { provide: QUEUE_PREFIX, useValue: options.prefix ?? 'consilium' },
        { provide: SWEEP_MILLISECONDS, useValue: options.sweepMilliseconds ?? DEFAULT_SWEEP_MILLISECONDS },
        Queues,
        ReminderPlanner,
        ReminderProcessors,
        OutboxRelay,
        AuditFollower,
        NameCompletion,
      ],
    };
  }
}
