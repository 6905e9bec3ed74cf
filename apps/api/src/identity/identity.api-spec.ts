import { PASSWORD } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
