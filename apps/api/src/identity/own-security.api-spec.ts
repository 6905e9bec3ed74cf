import { CHANGES_CHANNEL, hashPassword, OutboxService } from '@consilium/core';
import { PASSWORD, redisUrl } from '@consilium/testing';
import { Redis } from 'ioredis';
import type { AddressInfo } from 'node:net';
import { Client } from 'pg';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ChangeFeed } from '../realtime/change-feed.js';
import { apiWorld, type ApiWorld } from '../testing/api-world.js';

let api: ApiWorld;
let redis: Redis;
beforeAll(async () => {
  api = await apiWorld();
  redis = new Redis(redisUrl());
  await vi.waitUntil(() => api.app.get(ChangeFeed).isConnected);
});
afterAll(async () => {
  redis.disconnect();
  await api.close();
});

const NEW = 'lantern-on-the-pier-7';
const signIn = (username: string, password: string) => {
  const browser = api.stranger();
  return browser
    .post('/api/auth/sign-in')
    .send({ username, password })
    .then((answer) => ({ browser, answer, cookie: answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '' }));
};

/** What the worker does: passes on what transactions announced. */
const passOn = () =>
  api.app.get(OutboxService).relayBatch(async (announcements) => {
    for (const { sequence, topic, key } of announcements)
      await redis.publish(CHANGES_CHANNEL, JSON.stringify({ sequence, topic, key }));
  });

async function socketOf(cookie: string): Promise<Socket> {
  const { port } = api.app.getHttpServer().address() as AddressInfo;
  const socket = io(`http://127.0.0.1:${port}`, {
    transports: ['websocket'],
    extraHeaders: { Cookie: cookie },
    reconnection: false,
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return socket;
}
const closed = (socket: Socket) => new Promise<string>((resolve) => socket.once('disconnect', resolve));

describe("one's own signed-in browsers", () => {
  it('are listed with what each says of itself, the present one first', async () => {
    const tablet = api.stranger().set('User-Agent', 'Tablet of ward 7');
    await tablet.post('/api/auth/sign-in').send({ username: 'recorder', password: PASSWORD }).expect(200);
    api.world.clock.advance(60_000);
    const { browser } = await signIn('recorder', PASSWORD);
    const { body } = await browser.get('/api/auth/security').expect(200);
    expect(body).toMatchObject({
      hasPassword: true,
      oneTimeCode: { since: null, required: false, recoveryCodesLeft: 0 },
    });
    expect(body.browsers).toHaveLength(2);
    expect(body.browsers[0]).toMatchObject({ current: true, method: 'PASSWORD' });
    expect(body.browsers[1]).toMatchObject({
      current: false,
      browser: 'Tablet of ward 7',
      address: expect.any(String),
    });
  });

  it('are ended one by one: what ends stops answering and closes its open screens at once', async () => {
    const here = await signIn('pathology-1', PASSWORD);
    const there = await signIn('pathology-1', PASSWORD);
    const socket = await socketOf(there.cookie);
    const gone = closed(socket);
    const { body } = await here.browser.get('/api/auth/security').expect(200);
    const other = (body.browsers as { id: string; current: boolean }[]).find(({ current }) => !current);
    const left = await here.browser.post(`/api/auth/browsers/${other?.id}/end`).expect(200);
    expect(left.body.browsers).toHaveLength(1);
    await there.browser.get('/api/auth/me').expect(401);
    await passOn();
    expect(await gone).toBe('io server disconnect');
    await here.browser.get('/api/auth/me').expect(200);
  });

  it('of others are not to be found', async () => {
    const mine = await signIn('urology-1', PASSWORD);
    const theirs = await signIn('urology-2', PASSWORD);
    const { body } = await theirs.browser.get('/api/auth/security').expect(200);
    await mine.browser.post(`/api/auth/browsers/${body.browsers[0].id}/end`).expect(404);
    await theirs.browser.get('/api/auth/me').expect(200);
  });

  it('are ended all but the present one', async () => {
    const others = [await signIn('quality', PASSWORD), await signIn('quality', PASSWORD)];
    const here = await signIn('quality', PASSWORD);
    const { body } = await here.browser.post('/api/auth/browsers/end-others').expect(200);
    expect(body.browsers).toEqual([expect.objectContaining({ current: true })]);
    for (const { browser } of others) await browser.get('/api/auth/me').expect(401);
  });

  it('close their screens on signing out', async () => {
    const here = await signIn('pathology-1', PASSWORD);
    const socket = await socketOf(here.cookie);
    const gone = closed(socket);
    await here.browser.post('/api/auth/sign-out').expect(204);
    await passOn();
    expect(await gone).toBe('io server disconnect');
  });
});

describe("one's own password", () => {
  it('is changed with the old one, and ends all other sessions', async () => {
    const other = await signIn('urology-3', PASSWORD);
    const here = await signIn('urology-3', PASSWORD);
    const change = (oldPassword: string, newPassword: string) =>
      here.browser.post('/api/auth/password').send({ oldPassword, newPassword });
    const wrong = await change('something else 1', NEW).expect(422);
    expect(wrong.body.errors).toEqual([{ field: 'oldPassword', code: 'wrong', message: '不正确。' }]);
    for (const weak of ['short', 'password123456', 'urology-3-lantern']) {
      const { body } = await change(PASSWORD, weak).expect(422);
      expect(body.errors[0]).toMatchObject({ field: 'newPassword', code: 'weak' });
    }
    await change(PASSWORD, NEW).expect(204);
    await other.browser.get('/api/auth/me').expect(401);
    await here.browser.get('/api/auth/me').expect(200);
    expect((await signIn('urology-3', PASSWORD)).answer.status).toBe(401);
    expect((await signIn('urology-3', NEW)).answer.status).toBe(200);
    const [line] = await api.world.rows<{ detail: object }>(
      `SELECT detail FROM audit_events WHERE action = 'password.changed'`,
    );
    expect(line?.detail).toEqual({});
  });

  it('is not confirmed with one that is being changed at the same moment', async () => {
    const here = await signIn('pathology-1', PASSWORD);
    await here.browser.post('/api/auth/lock').expect(200);
    const replaced = await hashPassword('harbour-lantern-43');
    const change = new Client({ connectionString: api.world.config.DATABASE_URL });
    await change.connect();
    await change.query('BEGIN');
    await change.query(`UPDATE accounts SET password_hash = $1 WHERE username = 'pathology-1'`, [replaced]);
    const attempt = here.browser
      .post('/api/auth/unlock')
      .send({ password: PASSWORD })
      .then((answer) => answer);
    await vi.waitUntil(async () => {
      const { rowCount } = await change.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND pg_backend_pid() = ANY (pg_blocking_pids(pid))`,
      );
      return rowCount === 1;
    });
    await change.query('COMMIT');
    await change.end();
    expect((await attempt).body.code).toBe('sign-in/wrong');
  });

  it('cannot be tried out by somebody who finds the browser open: the fifth wrong one locks the account', async () => {
    const here = await signIn('followup-nurse', PASSWORD);
    const attempt = () =>
      here.browser.post('/api/auth/password').send({ oldPassword: 'something else 1', newPassword: NEW });
    for (let failure = 0; failure < 4; failure++) await attempt().expect(422);
    expect((await attempt().expect(423)).body.code).toBe('sign-in/locked');
  });
});

describe('a screen that nobody touches', () => {
  it('is locked and opens with the password alone; meanwhile nothing is answered', async () => {
    const { browser } = await signIn('coordinator', PASSWORD);
    api.world.clock.advance(10 * 60_000);
    const { body } = await browser.post('/api/auth/lock').expect(200);
    expect(new Date(body.endsAt).getTime() - api.world.clock.now().getTime()).toBe(20 * 60_000);
    for (const path of ['/api/auth/me', '/api/cases'])
      expect((await browser.get(path).expect(423)).body.code).toBe('session/locked');
    const wrong = await browser.post('/api/auth/unlock').send({ password: 'something else 1' }).expect(401);
    expect(wrong.body.code).toBe('sign-in/wrong');
    await browser.post('/api/auth/unlock').send({ password: PASSWORD }).expect(204);
    await browser.get('/api/auth/me').expect(200);
  });

  it('lets no live connection in while it is locked', async () => {
    const { browser, cookie } = await signIn('coordinator', PASSWORD);
    await browser.post('/api/auth/lock').expect(200);
    await expect(socketOf(cookie)).rejects.toThrow('session/required');
  });

  it('is signed out half an hour after the last touch, locked or not', async () => {
    const { browser } = await signIn('coordinator', PASSWORD);
    api.world.clock.advance(10 * 60_000);
    await browser.post('/api/auth/lock').expect(200);
    api.world.clock.advance(20 * 60_000 + 1_000);
    const { body } = await browser.post('/api/auth/unlock').send({ password: PASSWORD }).expect(401);
    expect(body.code).toBe('session/required');
  });
});
