import { testWorld, walledHouse, type TestWorld, type WalledHouse } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ShareChangeService } from '../sharing/index.js';
import { ReminderDeliveryService } from '../reminders/index.js';
import { systemActor, type Actor } from './index.js';

const BREACH = /row-level security policy/;
const NOT_ALLOWED = /permission denied/;

let world: TestWorld;
let house: WalledHouse;

beforeAll(async () => {
  world = await testWorld({ environment: { SMTP_URL: 'smtp://127.0.0.1:1' } });
  house = await walledHouse(world);
});
afterAll(() => world.close());

const as = <Row extends object>(actor: Actor, sql: string, parameters: readonly unknown[] = []) =>
  world.database.write(actor, (tx) => tx.query<Row>(sql, parameters));
const countOf = async (actor: Actor, table: string): Promise<number> => {
  const [row] = await as<{ n: number }>(actor, `SELECT count(*)::int AS n FROM ${table}`);
  return row?.n ?? -1;
};
const everything = async (table: string) =>
  (await world.rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n;

describe('writing before the wall', () => {
  it('changes and removes nothing of cases the person has no sight of, without a scope and with one', async () => {
    const gynaecologist = await world.actor('gynaecology-1');
    const changed = await as<{ caseNo: string }>(
      gynaecologist,
      'UPDATE cases SET wishes = wishes RETURNING case_no AS "caseNo"',
    );
    expect(changed).toEqual([{ caseNo: house.waiting }]);
    expect(
      await as(gynaecologist, `UPDATE cases SET wishes = '' WHERE case_no = $1 RETURNING id`, [house.shared]),
    ).toEqual([]);
    expect(await as(gynaecologist, 'DELETE FROM participations WHERE state <> $1 RETURNING id', ['PROPOSED'])).toEqual(
      [],
    );
    expect(await as(gynaecologist, 'DELETE FROM surgical_stages RETURNING id')).toEqual([]);
    expect(await as(gynaecologist, 'DELETE FROM cases RETURNING id')).toEqual([]);
  });

  it('adds nothing to them either', async () => {
    const gynaecologist = await world.actor('gynaecology-1');
    const [item] = await world.rows<{ round: string; case: string }>(
      `SELECT r.id AS round, c.id AS case FROM cases c JOIN discussion_rounds r ON r.case_id = c.id WHERE c.case_no = $1`,
      [house.shared],
    );
    await expect(
      as(
        gynaecologist,
        `INSERT INTO participations (id, round_id, department_id, requirement, reasons, state) VALUES (gen_random_uuid(), $1, $2, 'OPTIONAL', '[]', 'OWED')`,
        [item?.round, await world.departmentId('gynecologic-oncology')],
      ),
    ).rejects.toThrow(BREACH);
    await expect(
      as(
        gynaecologist,
        `INSERT INTO board_cards (case_id, department_id, column_key, card, sequence) VALUES ($1, $2, 'TRIAGE', '{}', 0)`,
        [item?.case, await world.departmentId('gynecologic-oncology')],
      ),
    ).rejects.toThrow(BREACH);
  });

  it('refers cases in nobody’s name but one’s own', async () => {
    const surgeon = await world.actor('urology-2');
    const copy = `INSERT INTO cases SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'case_no', 'P26-9999', 'owner_id', $1::uuid))).* FROM cases c WHERE c.case_no = $2`;
    await expect(as(surgeon, copy, [(await world.actor('chair')).personId, house.shared])).rejects.toThrow(BREACH);
    await expect(
      as(await world.actor('quality'), copy, [(await world.actor('quality')).personId, house.shared]),
    ).rejects.toThrow(BREACH);
  });

  it('gives an opinion for the own department alone', async () => {
    const [owed] = await world.rows<{ id: string; round: string }>(
      `SELECT p.id, p.round_id AS round FROM participations p JOIN departments d ON d.id = p.department_id JOIN discussion_rounds r ON r.id = p.round_id
         JOIN cases c ON c.id = r.case_id WHERE c.case_no = $1 AND d.code = 'urology'`,
      [house.shared],
    );
    const opinion = `INSERT INTO opinions (id, round_id, participation_id, hospital_id, author_id, state, text, updated_at) VALUES (gen_random_uuid(), $1, $2, $3, $4, 'DRAFT', '', now())`;
    for (const account of ['pathology-1', 'coordinator']) {
      const actor = await world.actor(account);
      await expect(as(actor, opinion, [owed?.round, owed?.id, actor.hospitalId, actor.personId])).rejects.toThrow(
        BREACH,
      );
    }
    const pathologist = await world.actor('pathology-1');
    expect(await as(pathologist, `UPDATE opinions SET text = '改' WHERE share_id IS NOT NULL RETURNING id`)).toEqual(
      [],
    );
  });

  it('is not for those who may only look', async () => {
    for (const account of ['medical-affairs']) {
      const actor = await world.actor(account);
      expect([account, await countOf(actor, 'cases')]).toEqual([account, 3]);
      for (const table of ['cases', 'participations', 'agenda_items', 'board_cards', 'surgical_plans'])
        expect([
          account,
          table,
          await as(
            actor,
            `UPDATE ${table} SET ${table === 'board_cards' ? 'sequence = 0' : 'id = id'} RETURNING 1 AS one`,
          ),
        ]).toEqual([account, table, []]);
    }
  });

  it('never empties a table, and rewrites neither the audit log nor what was handed in or handed out', async () => {
    const coordinator = await world.actor('coordinator');
    for (const table of ['cases', 'patients', 'outbox', 'audit_events'])
      await expect(as(coordinator, `TRUNCATE ${table} CASCADE`)).rejects.toThrow(NOT_ALLOWED);
    for (const [table, column] of [
      ['audit_events', 'outcome'],
      ['opinion_revisions', 'text'],
      ['record_revisions', 'reason'],
      ['disclosures', 'kind'],
      ['disclosed_contents', 'content'],
    ]) {
      await expect(as(coordinator, `DELETE FROM ${table}`)).rejects.toThrow(NOT_ALLOWED);
      await expect(as(coordinator, `UPDATE ${table} SET ${column} = ${column}`)).rejects.toThrow(NOT_ALLOWED);
    }
    await expect(as(coordinator, 'ALTER TABLE cases DISABLE ROW LEVEL SECURITY')).rejects.toThrow(/must be owner/);
  });
});

describe('another hospital before the wall', () => {
  const TABLES = [
    'cases',
    'patients',
    'patient_identities',
    'discussion_rounds',
    'record_revisions',
    'consents',
    'agenda_items',
    'decisions',
    'surgical_plans',
    'surgical_stages',
    'board_cards',
    'disclosed_contents',
    'share_lines',
    'disclosure_lines',
  ];

  it('reads no table of the house, only what is shared with it, and that as long as it is', async () => {
    const expert = await world.actor('beichen-expert');
    for (const table of TABLES) expect([table, await countOf(expert, table)]).toEqual([table, 0]);
    expect(await as(expert, 'SELECT px_code AS px FROM shares')).toEqual([{ px: house.px }]);
    expect(await countOf(expert, 'shared_records')).toBe(1);
    expect(await countOf(expert, 'opinions')).toBe(2);
    // Their own receipts: the case on the list of the portal is none here, opened it was, and again with the opinions of others.
    expect(await countOf(expert, 'disclosures')).toBe(2);
    expect(await countOf(expert, 'consult_sessions')).toBe(1);
    expect(await as(expert, 'SELECT person_id AS id FROM session_members')).toEqual([{ id: expert.personId }]);
  });

  it('sees of a session without a shared case that it is expected there', async () => {
    const expert = await world.actor('shenshui-expert');
    for (const table of [
      ...TABLES,
      'disclosures',
      'shares',
      'shared_records',
      'opinions',
      'opinion_revisions',
      'participations',
    ])
      expect([table, await countOf(expert, table)]).toEqual([table, 0]);
    expect(await countOf(expert, 'consult_sessions')).toBe(1);
    expect(await countOf(expert, 'session_members')).toBe(1);
  });

  it('sees nothing more at the instant at which the share ends, and nothing after it is withdrawn', async () => {
    const expert = await world.actor('beichen-expert');
    const [share] = await world.rows<{ id: string; until: Date; consent: string }>(
      'SELECT id, expires_at AS until, consent_id AS consent FROM shares',
    );
    const before = world.clock.now();
    world.clock.set(share?.until ?? before);
    for (const table of ['shares', 'shared_records', 'opinions', 'opinion_revisions', 'participations', 'disclosures'])
      expect([table, await countOf(expert, table)]).toEqual([table, 0]);
    world.clock.set(before);
    expect(await countOf(expert, 'shared_records')).toBe(1);
    await expect(as(expert, 'UPDATE shares SET expires_at = expires_at + $1::interval', ['1 year'])).rejects.toThrow(
      BREACH,
    );
    await world.get(ShareChangeService).revoke(await world.actor('coordinator'), share?.id ?? '', '患者撤回同意');
    for (const table of ['shares', 'shared_records', 'opinions', 'participations', 'disclosures'])
      expect([table, await countOf(expert, table)]).toEqual([table, 0]);
    await expect(
      as(
        expert,
        `INSERT INTO disclosures (id, share_id, person_id, consent_id, kind, sections, at) VALUES (gen_random_uuid(), $2, $1, $3, 'CASE', '{SUMMARY}', now())`,
        [expert.personId, share?.id, share?.consent],
      ),
    ).rejects.toThrow(BREACH);
  });
});

describe('the system actors', () => {
  /** What each may read, of all walled tables. */
  const SIGHT: Record<string, string[]> = {
    'reminder-delivery': ['notifications', 'obligations', 'reminders', 'session_members'],
    'mail-delivery': ['mails', 'notifications'],
    'key-rotation': ['patient_identities', 'restricted_facts'],
    demonstration: ['notifications', 'reminders'],
    'sign-in': [],
    'first-start': [],
    'outbox-relay': [],
    'audit-follower': [],
    'case-keeper': [],
  };

  it('see the tables of their own work whole, and not one row of any other', async () => {
    const delivery = world.get(ReminderDeliveryService);
    for (const { id } of await delivery.waiting(0)) await delivery.deliver(id);
    const walled = await world.rows<{ name: string }>(
      'SELECT relname AS name FROM pg_class WHERE relforcerowsecurity ORDER BY relname',
    );
    expect(await everything('mails')).toBeGreaterThan(0);
    for (const [name, tables] of Object.entries(SIGHT)) {
      const actor = systemActor(name, '');
      const seen: string[] = [];
      for (const table of walled) {
        const count = await countOf(actor, table.name);
        if (count === 0) continue;
        expect([name, table.name, count]).toEqual([name, table.name, await everything(table.name)]);
        seen.push(table.name);
      }
      expect([name, seen]).toEqual([name, tables]);
    }
  });

  it('change nothing beside their own work', async () => {
    const deliverer = systemActor('reminder-delivery', '');
    expect(await as(deliverer, 'UPDATE obligations SET due_at = due_at RETURNING id')).toEqual([]);
    expect(await as(deliverer, 'UPDATE cases SET version = version RETURNING id')).toEqual([]);
    expect(await as(deliverer, 'DELETE FROM reminders RETURNING id')).toEqual([]);
    expect(await as(systemActor('mail-delivery', ''), 'UPDATE notifications SET read_at = now() RETURNING id')).toEqual(
      [],
    );
    expect(await as(systemActor('outbox-relay', ''), 'UPDATE reminders SET fire_at = fire_at RETURNING id')).toEqual(
      [],
    );
  });

  it('keep to the one case they are let in to, and for no longer than that takes', async () => {
    const [one] = await world.rows<{ id: string }>('SELECT id FROM cases WHERE case_no = $1', [house.planned]);
    const expert = await world.actor('shenshui-expert');
    const counts = await world.database.write(expert, async (tx) => {
      const count = async () => (await tx.one<{ n: number }>('SELECT count(*)::int AS n FROM cases')).n;
      return [await count(), await tx.asCaseKeeper(one?.id ?? '', count), await count()];
    });
    expect(counts).toEqual([0, 1, 0]);
  });

  it('is no role that passes the wall: none can sign in, none is exempt', async () => {
    const made = await world.rows(
      `SELECT rolname, rolcanlogin, rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname IN ('consilium_app', 'consilium_wall') ORDER BY 1`,
    );
    const harmless = { rolcanlogin: false, rolsuper: false, rolbypassrls: false, rolcreaterole: false };
    expect(made).toEqual([
      { rolname: 'consilium_app', ...harmless },
      { rolname: 'consilium_wall', ...harmless },
    ]);
  });
});
