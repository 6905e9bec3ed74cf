import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, MailService, ReminderDeliveryService, type Config } from '@consilium/core';
import { createTransport, type Transporter } from 'nodemailer';
import { log } from '../log.js';
import { Queues } from '../queues.js';
import { ReminderPlanner } from './reminder-planner.js';

/** Runs what the timers wake: delivering a reminder, sending a mail. Both may be woken twice and do their work once. */
@Injectable()
export class ReminderProcessors implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly transport: Transporter | undefined;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly queues: Queues,
    private readonly planner: ReminderPlanner,
    private readonly delivery: ReminderDeliveryService,
    private readonly mails: MailService,
  ) {
    this.transport =
      config.SMTP_URL === undefined
        ? undefined
        : createTransport({ url: config.SMTP_URL, pool: true, connectionTimeout: 10_000, socketTimeout: 20_000 });
    if (!this.transport) log.info('SMTP_URL is not set: e-mail is off');
    // Each mail reports its own failure; what a connection says between mails must not end the process.
    this.transport?.on('error', () => log.warn('the connection to the mail server broke'));
  }

  onApplicationBootstrap(): void {
    this.queues.work('reminders', async ({ data }) => {
      // Should Redis be away right now, the sweep finds the mails.
      const mails = await this.delivery.deliver(data.id);
      await this.planner.queueMails(mails).catch(() => undefined);
    });
    if (this.transport) this.queues.work('mails', ({ data }) => this.sendMail(data.id));
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }

  private async sendMail(mailId: string): Promise<void> {
    await this.mails.send(mailId, async (message) => {
      // Tells other mail systems not to answer with an absence note.
      await this.transport?.sendMail({ ...message, headers: { 'Auto-Submitted': 'auto-generated' } });
    });
  }
}
