import { simpleParser } from 'mailparser';
import { connect, createServer, type Server } from 'node:net';

/** Stands between the worker and the mail catcher and keeps what passes, word for word. */
export interface MailRelay {
  readonly port: number;
  /** Every mail that was sent, headers and attachments included: as it was on the line, and as its reader sees it. */
  mails(): Promise<string[]>;
  close(): Promise<void>;
}

export async function relayMails(to: { host: string; port: number }): Promise<MailRelay> {
  const conversations: Buffer[][] = [];
  const server = createServer((sender) => {
    const said: Buffer[] = [];
    conversations.push(said);
    const catcher = connect(to);
    sender.on('data', (chunk) => said.push(chunk));
    sender.pipe(catcher).pipe(sender);
    // Whichever side is killed takes the other with it, as it would without somebody in between.
    for (const [one, other] of [
      [sender, catcher],
      [catcher, sender],
    ] as const)
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: portOf(server),
    mails: async () =>
      Promise.all(conversations.flatMap((said) => mailsIn(Buffer.concat(said).toString('latin1'))).map(readable)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the relay listens on no port');
  return address.port;
}

/** The mails of a conversation as they were sent, with who they were for. */
function mailsIn(conversation: string): { envelope: string; raw: Buffer }[] {
  return [...conversation.matchAll(/((?:MAIL FROM|RCPT TO):[^\0]*?)^DATA\r\n([^\0]*?)\r\n\.\r\n/gm)].map(
    ([, envelope = '', mail = '']) => ({ envelope, raw: Buffer.from(mail.replaceAll('\r\n..', '\r\n.'), 'latin1') }),
  );
}

async function readable({ envelope, raw }: { envelope: string; raw: Buffer }): Promise<string> {
  const mail = await simpleParser(raw);
  const headers = mail.headerLines.map(({ line }) => line);
  const decoded = [...mail.headers].map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  const files = mail.attachments.flatMap(({ filename, content }) => [filename ?? '', content.toString('utf8')]);
  return [envelope, ...headers, ...decoded, mail.text ?? '', mail.html || '', ...files, raw.toString('utf8')].join(
    '\n',
  );
}
