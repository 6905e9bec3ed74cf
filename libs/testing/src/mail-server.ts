import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  messageId: string;
  to: string;
  subject: string;
  text: string;
}

/** A real mail server on a port of its own that keeps what it accepts. */
export interface RecordingMailServer {
  url: string;
  received: ReceivedMail[];
  /** Answers the next mails with this code instead of accepting them, e.g. 451 (try later) or 550 (no such address). */
  refuseNext(code: number, times?: number): void;
  close(): Promise<void>;
}

export async function recordingMailServer(): Promise<RecordingMailServer> {
  const received: ReceivedMail[] = [];
  const refusals: number[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 100,
    onRcptTo: (_address, _session, done) => {
      const code = refusals.shift();
      done(code === undefined ? null : Object.assign(new Error('refused'), { responseCode: code }));
    },
    onData: (stream, session, done) => {
      simpleParser(stream)
        .then((mail) => {
          for (const { address } of session.envelope.rcptTo)
            received.push({
              messageId: mail.messageId ?? '',
              to: address,
              subject: mail.subject ?? '',
              text: mail.text ?? '',
            });
          done();
        })
        .catch(done);
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuseNext: (code, times = 1) => refusals.push(...Array.from({ length: times }, () => code)),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
