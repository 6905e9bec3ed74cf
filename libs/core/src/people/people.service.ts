import { Injectable } from '@nestjs/common';
import {
  PEOPLE_PAGE,
  type AnswerOf,
  type InputOf,
  type peopleEndpoints,
  type PersonContent,
  type PersonListItem,
  type PersonView,
} from '@consilium/contracts';
import { authorise, authoriseSight, may, personOf, type Actor } from '../access/index.js';
import { fingerprint } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import { refuseFields } from '../errors/index.js';
import { changePerson, houseOf } from './person-record.js';
import { ACCOUNT_STATE, personView } from './person-view.js';

type Wish = InputOf<typeof peopleEndpoints.list>['query'];

const IN_FORCE = 'm.valid_from <= $2::date AND (m.valid_to IS NULL OR m.valid_to >= $2::date)';
const HELD = `SELECT FROM memberships m WHERE m.person_id = p.id AND ${IN_FORCE}`;

/** People by hospital: where they are employed, or posted to today. A department or role counts while it is held. */
const FOUND = `
  FROM people p JOIN hospitals h ON h.id = p.hospital_id LEFT JOIN accounts a ON a.person_id = p.id
  WHERE ($3::text IS NULL OR strpos(lower(p.name || ' ' || p.name_en || ' ' || coalesce(a.username, '') || ' ' || coalesce(p.email, '')), lower($3)) > 0)
    AND ($4::uuid IS NULL OR p.hospital_id = $4 OR EXISTS (${HELD} AND m.hospital_id = $4))
    AND ($5::uuid IS NULL OR EXISTS (${HELD} AND m.department_id = $5))
    AND ($6::text IS NULL OR EXISTS (${HELD} AND m.role = $6))
    AND ($7::text IS NULL OR ${ACCOUNT_STATE('$1')} = $7)`;

const PAGE = `
  SELECT p.id, p.name, p.name_en AS "nameEn", p.title, json_build_object('zh', h.short_name_zh, 'en', h.short_name_en) AS hospital, a.username,
    coalesce((SELECT json_agg(DISTINCT jsonb_build_object('zh', d.name_zh, 'en', d.name_en)) FROM memberships m JOIN departments d ON d.id = m.department_id
      WHERE m.person_id = p.id AND ${IN_FORCE}), '[]') AS departments,
    coalesce((SELECT json_agg(DISTINCT m.role) FROM memberships m WHERE m.person_id = p.id AND ${IN_FORCE}), '[]') AS roles,
    (SELECT m.posting FROM memberships m WHERE m.person_id = p.id AND m.posting IS NOT NULL AND ${IN_FORCE} ORDER BY m.id LIMIT 1) AS posting,
    ${ACCOUNT_STATE('$1')} AS account
  ${FOUND} ORDER BY h.is_host DESC, p.name_en, p.id LIMIT ${PEOPLE_PAGE} OFFSET $8`;

const COUNT = `SELECT count(*)::int AS total ${FOUND}`;

/** Everybody the house knows, as administrators keep them. */
@Injectable()
export class PeopleService {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, wish: Wish): Promise<AnswerOf<typeof peopleEndpoints.list>> {
    const { q, page, ...filters } = wish;
    // The words that were searched for may be a name: that somebody searched is enough.
    const opening = {
      action: 'people.listed',
      objectKind: 'person',
      detail: { ...filters, page, searched: q !== undefined },
    } as const;
    return this.database.list(actor, opening, async (tx) => {
      const { facts, today } = await houseOf(tx);
      authorise(actor, 'people:read', facts);
      const found = [
        tx.now,
        today,
        q || null,
        filters.hospitalId ?? null,
        filters.departmentId ?? null,
        filters.role ?? null,
        filters.account ?? null,
      ];
      const { total } = await tx.one<{ total: number }>(COUNT, found);
      const pages = Math.max(1, Math.ceil(total / PEOPLE_PAGE));
      const shown = Math.min(page, pages);
      const items = await tx.query<PersonListItem>(PAGE, [...found, (shown - 1) * PEOPLE_PAGE]);
      return { items, total, page: shown, pages, availableActions: may(actor, 'people:manage', facts) ? ['add'] : [] };
    });
  }

  async read(actor: Actor, personId: string): Promise<PersonView> {
    return this.database.read(actor, async (tx) => {
      const { facts } = await houseOf(tx);
      authoriseSight(actor, 'people:read', facts);
      const view = await personView(tx, personId);
      await tx.audit({ action: 'person.opened', objectKind: 'person', objectId: personId });
      return view;
    });
  }

  /** Adds a person to a hospital. Throws a refusal of `hospitalId`. */
  async add(actor: Actor, { hospitalId, ...content }: PersonContent & { hospitalId: string }): Promise<PersonView> {
    return this.database.write(actor, async (tx) => {
      const { facts } = await houseOf(tx);
      authorise(actor, 'people:manage', facts);
      if (!(await tx.maybeOne('SELECT 1 AS one FROM hospitals WHERE id = $1', [hospitalId])))
        throw refuseFields({ field: 'hospitalId', code: 'unknown' });
      const id = tx.newId();
      await tx.query(
        `INSERT INTO people (id, hospital_id, name, name_en, title, email, created_at, updated_at, updated_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8)`,
        [id, hospitalId, content.name, content.nameEn, content.title, content.email, tx.now, personOf(actor)],
      );
      await tx.audit({
        action: 'person.added',
        objectKind: 'person',
        objectId: id,
        after: { hospitalId, ...onRecord(content) },
      });
      await peopleChanged(tx);
      return personView(tx, id);
    });
  }

  /** Changes names, title and e-mail address. Throws `object/stale`. */
  async change(
    actor: Actor,
    personId: string,
    { version, ...content }: PersonContent & { version: number },
  ): Promise<PersonView> {
    return changePerson(
      this.database,
      actor,
      { personId, version, permission: 'people:manage' },
      async (tx, before) => {
        await tx.query('UPDATE people SET name = $2, name_en = $3, title = $4, email = $5 WHERE id = $1', [
          personId,
          content.name,
          content.nameEn,
          content.title,
          content.email,
        ]);
        await tx.audit({
          action: 'person.changed',
          objectKind: 'person',
          objectId: personId,
          before: onRecord(before),
          after: onRecord(content),
        });
        await peopleChanged(tx);
        return personView(tx, personId);
      },
    );
  }
}

const onRecord = ({ name, nameEn, title, email }: PersonContent) => ({
  name,
  nameEn,
  title,
  email: email === null ? null : fingerprint(email),
});

/** Tells open screens that the directory of the house reads differently. */
export async function peopleChanged(tx: Transaction): Promise<void> {
  const { hostId } = await houseOf(tx);
  await tx.announce('directory', hostId);
}
