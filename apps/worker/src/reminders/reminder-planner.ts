import { Injectable } from '@nestjs/common';
import { Clock, MailService, ReminderDeliveryService, type WaitingReminder } from '@consilium/core';
import { Queues } from '../queues.js';

/** How far ahead reminders stand in Redis; the rest waits in PostgreSQL. */
const WINDOW_MILLISECONDS = 2 * 3_600_000;
const BATCH = 1_000;
const jobId = (reminderId: string): string => `remind-${reminderId}`;
const mailJobId = (mailId: string): string => `mail-${mailId}`;

/** Keeps the queue's timers in step with what PostgreSQL says is owed. Doing it twice changes nothing. */
@Injectable()
export class ReminderPlanner {
  constructor(
    private readonly delivery: ReminderDeliveryService,
    private readonly mails: MailService,
    private readonly queues: Queues,
    private readonly clock: Clock,
  ) {}

  /** Sets timers for everything due within the window, overdue reminders included, and wakes mails left behind. */
  async sweep(): Promise<void> {
    await this.setTimers(await this.delivery.waiting(WINDOW_MILLISECONDS));
    await this.queueMails(await this.mails.waiting());
  }

  /** Follows obligations that were opened, moved or closed. */
  async follow(obligationIds: readonly string[]): Promise<void> {
    const { waiting, cancelled } = await this.delivery.ofObligations(obligationIds, WINDOW_MILLISECONDS);
    await this.setTimers(waiting);
    // Only to keep Redis small: a cancelled reminder that rings finds itself cancelled.
    const queue = await this.queues.queue('reminders');
    await Promise.all(cancelled.map((id) => queue.remove(jobId(id))));
  }

  /** Queues mails that wait to be sent. */
  async queueMails(mailIds: readonly string[]): Promise<void> {
    if (mailIds.length === 0) return;
    const queue = await this.queues.queue('mails');
    await queue.addBulk(mailIds.map((id) => ({ name: 'mail.send', data: { id }, opts: { jobId: mailJobId(id) } })));
  }

  private async setTimers(reminders: readonly WaitingReminder[]): Promise<void> {
    if (reminders.length === 0) return;
    const queue = await this.queues.queue('reminders');
    for (let start = 0; start < reminders.length; start += BATCH) {
      const now = this.clock.now().getTime();
      await queue.addBulk(
        reminders.slice(start, start + BATCH).map(({ id, fireAt }) => ({
          name: 'reminder.deliver',
          data: { id },
          opts: { jobId: jobId(id), delay: Math.max(0, fireAt.getTime() - now) },
        })),
      );
    }
  }
}
