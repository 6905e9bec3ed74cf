import type { Permission } from '@consilium/contracts';
import { InvitationsService, may, mayEver, personOf, type Actor, type ObjectFacts } from '@consilium/core';
import { referralOf, walledHouse, type TestWorld, type WalledHouse } from '@consilium/testing';

/** What a route is called on: the parameters of its path, and who the policy table lets do it. */
export interface CalledOn {
  parameters: (actor: Actor) => Readonly<Record<string, string>>;
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
  const ids = await idsOf(world, house);
  const told = await toldEverybody(world);
  // A case under discussion is not taken off the agenda: who may do it is told so, and the next caller finds it still there.
  await world.rows(`UPDATE consult_sessions SET state = 'IN_PROGRESS' WHERE id = $1`, [house.sharedSessionId]);
  await world.rows(`UPDATE agenda_items SET state = 'OPEN' WHERE session_id = $1`, [house.sharedSessionId]);

  const ofCase: ObjectFacts = {
    hospitalId,
    ownerId: owner ?? '',
    recorderId: recorder ?? '',
    departmentIds: known(urology, pathology),
  };
  const ofSession: ObjectFacts = {
    hospitalId,
    chairId: chair ?? '',
    recorderId: recorder ?? '',
    memberIds: known(chair, recorder, intensivist),
  };
  const ofPlan: ObjectFacts = {
    ...ofCase,
    leadId: owner ?? '',
    departmentIds: known(urology, colorectal, bone),
    memberIds: known(owner, await personId('urology-1'), chair, osteologist),
  };
  const ofDepartment: ObjectFacts = { hospitalId, departmentIds: known(urology) };
  const ofShare: ObjectFacts = { sharedHospitalIds: [beichen], sharedForSessionId: house.sharedSessionId };
  const on = (facts: ObjectFacts, parameters: Record<string, string> = {}): CalledOn => ({
    parameters: () => parameters,
    grants: (actor, permission) => may(actor, permission, facts),
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
        mayBeKnownTo: (actor) =>
          seesShared(actor) || may(actor, 'session:read', ofSession) || may(actor, 'audit:read', { hospitalId }),
      },
      {
        words: house.planned,
        mayBeKnownTo: (actor) =>
          seesPlanned(actor) || may(actor, 'session:read', ofSession) || may(actor, 'audit:read', { hospitalId }),
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
      '/api/cases/:caseNo/opinions/:departmentId': on(ofDepartment, {
        caseNo: house.shared,
        departmentId: urology ?? '',
      }),
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
      '/api/audit': on({ hospitalId }),
      '/api/audit/events/:eventId': on({ hospitalId }, { eventId: ids.event }),
    },
  };
}

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
    share: await one('SELECT id FROM shares WHERE px_code = $1', house.px),
    plan: await one(planOf, house.planned),
    stage: await one(
      `SELECT s.id FROM surgical_stages s WHERE s.code = 'S3' AND s.plan_id = (${planOf})`,
      house.planned,
    ),
    event: await one(`SELECT id::text FROM audit_events WHERE action = 'case.opened' OR action LIKE 'case.%' LIMIT 1`),
    invitation: await invited(world, house),
  };
}
