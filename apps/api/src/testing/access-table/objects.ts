import type { Permission } from '@consilium/contracts';
import {
  EmergencyOpeningService,
  InvitationsService,
  may,
  mayEver,
  personOf,
  type Actor,
  type ObjectFacts,
} from '@consilium/core';
import { PASSWORD, referralOf, walledHouse, type TestWorld, type WalledHouse } from '@consilium/testing';
import { IN_EMERGENCY } from './situations.js';

/** What a route is called on: the parameters of its path, and who the policy table lets do it. */
export interface CalledOn {
  parameters: (actor: Actor) => Readonly<Record<string, string>>;
  /** Only the hospital counts: whose case it is, who chairs or leads makes no difference. */
  ofHospitalAlone?: boolean;
  /** What the policy table grants somebody on this object. */
  grants: (actor: Actor, permission: Permission) => boolean;
}

export interface House extends WalledHouse {
  /** Objects by the beginning of a path; the longest that fits counts. */
  objects: Readonly<Record<string, CalledOn>>;
  /** Words that answers may hold for some and not for others: the number of a case, what it is about. */
  secrets: readonly { words: string; mayBeKnownTo: (actor: Actor) => boolean }[];
}

/** The facts of each object, written down by hand: an independent reading of what was laid down. */
export async function furnishedHouse(world: TestWorld): Promise<House> {
  const house = await walledHouse(world);
  const personId = async (account: string) => personOf(await world.actor(account));
  const [hospitalId, beichen] = await Promise.all([world.hospitalId('yunling'), world.hospitalId('beichen')]);
  const [urology, pathology, colorectal, bone] = await Promise.all(
    ['urology', 'pathology', 'colorectal-surgery', 'bone-soft-tissue-oncology'].map((code) => world.departmentId(code)),
  );
  const [owner, chair, recorder, osteologist, intensivist] = await Promise.all(
    ['urology-2', 'chair', 'recorder', 'bone-1', 'icu-1'].map(personId),
  );
  const known = (...values: (string | undefined)[]) => values.map((value) => value ?? '');
  await world.get(EmergencyOpeningService).open(await world.actor(IN_EMERGENCY), house.shared, {
    reasonKind: 'ON_CALL',
    reason: '夜间值班接诊，需要既往治疗经过',
    password: PASSWORD,
  });
  const ids = await idsOf(world, house);
  const told = await toldEverybody(world);
  await world.rows(OWN_FILTERS);
  // A case under discussion is not taken off the agenda: who may do it is told so, and the next caller finds it still there.
  await world.rows(`UPDATE consult_sessions SET state = 'IN_PROGRESS' WHERE id = $1`, [house.sharedSessionId]);
  await world.rows(`UPDATE agenda_items SET state = 'OPEN' WHERE session_id = $1`, [house.sharedSessionId]);

  const ofCase: ObjectFacts = {
    hospitalId,
    ownerId: owner ?? '',
    recorderId: recorder ?? '',
    departmentIds: known(urology, pathology),
    emergencyPersonIds: [await personId(IN_EMERGENCY)],
  };
  const ofSession: ObjectFacts = {
    hospitalId,
    chairId: chair ?? '',
    recorderId: recorder ?? '',
    memberIds: known(chair, recorder, intensivist),
  };
  const ofHost: ObjectFacts = { hospitalId };
  const ofOpening: ObjectFacts = {
    hospitalId,
    ownerId: chair ?? '',
    emergencyPersonIds: [await personId('cardiology-1')],
  };
  const ofFact: ObjectFacts = { ...ofCase, listedDepartmentIds: known(pathology) };
  const ofPlan: ObjectFacts = {
    ...ofCase,
    leadId: owner ?? '',
    departmentIds: known(urology, colorectal, bone),
    memberIds: known(owner, await personId('urology-1'), chair, osteologist),
  };
  /** Asked of urology by pathology. */
  const ofConsult: ObjectFacts = {
    hospitalId,
    ownerId: owner ?? '',
    departmentIds: known(urology),
    authorId: await personId('pathology-1'),
  };
  /** Whose case it is, and their department: they act on news of it. */
  const ofNews: ObjectFacts = { hospitalId, ownerId: owner ?? '', departmentIds: known(urology) };
  const ofRecommendation: ObjectFacts = { hospitalId, leadId: await personId('transfusion-1') };
  const ofDepartment: ObjectFacts = { hospitalId, departmentIds: known(urology) };
  const ofShare: ObjectFacts = { sharedHospitalIds: [beichen], sharedForSessionId: house.sharedSessionId };
  const on = (facts: ObjectFacts, parameters: Record<string, string> = {}): CalledOn => ({
    parameters: () => parameters,
    grants: (actor, permission) => may(actor, permission, facts),
  });
  const onHost = (parameters: Record<string, string> = {}): CalledOn => ({
    ...on(ofHost, parameters),
    ofHospitalAlone: true,
  });
  /** Lists and what is made anew belong to the hospital of whoever calls. */
  const ofCaller: CalledOn = {
    parameters: () => ({}),
    grants: (actor, permission) => may(actor, permission, { hospitalId: actor.hospitalId }),
  };
  const inSession = {
    id: house.sharedSessionId,
    itemId: ids.item,
    personId: chair ?? '',
    invitationId: ids.invitation,
  };
  const inPlan = { id: ids.plan, stageId: ids.stage };
  /** Auditors and administrators see the numbers of cases in what they keep, and nothing of what the cases are about. */
  const tracksCases = (actor: Actor) =>
    may(actor, 'audit:read', ofHost) ||
    may(actor, 'share:list', ofHost) ||
    may(actor, 'emergency-access:watch', ofHost);
  const seesShared = (actor: Actor) =>
    may(actor, 'case:read', ofCase) || may(actor, 'agenda:read', ofSession) || may(actor, 'remote:read', ofShare);
  const seesPlanned = (actor: Actor) =>
    may(actor, 'case:read', { ...ofCase, departmentIds: known(urology, colorectal) }) ||
    may(actor, 'plan:read', ofPlan) ||
    may(actor, 'agenda:read', { hospitalId, memberIds: known(chair, recorder) });
  const seesWaiting = (actor: Actor) => may(actor, 'case:read', { hospitalId, ownerId: chair ?? '' });
  return {
    ...house,
    secrets: [
      {
        // Every colleague of the hospital sees that a case is discussed, not what it is about.
        words: house.shared,
        mayBeKnownTo: (actor) => seesShared(actor) || may(actor, 'session:read', ofSession) || tracksCases(actor),
      },
      {
        words: house.planned,
        mayBeKnownTo: (actor) => seesPlanned(actor) || may(actor, 'session:read', ofSession) || tracksCases(actor),
      },
      {
        words: (await referralOf(world, '002', 902)).clinical.diagnosis,
        mayBeKnownTo: (actor) => seesShared(actor) || seesPlanned(actor) || seesWaiting(actor),
      },
    ],
    objects: {
      '/api/': ofCaller,
      '/api/remote': {
        parameters: () => ({}),
        grants: (actor, permission) => may(actor, permission, { sharedHospitalIds: [actor.hospitalId] }),
      },
      '/api/cases/:caseNo': on(ofCase, { caseNo: house.shared }),
      '/api/cases/:caseNo/rounds/:ordinal': on(ofCase, { caseNo: house.shared, ordinal: '1' }),
      '/api/cases/:caseNo/completeness/:code': on(ofCase, { caseNo: house.shared, code: 'pathology' }),
      // Nobody's case is missing anything: who may chase is told so.
      '/api/cases/:caseNo/completeness/chase': on(ofCase, { caseNo: house.shared }),
      '/api/checklists': on(ofHost),
      '/api/checklists/:tumourType': on(ofHost, { tumourType: 'COLORECTAL' }),
      '/api/cases/:caseNo/opinions/:departmentId': on(ofDepartment, {
        caseNo: house.shared,
        departmentId: urology ?? '',
      }),
      '/api/cases/:caseNo/record/:section': on(ofCase, { caseNo: house.shared, section: 'summary' }),
      '/api/codes/:list': { ...ofCaller, parameters: () => ({ list: 'icd10' }) },
      '/api/cases/:caseNo/opinions/:departmentId/revisions': on(ofCase, {
        caseNo: house.shared,
        departmentId: pathology ?? '',
      }),
      '/api/recommendations': { parameters: () => ({}), grants: mayEver },
      '/api/recommendations/:id': on(ofRecommendation, { id: ids.recommendation }),
      '/api/decision-reviews/:id': on({ hospitalId, ownerId: owner ?? '', chairId: chair ?? '' }, { id: ids.review }),
      '/api/boards/:departmentId': on(ofDepartment, { departmentId: urology ?? '' }),
      '/api/sessions/:id': on(ofSession, inSession),
      // Everybody's list is of their own plans.
      '/api/plans': { parameters: () => ({}), grants: mayEver },
      '/api/plans/:id': on(ofPlan, inPlan),
      '/api/plans/:id/stages/:stageId': on({ hospitalId, leadId: osteologist ?? '' }, inPlan),
      '/api/remote/cases/:px': on(ofShare, { px: house.px }),
      '/api/shares/:id': on(ofCase, { id: ids.share }),
      '/api/directory': on({ hospitalId }),
      '/api/notifications/:id': { ...ofCaller, parameters: ({ personId }) => ({ id: told.get(personId ?? '') ?? '' }) },
      '/api/cases/:caseNo/restricted-facts/:id': on(ofFact, { caseNo: house.shared, id: ids.fact }),
      '/api/cases/:caseNo/restricted-facts': on(ofFact, { caseNo: house.shared }),
      '/api/cases/:caseNo/attachments/:id': on(ofCase, { caseNo: house.shared, id: ids.file }),
      '/api/shares': ofCaller,
      '/api/disclosures': ofCaller,
      // Word for word for those who keep the case: neither the recorder nor an emergency needs what others received.
      '/api/disclosures/:id': on(
        { hospitalId, ownerId: owner ?? '', departmentIds: known(urology, pathology) },
        { id: ids.disclosure },
      ),
      '/api/cases/:caseNo/emergency-accesses': { ...ofCaller, parameters: () => ({ caseNo: house.shared }) },
      '/api/emergency-accesses': { parameters: () => ({}), grants: mayEver },
      '/api/emergency-accesses/:id': on(ofOpening, { id: ids.opening }),
      '/api/consult-requests': { parameters: () => ({}), grants: mayEver },
      '/api/consult-requests/:id': {
        parameters: () => ({ id: ids.consult }),
        grants: (actor, permission) => may(actor, permission, permission === 'consult:read' ? ofCase : ofConsult),
      },
      '/api/recent-cases': { parameters: () => ({}), grants: mayEver },
      '/api/condition-updates': { parameters: () => ({}), grants: mayEver },
      '/api/condition-updates/:id': {
        parameters: () => ({ id: ids.news }),
        grants: (actor, permission) => may(actor, permission, permission === 'condition-update:read' ? ofCase : ofNews),
      },
      '/api/people': onHost(),
      '/api/people/:id': onHost({ id: ids.person, membershipId: ids.membership, privilegeId: ids.privilege }),
      '/api/procedures': onHost(),
      // Tried on a case of the host.
      '/api/proposal-rules/trial': on(ofHost),
      '/api/surgical-privileges': ofCaller,
      '/api/organisation': onHost(),
      '/api/organisation/hospitals/:id': onHost({ id: hospitalId }),
      '/api/organisation/campuses/:id': onHost({ id: ids.campus }),
      '/api/organisation/rooms/:id': onHost({ id: ids.room }),
      '/api/organisation/departments/:id': onHost({ id: ids.department }),
      '/api/organisation/partnerships/:id': onHost({ id: ids.partnership }),
      '/api/saved-filters/:id': { ...ofCaller, parameters: ({ personId }) => ({ id: personId ?? '' }) },
      '/api/patient-merges/:id': on(ofHost, { id: ids.parted }),
      '/api/audit': on(ofHost),
      '/api/audit/events/:eventId': on(ofHost, { eventId: ids.event }),
    },
  };
}

/** A kept filter for everybody, under their own id; again where one was given up. */
export const OWN_FILTERS = `
  INSERT INTO saved_filters (id, person_id, name, filters, created_at, updated_at)
  SELECT id, id, '常用', '{}', now(), now() FROM people ON CONFLICT DO NOTHING`;

/** Two records that were joined and parted long ago: parting them again changes nothing. */
const PARTED = `
  INSERT INTO patient_merges (id, hospital_id, kept_id, merged_id, case_ids, conflicts, reason, merged_at, merged_by, undone_at, undone_by, undo_reason)
  SELECT gen_random_uuid(), $1, k.patient_id, j.patient_id, '{}', '{}', '重复登记', now(), k.owner_id, now(), k.owner_id, '并非同一人'
  FROM cases k, cases j WHERE k.case_no = $2 AND j.case_no = $3 RETURNING id`;

/** A notification for everybody; their ids by person. */
async function toldEverybody(world: TestWorld): Promise<Map<string, string>> {
  const rows = await world.rows<{ id: string; personId: string }>(
    `INSERT INTO notifications (id, person_id, reminder_id, kind, step, parameters, path, created_at)
     SELECT gen_random_uuid(), p.id, r.id, 'OPINION', 'OPENED', '{}', '/inbox', $1 FROM people p CROSS JOIN (SELECT id FROM reminders LIMIT 1) r
     ON CONFLICT (reminder_id, person_id) DO UPDATE SET read_at = NULL RETURNING id, person_id AS "personId"`,
    [world.clock.now()],
  );
  return new Map(rows.map(({ id, personId }) => [personId, id]));
}

async function invited(world: TestWorld, house: WalledHouse): Promise<string> {
  const personId = personOf(await world.actor('shenshui-expert'));
  const coordinator = await world.actor('coordinator');
  const { invitation } = await world.get(InvitationsService).issue(coordinator, house.sharedSessionId, { personId });
  return invitation.id;
}

async function idsOf(world: TestWorld, house: WalledHouse) {
  const one = async (sql: string, ...parameters: string[]): Promise<string> => {
    const [row] = await world.rows<{ id: string }>(sql, parameters);
    if (!row) throw new Error(`nothing found by ${sql}`);
    return row.id;
  };
  const planOf = `SELECT p.id FROM surgical_plans p JOIN cases c ON c.id = p.case_id WHERE c.case_no = $1`;
  return {
    item: await one('SELECT id FROM agenda_items WHERE session_id = $1', house.sharedSessionId),
    fact: await one(
      `SELECT f.id FROM restricted_facts f JOIN cases c ON c.id = f.case_id WHERE c.case_no = $1`,
      house.shared,
    ),
    file: await one('SELECT id FROM attachments LIMIT 1'),
    disclosure: await one('SELECT id FROM disclosures LIMIT 1'),
    opening: await one(
      `SELECT e.id FROM emergency_accesses e JOIN cases c ON c.id = e.case_id WHERE c.case_no = $1`,
      house.waiting,
    ),
    ...(await organisationIds(world, one)),
    recommendation: await one('SELECT id FROM recommendations LIMIT 1'),
    review: await one('SELECT id FROM decision_reviews LIMIT 1'),
    share: await one('SELECT id FROM shares WHERE px_code = $1', house.px),
    consult: await one(
      `SELECT q.id FROM consult_requests q JOIN cases c ON c.id = q.case_id WHERE c.case_no = $1`,
      house.shared,
    ),
    news: await one(
      `SELECT u.id FROM condition_updates u JOIN cases c ON c.id = u.case_id WHERE c.case_no = $1`,
      house.shared,
    ),
    plan: await one(planOf, house.planned),
    stage: await one(
      `SELECT s.id FROM surgical_stages s WHERE s.code = 'S3' AND s.plan_id = (${planOf})`,
      house.planned,
    ),
    parted: await one(PARTED, await world.hospitalId('yunling'), house.shared, house.planned),
    event: await one(`SELECT id::text FROM audit_events WHERE action = 'case.opened' OR action LIKE 'case.%' LIMIT 1`),
    invitation: await invited(world, house),
  };
}

/** Somebody and something of the organisation that nobody under test has a part in. */
async function organisationIds(world: TestWorld, one: (sql: string, ...parameters: string[]) => Promise<string>) {
  const person = personOf(await world.actor('plastic-1'));
  return {
    person,
    membership: await one('SELECT id FROM memberships WHERE person_id = $1 LIMIT 1', person),
    privilege: await one('SELECT id FROM surgical_privileges WHERE person_id = $1 LIMIT 1', person),
    campus: await one('SELECT k.id FROM campuses k JOIN hospitals h ON h.id = k.hospital_id AND h.is_host LIMIT 1'),
    room: await one('SELECT id FROM rooms ORDER BY name_zh DESC LIMIT 1'),
    department: await world.departmentId('rehabilitation'),
    partnership: await one('SELECT id FROM partnerships ORDER BY agreement_no DESC LIMIT 1'),
  };
}
