import { Injectable } from '@nestjs/common';
import { procedures } from '@consilium/catalog';
import type { AnswerOf, InputOf, peopleEndpoints, PersonView } from '@consilium/contracts';
import { authorise, personOf, type Actor } from '../access/index.js';
import { fingerprint } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import { notFound, refuseFields } from '../errors/index.js';
import { operates } from './operating-departments.rules.js';
import { peopleChanged } from './people.service.js';
import { changePerson, houseOf, type PersonRecord } from './person-record.js';
import { personView } from './person-view.js';
import { refusedPrivilege, type HeldPrivilege } from './privilege.rules.js';

type Granted = InputOf<typeof peopleEndpoints.grantPrivilege>['body'];

const codes = new Set(procedures.map(({ code }) => code));

/** Surgical privileges, granted and kept by the host; they count nowhere else. */
@Injectable()
export class PrivilegesService {
  constructor(private readonly database: Database) {}

  /** Grants a level at the host, for one operation or all of it. Throws refusals of its fields. */
  async grant(actor: Actor, personId: string, { version, ...asked }: Granted): Promise<PersonView> {
    return changePerson(
      this.database,
      actor,
      { personId, version, permission: 'people:manage' },
      async (tx, person) => {
        const wanted = { ...asked, procedureName: asked.procedureCode === null ? asked.procedureName : '' };
        const refused = refusedPrivilege(wanted, {
          title: person.title,
          today: person.today,
          knownCodes: codes,
          held: await heldPrivileges(tx, person),
          isStaff: isStaff(person),
        });
        if (refused.length > 0) throw refuseFields(...refused);
        const { procedureCode, procedureName, level, validFrom, validTo } = wanted;
        const id = tx.newId();
        await tx.query(
          `INSERT INTO surgical_privileges (id, person_id, hospital_id, procedure_code, procedure_name, level, valid_from, valid_to, granted_at, granted_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
          [
            id,
            personId,
            person.hostId,
            procedureCode,
            procedureName,
            level,
            validFrom,
            validTo,
            tx.now,
            personOf(actor),
          ],
        );
        await tx.audit({
          action: 'privilege.granted',
          objectKind: 'person',
          objectId: personId,
          detail: { privilegeId: id },
          after: { hospitalId: person.hostId, procedureCode, procedureName, level, validFrom, validTo },
        });
        await peopleChanged(tx);
        return personView(tx, personId);
      },
    );
  }

  /** Withdraws a privilege at once. Plans already sent out keep their answers; a change of one is refused until it has another lead. */
  async withdraw(
    actor: Actor,
    personId: string,
    privilegeId: string,
    { version, reason }: { version: number; reason: string },
  ): Promise<PersonView> {
    return changePerson(this.database, actor, { personId, version, permission: 'people:manage' }, async (tx) => {
      const withdrawn = await tx.maybeOne(
        `UPDATE surgical_privileges SET withdrawn_at = $3, withdrawn_by = $4, withdraw_reason = $5
         WHERE id = $1 AND person_id = $2 AND withdrawn_at IS NULL RETURNING 1 AS one`,
        [privilegeId, personId, tx.now, personOf(actor), reason],
      );
      if (!withdrawn) throw notFound();
      await tx.audit({
        action: 'privilege.withdrawn',
        objectKind: 'person',
        objectId: personId,
        detail: { privilegeId, reason: fingerprint(reason) },
        before: { withdrawn: false },
        after: { withdrawn: true },
      });
      await peopleChanged(tx);
      return personView(tx, personId);
    });
  }

  /** Who may operate at the own hospital, now or later, and in which departments that is asked for. */
  async holders(actor: Actor): Promise<AnswerOf<typeof peopleEndpoints.privilegeHolders>> {
    authorise(actor, 'directory:read', { hospitalId: actor.hospitalId });
    return this.database.read(actor, async (tx) => {
      const items = await tx.query<AnswerOf<typeof peopleEndpoints.privilegeHolders>['items'][number]>(
        `SELECT person_id AS "personId", level, valid_from::text AS "validFrom", valid_to::text AS "validTo" FROM surgical_privileges
         WHERE hospital_id = $1 AND withdrawn_at IS NULL AND valid_to >= hospital_day($1, $2) ORDER BY person_id, level DESC, valid_to DESC`,
        [actor.hospitalId, tx.now],
      );
      const departments = await tx.query<{ id: string; code: string; kind: string }>(
        'SELECT id, code, kind FROM departments WHERE hospital_id = $1',
        [actor.hospitalId],
      );
      return { items, departmentIds: departments.filter(operates).map(({ id }) => id) };
    });
  }

  /** Operations of the catalogue. A level there is a proposal: the hospital's own catalogue decides. */
  async procedures(actor: Actor): Promise<AnswerOf<typeof peopleEndpoints.procedures>> {
    await this.database.read(actor, async (tx) => authorise(actor, 'people:read', (await houseOf(tx)).facts));
    return { items: procedures.map(({ code, name, level }) => ({ code, name, level: level.value })) };
  }
}

const heldPrivileges = (tx: Transaction, { id, hostId }: PersonRecord): Promise<HeldPrivilege[]> =>
  tx.query<HeldPrivilege>(
    `SELECT procedure_code AS "procedureCode", procedure_name AS "procedureName", level, valid_from::text AS "validFrom", valid_to::text AS "validTo"
     FROM surgical_privileges WHERE person_id = $1 AND hospital_id = $2 AND withdrawn_at IS NULL`,
    [id, hostId],
  );

/** Of the host, or with a posting there that is not over. */
const isStaff = ({ homeId, hostId, today, memberships }: PersonRecord): boolean =>
  homeId === hostId ||
  memberships.some(({ hospitalId, validTo }) => hospitalId === hostId && (validTo === null || validTo >= today));
