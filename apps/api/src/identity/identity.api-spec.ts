import { hashPassword } from '@consilium/core';
import { PASSWORD } from '@consilium/testing';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { apiWorld, type ApiWorld } from '../testing/api-world.js';

describe('signing in', () => {
  let api: ApiWorld;
  beforeAll(async () => {
    api = await apiWorld();
  });
  afterAll(() => api.close());

  it('answers who one is and where one starts', async () => {
    const coordinator = await api.as('coordinator');
    const { body } = await coordinator.get('/api/auth/me').expect(200);
    expect(body).toMatchObject({
      username: 'coordinator',
      home: '/cases',
      hospital: { isHost: true },
      demonstration: false,
    });
  });

  it('says neither whether the account exists nor that the password was wrong', async () => {
    const unknown = await api
      .stranger()
      .post('/api/auth/sign-in')
      .send({ username: 'nobody', password: PASSWORD })
      .expect(401);
    const wrong = await api
      .stranger()
      .post('/api/auth/sign-in')
      .send({ username: 'quality', password: 'something else 1' })
      .expect(401);
    expect(wrong.body.code).toBe(unknown.body.code);
  });

  it('locks an account for 15 minutes after five failures and says until when', async () => {
    const attempt = (password: string) =>
      api.stranger().post('/api/auth/sign-in').send({ username: 'recorder', password });
    for (let failure = 0; failure < 5; failure++) await attempt('something else 1');
    const locked = await attempt(PASSWORD).expect(423);
    expect(locked.body).toMatchObject({ code: 'sign-in/locked' });
    expect(locked.body.detail).toContain('09:15');
    api.world.clock.advance(15 * 60_000 + 1_000);
    await attempt(PASSWORD).expect(200);
  });

  it('tells no more of a name that nobody has: it rests as an account would', async () => {
    const answersTo = async (username: string) => {
      const answers: { status: number; code: string; detail: string }[] = [];
      for (let attempt = 0; attempt < 11; attempt++) {
        const { status, body } = await api
          .stranger()
          .post('/api/auth/sign-in')
          .send({ username, password: 'something else 1' });
        answers.push({ status, code: body.code, detail: body.detail });
        if (attempt === 6) api.world.clock.advance(15 * 60_000 + 1_000);
      }
      return answers;
    };
    const start = api.world.clock.now();
    const known = await answersTo('theatre-nurse');
    api.world.clock.set(start);
    expect(await answersTo('Nobody-Of-Ours')).toEqual(known);
    expect(known.map(({ status }) => status)).toEqual([401, 401, 401, 401, 423, 423, 423, 401, 401, 401, 401]);
    const rows = await api.world.rows('SELECT * FROM unknown_names');
    expect(JSON.stringify(rows).toLowerCase()).not.toContain(Buffer.from('nobody-of-ours').toString('hex'));
  });

  it('forgets a name that nobody has after a month without it', async () => {
    const attempt = (username: string) =>
      api.stranger().post('/api/auth/sign-in').send({ username, password: 'something else 1' }).expect(401);
    await attempt('nobody-long-ago');
    const [before] = await api.world.rows<{ names: number }>('SELECT count(*)::int AS names FROM unknown_names');
    api.world.clock.advance(31 * 86_400_000);
    await attempt('nobody-today');
    const [after] = await api.world.rows<{ names: number }>('SELECT count(*)::int AS names FROM unknown_names');
    expect(before?.names).toBeGreaterThan(0);
    expect(after?.names).toBe(1);
  });

  it('keeps nobody inside from their work while somebody fails at the door in their name', async () => {
    const inside = await api.as('urology-1');
    for (let failure = 0; failure < 5; failure++)
      await api.stranger().post('/api/auth/sign-in').send({ username: 'urology-1', password: 'something else 1' });
    await api.stranger().post('/api/auth/sign-in').send({ username: 'urology-1', password: PASSWORD }).expect(423);
    await inside.post('/api/auth/lock').expect(200);
    await inside.post('/api/auth/unlock').send({ password: PASSWORD }).expect(204);
    await inside.get('/api/auth/me').expect(200);
  });

  it('is not done with a password that is being changed at the same moment', async () => {
    const replaced = await hashPassword('harbour-lantern-43');
    const change = new Client({ connectionString: api.world.config.DATABASE_URL });
    await change.connect();
    await change.query('BEGIN');
    await change.query(`UPDATE accounts SET password_hash = $1 WHERE username = 'urology-2'`, [replaced]);
    const attempt = api
      .stranger()
      .post('/api/auth/sign-in')
      .send({ username: 'urology-2', password: PASSWORD })
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

  it('ends with signing out, and after half an hour without use', async () => {
    const out = await api.as('coordinator');
    await out.post('/api/auth/sign-out').expect(204);
    await out.get('/api/auth/me').expect(401);
    const idle = await api.as('coordinator');
    api.world.clock.advance(31 * 60_000);
    await idle.get('/api/auth/me').expect(401);
  });

  it('keeps the token from scripts and other sites', async () => {
    const answer = await api
      .stranger()
      .post('/api/auth/sign-in')
      .send({ username: 'coordinator', password: PASSWORD })
      .expect(200);
    expect(answer.headers['set-cookie']?.[0]).toMatch(/HttpOnly/i);
    expect(answer.headers['set-cookie']?.[0]).toMatch(/SameSite=Lax/i);
  });

  it('shows no demonstration people outside the demonstration', async () => {
    const { body } = await api.stranger().get('/api/auth/demonstration-people').expect(200);
    expect(body).toEqual({ items: [] });
  });

  it('keeps the language a person chose', async () => {
    const coordinator = await api.as('coordinator');
    await coordinator.put('/api/auth/me/locale').send({ locale: 'en-US' }).expect(200);
    expect((await coordinator.get('/api/auth/me')).body.locale).toBe('en-US');
    const refused = await coordinator.put('/api/auth/me/locale').send({ locale: 'fr-FR' }).expect(422);
    expect(refused.body.errors).toEqual([{ field: 'locale', code: 'unknown', message: '没有这一项。' }]);
  });
});

describe('the first administrator', () => {
  it('cannot be made where people already are, even with a token', async () => {
    const api = await apiWorld();
    const answer = await api
      .stranger()
      .post('/api/auth/first-administrator')
      .send({
        token: 'x'.repeat(43),
        hospitalName: '某医院',
        name: '某人',
        username: 'first',
        password: 'a long enough phrase',
      });
    expect(answer.status).toBe(403);
    expect(answer.body.code).toBe('setup/token-invalid');
    await api.close();
  });
});
