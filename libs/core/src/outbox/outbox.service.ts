import { Injectable } from '@nestjs/common';
import { systemActor } from '../access/index.js';
import { Database, type Topic } from '../database/index.js';

export interface Announcement {
  /** Place in the order of writing; grows. */
  sequence: string;
  topic: Topic;
  key: string;
}

const relay = systemActor('outbox-relay', '');
const KEPT_HOURS = 24;

/** What transactions announced and nobody has passed on yet. */
@Injectable()
export class OutboxService {
  constructor(private readonly database: Database) {}

  /**
   * Takes the oldest announcements and passes them on; they count as published only when `publish` succeeds. At least once: after a crash
   * some are passed on again, which is harmless since they only say that something changed. Returns how many.
   */
  async relayBatch(publish: (announcements: Announcement[]) => Promise<void>, limit = 500): Promise<number> {
    return this.database.write(relay, async (tx) => {
      const batch = await tx.query<Announcement>(
        'SELECT id AS sequence, topic, key FROM outbox WHERE published_at IS NULL ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED',
        [limit],
      );
      if (batch.length === 0) return 0;
      await publish(batch);
      await tx.query('UPDATE outbox SET published_at = $2 WHERE id = ANY ($1::bigint[])', [
        batch.map(({ sequence }) => sequence),
        tx.now,
      ]);
      return batch.length;
    });
  }

  /** Forgets what was passed on more than a day ago. */
  async forgetPublished(): Promise<void> {
    await this.database.write(relay, (tx) =>
      tx.query('DELETE FROM outbox WHERE published_at < $1', [new Date(tx.now.getTime() - KEPT_HOURS * 3_600_000)]),
    );
  }
}
