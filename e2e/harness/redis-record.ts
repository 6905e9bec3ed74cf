import { Redis } from 'ioredis';

/** Listens to everything that is asked of one numbered database of Redis, what scripts do in it included. */
export interface RedisRecord {
  /** Every command with its arguments: keys, values, queued jobs and their results, what was published. */
  readonly commands: readonly string[];
  end(): void;
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', a: '\u0007', b: '\b' };

/** What stands for bytes in Redis's report of a command becomes text again. */
export const unescaped = (text: string): string =>
  text.replace(/(?:\\x[0-9a-f]{2})+|\\(?!x)(.)/gs, (sequence: string, single: string | undefined) =>
    single === undefined
      ? Buffer.from(sequence.replaceAll('\\x', ''), 'hex').toString('utf8')
      : (escapes[single] ?? single),
  );

export async function recordRedis(redisUrl: string): Promise<RedisRecord> {
  const database = new URL(redisUrl).pathname.slice(1) || '0';
  const redis = new Redis(redisUrl, { lazyConnect: true });
  const monitor = await redis.monitor();
  redis.disconnect();
  const commands: string[] = [];
  monitor.on('monitor', (_time: string, words: string[], _source: string, of: string) => {
    if (of === database) commands.push(unescaped(words.join(' ')));
  });
  return { commands, end: () => monitor.disconnect() };
}
