import { codeOfSecret, PASSWORD, testWorld } from '@consilium/testing';
import { DemonstrationPeopleService } from '@consilium/core';
import { describe, expect, it } from 'vitest';
import { apiWorld, type ApiWorld } from '../testing/api-world.js';

const codeOf = (api: ApiWorld, username: string) =>
  api.stranger().post('/api/auth/demonstration-code').send({ username });
const people = (api: ApiWorld) => api.stranger().get('/api/auth/demonstration-people');
const markLoaded = (api: ApiWorld) =>
  api.world.rows('INSERT INTO installation (id, demonstration_loaded_at) VALUES (1, now())');

describe('in the demonstration', () => {
  it('the sign-in page shows the present code, with which one signs in', async () => {
    const api = await apiWorld({ environment: { DEMO: '1' } });
    await markLoaded(api);
    const listed = await people(api).expect(200);
    const needing = (listed.body.items as { username: string; needsCode: boolean }[])
      .filter(({ needsCode }) => needsCode)
      .map(({ username }) => username)
      .sort();
    expect(needing).toEqual([
      'administrator',
      'auditor',
      'beichen-expert',
      'linchuan-expert',
      'pengcheng-expert',
      'security',
      'shenshui-expert',
    ]);
    const { body } = await codeOf(api, 'beichen-expert').expect(200);
    expect(body.code).toMatch(/^\d{6}$/);
    expect(body.secondsLeft).toBeGreaterThan(0);
    const signIn = (code: string) =>
      api.stranger().post('/api/auth/sign-in').send({ username: 'beichen-expert', password: PASSWORD, code });
    await signIn(body.code).expect(200);
    // A code is taken once, so the page shows the next one to whoever signs in again at once.
    const next = await codeOf(api, 'beichen-expert').expect(200);
    expect(next.body.code).not.toBe(body.code);
    await signIn(next.body.code).expect(200);
    await codeOf(api, 'coordinator').expect(404);
    await codeOf(api, 'nobody').expect(404);
    await api.close();
  });

  it('everybody has a secret of their own, made anew with every centre', async () => {
    const world = await testWorld({ environment: { DEMO: '1' } });
    const service = world.get(DemonstrationPeopleService);
    const secrets = await Promise.all(
      ['beichen-expert', 'shenshui-expert', 'administrator'].map((one) => service.secretOf(one)),
    );
    expect(new Set(secrets).size).toBe(3);
    for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    await world.close();
  });
});

describe('outside the demonstration', () => {
  it.each([
    ['without DEMO, even where a demonstration was loaded', {}, true],
    ['with DEMO, where no demonstration was loaded', { DEMO: '1' }, false],
  ])('%s, no code and nobody is shown', async (_where, environment, loaded) => {
    const api = await apiWorld({ environment: environment as Record<string, string> });
    if (loaded) await markLoaded(api);
    const secret = await api.world.get(DemonstrationPeopleService).secretOf('beichen-expert');
    const code = await codeOfSecret(secret ?? '', api.world.clock.now());
    for (const account of ['beichen-expert', 'administrator', 'coordinator']) {
      const refused = await codeOf(api, account).expect(404);
      expect(refused.body.code).toBe('object/not-found');
      expect(JSON.stringify(refused.body)).not.toContain(code);
    }
    expect((await people(api).expect(200)).body).toEqual({ items: [] });
    await api.close();
  });
});
