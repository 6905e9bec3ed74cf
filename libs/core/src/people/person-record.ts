import type { Permission, Role, Title } from '@consilium/contracts';
import { authorise, authoriseSight, type Actor, type ObjectFacts } from '../access/index.js';
import { campusDay } from '../clock/index.js';
import type { Database, Transaction } from '../database/index.js';
import { notFound, Problem } from '../errors/index.js';
import { campusZone } from '../organisations/index.js';
import type { Period } from './membership.rules.js';

export interface MembershipRow extends Period {
  id: string;
  hospitalId: string;
  departmentId: string | null;
  role: Role;
}

/** A person as changes of them need to know them. */
export interface PersonRecord {
  id: string;
  name: string;
  nameEn: string;
  title: Title;
  email: string | null;
  homeId: string;
  hostId: string;
  /** Today at the host. */
  today: string;
  memberships: MembershipRow[];
}

/** The hospital whose installation this is, and what the policy needs to know of the people it keeps. */
export async function houseOf(tx: Transaction): Promise<{ hostId: string; today: string; facts: ObjectFacts }> {
  const { hostId } = await tx.one<{ hostId: string }>('SELECT id AS "hostId" FROM hospitals WHERE is_host');
  return { hostId, today: campusDay(tx.now, await campusZone(tx, hostId)), facts: { hospitalId: hostId } };
}

/** Reads a person; throws `object/not-found`. */
export async function personRecord(tx: Transaction, personId: string): Promise<PersonRecord> {
  const person = await tx.maybeOne<Omit<PersonRecord, 'hostId' | 'today' | 'memberships'>>(
    'SELECT id, name, name_en AS "nameEn", title, email, hospital_id AS "homeId" FROM people WHERE id = $1',
    [personId],
  );
  if (!person) throw notFound();
  const { hostId, today } = await houseOf(tx);
  const memberships = await tx.query<MembershipRow>(
    `SELECT id, hospital_id AS "hospitalId", department_id AS "departmentId", role, valid_from::text AS "validFrom", valid_to::text AS "validTo"
     FROM memberships WHERE person_id = $1 ORDER BY id`,
    [personId],
  );
  return { ...person, hostId, today, memberships };
}

/** Runs a change of a person under their version. The person is everything about them: memberships, privileges, account. */
export async function changePerson<T>(
  database: Database,
  actor: Actor,
  change: { personId: string; version: number; permission: Permission },
  work: (tx: Transaction, person: PersonRecord) => Promise<T>,
): Promise<T> {
  return database.write(actor, async (tx) => {
    const { facts } = await houseOf(tx);
    authoriseSight(actor, 'people:read', facts);
    authorise(actor, change.permission, facts);
    await personRecord(tx, change.personId);
    await tx.raiseVersion('people', change.personId, change.version);
    // Read after the version is held: what another change did meanwhile is in it.
    return work(tx, await personRecord(tx, change.personId));
  });
}

/** Nobody is administrator of themselves. */
export function refuseOwn(actor: Actor, personId: string, code: 'people/own-role' | 'people/own-account'): void {
  if (actor.personId === personId) throw new Problem(code);
}
