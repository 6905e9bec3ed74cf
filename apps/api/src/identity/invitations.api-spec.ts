import { endpoints, type SessionView } from '@consilium/contracts';
import { acceptedCase, freshCode, PASSWORD, recordedConsent, scheduledSession } from '@consilium/testing';
import { AgendaService } from '@consilium/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiWorld, type ApiWorld } from '../testing/api-world.js';

type Browser = Awaited<ReturnType<ApiWorld['as']>>;

let api: ApiWorld;
let session: SessionView;
let other: SessionView;
let px: string;
let otherPx: string;
let expertId: string;

beforeAll(async () => {
  api = await apiWorld();
  session = await scheduledSession(api.world, { linked: ['beichen'] });
  other = await scheduledSession(api.world, { linked: ['beichen'], inHours: 53 });
  px = await sharedWith(session, 40);
  otherPx = await sharedWith(other, 41);
  expertId = session.members.find(({ role }) => role === 'EXPERT')?.personId ?? '';
});
afterAll(() => api.close());

/** Puts a case on the agenda, shared with the linked hospital; its code. */
async function sharedWith(of: SessionView, ordinal: number): Promise<string> {
  const { caseNo } = await acceptedCase(api.world, { ordinal });
  await recordedConsent(api.world, caseNo);
  const filled = await api.world.get(AgendaService).addCase(await api.world.actor('coordinator'), of.id, {
    version: of.version,
    caseNo,
    minutes: 20,
    shareWithHospitalIds: of.linkedHospitals.map(({ hospitalId }) => hospitalId),
  });
  return filled.agenda[0]?.sharedWith[0]?.pxCode ?? '';
}

const issue = (browser: Browser, body: object = {}, sessionId = session.id) =>
  browser.post(`/api/sessions/${sessionId}/invitations`).send({ personId: expertId, ...body });
async function invited(body: object = {}, sessionId?: string): Promise<{ id: string; token: string }> {
  const answer = await issue(await api.as('coordinator'), body, sessionId).expect(201);
  return { id: answer.body.invitation.id, token: (answer.body.path as string).replace('/join#', '') };
}
const redeem = (token: string, code?: string, browser: Browser = api.stranger()) =>
  browser.post('/api/join/redeem').send({ token, ...(code !== undefined && { code }) });
async function joined(token: string): Promise<Browser> {
  const browser = api.stranger();
  await redeem(token, await freshCode(api.world, 'beichen-expert'), browser).expect(200);
  return browser;
}
const trail = async (id: string) =>
  (
    await api.world.rows<{ line: string }>(
      `SELECT action || ' ' || outcome AS line FROM audit_events WHERE object_id::text = $1 ORDER BY id`,
      [id],
    )
  ).map(({ line }) => line);

describe('an invitation', () => {
  it('is a link for one expert, with the word in its fragment, that works until two hours after the session begins', async () => {
    const answer = await issue(await api.as('coordinator')).expect(201);
    expect(answer.body.path).toMatch(/^\/join#[\w-]{43}$/);
    expect(answer.body.invitation).toMatchObject({
      personId: expertId,
      state: 'OPEN',
      usedAt: null,
      invitedBy: '许棠',
    });
    const starts = new Date(session.startsAt).getTime();
    expect(new Date(answer.body.invitation.expiresAt).getTime()).toBe(starts + 2 * 3_600_000);
    const looked = await api
      .stranger()
      .post('/api/join/look')
      .send({ token: answer.body.path.slice(6) })
      .expect(200);
    expect(looked.body).toMatchObject({ needsCode: true, startsAt: session.startsAt });
    const rows = await api.world.rows('SELECT * FROM invitations');
    expect(JSON.stringify(rows)).not.toContain(answer.body.path.slice(6));
  });

  it('lets the expert in with their one-time code, to what is shared for this session and nothing else', async () => {
    const { token } = await invited();
    expect((await redeem(token).expect(401)).body.code).toBe('sign-in/code-required');
    expect((await redeem(token, '000000').expect(401)).body.code).toBe('sign-in/code-wrong');
    const guest = await joined(token);
    const me = await guest.get('/api/auth/me').expect(200);
    expect(me.body).toMatchObject({
      home: '/remote',
      memberships: [{ role: 'REMOTE_EXPERT' }],
      signIn: { method: 'INVITATION', locksAfterMinutes: null, endsAfterMinutes: 60 },
    });
    const home = await guest.get('/api/remote').expect(200);
    expect((home.body.sessions as { id: string }[]).map(({ id }) => id)).toEqual([session.id]);
    await guest.get(`/api/remote/cases/${px}`).expect(200);
    await guest.get(`/api/remote/cases/${otherPx}`).expect(404);
    await guest.get(`/api/sessions/${session.id}`).expect(403);
    await guest.get('/api/directory').expect(403);

    // The same expert with their own account sees both.
    const expert = await api.as('beichen-expert');
    expect((await expert.get('/api/remote').expect(200)).body.sessions).toHaveLength(2);
    await expert.get(`/api/remote/cases/${otherPx}`).expect(200);
  });

  it('lets the guest give and sign an opinion for that session alone', async () => {
    const guest = await joined((await invited()).token);
    const opinion = {
      stance: 'support',
      text: '同意手术方案。',
      needs: '',
      answers: [],
      version: 0,
      password: PASSWORD,
    };
    await guest.post(`/api/remote/cases/${otherPx}/opinion`).send(opinion).expect(404);
    await guest.post(`/api/remote/cases/${px}/opinion`).send(opinion).expect(200);
  });

  it('lets the guest reach nothing that is the expert’s own, whatever the route', async () => {
    const guest = await joined((await invited()).token);
    const mine = ['/api/auth/sign-out', '/api/auth/me', '/api/auth/me/locale'];
    const shut = Object.values(endpoints)
      .flatMap((feature) => Object.values(feature))
      .filter(({ permission, path }) => permission !== 'public' && !path.startsWith('/api/remote'))
      .filter(({ path }) => !mine.includes(path));
    expect(shut.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/api/auth/security', '/api/auth/password', '/api/notifications', '/api/auth/lock']),
    );
    for (const { method, path } of shut) {
      const address = path.replace(':caseNo', 'P26-0001').replace(/:\w+/g, session.id);
      const call = {
        GET: () => guest.get(address),
        POST: () => guest.post(address).send({}),
        PUT: () => guest.put(address).send({}),
        DELETE: () => guest.delete(address),
      }[method];
      const { status, body } = await call();
      expect([path, status, body.code]).toEqual([path, 403, 'access/denied']);
    }
    const me = await guest.get('/api/auth/me').expect(200);
    expect(me.body.permissions).toEqual(['remote:read', 'remote:give-opinion']);
    await guest.put('/api/auth/me/locale').send({ locale: 'zh-CN' }).expect(200);
    await guest.post('/api/auth/sign-out').expect(204);
  });

  it('ends with the membership that made the guest an expert of the invited hospital', async () => {
    const guest = await joined((await invited()).token);
    const unused = await invited();
    await guest.get('/api/remote').expect(200);
    const until = (day: string | null) =>
      api.world.rows('UPDATE memberships SET valid_to = $2 WHERE person_id = $1', [expertId, day]);
    await until('2026-11-17');
    await guest.get('/api/remote').expect(401);
    expect((await redeem(unused.token).expect(410)).body.code).toBe('invitation/revoked');
    await until(null);
    await guest.get('/api/remote').expect(200);
  });

  it('opens with a recovery code too, on record', async () => {
    const expert = await api.as('beichen-expert');
    const { body } = await expert.post('/api/auth/recovery-codes').send({ password: PASSWORD }).expect(200);
    const { token } = await invited();
    await redeem(token, body.recoveryCodes[0]).expect(200);
    expect(await trail(expertId)).toContain('recovery-code.used DONE');
  });

  it('works once', async () => {
    const { id, token } = await invited();
    await joined(token);
    const again = await redeem(token, await freshCode(api.world, 'beichen-expert')).expect(410);
    expect(again.body).toMatchObject({ code: 'invitation/used' });
    expect(again.body.detail).toContain('每个链接只能使用一次');
    expect((await api.stranger().post('/api/join/look').send({ token }).expect(410)).body.code).toBe('invitation/used');
    expect(await trail(id)).toEqual(['invitation.issued DONE', 'invitation.redeemed DONE']);
  });

  it('works once even when it is opened twice at the same moment', async () => {
    const { token } = await invited();
    const codes = await freshCode(api.world, 'beichen-expert');
    const answers = await Promise.all([redeem(token, codes), redeem(token, codes)]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 410]);
  });

  it('is replaced by a new one for the same expert', async () => {
    const [first, second] = [await invited(), await invited()];
    expect((await redeem(first.token).expect(410)).body.code).toBe('invitation/revoked');
    expect((await redeem(second.token).expect(401)).body.code).toBe('sign-in/code-required');
    expect(await trail(first.id)).toEqual(['invitation.issued DONE', 'invitation.revoked DONE']);
  });

  it('is withdrawn by the coordinator, and who had joined is out at once', async () => {
    const { id, token } = await invited();
    const guest = await joined(token);
    await guest.get('/api/remote').expect(200);
    const coordinator = await api.as('coordinator');
    const { body } = await coordinator.post(`/api/sessions/${session.id}/invitations/${id}/revoke`).expect(200);
    expect((body.items as { id: string; state: string }[]).find((one) => one.id === id)?.state).toBe('REVOKED');
    await guest.get('/api/remote').expect(401);
    expect((await redeem(token).expect(410)).body.code).toBe('invitation/revoked');
    expect(await trail(id)).toEqual(['invitation.issued DONE', 'invitation.redeemed DONE', 'invitation.revoked DONE']);
  });

  it('is unknown when the link was cut short or made up', async () => {
    const { body } = await redeem('x'.repeat(43)).expect(404);
    expect(body.code).toBe('invitation/unknown');
    await redeem('short').expect(422);
  });

  it.each(['urology-1', 'recorder', 'beichen-expert', 'administrator'])('is not made by %s', async (account) => {
    await issue(await api.as(account)).expect(403);
  });

  it('is only for experts on the list of the session', async () => {
    const coordinator = await api.as('coordinator');
    for (const account of ['urology-1', 'shenshui-expert']) {
      const { personId } = await api.world.actor(account);
      const { body } = await issue(coordinator, { personId }).expect(422);
      expect(body.errors).toEqual([expect.objectContaining({ field: 'personId', code: 'unknown' })]);
    }
    const late = await issue(coordinator, { expiresAt: '2026-11-01T00:00:00Z' }).expect(422);
    expect(late.body.errors).toEqual([expect.objectContaining({ field: 'expiresAt', code: 'in-the-past' })]);
  });

  it('asks an expert without a one-time code for the link alone', async () => {
    const { personId } = await api.world.actor('beichen-expert');
    const { token } = await invited();
    await api.world.rows('DELETE FROM authenticators WHERE person_id = $1', [personId]);
    const { body } = await redeem(token).expect(200);
    expect(body.signIn.mustEnrol).toBe(false);
  });
});

describe('time', () => {
  it('ends an invitation, and the sign-in made with it however busy it is', async () => {
    const inTwoHours = new Date(api.world.clock.now().getTime() + 2 * 3_600_000).toISOString();
    const { token } = await invited({ expiresAt: inTwoHours });
    const guest = await joined(token);
    const late = await invited({ expiresAt: inTwoHours });
    api.world.clock.advance(3_600_000);
    await guest.get('/api/remote').expect(200);
    api.world.clock.advance(3_600_000);
    await guest.get('/api/remote').expect(401);
    expect((await redeem(late.token).expect(410)).body.code).toBe('invitation/expired');
    const coordinator = await api.as('coordinator');
    const { body } = await coordinator.get(`/api/sessions/${session.id}/invitations`).expect(200);
    expect((body.items as { id: string; state: string }[]).find(({ id }) => id === late.id)?.state).toBe('EXPIRED');
  });

  it('ends the sign-in of a guest who has left it alone for an hour', async () => {
    const guest = await joined((await invited()).token);
    api.world.clock.advance(59 * 60_000);
    await guest.get('/api/remote').expect(200);
    api.world.clock.advance(61 * 60_000);
    await guest.get('/api/remote').expect(401);
  });

  it('does not help where the session was cancelled', async () => {
    const { token } = await invited({}, other.id);
    const coordinator = await api.as('coordinator');
    const present = await coordinator.get(`/api/sessions/${other.id}`).expect(200);
    await coordinator
      .post(`/api/sessions/${other.id}/cancel`)
      .send({ version: present.body.version, reason: '专家无法出席' })
      .expect(200);
    expect((await redeem(token).expect(410)).body.code).toBe('invitation/revoked');
    expect((await issue(coordinator, {}, other.id).expect(409)).body.code).toBe('session/wrong-state');
  });
});
