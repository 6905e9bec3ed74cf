import { Injectable } from '@nestjs/common';
import {
  isAdministratorRole,
  type InputOf,
  type peopleEndpoints,
  type Permission,
  type PersonView,
  type Role,
} from '@consilium/contracts';
import { type Actor } from '../access/index.js';
import { Database, type Transaction } from '../database/index.js';
import { notFound, Problem, refuseFields } from '../errors/index.js';
import { reopenScreens } from '../identity/index.js';
import { refuseLastAdministrator } from './last-administrator.js';
import {
  endedAfter,
  membershipState,
  refusedAdministrator,
  refusedMembership,
  withLastDay,
  type MembershipFacts,
  type WantedMembership,
} from './membership.rules.js';
import { peopleChanged } from './people.service.js';
import { changePerson, refuseOwn, type MembershipRow, type PersonRecord } from './person-record.js';
import { personView } from './person-view.js';

type Body<Name extends 'addMembership' | 'grantAdministratorRole' | 'endMembership'> = InputOf<
  (typeof peopleEndpoints)[Name]
>['body'];

/**
 * Who holds which role, where and for how long. Administrators keep clinical roles and postings; the roles of the administrators themselves are
 * the security administrator's. What changes counts from the person's next request; their open screens ask again at once.
 */
@Injectable()
export class MembershipsService {
  constructor(private readonly database: Database) {}

  /** Throws `people/own-role`, `people/administrator-role` and refusals of the fields of a membership. */
  async add(actor: Actor, personId: string, { version, ...asked }: Body<'addMembership'>): Promise<PersonView> {
    return changePerson(
      this.database,
      actor,
      { personId, version, permission: 'people:manage' },
      async (tx, person) => {
        refuseOwn(actor, personId, 'people/own-role');
        if (isAdministratorRole(asked.role)) throw new Problem('people/administrator-role');
        const facts = await membershipFacts(tx, person, asked.departmentId);
        const wanted = withLastDay(asked, facts);
        const refused = refusedMembership(wanted, facts);
        if (refused.length > 0) throw refuseFields(...refused);
        await give(tx, personId, wanted);
        return personView(tx, personId);
      },
    );
  }

  /** Throws `people/own-role` and refusals of `role`, `validFrom` and `validTo`. */
  async addAdministratorRole(
    actor: Actor,
    personId: string,
    { version, ...asked }: Body<'grantAdministratorRole'>,
  ): Promise<PersonView> {
    return changePerson(
      this.database,
      actor,
      { personId, version, permission: 'accounts:manage' },
      async (tx, person) => {
        refuseOwn(actor, personId, 'people/own-role');
        const wanted = { ...asked, hospitalId: person.hostId, departmentId: null, posting: null };
        const refused = refusedAdministrator(wanted, { ...person, held: person.memberships });
        if (refused.length > 0) throw refuseFields(...refused);
        await give(tx, personId, wanted);
        return personView(tx, personId);
      },
    );
  }

  /** Ends a membership after its last day. Throws `people/administrator-role` for that of an administrator, and refusals of `lastDay`. */
  async end(actor: Actor, personId: string, membershipId: string, body: Body<'endMembership'>): Promise<PersonView> {
    return this.ending(actor, personId, membershipId, body, 'people:manage');
  }

  /** Throws `people/last-administrator` where nobody else could sign in with the role. */
  async endAdministratorRole(
    actor: Actor,
    personId: string,
    membershipId: string,
    body: Body<'endMembership'>,
  ): Promise<PersonView> {
    return this.ending(actor, personId, membershipId, body, 'accounts:manage');
  }

  private ending(
    actor: Actor,
    personId: string,
    membershipId: string,
    { version, lastDay }: Body<'endMembership'>,
    permission: Permission,
  ): Promise<PersonView> {
    return changePerson(this.database, actor, { personId, version, permission }, async (tx, person) => {
      const held = person.memberships.find(({ id }) => id === membershipId);
      if (!held) throw notFound();
      const isOfAdministrator = isAdministratorRole(held.role);
      if (isOfAdministrator && permission !== 'accounts:manage') throw new Problem('people/administrator-role');
      if (!isOfAdministrator && permission === 'accounts:manage') throw notFound();
      const validTo = endedAfter(held, lastDay, person.today);
      if (typeof validTo !== 'string') throw refuseFields(validTo);
      if (membershipState(held, person.today) === 'IN_FORCE')
        await refuseLastAdministrator(tx, { personId, held: [held.role], lastDay: validTo });
      await tx.query('UPDATE memberships SET valid_to = $2 WHERE id = $1', [membershipId, validTo]);
      await tx.audit({
        action: 'membership.ended',
        objectKind: 'person',
        objectId: personId,
        detail: { membershipId, role: held.role, hospitalId: held.hospitalId, departmentId: held.departmentId },
        before: { validTo: held.validTo },
        after: { validTo },
      });
      await rolesChanged(tx, personId);
      return personView(tx, personId);
    });
  }
}

async function give(tx: Transaction, personId: string, wanted: WantedMembership): Promise<void> {
  const { hospitalId, departmentId, role, validFrom, validTo, posting } = wanted;
  const id = tx.newId();
  await tx.query(
    `INSERT INTO memberships (id, person_id, hospital_id, department_id, role, valid_from, valid_to, posting) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, personId, hospitalId, departmentId, role, validFrom, validTo, posting],
  );
  await tx.audit({
    action: 'membership.given',
    objectKind: 'person',
    objectId: personId,
    detail: { membershipId: id },
    after: { hospitalId, departmentId, role, validFrom, validTo, posting },
  });
  await rolesChanged(tx, personId);
}

async function rolesChanged(tx: Transaction, personId: string): Promise<void> {
  await reopenScreens(tx, personId);
  await peopleChanged(tx);
}

async function membershipFacts(
  tx: Transaction,
  person: PersonRecord,
  departmentId: string | null,
): Promise<MembershipFacts> {
  const department = await tx.maybeOne<{ hospitalId: string; isRetired: boolean }>(
    'SELECT hospital_id AS "hospitalId", retired_at IS NOT NULL AS "isRetired" FROM departments WHERE id = $1',
    [departmentId],
  );
  const agreements = await tx.query<{ validFrom: string; validTo: string }>(
    `SELECT valid_from::text AS "validFrom", valid_to::text AS "validTo" FROM partnerships
     WHERE host_hospital_id = $1 AND partner_hospital_id = $2 AND ended_at IS NULL AND 'POSTING' = ANY (scopes)`,
    [person.hostId, person.homeId],
  );
  return { ...person, department, agreements, held: person.memberships };
}

/** Roles of a person that are in force today. */
export const heldToday = (memberships: readonly MembershipRow[], today: string): Role[] =>
  memberships.filter((held) => membershipState(held, today) === 'IN_FORCE').map(({ role }) => role);
