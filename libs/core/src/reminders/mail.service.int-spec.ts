import { demonstrationPatient } from '@consilium/catalog';
import { demonstrationCase, referredCase, testWorld, type TestWorld } from '@consilium/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MailService, type MailMessage } from './mail.service.js';
import { NotificationsService } from './notifications.service.js';
import { ReminderDeliveryService } from './reminder-delivery.service.js';

const MINUTE = 60_000;
let world: TestWorld;
let mails: MailService;
let ordinal = 70;
let mailId: string;
let caseNo: string;

beforeAll(async () => {
  world = await testWorld({
    environment: { SMTP_URL: 'smtp://127.0.0.1:1', PUBLIC_URL: 'https://mdt.example', DEMO: '1' },
  });
  mails = world.get(MailService);
});
afterAll(() => world.close());

/** A referral was told to the coordinator: one mail waits. */
beforeEach(async () => {
  caseNo = await referredCase(world, { ordinal: (ordinal += 1) });
  const delivery = world.get(ReminderDeliveryService);
  const ids: string[] = [];
  for (const { id } of await delivery.waiting(0)) ids.push(...(await delivery.deliver(id)));
  if (ids.length !== 1) throw new Error('one mail was expected');
  [mailId] = ids as [string];
});

const mail = async () =>
  (
    await world.rows<{ state: string; attempts: number; error: string | null }>(
      'SELECT state, attempts, last_error AS error FROM mails WHERE id = $1',
      [mailId],
    )
  )[0];
const sending = () => {
  const sent: MailMessage[] = [];
  return { sent, transport: async (message: MailMessage) => void sent.push(message) };
};
const failing = (failure: object) => async () => {
  throw Object.assign(new Error('550 no mailbox coordinator@yunling.example'), failure);
};

describe('a mail', () => {
  it('is sent once, also by two at the same time', async () => {
    const { sent, transport } = sending();
    await Promise.all([mails.send(mailId, transport), mails.send(mailId, transport)]);
    await mails.send(mailId, transport);
    expect(sent).toHaveLength(1);
    expect(await mail()).toEqual({ state: 'SENT', attempts: 1, error: null });
    expect(await mails.waiting()).not.toContain(mailId);
  });

  it('says in the language of its reader what is owed, with a link, and nothing of the patient', async () => {
    const { sent, transport } = sending();
    await mails.send(mailId, transport);
    const [message] = sent;
    expect(message).toMatchObject({ to: 'coordinator@yunling.example', messageId: `<${mailId}@consilium>` });
    expect(message?.subject).toMatch(new RegExp(`^\\[Consilium\\] ${caseNo} 待分诊，.*截止（新增）$`));
    expect(message?.text).toContain(`https://mdt.example/cases/${caseNo}`);
    const entry = demonstrationCase('002');
    const patient = demonstrationPatient(ordinal, entry, '2026-11-18');
    for (const secret of [patient.name, patient.identityNo, entry.clinical.diagnosis.zh])
      expect(JSON.stringify(message)).not.toContain(secret);
  });

  it('is written in English for who reads English', async () => {
    await world.database.write(await world.actor('coordinator'), (tx) =>
      tx.query(`UPDATE people SET locale = 'en-US' WHERE email = 'coordinator@yunling.example'`),
    );
    const { sent, transport } = sending();
    await mails.send(mailId, transport);
    await world.database.write(await world.actor('coordinator'), (tx) =>
      tx.query(`UPDATE people SET locale = 'zh-CN' WHERE email = 'coordinator@yunling.example'`),
    );
    expect(sent[0]?.subject).toContain(`${caseNo} Triage, by Thu Nov 19`);
    expect(sent[0]?.text).toContain('it holds no patient information');
  });

  it('waits after a failed attempt and is the same mail when it is sent again', async () => {
    await expect(mails.send(mailId, failing({ code: 'ECONNECTION' }))).rejects.toThrow('no mailbox');
    expect(await mail()).toEqual({ state: 'PENDING', attempts: 1, error: 'ECONNECTION' });
    expect(await mails.waiting()).toContain(mailId);
    const { sent, transport } = sending();
    await mails.send(mailId, transport);
    expect(sent[0]?.messageId).toBe(`<${mailId}@consilium>`);
    expect(await mail()).toEqual({ state: 'SENT', attempts: 2, error: null });
  });

  it('is given up at once where the server knows no such address, and no sentence of the server is kept', async () => {
    await mails.send(mailId, failing({ code: 'EENVELOPE', responseCode: 550 }));
    expect(await mail()).toEqual({ state: 'FAILED', attempts: 1, error: 'EENVELOPE' });
  });

  it('is tried again where the server refuses only for now, until it is a day old', async () => {
    const busy = failing({ code: 'EENVELOPE', responseCode: 451 });
    await expect(mails.send(mailId, busy)).rejects.toThrow('no mailbox');
    world.clock.advance(23 * 60 * MINUTE);
    await expect(mails.send(mailId, busy)).rejects.toThrow('no mailbox');
    expect((await mail())?.state).toBe('PENDING');
    world.clock.advance(61 * MINUTE);
    await expect(mails.send(mailId, busy)).rejects.toThrow('no mailbox');
    expect((await mail())?.state).toBe('FAILED');
    world.clock.advance(-24 * 60 * MINUTE - MINUTE);
  });

  it('left half sent by a process that died is sent again once its claim is old', async () => {
    await world.rows(`UPDATE mails SET state = 'SENDING', claimed_at = $2, attempts = 1 WHERE id = $1`, [
      mailId,
      world.clock.now(),
    ]);
    const { sent, transport } = sending();
    await mails.send(mailId, transport);
    expect(await mails.waiting()).not.toContain(mailId);
    world.clock.advance(3 * MINUTE);
    expect(await mails.waiting()).toContain(mailId);
    await mails.send(mailId, transport);
    expect(sent).toHaveLength(1);
  });
});

it('mail caught in the demonstration can be read page by page', async () => {
  const coordinator = await world.actor('coordinator');
  await world.database.write(coordinator, (tx) =>
    tx.query(
      `INSERT INTO caught_mails (message_id, recipient, subject, body) SELECT '<' || n || '@x>', 'a@b.example', 's' || n, 'body' FROM generate_series(1, 3) AS n`,
    ),
  );
  const service = world.get(NotificationsService);
  const first = await service.mailbox(coordinator, { limit: 2 });
  expect(first.items.map(({ subject }) => subject)).toEqual(['s3', 's2']);
  const rest = await service.mailbox(coordinator, { limit: 2, cursor: first.nextCursor ?? '' });
  expect(rest).toMatchObject({ items: [{ subject: 's1' }], nextCursor: null });
});
