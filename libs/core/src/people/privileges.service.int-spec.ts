import { refusal, testWorld, type TestWorld } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personOf, type Actor } from '../access/index.js';
import { PeopleService } from './people.service.js';
import { PrivilegesService } from './privileges.service.js';

let world: TestWorld;
let admin: Actor;
let people: PeopleService;
let privileges: PrivilegesService;
const period = { validFrom: '2026-11-18', validTo: '2027-11-17' };
const general = { procedureCode: null, procedureName: '', level: 4, ...period };

beforeAll(async () => {
  world = await testWorld();
  admin = await world.actor('administrator');
  [people, privileges] = [world.get(PeopleService), world.get(PrivilegesService)];
});
afterAll(() => world.close());

const person = async (account: string) => people.read(admin, personOf(await world.actor(account)));

describe('a surgical privilege', () => {
  it('is granted for a level, on record, with who granted it', async () => {
    const { id, version } = await person('medical-oncology-1');
    const granted = await privileges.grant(admin, id, { version, ...general });
    expect(granted.privileges).toMatchObject([
      { level: 4, procedure: null, state: 'VALID', grantedBy: admin.name, availableActions: ['withdraw'] },
    ]);
    const [line] = await world.rows(
      `SELECT after FROM audit_events WHERE object_id = $1 AND action = 'privilege.granted'`,
      [id],
    );
    expect(line).toMatchObject({ after: { level: 4, validTo: '2027-11-17' } });
  });

  it('is granted for one operation of the catalogue, or one it does not have', async () => {
    const { items } = await privileges.procedures(admin);
    const [first] = items;
    const { id, version } = await person('urology-3');
    const one = await privileges.grant(admin, id, { version, ...general, procedureCode: first?.code ?? '' });
    const other = await privileges.grant(admin, id, { version: one.version, ...general, procedureName: '院内新术式' });
    expect(other.privileges.map(({ procedure }) => procedure?.zh)).toEqual(
      expect.arrayContaining([first?.name.zh, '院内新术式', undefined]),
    );
    const unknown = privileges.grant(admin, id, { version: other.version, ...general, procedureCode: 'nothing' });
    expect((await refusal(unknown)).extras.errors).toEqual([{ field: 'procedureCode', code: 'unknown' }]);
  });

  it('is refused to nurses, to people of other hospitals who are not posted, and twice for the same days', async () => {
    const codeOf = async (account: string) => {
      const { id, version } = await person(account);
      return (await refusal(privileges.grant(admin, id, { version, ...general }))).extras.errors?.map(
        ({ code }) => code,
      );
    };
    expect(await codeOf('theatre-nurse')).toEqual(['not-a-doctor']);
    expect(await codeOf('beichen-expert')).toEqual(['not-of-hospital']);
    expect(await codeOf('urology-1')).toEqual(['overlaps']);
  });

  it('is withdrawn at once with a reason, and counts no more', async () => {
    const { id, version, privileges: held } = await person('bone-1');
    const holders = async () =>
      (await privileges.holders(await world.actor('urology-2'))).items.filter(({ personId }) => personId === id);
    expect(await holders()).toMatchObject([{ level: 4 }]);
    const privilegeId = held[0]?.id ?? '';
    const withdrawn = await privileges.withdraw(admin, id, privilegeId, { version, reason: '定期评估未通过' });
    expect(withdrawn.privileges).toMatchObject([
      { state: 'WITHDRAWN', withdrawnBy: admin.name, withdrawReason: '定期评估未通过', availableActions: [] },
    ]);
    expect(await holders()).toEqual([]);
    const again = privileges.withdraw(admin, id, privilegeId, { version: withdrawn.version, reason: 'x' });
    expect((await refusal(again)).code).toBe('object/not-found');
  });

  it('is not granted by who only looks, nor shown to people of other hospitals', async () => {
    const { id, version } = await person('urology-1');
    const auditor = await world.actor('auditor');
    expect((await refusal(privileges.grant(auditor, id, { version, ...general }))).code).toBe('access/denied');
    expect((await refusal(privileges.holders(await world.actor('shenshui-expert')))).code).toBe('access/denied');
  });

  it('is asked for in departments that operate', async () => {
    const { departmentIds } = await privileges.holders(await world.actor('urology-2'));
    expect(departmentIds).toContain(await world.departmentId('urology'));
    expect(departmentIds).toContain(await world.departmentId('bone-soft-tissue-oncology'));
    expect(departmentIds).not.toContain(await world.departmentId('anesthesiology'));
  });
});
