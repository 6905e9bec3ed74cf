import { codeOfSecret, freshCode, PASSWORD } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiWorld, type ApiWorld } from '../testing/api-world.js';

let api: ApiWorld;
beforeAll(async () => {
  api = await apiWorld();
});
afterAll(() => api.close());

const signIn = (username: string, code?: string, password = PASSWORD) =>
  api
    .stranger()
    .post('/api/auth/sign-in')
    .send({ username, password, ...(code !== undefined && { code }) });
const codeOf = async (account: string) => (await freshCode(api.world, account)) ?? '';
const nextStep = () => api.world.clock.advance(30_000);
const actions = async (account: string) =>
  (
    await api.world.rows<{ action: string; outcome: string }>(
      `SELECT e.action, e.outcome FROM audit_events e JOIN accounts a ON a.person_id::text = e.object_id::text WHERE a.username = $1 ORDER BY e.id`,
      [account],
    )
  ).map(({ action, outcome }) => `${action} ${outcome}`);
/** Somebody whose role has just come to ask for a code: they have none yet. */
const withoutCode = (account: string) =>
  api.world.rows('DELETE FROM authenticators WHERE person_id = (SELECT person_id FROM accounts WHERE username = $1)', [
    account,
  ]);

describe('signing in with a one-time code', () => {
  it('asks for the code after the password, and lets in with it', async () => {
    const first = await signIn('beichen-expert').expect(401);
    expect(first.body).toMatchObject({ code: 'sign-in/code-required', detail: '输入动态码以完成登录。' });
    expect(first.headers['set-cookie']).toBeUndefined();
    const second = await signIn('beichen-expert', await codeOf('beichen-expert')).expect(200);
    expect(second.body).toMatchObject({
      username: 'beichen-expert',
      signIn: { method: 'PASSWORD', mustEnrol: false, endsAfterMinutes: 15 },
    });
  });

  it('is not asked for by a wrong password, which would tell that the password was right', async () => {
    const { body } = await signIn('beichen-expert', undefined, 'something else 1').expect(401);
    expect(body.code).toBe('sign-in/wrong');
  });

  it.each(['shenshui-expert', 'administrator', 'auditor', 'security'])('is asked of %s', async (account) => {
    expect((await signIn(account)).body.code).toBe('sign-in/code-required');
  });

  it('is not asked of people whose role needs none', async () => {
    await signIn('coordinator').expect(200);
  });

  it('takes a code once', async () => {
    const code = await codeOf('auditor');
    await signIn('auditor', code).expect(200);
    const again = await signIn('auditor', code).expect(401);
    expect(again.body.code).toBe('sign-in/code-wrong');
    nextStep();
    const { body } = await signIn('auditor', code).expect(401);
    expect(body.code).toBe('sign-in/code-wrong');
  });

  it('counts wrong codes like wrong passwords: the fifth locks the account, and the right code waits too', async () => {
    const right = await codeOf('security');
    const wrong = right === '000000' ? '111111' : '000000';
    for (let failure = 0; failure < 4; failure++) await signIn('security', wrong).expect(401);
    await signIn('security', wrong).expect(423);
    const locked = await signIn('security', right).expect(423);
    expect(locked.body.code).toBe('sign-in/locked');
    api.world.clock.advance(15 * 60_000 + 1_000);
    await signIn('security', await codeOf('security')).expect(200);
  });

  it('never stands in a table as anybody could read it', async () => {
    const rows = await api.world.rows<{ sealed: Buffer }>('SELECT sealed FROM authenticators');
    expect(rows.length).toBeGreaterThan(4);
    const code = await codeOf('administrator');
    for (const { sealed } of rows) expect(sealed.toString('latin1')).not.toMatch(/[A-Z2-7]{32}/);
    expect(code).toMatch(/^\d{6}$/);
  });
});

describe('setting up a one-time code', () => {
  it('comes before anything else for a role that needs one', async () => {
    await withoutCode('administrator');
    const browser = api.stranger();
    const { body } = await browser
      .post('/api/auth/sign-in')
      .send({ username: 'administrator', password: PASSWORD })
      .expect(200);
    expect(body.signIn.mustEnrol).toBe(true);
    for (const path of ['/api/directory', '/api/notifications', '/api/auth/security'])
      expect((await browser.get(path).expect(403)).body.code).toBe('sign-in/enrolment-required');
    await browser.get('/api/auth/me').expect(200);

    const begun = await browser.post('/api/auth/one-time-code').send({}).expect(200);
    expect(begun.body.uri).toBe(`otpauth://totp/Consilium:administrator?secret=${begun.body.secret}&issuer=Consilium`);
    const wrong = await browser.post('/api/auth/one-time-code/confirm').send({ code: '12345' }).expect(422);
    expect(wrong.body.errors).toEqual([{ field: 'code', code: 'wrong', message: '不正确。' }]);
    const code = await codeOfSecret(begun.body.secret, api.world.clock.now());
    const confirmed = await browser.post('/api/auth/one-time-code/confirm').send({ code }).expect(200);
    expect(confirmed.body.recoveryCodes).toHaveLength(10);
    await browser.get('/api/auth/security').expect(200);
    expect((await browser.get('/api/auth/me').expect(200)).body.signIn.mustEnrol).toBe(false);
    expect(await actions('administrator')).toEqual(
      expect.arrayContaining(['one-time-code.begun DONE', 'one-time-code.set-up DONE', 'sign-in.ended DONE']),
    );
  });

  it('goes on under a new token, so that the one from before the code is worth nothing', async () => {
    await withoutCode('administrator');
    const browser = api.stranger();
    const signedIn = await browser
      .post('/api/auth/sign-in')
      .send({ username: 'administrator', password: PASSWORD })
      .expect(200);
    const [before] = signedIn.headers['set-cookie'] ?? [];
    const { body } = await browser.post('/api/auth/one-time-code').send({}).expect(200);
    const code = await codeOfSecret(body.secret, api.world.clock.now());
    const { headers } = await browser.post('/api/auth/one-time-code/confirm').send({ code }).expect(200);
    expect(headers['set-cookie']?.[0]).not.toBe(before);
    await api
      .stranger()
      .get('/api/auth/me')
      .set('Cookie', before?.split(';')[0] ?? '')
      .expect(401);
  });

  it('keeps out who had only the password and waited: every other sign-in of the person ends with it', async () => {
    await withoutCode('administrator');
    const [waiting, browser] = [api.stranger(), api.stranger()];
    for (const one of [waiting, browser])
      await one.post('/api/auth/sign-in').send({ username: 'administrator', password: PASSWORD }).expect(200);
    expect((await waiting.get('/api/directory').expect(403)).body.code).toBe('sign-in/enrolment-required');
    const { body } = await browser.post('/api/auth/one-time-code').send({}).expect(200);
    const code = await codeOfSecret(body.secret, api.world.clock.now());
    await browser.post('/api/auth/one-time-code/confirm').send({ code }).expect(200);
    for (const path of ['/api/directory', '/api/auth/me'])
      expect((await waiting.get(path).expect(401)).body.code).toBe('session/required');
    await browser.get('/api/directory').expect(200);
  });

  it('leaves no sign-in good that has not shown it, however it came to be open', async () => {
    const browser = await api.as('administrator');
    await api.world.rows(
      `UPDATE sign_ins SET code_shown_at = NULL WHERE person_id = (SELECT person_id FROM accounts WHERE username = 'administrator')`,
    );
    expect((await browser.get('/api/auth/me').expect(401)).body.code).toBe('session/required');
    expect((await browser.post('/api/auth/one-time-code').send({}).expect(401)).body.code).toBe('session/required');
  });

  it('is free to everybody else, asks for the password, and can be undone by them alone', async () => {
    const browser = await api.as('urology-1');
    const refused = await browser.post('/api/auth/one-time-code').send({}).expect(422);
    expect(refused.body.errors).toEqual([{ field: 'password', code: 'required', message: '此项必填。' }]);
    const { body } = await browser.post('/api/auth/one-time-code').send({ password: PASSWORD }).expect(200);
    await signIn('urology-1').expect(200);
    await browser
      .post('/api/auth/one-time-code/confirm')
      .send({ code: await codeOfSecret(body.secret, api.world.clock.now()) })
      .expect(200);
    expect((await signIn('urology-1').expect(401)).body.code).toBe('sign-in/code-required');
    await browser.post('/api/auth/one-time-code/remove').send({ password: 'something else 1' }).expect(422);
    await browser.post('/api/auth/one-time-code/remove').send({ password: PASSWORD }).expect(204);
    await signIn('urology-1').expect(200);

    const expert = await api.as('beichen-expert');
    const kept = await expert.post('/api/auth/one-time-code/remove').send({ password: PASSWORD }).expect(409);
    expect(kept.body.code).toBe('one-time-code/required');
  });

  it('keeps the old authenticator until the new one has shown a right code', async () => {
    const expert = await api.as('beichen-expert');
    const { body } = await expert.post('/api/auth/one-time-code').send({ password: PASSWORD }).expect(200);
    await signIn('beichen-expert', await codeOf('beichen-expert')).expect(200);
    nextStep();
    const later = await codeOfSecret(body.secret, api.world.clock.now());
    await expert.post('/api/auth/one-time-code/confirm').send({ code: later }).expect(200);
    nextStep();
    await signIn('beichen-expert', await codeOfSecret(body.secret, api.world.clock.now())).expect(200);
  });

  it('is forgotten when it was begun and not finished within half an hour', async () => {
    const browser = await api.as('urology-2');
    const { body } = await browser.post('/api/auth/one-time-code').send({ password: PASSWORD }).expect(200);
    for (let minutes = 0; minutes <= 30; minutes += 10) {
      await browser.get('/api/auth/me').expect(200);
      api.world.clock.advance(10 * 60_000);
    }
    const code = await codeOfSecret(body.secret, api.world.clock.now());
    const late = await browser.post('/api/auth/one-time-code/confirm').send({ code }).expect(409);
    expect(late.body.code).toBe('one-time-code/not-begun');
  });
});

describe('a recovery code', () => {
  it('stands in for the authenticator once, on record, and is replaced by new ones', async () => {
    const expert = await api.as('beichen-expert');
    const { body } = await expert.post('/api/auth/recovery-codes').send({ password: PASSWORD }).expect(200);
    const [code = '', other = ''] = body.recoveryCodes as string[];
    expect(code).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    await signIn('beichen-expert', code.toUpperCase()).expect(200);
    expect((await signIn('beichen-expert', code).expect(401)).body.code).toBe('sign-in/code-wrong');
    expect(await actions('beichen-expert')).toContain('recovery-code.used DONE');
    const security = await expert.get('/api/auth/security').expect(200);
    expect(security.body.oneTimeCode).toMatchObject({ required: true, recoveryCodesLeft: 9 });
    await expert.post('/api/auth/recovery-codes').send({ password: PASSWORD }).expect(200);
    await signIn('beichen-expert', other).expect(401);
  });

  it('is kept as a hash', async () => {
    const rows = await api.world.rows<{ hash: Buffer }>('SELECT code_hash AS hash FROM recovery_codes');
    expect(rows.length).toBeGreaterThan(0);
    for (const { hash } of rows) expect(hash).toHaveLength(32);
  });
});
