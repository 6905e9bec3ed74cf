import { Controller, Res } from '@nestjs/common';
import { healthEndpoints } from '@consilium/contracts';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Endpoint, openApiDocument } from '../http/index.js';
import { ChangeFeed } from '../realtime/change-feed.js';

@Controller()
export class HealthController {
  private readonly document = openApiDocument();

  constructor(
    private readonly dataSource: DataSource,
    private readonly feed: ChangeFeed,
  ) {}

  @Endpoint(healthEndpoints.live)
  live() {
    return { status: 'up' };
  }

  /** Ready as long as the database answers; without Redis boards do not change by themselves and reminders wait, which is said. */
  @Endpoint(healthEndpoints.ready)
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const database = await this.dataSource.query('SELECT 1').then(
      () => 'up',
      () => 'down',
    );
    const redis = this.feed.isConnected ? 'up' : 'down';
    if (database === 'down') void reply.status(503);
    return { status: database === 'down' ? 'unavailable' : redis === 'down' ? 'degraded' : 'ready', database, redis };
  }

  @Endpoint(healthEndpoints.openapi)
  openapi() {
    return this.document;
  }
}
