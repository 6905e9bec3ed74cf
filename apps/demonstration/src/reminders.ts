import { ReminderDeliveryService } from '@consilium/core';
import type { INestApplicationContext } from '@nestjs/common';
import type { Stage } from './stage.js';

const REMEMBERED_DAYS = 2;
const DAY = 86_400_000;

/**
 * Plays the reminders that fell due while the story was told: those of the last days reach people's inboxes at their own time, older ones
 * count as delivered long ago. Without this the worker would deliver weeks of reminders in its first second.
 */
export async function playReminders(app: INestApplicationContext, stage: Stage): Promise<void> {
  const since = new Date(stage.today.getTime() - REMEMBERED_DAYS * DAY);
  await stage.play(
    `UPDATE reminders SET state = 'DELIVERED', closed_at = fire_at WHERE state = 'SCHEDULED' AND fire_at < $1`,
    [since],
  );
  stage.clock.set(stage.today);
  const delivery = app.get(ReminderDeliveryService);
  for (const { id, fireAt } of await delivery.waiting(0)) {
    stage.clock.set(fireAt);
    await delivery.deliver(id);
  }
  stage.clock.set(stage.today);
  await stage.play(`UPDATE notifications SET read_at = created_at + interval '1 hour' WHERE created_at < $1`, [
    new Date(stage.today.getTime() - DAY),
  ]);
}
