import { CHANGES_CHANNEL, closeObligation } from '@consilium/core';
import { recordingMailServer, redisUrl, type RecordingMailServer } from '@consilium/testing';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { gateTo } from './testing/gate.js';
import { workerWorld, type WorkerWorld } from './testing/worker-world.js';

/** How long a test waits for something that happens on its own; it goes on as soon as it has happened. */
const PATIENTLY = { timeout: 25_000, interval: 50 };
/** Later than any test lasts. */
const MUCH_LATER = 3_600_000;
let here: WorkerWorld;

beforeAll(async () => {
  here = await workerWorld(11);
});
afterAll(() => here.close());

const unpublished = async () =>
  (await here.world.rows('SELECT 1 AS one FROM outbox WHERE published_at IS NULL')).length;

describe('the worker', () => {
  it('tells at once what is new, and when it is due, each once', async () => {
    const app = await here.start();
    const owed = await here.owe(2_000);
    await expect.poll(() => owed.told('OPENED'), PATIENTLY).toBe(1);
    await expect.poll(() => owed.told('DUE'), PATIENTLY).toBe(1);
    await app.close();
    expect(await owed.told('OPENED')).toBe(1);
  });

  it('passes changes on to open screens, and never what is only for itself', async () => {
    const heard: { topic: string; key: string }[] = [];
    const listener = new Redis(redisUrl());
    await listener.subscribe(CHANGES_CHANNEL);
    listener.on('message', (_channel, message) => heard.push(JSON.parse(message)));
    const app = await here.start();
    const coordinator = await here.world.actor('coordinator');
    await here.world.database.write(coordinator, (tx) => tx.announce('case', 'P26-9999'));
    const owed = await here.owe(MUCH_LATER);
    await expect.poll(() => owed.told('OPENED'), PATIENTLY).toBe(1);
    await expect
      .poll(() => heard, PATIENTLY)
      .toContainEqual(expect.objectContaining({ topic: 'case', key: 'P26-9999' }));
    await expect
      .poll(() => heard, PATIENTLY)
      .toContainEqual(expect.objectContaining({ topic: 'notification', key: coordinator.personId }));
    expect(heard.map(({ topic }) => topic)).not.toContain('reminder');
    await app.close();
    listener.disconnect();
  });

  it('puts only ids into Redis', async () => {
    const app = await here.start();
    const owed = await here.owe(MUCH_LATER);
    await expect.poll(() => owed.hasTimer('DUE'), PATIENTLY).toBe(true);
    await app.close();
    const [key] = (await here.redis.keys('*:reminders:remind-*')).filter((found) => !found.endsWith(':lock'));
    expect(JSON.parse((await here.redis.hget(key ?? '', 'data')) ?? '')).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it('takes the timer of what is done out of Redis', async () => {
    const app = await here.start();
    const owed = await here.owe(MUCH_LATER);
    await expect.poll(() => owed.hasTimer('DUE'), PATIENTLY).toBe(true);
    await here.world.database.write(await here.world.actor('coordinator'), (tx) =>
      closeObligation(tx, 'TRIAGE', owed.subjectId, 'DONE'),
    );
    await expect.poll(() => owed.hasTimer('DUE'), PATIENTLY).toBe(false);
    await app.close();
    expect(await owed.told('DUE')).toBe(0);
  });

  it('finds again everything owed after all data of Redis were lost, and tells it once', async () => {
    const app = await here.start({ sweepMilliseconds: 200 });
    const owed = await here.owe(4_000);
    await expect.poll(() => owed.hasTimer('DUE'), PATIENTLY).toBe(true);
    await here.redis.flushdb();
    await expect.poll(() => owed.told('DUE'), PATIENTLY).toBe(1);
    expect(await owed.told('OPENED')).toBeLessThanOrEqual(1);
    await expect.poll(() => owed.told('OPENED'), PATIENTLY).toBe(1);
    await app.close();
    expect(await owed.told('DUE')).toBe(1);
  });

  it('started after the due time tells what came due while it was away, once', async () => {
    const before = await here.start();
    const owed = await here.owe(5_000);
    await expect.poll(() => owed.hasTimer('DUE'), PATIENTLY).toBe(true);
    await before.close();
    await expect.poll(() => Date.now(), PATIENTLY).toBeGreaterThan(owed.dueAt.getTime());
    expect(await owed.told('DUE')).toBe(0);
    const after = await here.start();
    await expect.poll(() => owed.told('DUE'), PATIENTLY).toBe(1);
    await after.close();
    expect(await owed.told('DUE')).toBe(1);
  });

  it('shares the work with a second one without telling anything twice', async () => {
    const [one, other] = [await here.start({ sweepMilliseconds: 100 }), await here.start({ sweepMilliseconds: 100 })];
    const owed = await Promise.all(Array.from({ length: 20 }, () => here.owe(1_500)));
    const told = async () => Promise.all(owed.map((each) => each.told('DUE')));
    await expect.poll(told, PATIENTLY).toEqual(owed.map(() => 1));
    await one.close();
    await other.close();
    expect(await told()).toEqual(owed.map(() => 1));
  });
});

describe('while Redis cannot be reached', () => {
  const target = new URL(redisUrl());
  /** The same Redis, with its password, by way of the gate. */
  const behind = (port: number) =>
    Object.assign(new URL(target), { host: `127.0.0.1:${port}`, pathname: '/11' }).toString();

  it('the worker starts, keeps what it has to pass on, and tells it once Redis is there', async () => {
    const gate = await gateTo({ host: target.hostname, port: Number(target.port) });
    const app = await here.start({ environment: { REDIS_URL: behind(gate.port) } });
    const owed = await here.owe(MUCH_LATER);
    expect(await owed.told('OPENED')).toBe(0);
    expect(await unpublished()).toBeGreaterThan(0);
    await gate.open();
    await expect.poll(() => owed.told('OPENED'), PATIENTLY).toBe(1);

    await gate.shut();
    const during = await here.owe(MUCH_LATER);
    expect(await during.told('OPENED')).toBe(0);
    await gate.open();
    await expect.poll(() => during.told('OPENED'), PATIENTLY).toBe(1);
    await app.close();
    await gate.shut();
  });

  it('the worker can be stopped', async () => {
    const gate = await gateTo({ host: target.hostname, port: Number(target.port) });
    const app = await here.start({ environment: { REDIS_URL: behind(gate.port) } });
    await expect(app.close()).resolves.toBeUndefined();
  });
});

describe('mail', () => {
  let server: RecordingMailServer;
  beforeAll(async () => {
    server = await recordingMailServer();
  });
  afterAll(() => server.close());
  afterEach(() => void server.received.splice(0));

  const mails = () =>
    here.world.rows<{ id: string; state: string; attempts: number }>(
      'SELECT id, state, attempts FROM mails ORDER BY created_at DESC, id DESC LIMIT 1',
    );

  it('is sent to who is reminded, once, under an id of its own', async () => {
    const app = await here.start({ environment: { SMTP_URL: server.url } });
    await here.owe(MUCH_LATER);
    await expect.poll(async () => (await mails())[0]?.state, PATIENTLY).toBe('SENT');
    await app.close();
    const [mail] = await mails();
    expect(server.received).toEqual([
      expect.objectContaining({ to: 'coordinator@yunling.example', messageId: `<${mail?.id}@consilium>` }),
    ]);
  });

  it('refused for now by the mail server is sent again by itself', async () => {
    server.refuseNext(451);
    const app = await here.start({ environment: { SMTP_URL: server.url } });
    await here.owe(MUCH_LATER);
    await expect.poll(async () => (await mails())[0], PATIENTLY).toMatchObject({ state: 'SENT', attempts: 2 });
    await app.close();
    expect(server.received).toHaveLength(1);
  });
});
