import { freshCode, PASSWORD, refusal, testWorld, type TestWorld } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personOf, type Actor } from '../access/index.js';
import { IdentityService, PasswordLinksService, SignInService } from '../identity/index.js';
import { AccountsService } from './accounts.service.js';
import { PeopleService } from './people.service.js';

let world: TestWorld;
let security: Actor;
let accounts: AccountsService;
let people: PeopleService;
let links: PasswordLinksService;
const PLACE = { address: '127.0.0.1', browser: 'test' };
const NEW_PASSWORD = 'copper-meadow-71';

beforeAll(async () => {
  world = await testWorld();
  security = await world.actor('security');
  [accounts, people, links] = [world.get(AccountsService), world.get(PeopleService), world.get(PasswordLinksService)];
});
afterAll(() => world.close());

const person = async (account: string) => people.read(security, personOf(await world.actor(account)));
const signIn = async (username: string, password = PASSWORD) => {
  const code = await freshCode(world, username);
  return world.get(SignInService).signIn({ username, password, ...(code !== undefined && { code }) }, PLACE);
};
const isSignedIn = (token: string) => world.get(IdentityService).isSignedIn(token);

describe('disabling an account', () => {
  it('puts its person out at once and lets them in again once it is enabled', async () => {
    const { token, presence } = await signIn('urology-1');
    const { id, version } = await person('urology-1');
    const disabled = await accounts.disable(security, id, version);
    expect(disabled.account?.state).toBe('DISABLED');
    expect(disabled.availableActions).toContain('enable-account');
    expect(await isSignedIn(token)).toBe(false);
    const told = await world.rows(`SELECT 1 FROM outbox WHERE topic = 'sign-in' AND key = $1`, [presence.signInId]);
    expect(told).toHaveLength(1);
    expect((await refusal(signIn('urology-1'))).code).toBe('sign-in/disabled');
    expect((await refusal(signIn('urology-1', 'wrong'))).code).toBe('sign-in/wrong');
    await accounts.enable(security, id, disabled.version);
    expect(await isSignedIn((await signIn('urology-1')).token)).toBe(true);
    expect(await isSignedIn(token)).toBe(false);
  });

  it('is not done to oneself, nor by the administrator of people, nor without an account', async () => {
    const own = await person('security');
    expect((await refusal(accounts.disable(security, own.id, own.version))).code).toBe('people/own-account');
    expect(own.availableActions).toEqual([]);
    const { id, version } = await person('urology-2');
    expect((await refusal(accounts.disable(await world.actor('administrator'), id, version))).code).toBe(
      'access/denied',
    );
  });
});

describe('a first password', () => {
  it('is set by its person with a link, once; nobody else chooses it', async () => {
    const added = await people.add(await world.actor('administrator'), {
      name: '新人',
      nameEn: 'New Person',
      title: 'ATTENDING',
      email: null,
      hospitalId: await world.hospitalId('yunling'),
    });
    const made = await accounts.create(security, added.id, { version: added.version, username: 'new.person' });
    expect(made.account).toMatchObject({ username: 'new.person', state: 'NO_PASSWORD' });
    expect((await refusal(signIn('new.person', ''))).code).toBe('sign-in/wrong');

    const { token, person: shown } = await accounts.issueLink(security, added.id, { version: made.version, hours: 72 });
    expect(JSON.stringify(shown)).not.toContain(token);
    expect(await links.look(token)).toMatchObject({ username: 'new.person', person: { zh: '新人' } });
    const weak = await refusal(links.setPassword(token, 'new.person-1234', PLACE));
    expect(weak.extras.errors).toEqual([{ field: 'password', code: 'weak' }]);
    await links.setPassword(token, NEW_PASSWORD, PLACE);
    expect(await isSignedIn((await signIn('new.person', NEW_PASSWORD)).token)).toBe(true);
    expect((await refusal(links.setPassword(token, PASSWORD, PLACE))).code).toBe('password-link/used');
  });

  it('link stops working when it is replaced, when it expires and when the account is disabled', async () => {
    const { id, version } = await person('urology-3');
    const first = await accounts.issueLink(security, id, { version, hours: 1 });
    const second = await accounts.issueLink(security, id, { version: first.person.version, hours: 1 });
    expect((await refusal(links.look(first.token))).code).toBe('password-link/withdrawn');
    world.clock.advance(61 * 60_000);
    expect((await refusal(links.look(second.token))).code).toBe('password-link/expired');
    world.clock.advance(-61 * 60_000);
    const third = await accounts.issueLink(security, id, { version: second.person.version, hours: 1 });
    const disabled = await accounts.disable(security, id, third.person.version);
    expect((await refusal(links.look(third.token))).code).toBe('sign-in/disabled');
    await accounts.enable(security, id, disabled.version);
    expect((await refusal(links.look(third.token))).code).toBe('password-link/withdrawn');
    expect((await refusal(links.look('x'.repeat(30)))).code).toBe('password-link/unknown');
  });

  it('is refused at a name that is taken', async () => {
    const admin = await world.actor('administrator');
    const hospitalId = await world.hospitalId('yunling');
    const { id, version } = await people.add(admin, {
      name: '乙',
      nameEn: 'Yi',
      title: 'STAFF',
      email: null,
      hospitalId,
    });
    const refused = await refusal(accounts.create(security, id, { version, username: 'urology-1' }));
    expect(refused.extras.errors).toEqual([{ field: 'username', code: 'taken' }]);
    expect((await refusal(accounts.issueLink(security, id, { version, hours: 1 }))).code).toBe('people/no-account');
  });
});

describe('help with signing in', () => {
  it('unlocks an account, ends every browser and removes a lost one-time code', async () => {
    const { token } = await signIn('beichen-expert');
    const { id, version, account } = await person('beichen-expert');
    expect(account).toMatchObject({ oneTimeCode: true, oneTimeCodeRequired: true, signedInBrowsers: 1 });
    const out = await accounts.endSessions(security, id, version);
    expect(await isSignedIn(token)).toBe(false);
    const reset = await accounts.resetCode(security, id, out.version);
    expect(reset.account).toMatchObject({ oneTimeCode: false, signedInBrowsers: 0 });
    expect((await signIn('beichen-expert')).presence.mustEnrol).toBe(true);
    for (let attempt = 0; attempt < 5; attempt += 1) await refusal(signIn('beichen-expert', 'wrong'));
    const locked = await people.read(security, id);
    expect(locked.account?.state).toBe('LOCKED');
    expect(locked.availableActions).toContain('unlock-account');
    expect((await accounts.unlock(security, id, locked.version)).account?.state).toBe('ACTIVE');
  });
});

it('the list finds people by name, hospital, department, role and account, a page at a time', async () => {
  const find = async (wish: object) => people.list(security, { page: 1, ...wish });
  const all = await find({});
  expect(all.items).toHaveLength(25);
  expect(all.pages).toBe(2);
  expect((await find({ page: 2 })).items.length).toBe(all.total - 25);
  expect((await find({ q: 'urology-1' })).items).toMatchObject([
    { username: 'urology-1', roles: ['CASE_OWNER', 'DEPT_LEAD', 'DEPT_MEMBER'] },
  ]);
  expect((await find({ q: '100%_' })).items).toEqual([]);
  expect((await find({ departmentId: await world.departmentId('urology') })).total).toBe(3);
  expect((await find({ role: 'AUDITOR' })).items).toMatchObject([{ username: 'auditor' }]);
  expect((await find({ hospitalId: await world.hospitalId('beichen') })).items).toMatchObject([
    { username: 'beichen-expert' },
  ]);
  expect((await find({ account: 'NONE' })).items.map(({ nameEn }) => nameEn)).toEqual(['Yi']);
});
