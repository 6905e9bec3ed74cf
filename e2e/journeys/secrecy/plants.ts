import { Redis } from 'ioredis';
import { appendFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Application } from '../../harness/index.js';
import type { Screen } from '../steps/screen.js';

/** Who is named in every place, to see that the search is not blind anywhere. */
export interface Planted {
  name: string;
  phone: string;
  recordNo: string;
  birthDate: string;
}

export function plantInLogs({ dataFolder }: Application, { name, phone, recordNo, birthDate }: Planted): void {
  const write = (file: string, line: string) => appendFileSync(join(dataFolder, 'logs', file), `${line}\n`);
  write('api.log', JSON.stringify({ level: 50, err: { detail: `Key (name)=(${name}) already exists.` } }));
  write('worker.log', `{"level":30,"phone":"${phone}"}`);
  write('mail-catcher.log', `{"level":30,"record":"${recordNo}"}`);
  write('launcher.log', `born ${birthDate}`);
}

/** In every kind of value, and in a value and a job that are gone before anybody looks. */
export async function plantInRedis({ redisUrl }: Application, { name, phone }: Planted): Promise<void> {
  const redis = new Redis(redisUrl);
  await redis.set('planted:string', name);
  await redis.hset('planted:hash', 'field', phone);
  await redis.rpush('planted:list', name);
  await redis.sadd('planted:set', phone);
  await redis.zadd('planted:ordered', 1, name);
  await redis.xadd('planted:stream', '*', 'field', phone);
  await redis.set(`planted:key:${name}`, '');
  await redis.set('planted:gone', name);
  await redis.del('planted:gone');
  const job = 'consilium:mails:mail-00000000-0000-4000-8000-000000000000';
  await redis.hset(job, 'data', JSON.stringify({ id: 1, patient: name }));
  await redis.del(job);
  redis.disconnect();
}

/** A superuser's statements, past everything that keeps the log of what was done. */
export async function plantInDatabase({ databaseUrl }: Application, { name, phone }: Planted): Promise<void> {
  const address = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  address.pathname = new URL(databaseUrl).pathname;
  const client = new Client({ connectionString: address.href });
  await client.connect();
  await client.query('SET session_replication_role = replica');
  const first = (table: string) => `ctid = (SELECT ctid FROM ${table} LIMIT 1)`;
  const statements: [string, string][] = [
    [`UPDATE notifications SET parameters = parameters || jsonb_build_object('patient', $1::text)`, 'notifications'],
    [`UPDATE mails SET last_error = $1`, 'mails'],
    [`UPDATE outbox SET key = $1`, 'outbox'],
    [`UPDATE audit_events SET before = jsonb_build_object('patient', $1::text)`, 'audit_events'],
    [`UPDATE board_cards SET card = card || jsonb_build_object('patient', $1::text)`, 'board_cards'],
    [`UPDATE sign_ins SET browser = $1`, 'sign_ins'],
  ];
  for (const [statement, table] of statements) await client.query(`${statement} WHERE ${first(table)}`, [name]);
  await client.query(`DO $$ BEGIN RAISE LOG 'Failing row contains (${phone}).'; END $$`);
  await client.end();
}

/** A mail that names the patient in its subject, and in a calendar file that goes with it. */
export async function plantInMail({ mails }: Application, { name, phone }: Planted): Promise<void> {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const mail = [
    'From: <a@localhost>',
    'To: <b@localhost>',
    'Message-ID: <planted@localhost>',
    `Subject: =?utf-8?B?${base64(`会诊 ${name}`)}?=`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=part',
    '',
    '--part',
    'Content-Type: text/plain',
    '',
    'nobody',
    '--part',
    'Content-Type: text/calendar; method=REQUEST; name=invite.ics',
    'Content-Disposition: attachment; filename=invite.ics',
    'Content-Transfer-Encoding: base64',
    '',
    base64(`BEGIN:VEVENT\r\nSUMMARY:${phone}\r\nEND:VEVENT`),
    '--part--',
  ];
  const lines = [
    'EHLO planted',
    'MAIL FROM:<a@localhost>',
    'RCPT TO:<b@localhost>',
    'DATA',
    [...mail, '.'].join('\r\n'),
  ];
  await new Promise<void>((resolve, reject) => {
    const socket = connect(mails.port, '127.0.0.1');
    socket.on('error', reject).on('close', () => resolve());
    // One line for every answer, the next one when the answer is complete.
    socket.setEncoding('utf8').on('data', (answer: string) => {
      if (/^\d{3} /m.test(answer)) socket.write(`${lines.shift() ?? 'QUIT'}\r\n`);
    });
  });
}

/** In an address, a socket, an answer, the console and a file of somebody's browser. */
export async function plantInBrowser(screen: Screen, { name, phone, recordNo }: Planted): Promise<void> {
  const { page } = screen;
  await screen.go(`/cases?q=${encodeURIComponent(name)}`);
  await page.route('**/api/planted', (route) =>
    route.fulfill({ status: 422, body: JSON.stringify({ detail: phone }) }),
  );
  const saved = page.waitForEvent('download');
  await page.evaluate(
    async ({ named, numbered, address }) => {
      await fetch('/api/planted');
      console.log({ record: numbered }, numbered);
      await new Promise((resolve) => {
        const socket = new WebSocket(address);
        socket.addEventListener('open', () => {
          socket.send(`40["${named}"]`);
          socket.addEventListener('close', resolve);
          socket.close();
        });
      });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([`number,name\r\n1,${named}\r\n`]));
      link.download = 'planted.csv';
      link.click();
    },
    {
      named: name,
      numbered: recordNo,
      address: `${screen.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`,
    },
  );
  await saved;
}
