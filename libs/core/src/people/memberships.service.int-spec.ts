import type { PersonView } from '@consilium/contracts';
import { refusal, testWorld, type TestWorld } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personOf, type Actor } from '../access/index.js';
import { loadActor } from '../identity/index.js';
import { DirectoryService } from '../organisations/index.js';
import { AccountsService } from './accounts.service.js';
import { MembershipsService } from './memberships.service.js';
import { PeopleService } from './people.service.js';

let world: TestWorld;
let admin: Actor;
let security: Actor;
let memberships: MembershipsService;
let people: PeopleService;
let hostId: string;
let beichenId: string;
let urologyId: string;
const DAY = 86_400_000;

beforeAll(async () => {
  world = await testWorld();
  [admin, security] = [await world.actor('administrator'), await world.actor('security')];
  [memberships, people] = [world.get(MembershipsService), world.get(PeopleService)];
  [hostId, beichenId] = [await world.hospitalId('yunling'), await world.hospitalId('beichen')];
  urologyId = await world.departmentId('urology');
  await world.rows(`UPDATE partnerships SET scopes = scopes || '{POSTING}' WHERE partner_hospital_id = $1`, [
    beichenId,
  ]);
});
afterAll(() => world.close());

const person = async (account: string) => people.read(admin, personOf(await world.actor(account)));
const someone = (name: string, hospitalId = hostId): Promise<PersonView> =>
  people.add(admin, { name, nameEn: name, title: 'CHIEF', email: null, hospitalId });
const wanted = (more: object = {}) => ({
  hospitalId: hostId,
  departmentId: urologyId,
  role: 'DEPT_MEMBER' as const,
  posting: null,
  validFrom: '2026-11-18',
  validTo: null,
  ...more,
});
const lines = async (personId: string) =>
  (
    await world.rows<{ action: string }>('SELECT action FROM audit_events WHERE object_id = $1 ORDER BY id', [personId])
  ).map(({ action }) => action);
const actorOf = (personId: string) => world.database.read(admin, (tx) => loadActor(tx, personId));

describe('a membership', () => {
  it('is given by the administrator, on record, and counts at once', async () => {
    const { id, version } = await someone('Shen Yi');
    const given = await memberships.add(admin, id, { version, ...wanted() });
    expect(given.memberships).toMatchObject([{ role: 'DEPT_MEMBER', state: 'IN_FORCE', availableActions: ['end'] }]);
    expect((await actorOf(id))?.memberships).toEqual([
      { role: 'DEPT_MEMBER', departmentId: urologyId, hospitalId: hostId },
    ]);
    expect(await lines(id)).toEqual(['person.added', 'membership.given']);
  });

  it('is refused where it is held already, at the field', async () => {
    const { id, version } = await person('urology-3');
    const refused = await refusal(memberships.add(admin, id, { version, ...wanted() }));
    expect(refused.extras.errors).toMatchObject([{ field: 'role', code: 'overlaps' }]);
    expect((await person('urology-3')).version).toBe(version);
  });

  it('is refused on an older state of the person', async () => {
    const { id, version } = await someone('Shen Er');
    await memberships.add(admin, id, { version, ...wanted() });
    const second = memberships.add(admin, id, { version, ...wanted({ role: 'RECORDER', departmentId: null }) });
    expect((await refusal(second)).code).toBe('object/stale');
  });

  it('ends with its last day and not before, and never disappears', async () => {
    const { id, version } = await someone('Shen San');
    const given = await memberships.add(admin, id, { version, ...wanted() });
    const membershipId = given.memberships[0]?.id ?? '';
    const ended = await memberships.end(admin, id, membershipId, { version: given.version, lastDay: '2026-11-19' });
    expect(ended.memberships).toMatchObject([{ validTo: '2026-11-19', state: 'IN_FORCE' }]);
    world.clock.advance(2 * DAY - 9 * 3_600_000 - 60_000);
    expect((await actorOf(id))?.memberships).toHaveLength(1);
    // Midnight in Shanghai.
    world.clock.advance(2 * 60_000);
    expect((await actorOf(id))?.memberships).toEqual([]);
    expect((await people.read(admin, id)).memberships).toMatchObject([{ state: 'ENDED', availableActions: [] }]);
    world.clock.advance(-2 * DAY + 9 * 3_600_000 - 60_000);
  });

  it('taken back on its first day is out of force at once and stays on the list as cancelled', async () => {
    const { id, version } = await someone('Shen Si');
    const given = await memberships.add(admin, id, { version, ...wanted() });
    const membershipId = given.memberships[0]?.id ?? '';
    const ended = await memberships.end(admin, id, membershipId, { version: given.version, lastDay: '2026-11-17' });
    expect(ended.memberships).toMatchObject([{ state: 'CANCELLED' }]);
    expect((await actorOf(id))?.memberships).toEqual([]);
    const again = await memberships.add(admin, id, { version: ended.version, ...wanted() });
    expect(again.memberships).toHaveLength(2);
  });
});

describe('who may give what', () => {
  it('is never a role for oneself', async () => {
    const own = await person('administrator');
    expect((await refusal(memberships.add(admin, own.id, { version: own.version, ...wanted() }))).code).toBe(
      'people/own-role',
    );
    const { id, version } = await person('security');
    const role = { version, role: 'AUDITOR' as const, validFrom: '2026-11-18', validTo: null };
    expect((await refusal(memberships.addAdministratorRole(security, id, role))).code).toBe('people/own-role');
    expect(own.availableActions).toEqual(['edit']);
  });

  it('leaves the administrators to the security administrator', async () => {
    const { id, version } = await person('auditor');
    const asked = memberships.add(admin, id, { version, ...wanted({ role: 'ADMIN', departmentId: null }) });
    expect((await refusal(asked)).code).toBe('people/administrator-role');
    const role = { version, role: 'ADMIN' as const, validFrom: '2026-11-18', validTo: null };
    expect((await refusal(memberships.addAdministratorRole(admin, id, role))).code).toBe('access/denied');
    expect((await refusal(memberships.addAdministratorRole(security, id, role))).extras.errors).toMatchObject([
      { field: 'role', code: 'separate-administrators' },
    ]);
    expect((await refusal(memberships.add(security, id, { version, ...wanted() }))).code).toBe('access/denied');
  });

  it('is nobody else’s business', async () => {
    const { id } = await person('auditor');
    expect((await refusal(people.read(await world.actor('coordinator'), id))).code).toBe('object/not-found');
    expect((await refusal(people.list(await world.actor('coordinator'), { page: 1 }))).code).toBe('access/denied');
    expect((await people.read(await world.actor('auditor'), id)).availableActions).toEqual([]);
  });
});

describe('the last administrator who can sign in', () => {
  it('keeps the role until another is in place', async () => {
    const last = await person('administrator');
    const membershipId = last.memberships[0]?.id ?? '';
    const end = (version: number) =>
      memberships.endAdministratorRole(security, last.id, membershipId, { version, lastDay: '2026-11-17' });
    expect((await refusal(end(last.version))).code).toBe('people/last-administrator');

    const { id, version } = await person('recorder');
    await memberships.addAdministratorRole(security, id, {
      version,
      role: 'ADMIN',
      validFrom: '2026-11-18',
      validTo: null,
    });
    expect((await end(last.version)).memberships).toMatchObject([{ role: 'ADMIN', state: 'ENDED' }]);
    const accounts = world.get(AccountsService);
    const replaced = await personSeenBy('recorder', security);
    expect((await refusal(accounts.disable(security, replaced.id, replaced.version))).code).toBe(
      'people/last-administrator',
    );
    const back = await personSeenBy('administrator', security);
    await memberships.addAdministratorRole(security, back.id, {
      version: back.version,
      role: 'ADMIN',
      validFrom: '2026-11-18',
      validTo: null,
    });
  });
});

const personSeenBy = async (account: string, by: Actor) => people.read(by, personOf(await world.actor(account)));

describe('somebody posted from another hospital', () => {
  it('acts as staff of the host within the period and not a day longer', async () => {
    const { id, version } = await person('beichen-expert');
    const posting = { posting: 'SHORT' as const, validFrom: '2026-11-20', validTo: '2026-11-22' };
    const posted = await memberships.add(admin, id, { version, ...wanted(posting) });
    expect(posted.memberships.find((held) => held.posting === 'SHORT')).toMatchObject({ state: 'COMING' });
    const standing = async () => {
      const actor = await actorOf(id);
      return (
        actor && {
          isHost: actor.isHost,
          hospitalId: actor.hospitalId,
          roles: actor.memberships.map(({ role }) => role).toSorted(),
        }
      );
    };
    const asExpert = { isHost: false, hospitalId: beichenId, roles: ['REMOTE_COORDINATOR', 'REMOTE_EXPERT'] };
    const asStaff = { isHost: true, hospitalId: hostId, roles: ['DEPT_MEMBER'] };
    expect(await standing()).toEqual(asExpert);
    world.clock.advance(2 * DAY);
    expect(await standing()).toEqual(asStaff);
    world.clock.advance(2 * DAY);
    expect(await standing()).toEqual(asStaff);
    world.clock.advance(DAY);
    expect(await standing()).toEqual(asExpert);
    world.clock.advance(-5 * DAY);
  });

  it('is in the directory of the host with the department, and leaves the experts of their hospital as they are', async () => {
    const { id } = await person('beichen-expert');
    const { people: staff, partners } = await world.get(DirectoryService).read(await world.actor('coordinator'));
    expect(staff.find((one) => one.id === id)).toMatchObject({ hospitalId: hostId, departmentIds: [urologyId] });
    expect(partners.find((one) => one.id === beichenId)?.experts).toMatchObject([{ id, departmentIds: [] }]);
  });

  it('stays only as long as the agreement does', async () => {
    const { id } = await person('beichen-expert');
    world.clock.advance(2 * DAY);
    expect((await actorOf(id))?.isHost).toBe(true);
    await world.rows(
      `UPDATE partnerships SET ended_at = $2, ended_by = $3, end_reason = 'x' WHERE partner_hospital_id = $1`,
      [beichenId, world.clock.now(), admin.personId],
    );
    expect((await actorOf(id))?.isHost).toBe(false);
    expect((await person('beichen-expert')).memberships.map(({ state }) => state)).toContain('LAPSED');
    await world.rows(
      'UPDATE partnerships SET ended_at = NULL, ended_by = NULL, end_reason = NULL WHERE partner_hospital_id = $1',
      [beichenId],
    );
    world.clock.advance(-2 * DAY);
  });

  it('needs an agreement that allows it', async () => {
    const { id, version } = await person('shenshui-expert');
    const posting = { posting: 'AD_HOC', validFrom: '2026-11-20', validTo: '2026-11-22' };
    const refused = await refusal(memberships.add(admin, id, { version, ...wanted(posting) }));
    expect(refused.extras.errors).toMatchObject([{ field: 'validFrom', code: 'no-agreement' }]);
  });
});
