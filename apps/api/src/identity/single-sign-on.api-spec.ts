import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiWorld, type ApiWorld } from '../testing/api-world.js';
import { openIdProvider, type OpenIdProvider } from '../testing/openid-provider.js';

const HOUSE = 'http://consilium.test';
let provider: OpenIdProvider;
let api: ApiWorld;

const settings = (changes: Record<string, string> = {}) => ({
  PUBLIC_URL: HOUSE,
  OIDC_ISSUER: provider.issuer,
  OIDC_CLIENT_ID: provider.clientId,
  OIDC_CLIENT_SECRET: provider.clientSecret,
  OIDC_NAME: '云岭统一认证',
  ...changes,
});

beforeAll(async () => {
  provider = await openIdProvider(`${HOUSE}/sign-in/return`);
  api = await apiWorld({ environment: settings() });
});
afterAll(async () => {
  await api.close();
  await provider.close();
});

const begin = async (browser = api.stranger()) => {
  const { body } = await browser.post('/api/auth/single-sign-on').expect(200);
  return { browser, url: body.url as string };
};
const complete = (browser: ReturnType<ApiWorld['stranger']>, query: string) =>
  browser.post('/api/auth/single-sign-on/complete').send({ query });

describe('single sign-on', () => {
  it('is offered under the name the hospital gave it, and nowhere else', async () => {
    expect((await api.stranger().get('/api/auth/methods').expect(200)).body).toEqual({
      singleSignOn: { name: '云岭统一认证' },
    });
    const without = await apiWorld();
    expect((await without.stranger().get('/api/auth/methods').expect(200)).body).toEqual({ singleSignOn: null });
    expect((await without.stranger().post('/api/auth/single-sign-on').expect(503)).body.code).toBe(
      'sign-in/provider-unavailable',
    );
    await without.close();
  });

  it('leaves with a proof key, a state and a nonce', async () => {
    const { url } = await begin();
    const { searchParams, origin } = new URL(url);
    expect(origin).toBe(provider.issuer);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'consilium',
      redirect_uri: `${HOUSE}/sign-in/return`,
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  it('lets in whom the provider knows by the account they have here', async () => {
    const { browser, url } = await begin();
    const back = await provider.signIn(url, 'Urology-1');
    expect(back.searchParams.get('code')).toMatch(/.{10,}/);
    const { body } = await complete(browser, back.search).expect(200);
    expect(body).toMatchObject({ username: 'urology-1', signIn: { method: 'SINGLE_SIGN_ON', mustEnrol: false } });
    await browser.get('/api/auth/me').expect(200);
    const [line] = await api.world.rows<{ detail: { method: string } }>(
      `SELECT detail FROM audit_events WHERE action = 'sign-in.made' ORDER BY id DESC LIMIT 1`,
    );
    expect(line?.detail.method).toBe('SINGLE_SIGN_ON');
  });

  it.each([
    ['nobody here has', 'somebody-else'],
    ['belongs to an expert of another hospital', 'beichen-expert'],
  ])('refuses, with a sentence, an account that %s', async (_why, name) => {
    const { browser, url } = await begin();
    const back = await provider.signIn(url, name);
    const { body, headers } = await complete(browser, back.search).expect(403);
    expect(body).toMatchObject({ code: 'sign-in/unknown-person' });
    expect(body.detail).toContain('没有您的账号');
    expect(JSON.stringify(headers['set-cookie'])).not.toContain('consilium-3000=');
    await browser.get('/api/auth/me').expect(401);
  });

  it('cannot be completed twice, nor in another browser than the one that left', async () => {
    const { browser, url } = await begin();
    const back = await provider.signIn(url, 'urology-2');
    const stolen = await complete(api.stranger(), back.search).expect(401);
    expect(stolen.body.code).toBe('sign-in/provider-refused');
    const another = await begin();
    expect((await complete(another.browser, back.search).expect(401)).body.code).toBe('sign-in/provider-refused');
    await complete(browser, back.search).expect(200);
    expect((await complete(browser, back.search).expect(401)).body.code).toBe('sign-in/provider-refused');
  });

  it('cannot be completed with a code or a state that was changed on the way', async () => {
    for (const part of ['code', 'state']) {
      const { browser, url } = await begin();
      const back = await provider.signIn(url, 'urology-2');
      back.searchParams.set(part, 'made-up');
      expect((await complete(browser, back.search).expect(401)).body.code).toBe('sign-in/provider-refused');
    }
  });

  it('lets in whose role asks for a one-time code only where the provider says that a second factor was shown', async () => {
    const { browser, url } = await begin();
    const back = await provider.signIn(url, 'administrator');
    const refused = await complete(browser, back.search).expect(403);
    expect(refused.body).toMatchObject({ code: 'sign-in/second-factor-missing' });
    await browser.get('/api/auth/me').expect(401);

    const careful = await openIdProvider(`${HOUSE}/sign-in/return`, { amr: ['pwd', 'mfa'] });
    const house = await apiWorld({ environment: settings({ OIDC_ISSUER: careful.issuer }) });
    const other = house.stranger();
    const { body } = await other.post('/api/auth/single-sign-on').expect(200);
    const shown = await careful.signIn(body.url, 'administrator');
    expect((await complete(other, shown.search).expect(200)).body).toMatchObject({ username: 'administrator' });
    await other.get('/api/directory').expect(200);
    await house.close();
    await careful.close();
  });

  it('does not go on for somebody who comes to such a role meanwhile', async () => {
    const { browser, url } = await begin();
    await complete(browser, (await provider.signIn(url, 'urology-3')).search).expect(200);
    await api.world.rows(
      `UPDATE memberships SET role = 'AUDITOR', department_id = NULL WHERE id = (SELECT m.id FROM memberships m JOIN accounts a ON a.person_id = m.person_id WHERE a.username = 'urology-3' LIMIT 1)`,
    );
    expect((await browser.get('/api/auth/me').expect(401)).body.code).toBe('session/required');
  });

  it('does not believe what was not signed with the key the provider publishes', async () => {
    const forged = await openIdProvider(`${HOUSE}/sign-in/return`, { publishesForeignKey: true });
    const deceived = await apiWorld({ environment: settings({ OIDC_ISSUER: forged.issuer }) });
    const browser = deceived.stranger();
    const { body } = await browser.post('/api/auth/single-sign-on').expect(200);
    const back = await forged.signIn(body.url, 'urology-1');
    expect((await complete(browser, back.search).expect(401)).body.code).toBe('sign-in/provider-refused');
    await deceived.close();
    await forged.close();
  });

  it('is given up at the provider without harm', async () => {
    const { browser, url } = await begin();
    const back = await provider.cancel(url);
    expect(back.searchParams.get('error')).toBe('access_denied');
    expect((await complete(browser, back.search).expect(401)).body.code).toBe('sign-in/provider-refused');
  });

  it('takes the account from the claim that the hospital configured', async () => {
    const numbered = await apiWorld({ environment: settings({ OIDC_ACCOUNT_CLAIM: 'employee_number' }) });
    await numbered.world.rows(`UPDATE accounts SET username = 'n-4711' WHERE username = 'urology-3'`);
    const browser = numbered.stranger();
    const { body } = await browser.post('/api/auth/single-sign-on').expect(200);
    const back = await provider.signIn(body.url, '4711');
    expect((await complete(browser, back.search).expect(200)).body.username).toBe('n-4711');
    await numbered.close();
  });

  it('says that it is away when the provider does not answer, and the password goes on working', async () => {
    const away = await apiWorld({ environment: settings({ OIDC_ISSUER: 'http://127.0.0.1:1' }) });
    const { body } = await away.stranger().post('/api/auth/single-sign-on').expect(503);
    expect(body).toMatchObject({ code: 'sign-in/provider-unavailable' });
    expect(body.detail).toContain('改用工号密码登录');
    await (await away.as('coordinator')).get('/api/auth/me').expect(200);
    await away.close();
  });
});
