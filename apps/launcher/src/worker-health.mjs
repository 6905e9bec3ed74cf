import { networkInterfaces } from 'node:os';
import { Redis } from 'ioredis';

/**
 * Health check of the worker's container: exits with 0 when Redis answers and has a connection from this machine besides this check's own.
 * The worker listens on no port, so what it does can only be seen where it takes its work from.
 */
const redis = new Redis(process.env['REDIS_URL'] ?? '', {
  connectTimeout: 5000,
  maxRetriesPerRequest: 1,
  retryStrategy: () => null,
});
redis.on('error', () => {});
try {
  const own = await redis.client('ID');
  const addresses = Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address));
  const others = String(await redis.client('LIST'))
    .split('\n')
    .filter((line) => !line.startsWith(`id=${own} `))
    .filter((line) => addresses.includes((/ addr=\[?([^\]\s]+?)\]?:\d+ /.exec(line) ?? [])[1] ?? ''));
  process.exitCode = others.length > 0 ? 0 : 1;
} catch {
  process.exitCode = 1;
} finally {
  redis.disconnect();
}
