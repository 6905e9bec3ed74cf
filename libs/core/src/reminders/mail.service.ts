import { Inject, Injectable } from '@nestjs/common';
import type { Locale, ObligationKind } from '@consilium/contracts';
import { systemActor } from '../access/index.js';
import { CONFIG, type Config } from '../config/index.js';
import { Database } from '../database/index.js';
import { reminderText, type MessageParameters } from './reminder-texts.rules.js';
import type { Step } from './timers.rules.js';

export interface MailMessage {
  /** The same for every attempt, so that a mail server can tell a repetition. */
  messageId: string;
  from: string;
  to: string;
  subject: string;
  text: string;
}

const mailer = systemActor('mail-delivery', '');
/** A claim older than this was left by a process that died. */
const CLAIM_MINUTES = 2;
/** A reminder is of no use much later: a mail that could not be sent for a day is given up. It stands in the app all the same. */
const GIVEN_UP_AFTER_HOURS = 24;

const WORDS: Record<Locale, { open: string; footer: string }> = {
  'zh-CN': { open: '在 Consilium 中打开', footer: '此邮件由系统自动发送，不含患者信息。' },
  'en-US': { open: 'Open in Consilium', footer: 'Sent automatically; it holds no patient information.' },
};

/** E-mails of notifications: claimed one at a time, sent, and marked. */
@Injectable()
export class MailService {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Mails that wait, or were left half sent by a process that died. */
  async waiting(limit = 500): Promise<string[]> {
    if (this.config.SMTP_URL === undefined) return [];
    const rows = await this.database.read(mailer, (tx) =>
      tx.query<{ id: string }>(
        `SELECT id FROM mails WHERE state = 'PENDING' OR (state = 'SENDING' AND claimed_at < $1) ORDER BY created_at LIMIT $2`,
        [new Date(tx.now.getTime() - CLAIM_MINUTES * 60_000), limit],
      ),
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Sends one mail with `transport`; a mail that is being sent elsewhere, or was sent, is left alone. A failure leaves it waiting and is
   * thrown on, until it is a day old. What the server refuses for good (an unknown address) is given up at once.
   */
  async send(mailId: string, transport: (message: MailMessage) => Promise<void>): Promise<void> {
    const message = await this.claim(mailId);
    if (!message) return;
    try {
      await transport(message);
    } catch (error) {
      const hopeless = refusedForGood(error);
      await this.database.write(mailer, async (tx) => {
        const left = await tx.maybeOne<{ state: string }>(
          `UPDATE mails SET state = CASE WHEN $2 OR created_at < $3 THEN 'FAILED' ELSE 'PENDING' END, last_error = $4 WHERE id = $1 AND state = 'SENDING' RETURNING state`,
          [mailId, hopeless, new Date(tx.now.getTime() - GIVEN_UP_AFTER_HOURS * 3_600_000), failureCode(error)],
        );
        if (left?.state === 'FAILED')
          await tx.audit({
            action: 'mail.given-up',
            objectKind: 'mail',
            objectId: mailId,
            detail: { failure: failureCode(error) },
          });
      });
      if (hopeless) return;
      throw error;
    }
    await this.database.write(mailer, async (tx) => {
      await tx.query(`UPDATE mails SET state = 'SENT', sent_at = $2, last_error = NULL WHERE id = $1`, [
        mailId,
        tx.now,
      ]);
      await tx.audit({ action: 'mail.sent', objectKind: 'mail', objectId: mailId });
    });
  }

  private async claim(mailId: string): Promise<MailMessage | undefined> {
    return this.database.write(mailer, async (tx) => {
      const claimed = await tx.maybeOne<{ notificationId: string }>(
        `UPDATE mails SET state = 'SENDING', attempts = attempts + 1, claimed_at = $2
         WHERE id = $1 AND (state = 'PENDING' OR (state = 'SENDING' AND claimed_at < $3)) RETURNING notification_id AS "notificationId"`,
        [mailId, tx.now, new Date(tx.now.getTime() - CLAIM_MINUTES * 60_000)],
      );
      if (!claimed) return undefined;
      const row = await tx.one<{
        kind: ObligationKind;
        step: Step;
        parameters: MessageParameters;
        path: string;
        email: string;
        locale: Locale;
      }>(
        `SELECT n.kind, n.step, n.parameters, n.path, p.email, p.locale FROM notifications n JOIN people p ON p.id = n.person_id WHERE n.id = $1`,
        [claimed.notificationId],
      );
      const text = reminderText(row.kind, row.step, row.parameters)[row.locale === 'zh-CN' ? 'zh' : 'en'];
      const address = this.config.PUBLIC_URL ?? `http://127.0.0.1:${this.config.PORT}`;
      const words = WORDS[row.locale];
      return {
        messageId: `<${mailId}@consilium>`,
        from: this.config.MAIL_FROM,
        to: row.email,
        subject: `[Consilium] ${text}`,
        text: `${text}\n\n${words.open}: ${address}${row.path}\n\n${words.footer}\n`,
      };
    });
  }
}

/** The kind of a failure: a server's sentence may repeat an address. */
function failureCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^[A-Z_]{1,40}$/.test(code) ? code : 'FAILED';
}

/** Whether the server answered with a permanent refusal (5xx) of this address or message, rather than of us. */
function refusedForGood(error: unknown): boolean {
  const answer = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
  return answer >= 500 && ['EENVELOPE', 'EMESSAGE'].includes(failureCode(error));
}
