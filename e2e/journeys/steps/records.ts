import { Redis } from 'ioredis';
import { Client } from 'pg';

type Row = Record<string, unknown>;

/** What the database holds, seen past all policies. */
export class Records {
  private readonly client: Client;

  constructor(databaseUrl: string) {
    const address = new URL(process.env['TEST_DATABASE_URL'] ?? databaseUrl);
    address.pathname = new URL(databaseUrl).pathname;
    this.client = new Client({ connectionString: address.href });
  }

  async open(): Promise<this> {
    await this.client.connect();
    return this;
  }

  async close(): Promise<void> {
    await this.client.end();
  }

  async rows<R extends Row = Row>(sql: string, parameters: unknown[] = []): Promise<R[]> {
    return (await this.client.query<R>(sql, parameters)).rows;
  }

  async count(sql: string, parameters: unknown[] = []): Promise<number> {
    return Number((await this.rows<{ count: string }>(`SELECT count(*) FROM ${sql}`, parameters))[0]?.count);
  }
}

/** Deletes everything Redis holds in the database of this address. */
export async function emptyRedis(redisUrl: string): Promise<void> {
  const redis = new Redis(redisUrl);
  try {
    await redis.flushdb();
  } finally {
    redis.disconnect();
  }
}
