import { simpleParser } from 'mailparser';
import { Pool } from 'pg';
import { SMTPServer } from 'smtp-server';

export interface MailCatcher {
  stop: () => Promise<void>;
}

const KEPT = 2_000;
const LARGEST_BYTES = 1_048_576;

/** A mail server that delivers nowhere: what it accepts can be read in the demonstration's mailbox. A mail repeated under its id is kept once. */
export async function startMailCatcher(options: {
  databaseUrl: string;
  port: number;
  host: string;
}): Promise<MailCatcher> {
  const pool = new Pool({ connectionString: options.databaseUrl, max: 2, application_name: 'consilium-mail-catcher' });
  // A broken idle connection is replaced at the next mail.
  pool.on('error', () => undefined);
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: LARGEST_BYTES,
    // Senders keep their connections open; they do not hold up the end.
    closeTimeout: 2_000,
    onData: (stream, session, done) => {
      simpleParser(stream)
        .then(async (mail) => {
          if (stream.sizeExceeded) return done(tooLarge());
          for (const { address } of session.envelope.rcptTo)
            await keep(pool, {
              messageId: mail.messageId ?? '',
              recipient: address,
              subject: mail.subject ?? '',
              body: mail.text ?? '',
            });
          done();
        })
        .catch(() => done(new Error('The mail could not be kept.')));
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  server.on('error', () => undefined);
  return {
    stop: async () => {
      await new Promise<void>((resolve) => server.close(resolve));
      await pool.end();
    },
  };
}

/** The refusal of a mail over the announced size, for good. */
const tooLarge = (): Error => Object.assign(new Error('The mail is too large.'), { responseCode: 552 });

async function keep(
  pool: Pool,
  mail: { messageId: string; recipient: string; subject: string; body: string },
): Promise<void> {
  await pool.query(
    'INSERT INTO caught_mails (message_id, recipient, subject, body) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
    [mail.messageId, mail.recipient, mail.subject, mail.body],
  );
  await pool.query('DELETE FROM caught_mails WHERE id <= (SELECT max(id) FROM caught_mails) - $1', [KEPT]);
}
