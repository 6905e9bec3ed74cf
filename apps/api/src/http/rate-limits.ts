import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, Problem, type Config } from '@consilium/core';
import { Redis, type Result } from 'ioredis';
import { log } from './log.js';

declare module 'ioredis' {
  interface RedisCommander<Context> {
    admit(keyCount: number, ...keysAndLimits: (string | number)[]): Result<number, Context>;
  }
}

const WINDOW_MILLISECONDS = 60_000;
/** Attempts on one account from all addresses together, in multiples of those from one: who has many addresses has no more than that. */
const PLACES_OF_ACCOUNT = 6;
/** A Redis that is slow must not make every request slow. */
const PATIENCE_MILLISECONDS = 500;

/**
 * Counts one request under every key, unless one of them is full: then nothing is counted and the milliseconds until it is open again are
 * returned. Keys and their limits come in the same order.
 */
const ADMIT = `
for i, key in ipairs(KEYS) do
  if tonumber(redis.call('GET', key) or '0') >= tonumber(ARGV[i]) then return math.max(redis.call('PTTL', key), 1) end
end
for _, key in ipairs(KEYS) do
  if redis.call('INCR', key) == 1 then redis.call('PEXPIRE', key, ARGV[#KEYS + 1]) end
end
return 0`;

/** What a request counts as: who sends it, from where. */
export interface Caller {
  address: string;
  /** The token of a signed-in browser. */
  token?: string | undefined;
}

/**
 * Limits per minute, counted in Redis by all processes together. They hold off floods; while Redis is away everybody is let in, and the
 * lockout of accounts, which is kept in PostgreSQL, goes on.
 */
@Injectable()
export class RateLimits implements OnApplicationShutdown {
  private readonly redis: Redis;
  private readonly prefix: string;
  private complained = false;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    // Several installations may share one Redis.
    this.prefix = `consilium:limit:${short(config.DATABASE_URL)}`;
    this.redis = new Redis(config.REDIS_URL, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: PATIENCE_MILLISECONDS,
      retryStrategy: (attempt) => Math.min(attempt * 200, 3_000),
    });
    this.redis.defineCommand('admit', { lua: ADMIT });
    this.redis.on('error', () => this.complain());
    this.redis.on('ready', () => (this.complained = false));
  }

  get isConnected(): boolean {
    return this.redis.status === 'ready';
  }

  /** Throws `request/too-many` with the seconds to wait. */
  async admitRequest({ address, token }: Caller): Promise<void> {
    await this.admit([
      [`address:${short(placeOfAddress(address))}`, this.config.REQUESTS_PER_ADDRESS],
      ...(token === undefined
        ? []
        : [[`browser:${short(token)}`, this.config.REQUESTS_PER_BROWSER] satisfies [string, number]]),
    ]);
  }

  /** The same for an attempt to sign in, by whatever means; `account` is what was typed. */
  async admitSignIn(address: string, account?: string): Promise<void> {
    const { SIGN_INS_PER_ADDRESS, SIGN_INS_PER_ACCOUNT } = this.config;
    const place = short(placeOfAddress(address));
    const ofAccount = (name: string): [string, number][] => [
      [`sign-in:${place}:${name}`, SIGN_INS_PER_ACCOUNT],
      [`sign-in-anywhere:${name}`, SIGN_INS_PER_ACCOUNT * PLACES_OF_ACCOUNT],
    ];
    await this.admit([
      [`sign-in:${place}`, SIGN_INS_PER_ADDRESS],
      ...(account === undefined ? [] : ofAccount(short(account.trim().toLowerCase()))),
    ]);
  }

  onApplicationShutdown(): void {
    this.redis.disconnect();
  }

  private async admit(limits: [key: string, most: number][]): Promise<void> {
    if (!this.isConnected) return;
    const wait = await this.redis
      .admit(
        limits.length,
        ...limits.map(([key]) => `${this.prefix}:${key}`),
        ...limits.map(([, most]) => most),
        WINDOW_MILLISECONDS,
      )
      .catch(() => {
        this.complain();
        return 0;
      });
    if (wait > 0) throw new Problem('request/too-many', { seconds: Math.ceil(wait / 1000) });
  }

  private complain(): void {
    if (!this.complained) log.warn('Redis does not answer: requests are not counted until it does');
    this.complained = true;
  }
}

/** One caller of IPv6 has a whole network of addresses, by custom the first 64 bits; one of IPv4 a single address. */
export function placeOfAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = (address.toLowerCase().split('%')[0] ?? '').split('::');
  const groups = (part: string | undefined) => (part ? part.split(':') : []);
  // A last part in dotted form stands for two groups; it is never among the first four unless zeros are left out before it.
  const after = groups(tail).flatMap((group) => (group.includes('.') ? [group, group] : [group]));
  const before = groups(head);
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const whole = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return `${whole
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

/** Keys name nobody: accounts, addresses and tokens are hashed. */
const short = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);
