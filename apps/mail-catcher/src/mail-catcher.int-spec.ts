import { createServer, type AddressInfo } from 'node:net';
import { emptyDatabase } from '@consilium/testing';
import { createTransport, type Transporter } from 'nodemailer';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startMailCatcher, type MailCatcher } from './mail-catcher.js';

let database: Awaited<ReturnType<typeof emptyDatabase>>;
let catcher: MailCatcher;
let transport: Transporter;
let client: Client;

/** A port nobody listens on now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

beforeAll(async () => {
  database = await emptyDatabase();
  const port = await freePort();
  catcher = await startMailCatcher({ databaseUrl: database.url, port, host: '127.0.0.1' });
  transport = createTransport({ host: '127.0.0.1', port, pool: true });
  client = new Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  transport.close();
  await catcher.stop();
  await client.end();
  await database.drop();
});
beforeEach(async () => {
  await client.query('DELETE FROM caught_mails');
});

const mail = (changes: object = {}) => ({
  messageId: '<one@consilium>',
  from: 'Consilium <no-reply@consilium.example>',
  to: 'urology-1@yunling.example',
  subject: '[Consilium] P26-0187 泌尿外科 待交意见',
  text: 'P26-0187 泌尿外科 待交意见，11-20 周五 15:00 截止',
  ...changes,
});
const caught = async () =>
  (
    await client.query<{ message_id: string; recipient: string; subject: string; body: string }>(
      'SELECT message_id, recipient, subject, body FROM caught_mails ORDER BY id',
    )
  ).rows;

describe('the mail catcher', () => {
  it('keeps what is sent, Chinese and all', async () => {
    await transport.sendMail(mail());
    expect(await caught()).toEqual([
      {
        message_id: '<one@consilium>',
        recipient: 'urology-1@yunling.example',
        subject: '[Consilium] P26-0187 泌尿外科 待交意见',
        body: expect.stringContaining('11-20 周五 15:00 截止'),
      },
    ]);
  });

  it('keeps a mail that is repeated once, also when it comes twice at the same time', async () => {
    await Promise.all([transport.sendMail(mail()), transport.sendMail(mail()), transport.sendMail(mail())]);
    expect(await caught()).toHaveLength(1);
  });

  it('keeps one mail to two people for each of them, and another mail of the same words as well', async () => {
    await transport.sendMail(mail({ to: ['urology-1@yunling.example', 'chair@yunling.example'] }));
    await transport.sendMail(mail({ messageId: '<two@consilium>' }));
    expect((await caught()).map(({ recipient }) => recipient).toSorted()).toEqual([
      'chair@yunling.example',
      'urology-1@yunling.example',
      'urology-1@yunling.example',
    ]);
  });

  it('refuses a mail that is too large, for good', async () => {
    await expect(transport.sendMail(mail({ text: 'a'.repeat(1_100_000) }))).rejects.toMatchObject({
      responseCode: 552,
    });
    expect(await caught()).toEqual([]);
  });
});
