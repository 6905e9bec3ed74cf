import { tablesLookedAt } from './doors.js';
import { id, ids, invitedTo, isSystem, NOW, WRITES } from './settings.js';

/** Who sees a row and who writes it, in SQL conditions on the row. What is left out is refused. */
interface Wall {
  sees: string;
  adds?: string;
  changes?: string;
  removes?: string;
  /** Others who are let in besides: people of other hospitals, and system actors, each to what it needs. */
  besides?: { who: string; may: 'SELECT' | 'INSERT' | 'UPDATE'; where: string; leaves?: string }[];
}

const HOSPITAL_SEES_ALL = `hospital_id = ANY ${ids('case_hospitals')}`;

const CASE_IN_SIGHT = `(${HOSPITAL_SEES_ALL}
  OR (owner_id = ${id('person_id')} AND hospital_id = ANY ${ids('own_case_hospitals')})
  OR EXISTS (SELECT FROM wall_cases w WHERE w.case_id = cases.id)
  OR (id = ANY ${ids('case_ids')} AND ${isSystem('case-keeper')}))`;

const IN_SIGHT = 'in_sight(case_id)';
const ROUND = 'round_in_sight(round_id)';
const HOSTED = 'hosts_session(session_id)';
const SHARED_ROUND = 'round_id IN (SELECT w.round_id FROM wall_shares w)';
const OWN_SHARE = 'share_id IN (SELECT w.share_id FROM wall_shares w)';

/** Whoever sees a row of this kind may write it, if they may write at all. */
const written = (sees: string) => ({ adds: `${WRITES} AND ${sees}`, changes: `${WRITES} AND ${sees}` });

const IDENTITY = `(hospital_id = ANY ${ids('identity_hospitals')}
  OR EXISTS (SELECT FROM cases c WHERE c.patient_id = patient_identities.patient_id AND c.owner_id = ${id('person_id')}
    AND c.hospital_id = ANY ${ids('identity_owner_hospitals')}))`;

const GUEST_SHARE = `hospital_id = ANY ${ids('share_hospitals')} AND revoked_at IS NULL AND expires_at > ${NOW} AND ${invitedTo('session_id')}`;
const GUEST_OBLIGATION = `(${OWN_SHARE} OR (kind = 'SESSION' AND session_id IN (SELECT w.session_id FROM wall_guest_sessions w)))`;
// What is owed under no case and no session concerns the hospital as a whole.
const OWES = `(${IN_SIGHT} OR ${HOSTED} OR (case_id IS NULL AND session_id IS NULL AND hospital_id = ANY ${ids('overdue_hospitals')}))`;
const OF_OBLIGATION = 'EXISTS (SELECT FROM obligations o WHERE o.id = obligation_id)';
const DEPARTMENT_OPINION = `EXISTS (SELECT FROM participations p WHERE p.id = participation_id AND p.department_id = ANY ${ids('opinion_departments')})`;

const WALLS: Record<string, Wall> = {
  cases: {
    sees: CASE_IN_SIGHT,
    adds: `${WRITES} AND hospital_id = ANY ${ids('refer_hospitals')} AND owner_id = ${id('person_id')}`,
    changes: `${WRITES} AND ${CASE_IN_SIGHT}`,
  },
  patients: {
    sees: `${HOSPITAL_SEES_ALL} OR patient_in_sight(id)`,
    adds: `${WRITES} AND hospital_id = ANY ${ids('refer_hospitals')}`,
  },
  patient_identities: {
    sees: IDENTITY,
    adds: `${WRITES} AND hospital_id = ANY ${ids('refer_hospitals')}`,
    changes: `${WRITES} AND ${IDENTITY}`,
    besides: [
      { who: 'key-rotation', may: 'SELECT', where: isSystem('key-rotation') },
      { who: 'key-rotation', may: 'UPDATE', where: isSystem('key-rotation') },
    ],
  },
  discussion_rounds: { sees: IN_SIGHT, ...written(IN_SIGHT) },
  participations: {
    sees: ROUND,
    ...written(ROUND),
    removes: `${WRITES} AND ${ROUND}`,
    besides: [{ who: 'guest', may: 'SELECT', where: SHARED_ROUND }],
  },
  consents: { sees: IN_SIGHT, ...written(IN_SIGHT) },
  consult_sessions: {
    sees: `hospital_id = ANY ${ids('session_hospitals')}`,
    ...written(`hospital_id = ANY ${ids('session_hospitals')}`),
    besides: [{ who: 'guest', may: 'SELECT', where: 'id IN (SELECT w.session_id FROM wall_guest_sessions w)' }],
  },
  session_hospitals: { sees: HOSTED, ...written(HOSTED) },
  session_members: {
    sees: HOSTED,
    ...written(HOSTED),
    besides: [
      {
        who: 'guest',
        may: 'SELECT',
        where: `person_id = ${id('person_id')} AND cardinality(${ids('share_hospitals')}) > 0 AND ${invitedTo('session_id')}`,
      },
      { who: 'reminder-delivery', may: 'SELECT', where: isSystem('reminder-delivery') },
    ],
  },
  agenda_items: {
    sees: IN_SIGHT,
    ...written(`${IN_SIGHT} AND ${HOSTED}`),
    removes: `${WRITES} AND ${IN_SIGHT} AND ${HOSTED}`,
  },
  shares: {
    sees: IN_SIGHT,
    ...written(IN_SIGHT),
    besides: [
      // Also those that ended: who asks for one is told that it was withdrawn.
      {
        who: 'guest',
        may: 'SELECT',
        where: `hospital_id = ANY ${ids('share_hospitals')} AND ${invitedTo('session_id')}`,
      },
      // To hold one while an opinion is given under it; a guest leaves every share as it is.
      { who: 'guest', may: 'UPDATE', where: GUEST_SHARE, leaves: 'false' },
    ],
  },
  disclosures: {
    sees: `EXISTS (SELECT FROM shares s WHERE s.id = share_id AND in_sight(s.case_id))`,
    besides: [{ who: 'guest', may: 'INSERT', where: `${OWN_SHARE} AND person_id = ${id('person_id')}` }],
  },
  opinions: {
    sees: ROUND,
    ...written(`${DEPARTMENT_OPINION} AND author_id = ${id('person_id')}`),
    changes: `${WRITES} AND ${DEPARTMENT_OPINION}`,
    besides: [
      { who: 'guest', may: 'SELECT', where: SHARED_ROUND },
      { who: 'guest', may: 'INSERT', where: `${WRITES} AND ${OWN_SHARE} AND author_id = ${id('person_id')}` },
      { who: 'guest', may: 'UPDATE', where: `${WRITES} AND ${OWN_SHARE}` },
    ],
  },
  opinion_revisions: {
    sees: 'EXISTS (SELECT FROM opinions o WHERE o.id = opinion_id)',
    adds: `${WRITES} AND EXISTS (SELECT FROM opinions o WHERE o.id = opinion_id AND o.author_id = ${id('person_id')})`,
  },
  decisions: { sees: ROUND, ...written(ROUND) },
  surgical_plans: { sees: IN_SIGHT, ...written(IN_SIGHT) },
  surgical_stages: {
    sees: 'EXISTS (SELECT FROM surgical_plans n WHERE n.id = plan_id)',
    ...written('EXISTS (SELECT FROM surgical_plans n WHERE n.id = plan_id)'),
    removes: `${WRITES} AND EXISTS (SELECT FROM surgical_plans n WHERE n.id = plan_id)`,
  },
  board_cards: {
    sees: `department_id = ANY ${ids('board_departments')}
      OR department_id IN (SELECT d.id FROM departments d WHERE d.hospital_id = ANY ${ids('board_hospitals')}) OR ${IN_SIGHT}`,
    ...written(IN_SIGHT),
    removes: `${WRITES} AND ${IN_SIGHT}`,
  },
  obligations: {
    sees: `hospital_id = ANY ${ids('overdue_hospitals')} OR person_id = ${id('person_id')} OR ${OWES}`,
    ...written(OWES),
    besides: [
      { who: 'guest', may: 'SELECT', where: GUEST_OBLIGATION },
      { who: 'guest', may: 'UPDATE', where: `${WRITES} AND ${OWN_SHARE}` },
      { who: 'reminder-delivery', may: 'SELECT', where: isSystem('reminder-delivery') },
    ],
  },
  reminders: {
    sees: OF_OBLIGATION,
    ...written(OF_OBLIGATION),
    besides: ['reminder-delivery', 'demonstration'].flatMap((who) => [
      { who, may: 'SELECT' as const, where: isSystem(who) },
      { who, may: 'UPDATE' as const, where: isSystem(who) },
    ]),
  },
  notifications: {
    sees: `person_id = ${id('person_id')}`,
    changes: `person_id = ${id('person_id')}`,
    besides: [
      { who: 'reminder-delivery', may: 'SELECT', where: isSystem('reminder-delivery') },
      { who: 'reminder-delivery', may: 'INSERT', where: isSystem('reminder-delivery') },
      { who: 'mail-delivery', may: 'SELECT', where: isSystem('mail-delivery') },
      { who: 'demonstration', may: 'SELECT', where: isSystem('demonstration') },
      { who: 'demonstration', may: 'UPDATE', where: isSystem('demonstration') },
    ],
  },
  mails: {
    sees: isSystem('mail-delivery'),
    changes: isSystem('mail-delivery'),
    besides: [{ who: 'reminder-delivery', may: 'INSERT', where: isSystem('reminder-delivery') }],
  },
};

const words = (who: string) => who.replaceAll('-', '_');

function wallOf(table: string, { sees, adds, changes, removes, besides = [] }: Wall): string {
  const policy = (name: string, may: string, conditions: string) =>
    `CREATE POLICY ${table}_${name} ON ${table} FOR ${may} TO consilium_app ${conditions};`;
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;`,
    policy('seen', 'SELECT', `USING (${sees})`),
    adds && policy('added', 'INSERT', `WITH CHECK (${adds})`),
    changes && policy('changed', 'UPDATE', `USING (${changes}) WITH CHECK (${changes})`),
    removes && policy('removed', 'DELETE', `USING (${removes})`),
    ...besides.map(({ who, may, where, leaves }) => {
      const conditions = {
        SELECT: `USING (${where})`,
        INSERT: `WITH CHECK (${where})`,
        UPDATE: `USING (${where}) WITH CHECK (${leaves ?? where})`,
      };
      return policy(`${words(who)}_${may.toLowerCase()}`, may, conditions[may]);
    }),
    tablesLookedAt.includes(table) &&
      `CREATE POLICY ${table}_looked_at ON ${table} FOR SELECT TO consilium_wall USING (true);`,
  ]
    .filter((statement) => typeof statement === 'string')
    .join('\n');
}

export const POLICIES = Object.entries(WALLS)
  .map(([table, wall]) => wallOf(table, wall))
  .join('\n');
