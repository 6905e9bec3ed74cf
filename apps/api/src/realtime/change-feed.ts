import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { changeEvent, type ChangeEvent } from '@consilium/contracts';
import { CHANGES_CHANNEL, CONFIG, type Config } from '@consilium/core';
import { Redis } from 'ioredis';
import { log } from '../http/index.js';

/** Hears the changes that the outbox relay publishes and hands them to whoever listens in this process. */
@Injectable()
export class ChangeFeed implements OnApplicationShutdown {
  private readonly redis: Redis;
  private readonly listeners = new Set<(event: ChangeEvent) => void>();

  constructor(@Inject(CONFIG) config: Config) {
    this.redis = new Redis(config.REDIS_URL, {
      maxRetriesPerRequest: null,
      retryStrategy: (attempt) => Math.min(attempt * 200, 3_000),
    });
    let complained = false;
    this.redis.on('error', () => {
      if (!complained) log.warn('Redis does not answer: boards do not change by themselves until it does');
      complained = true;
    });
    this.redis.on('ready', () => (complained = false));
    this.redis.on('message', (_channel: string, message: string) => this.hear(message));
    void this.redis.subscribe(CHANGES_CHANNEL).catch(() => undefined);
  }

  get isConnected(): boolean {
    return this.redis.status === 'ready';
  }

  onChange(listener: (event: ChangeEvent) => void): void {
    this.listeners.add(listener);
  }

  onApplicationShutdown(): void {
    this.redis.disconnect();
  }

  private hear(message: string): void {
    const event = changeEvent.safeParse(JSON.parse(message));
    if (event.success) for (const listener of this.listeners) listener(event.data);
  }
}
