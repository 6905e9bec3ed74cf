import type { PersonView } from '@consilium/contracts';
import { FirstAdministratorService, SettableClock } from '@consilium/core';
import { BEGINNING, codeOfSecret, emptyDatabase, PASSWORD, testConfig } from '@consilium/testing';
import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApplication } from '../application.js';
import { apiWorld, type ApiWorld } from '../testing/api-world.js';
import { namedEndpoints, Witness } from '../testing/witness.js';

type Browser = Awaited<ReturnType<ApiWorld['as']>>;

describe('people and accounts', () => {
  let api: ApiWorld;
  let admin: Browser;
  let security: Browser;
  let witness: Witness;

  beforeAll(async () => {
    api = await apiWorld();
    [admin, security] = [await api.as('administrator'), await api.as('security')];
    witness = new Witness(api);
  });
  afterAll(() => api.close());

  const idOf = async (account: string) => {
    const { body } = await admin.get(`/api/people?q=${account}`).expect(200);
    return (body.items as { id: string }[])[0]?.id ?? '';
  };

  it('a disabled account answers 401 to the very next request', async () => {
    const surgeon = await api.as('urology-3');
    await surgeon.get('/api/auth/me').expect(200);
    const id = await idOf('urology-3');
    const { body } = await security.get(`/api/people/${id}`).expect(200);
    await security.post(`/api/people/${id}/account/disable`).send({ version: body.version }).expect(200);
    await surgeon.get('/api/auth/me').expect(401);
    await security
      .post(`/api/people/${id}/account/enable`)
      .send({ version: body.version + 1 })
      .expect(200);
    await surgeon.get('/api/auth/me').expect(401);
  });

  it('a role given or taken counts with the very next request', async () => {
    const nurse = await api.as('theatre-nurse');
    await nurse.get('/api/audit').expect(403);
    const id = await idOf('theatre-nurse');
    const { body } = await security.get(`/api/people/${id}`).expect(200);
    const path = `/api/people/${id}/administrator-roles`;
    const given = await security
      .post(path)
      .send({ version: body.version, role: 'AUDITOR', validFrom: '2026-11-18' })
      .expect(200);
    // From now on the role asks for a one-time code before anything else.
    expect((await nurse.get('/api/audit')).body.code).toBe('sign-in/enrolment-required');
    const membership = (given.body as PersonView).memberships.find(({ role }) => role === 'AUDITOR');
    await security
      .post(`${path}/${membership?.id ?? ''}/end`)
      .send({ version: given.body.version, lastDay: '2026-11-17' })
      .expect(200);
    expect((await nurse.get('/api/audit').expect(403)).body.code).toBe('access/denied');
  });

  it('a refusal names the field in the language of the reader', async () => {
    const hospitalId = await api.world.hospitalId('yunling');
    const wrong = { name: '', nameEn: 'X', title: 'CHIEF', email: 'no address', hospitalId };
    const { body } = await admin.post('/api/people').send(wrong).expect(422);
    expect((body.errors as { field: string }[]).map(({ field }) => field)).toEqual(['name', 'email']);
  });

  it('every act leaves its line, with nobody’s password or link in it', async () => {
    const hospitalId = await api.world.hospitalId('yunling');
    const departmentId = await api.world.departmentId('urology');
    const content = { name: '岑一', nameEn: 'Cen Yi', title: 'CHIEF', email: '' };
    const act = async (name: string, by: Browser, path: string, body: object, method: 'post' | 'put' = 'post') => {
      const { body: now } = person ? await admin.get(`/api/people/${person.id}`).expect(200) : { body: {} };
      const sent = { ...body, ...(person && { version: (now as PersonView).version }) };
      const answer = await witness.done<PersonView & { person?: PersonView; path?: string }>(
        name,
        by[method](path).send(sent),
      );
      person = answer.person ?? answer;
      return answer;
    };
    let person: PersonView | undefined;
    await witness.done('people.list', admin.get('/api/people?page=2'));
    await act('people.add', admin, '/api/people', { ...content, hospitalId });
    const path = `/api/people/${(person as unknown as PersonView).id}`;
    await witness.done('people.read', admin.get(path));
    await act('people.change', admin, path, { ...content, name: '岑乙' }, 'put');
    const period = { validFrom: '2026-11-18', validTo: '2027-11-17' };
    const role = { hospitalId, departmentId, role: 'DEPT_MEMBER' };
    const member = await act('people.addMembership', admin, `${path}/memberships`, { ...role, ...period });
    const lastDay = '2026-11-30';
    const first = member.memberships[0]?.id ?? '';
    await act('people.endMembership', admin, `${path}/memberships/${first}/end`, { lastDay });
    const privilege = await act('people.grantPrivilege', admin, `${path}/privileges`, { level: 4, ...period });
    const granted = privilege.privileges[0]?.id ?? '';
    await act('people.withdrawPrivilege', admin, `${path}/privileges/${granted}/withdraw`, { reason: '评估未过' });
    await act('people.createAccount', security, `${path}/account`, { username: 'cen.yi' });
    const roles = `${path}/administrator-roles`;
    const auditor = await act('people.grantAdministratorRole', security, roles, { role: 'AUDITOR', ...period });
    const held = auditor.memberships.find((one) => one.role === 'AUDITOR')?.id ?? '';
    await act('people.endAdministratorRole', security, `${roles}/${held}/end`, { lastDay });
    const { path: link = '' } = await act('people.issueLink', security, `${path}/account/link`, { hours: 24 });
    const token = link.split('#')[1] ?? '';
    await api.stranger().post('/api/auth/password-link/look').send({ token }).expect(200);
    const redeem = { token, password: 'copper-meadow-71' };
    await witness.done('people.setPassword', api.stranger().post('/api/auth/password-link/redeem').send(redeem));
    await act('people.unlockAccount', security, `${path}/account/unlock`, {});
    await act('people.endSessions', security, `${path}/account/end-sessions`, {});
    await act('people.resetCode', security, `${path}/account/reset-code`, {});
    await act('people.disableAccount', security, `${path}/account/disable`, {});
    await act('people.enableAccount', security, `${path}/account/enable`, {});

    const silent = ['people.procedures', 'people.privilegeHolders', 'people.lookAtLink'];
    const all = [...namedEndpoints.keys()].filter((name) => name.startsWith('people.') && !silent.includes(name));
    expect(all.filter((name) => (witness.seen.get(name) ?? []).length === 0)).toEqual([]);
    const [{ log } = { log: '' }] = await api.world.rows<{ log: string }>(
      `SELECT string_agg(e::text, E'\\n') AS log FROM audit_events e`,
    );
    expect(log).not.toContain(token);
    expect(log).not.toContain(redeem.password);
  });
});

it('an empty house is built up by screens alone, from the first administrator to a colleague who signs in', async () => {
  const empty = await emptyDatabase();
  const clock = new SettableClock(BEGINNING);
  const app = await createApplication(testConfig(empty.url), { clock });
  await app.listen(0, '127.0.0.1');
  const browser = () => supertest.agent(app.getHttpServer()).set('X-Consilium', '1').set('Accept-Language', 'zh-CN');
  try {
    const first = browser();
    const token = await app.get(FirstAdministratorService).issueToken();
    const start = {
      token,
      hospitalName: '新城肿瘤医院',
      name: '赵一',
      username: 'first',
      password: 'a long enough phrase',
    };
    const { body: me } = await first.post('/api/auth/first-administrator').send(start).expect(201);
    expect((me.memberships as { role: string }[]).map(({ role }) => role).toSorted()).toEqual([
      'ADMIN',
      'SECURITY_ADMIN',
    ]);
    const { body: begun } = await first.post('/api/auth/one-time-code').send({ password: '' }).expect(200);
    const code = await codeOfSecret(begun.secret, clock.now());
    await first.post('/api/auth/one-time-code/confirm').send({ code }).expect(200);

    const hospitalId = me.hospital.id as string;
    await first.get('/api/directory').expect(200);
    const second = { name: '钱二', nameEn: 'Qian Er', title: 'STAFF', email: '', hospitalId };
    const { body: added } = await first.post('/api/people').send(second).expect(201);
    const path = `/api/people/${added.id}`;
    const security = { version: 1, role: 'SECURITY_ADMIN', validFrom: '2026-11-18' };
    await first.post(`${path}/administrator-roles`).send(security).expect(200);
    await first.post(`${path}/account`).send({ version: 2, username: 'second' }).expect(201);

    // Not yet: the second could not sign in.
    const { body: own } = await first.get(`/api/people/${me.id}`).expect(200);
    const held = (own as PersonView).memberships.find(({ role }) => role === 'SECURITY_ADMIN')?.id ?? '';
    const handOver = () =>
      first
        .post(`/api/people/${me.id}/administrator-roles/${held}/end`)
        .send({ version: own.version, lastDay: '2026-11-17' });
    expect((await handOver().expect(409)).body.code).toBe('people/last-administrator');

    const { body: issued } = await first.post(`${path}/account/link`).send({ version: 3, hours: 24 }).expect(201);
    const word = (issued.path as string).split('#')[1];
    await browser().post('/api/auth/password-link/redeem').send({ token: word, password: PASSWORD }).expect(204);
    await handOver().expect(200);
    const { body: signedIn } = await browser()
      .post('/api/auth/sign-in')
      .send({ username: 'second', password: PASSWORD })
      .expect(200);
    expect(signedIn).toMatchObject({
      permissions: expect.arrayContaining(['accounts:manage']),
      signIn: { mustEnrol: true },
    });
  } finally {
    await app.close();
    await empty.drop();
  }
}, 60_000);
