import { testWorld, walledHouse, type TestWorld, type WalledHouse } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProposalRulesService } from '../proposal-rules/index.js';
import { may, systemActor, type Actor, type ObjectFacts } from './index.js';

/** How each row of a walled table is tied to a case. */
const OF_CASE: Record<string, string> = {
  cases: 't.id',
  patients: '(SELECT c.id FROM cases c WHERE c.patient_id = t.id)',
  discussion_rounds: 't.case_id',
  participations: '(SELECT r.case_id FROM discussion_rounds r WHERE r.id = t.round_id)',
  record_revisions: 't.case_id',
  consents: 't.case_id',
  agenda_items: 't.case_id',
  shares: 't.case_id',
  disclosures: '(SELECT s.case_id FROM shares s WHERE s.id = t.share_id)',
  disclosed_contents: '(SELECT s.case_id FROM shares s WHERE s.id = t.share_id)',
  opinions: '(SELECT r.case_id FROM discussion_rounds r WHERE r.id = t.round_id)',
  opinion_revisions:
    '(SELECT r.case_id FROM opinions o JOIN discussion_rounds r ON r.id = o.round_id WHERE o.id = t.opinion_id)',
  opinion_evidence:
    '(SELECT r.case_id FROM opinions o JOIN discussion_rounds r ON r.id = o.round_id WHERE o.id = t.opinion_id)',
  decisions: '(SELECT r.case_id FROM discussion_rounds r WHERE r.id = t.round_id)',
  attachments: 't.case_id',
  decision_facts: 't.case_id',
  decision_reviews: 't.case_id',
  case_turns: 't.case_id',
  completeness_items: '(SELECT r.case_id FROM discussion_rounds r WHERE r.id = t.round_id)',
  material_chases: '(SELECT r.case_id FROM discussion_rounds r WHERE r.id = t.round_id)',
  consult_requests: 't.case_id',
  consult_request_events: '(SELECT q.case_id FROM consult_requests q WHERE q.id = t.consult_request_id)',
  condition_updates: 't.case_id',
  condition_update_events: '(SELECT u.case_id FROM condition_updates u WHERE u.id = t.condition_update_id)',
  surgical_plans: 't.case_id',
  surgical_stages: '(SELECT n.case_id FROM surgical_plans n WHERE n.id = t.plan_id)',
};
const OTHERS = [
  'recommendations',
  'recommendation_reports',
  'patient_identities',
  'consult_sessions',
  'session_hospitals',
  'session_members',
  'board_cards',
  'obligations',
  'reminders',
  'notifications',
  'mails',
  'emergency_accesses',
  'proposal_rule_versions',
  'restricted_facts',
  'case_imports',
  'case_search',
  'saved_filters',
  'patient_merges',
];
const WALLED = [...Object.keys(OF_CASE), ...OTHERS];

/** Tables without patient data; see docs/decisions/0010-row-level-wall.md for why each stands outside. */
const OUTSIDE =
  /^(hospitals|campuses|departments|department_campuses|centers|center_departments|rooms|partnerships|people|memberships|accounts|sign_ins|setup_links|authenticators|recovery_codes|unknown_names|invitations|password_links|surgical_privileges|bookings|caught_mails|outbox|checklists|checklist_versions|installation|migrations|audit_\w+)$/;

interface Facts {
  id: string;
  caseNo: string;
  own: ObjectFacts;
  plans: ObjectFacts[];
  agendas: ObjectFacts[];
}

let world: TestWorld;
let house: WalledHouse;
let cases: Facts[];
let accounts: string[];

const unscoped = async (actor: Actor, table: string): Promise<string[]> => {
  const rows = await world.database.read(actor, (tx) =>
    tx.query<{ at: string }>(`SELECT ctid::text AS at FROM ${table}`),
  );
  return rows.map(({ at }) => at).toSorted();
};
/** Rows of a table with the columns a rule needs, as the administrator of the server sees them. */
const all = <Row extends object>(table: string, columns: string) =>
  world.rows<Row & { at: string }>(`SELECT t.ctid::text AS at, ${columns} FROM ${table} t`);

/** Whether some line of the policy lets this person look at the case itself, at its plan, or at an agenda it is on. */
const inSight = (actor: Actor, { own, plans, agendas }: Facts): boolean =>
  may(actor, 'case:read', own) ||
  plans.some((plan) => may(actor, 'plan:read', plan)) ||
  agendas.some((agenda) => may(actor, 'agenda:read', agenda));
const sightOf = (actor: Actor, known = (own: ObjectFacts): ObjectFacts => own): Set<string> =>
  new Set(cases.filter((one) => inSight(actor, { ...one, own: known(one.own) })).map(({ id }) => id));

beforeAll(async () => {
  world = await testWorld();
  house = await walledHouse(world);
  const coordinator = await world.actor('coordinator');
  const { version, rules } = await world.get(ProposalRulesService).read(coordinator);
  await world.get(ProposalRulesService).save(coordinator, { version, reason: '科室要求', rules: rules.slice(1) });
  cases = await world.rows<Facts>(`
    SELECT c.id, c.case_no AS "caseNo",
      json_build_object('hospitalId', c.hospital_id, 'ownerId', c.owner_id,
        'departmentIds', (SELECT json_agg(p.department_id) FROM participations p JOIN discussion_rounds r ON r.id = p.round_id WHERE r.case_id = c.id),
        'consultedDepartmentIds', (SELECT json_agg(q.department_id) FROM consult_requests q WHERE q.case_id = c.id),
        'recorderId', (SELECT s.recorder_id FROM agenda_items i JOIN consult_sessions s ON s.id = i.session_id WHERE i.case_id = c.id LIMIT 1),
        'emergencyPersonIds', (SELECT json_agg(e.person_id) FROM emergency_accesses e WHERE e.case_id = c.id),
        'listedDepartmentIds', (SELECT json_agg(d.id) FROM restricted_facts f CROSS JOIN LATERAL unnest(f.department_ids) AS d (id) WHERE f.case_id = c.id)) AS own,
      coalesce((SELECT json_agg(json_build_object('hospitalId', c.hospital_id, 'ownerId', c.owner_id, 'leadId', n.lead_id,
          'departmentIds', (SELECT json_agg(g.department_id) FROM surgical_stages g WHERE g.plan_id = n.id),
          'memberIds', (SELECT json_agg(g.lead_id) FROM surgical_stages g WHERE g.plan_id = n.id)))
        FROM surgical_plans n WHERE n.case_id = c.id), '[]') AS plans,
      coalesce((SELECT json_agg(json_build_object('hospitalId', c.hospital_id,
          'memberIds', (SELECT json_agg(m.person_id) FROM session_members m WHERE m.session_id = i.session_id)))
        FROM agenda_items i WHERE i.case_id = c.id), '[]') AS agendas
    FROM cases c`);
  accounts = (await world.rows<{ username: string }>('SELECT username FROM accounts ORDER BY username')).map(
    ({ username }) => username,
  );
});
afterAll(() => world.close());

describe('the row-level wall', () => {
  it('stands around every table that is not named as one without patient data', async () => {
    const tables = await world.rows<{ name: string; forced: boolean }>(
      `SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced FROM pg_class c
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`,
    );
    expect(
      tables
        .filter(({ forced }) => forced)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(WALLED.toSorted());
    expect(tables.filter(({ name, forced }) => !forced && !OUTSIDE.test(name))).toEqual([]);
  });

  it('has something behind it in every table, so that finding nothing means something', async () => {
    const empty: string[] = [];
    for (const table of WALLED) if ((await all(table, '1')).length === 0) empty.push(table);
    // Nobody has been reminded yet: those two are filled by the worker, and tested there and below. Filters and joined records have tests of their own.
    expect(empty).toEqual(['notifications', 'mails', 'saved_filters', 'patient_merges']);
  });

  it('gives a query that lost its scope no row where the person may see none', async () => {
    const outsiders = ['administrator', 'security', 'auditor', 'followup-nurse', 'shenshui-expert', 'pengcheng-expert'];
    for (const account of outsiders) {
      const actor = await world.actor(account);
      for (const table of Object.keys(OF_CASE))
        expect([account, table, await unscoped(actor, table)]).toEqual([account, table, []]);
      expect([account, await unscoped(actor, 'patient_identities')]).toEqual([account, []]);
    }
  });

  it('gives nothing at all to a transaction in nobody’s name', async () => {
    for (const table of WALLED) expect([table, await unscoped(systemActor('nobody', ''), table)]).toEqual([table, []]);
  });

  it('lets people in by department, ownership, consult, expected session and stage of a plan', async () => {
    const numbers = async (account: string) => {
      const rows = await world.database.read(await world.actor(account), (tx) =>
        tx.query<{ caseNo: string }>('SELECT case_no AS "caseNo" FROM cases ORDER BY case_no'),
      );
      return rows.map(({ caseNo }) => caseNo);
    };
    expect(await numbers('coordinator')).toEqual([house.waiting, house.shared, house.planned].toSorted());
    expect(await numbers('gynaecology-1')).toEqual([house.waiting]);
    expect(await numbers('pathology-1')).toEqual([house.shared]);
    expect(await numbers('head-neck-1')).toEqual([house.planned]);
    expect(await numbers('icu-1')).toEqual([house.shared]);
    expect(await numbers('bone-1')).toEqual([house.planned]);
    expect(await numbers('urology-2')).toEqual([house.shared, house.planned].toSorted());
    expect(await numbers('nutrition-1')).toEqual([]);
  });

  it('shows a recommendation to who answers for it, and to who has sight of its case', async () => {
    const seen = async (account: string) => (await unscoped(await world.actor(account), 'recommendations')).length;
    expect(await Promise.all(['transfusion-1', 'urology-2', 'bone-1', 'pathology-1', 'nutrition-1'].map(seen))).toEqual(
      [1, 1, 1, 0, 0],
    );
    expect(await unscoped(await world.actor('transfusion-1'), 'recommendation_reports')).toHaveLength(1);
    expect(await unscoped(await world.actor('transfusion-1'), 'decision_facts')).toEqual([]);
  });

  it('gives every person of the house exactly the rows of the cases the policy lets them look at', async () => {
    const wrong: string[] = [];
    for (const [table, caseId] of Object.entries(OF_CASE)) {
      const rows = await all<{ caseId: string }>(table, `${caseId} AS "caseId"`);
      for (const account of accounts.filter((name) => !name.endsWith('-expert'))) {
        const actor = await world.actor(account);
        const sight = sightOf(actor);
        const expected = rows.filter((row) => sight.has(row.caseId)).map(({ at }) => at);
        if (JSON.stringify(await unscoped(actor, table)) !== JSON.stringify(expected.toSorted()))
          wrong.push(`${account} ${table}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('shows cards by board, what is owed by house, sessions by hospital and identities to who may reveal them', async () => {
    const { hospitalId: host } = await world.actor('coordinator');
    const cards = await all<{ caseId: string; departmentId: string }>(
      'board_cards',
      'case_id AS "caseId", department_id AS "departmentId"',
    );
    const owed = await all<{ kind: string; caseId: string | null; personId: string | null; sessionId: string | null }>(
      'obligations',
      'kind, case_id AS "caseId", person_id AS "personId", session_id AS "sessionId"',
    );
    const sessions = await all('consult_sessions', '1');
    const members = await all('session_members', '1');
    const identities = await all<{ caseId: string }>(
      'patient_identities',
      '(SELECT c.id FROM cases c WHERE c.patient_id = t.patient_id) AS "caseId"',
    );
    const emergencies = await all<{ caseId: string; personId: string }>(
      'emergency_accesses',
      'case_id AS "caseId", person_id AS "personId"',
    );
    const restricted = await all<{ caseId: string }>('restricted_facts', 'case_id AS "caseId"');
    const ownOf = (caseId: string): ObjectFacts => cases.find(({ id }) => id === caseId)?.own ?? {};
    const wrong: string[] = [];
    for (const account of accounts.filter((name) => !name.endsWith('-expert'))) {
      const actor = await world.actor(account);
      const sight = sightOf(actor);
      // Emergency access opens the page of a case; no board is on it.
      const lasting = sightOf(actor, (own) => ({ ...own, emergencyPersonIds: [] }));
      const readsSessions = may(actor, 'session:read', { hospitalId: host });
      const expected: Record<string, { at: string }[]> = {
        board_cards: cards.filter(
          ({ caseId, departmentId }) =>
            lasting.has(caseId) || may(actor, 'board:read', { hospitalId: host, departmentIds: [departmentId] }),
        ),
        obligations: owed.filter(
          ({ kind, caseId, personId, sessionId }) =>
            may(actor, 'overdue:read', { hospitalId: host }) ||
            (kind === 'EMERGENCY_ACCESS' && may(actor, 'emergency-access:watch', { hospitalId: host })) ||
            personId === actor.personId ||
            (sessionId !== null && readsSessions) ||
            (caseId !== null && sight.has(caseId)),
        ),
        consult_sessions: readsSessions ? sessions : [],
        session_members: readsSessions ? members : [],
        patient_identities: identities.filter(({ caseId }) =>
          may(actor, 'identity:reveal', cases.find(({ id }) => id === caseId)?.own ?? {}),
        ),
        emergency_accesses: emergencies.filter(
          ({ caseId, personId }) =>
            personId === actor.personId ||
            may(actor, 'emergency-access:end', { ...ownOf(caseId), emergencyPersonIds: [] }) ||
            may(actor, 'emergency-access:review', ownOf(caseId)),
        ),
        restricted_facts: restricted.filter(({ caseId }) => may(actor, 'restricted:read', ownOf(caseId))),
        // What cases are found by is read by nobody but the function that finds them.
        case_search: [],
        notifications: [],
        mails: [],
      };
      for (const [table, rows] of Object.entries(expected)) {
        const wanted = rows.map(({ at }) => at).toSorted();
        if (JSON.stringify(await unscoped(actor, table)) !== JSON.stringify(wanted)) wrong.push(`${account} ${table}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
