import { roles, type Role } from '@consilium/contracts';
import { testWorld, walledHouse, type TestWorld, type WalledHouse } from '@consilium/testing';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { may, personOf, type Actor, type ObjectFacts } from './index.js';

/** What the policy knows of a case, of its plan, of its agenda and of its share. */
interface Known {
  caseNo: string;
  own: ObjectFacts;
  plan?: ObjectFacts;
  agenda?: ObjectFacts;
  share?: ObjectFacts;
}

let world: TestWorld;
let house: WalledHouse;

beforeAll(async () => {
  world = await testWorld();
  house = await walledHouse(world);
});
afterAll(() => world.close());

const personId = async (account: string): Promise<string> => personOf(await world.actor(account));

/** The three cases, written down by hand: an independent reading of what was laid down. */
async function known(hospitalId: string): Promise<Known[]> {
  const [urology, pathology, gynaecology, colorectal, bone, headNeck] = await Promise.all(
    [
      'urology',
      'pathology',
      'gynecologic-oncology',
      'colorectal-surgery',
      'bone-soft-tissue-oncology',
      'head-neck-surgery',
    ].map((code) => world.departmentId(code)),
  );
  const [chair, recorder, owner, icu, urologist, osteologist, cardiologist] = await Promise.all(
    ['chair', 'recorder', 'urology-2', 'icu-1', 'urology-1', 'bone-1', 'cardiology-1'].map(personId),
  );
  const is = (...values: (string | undefined)[]) => values.map((value) => value ?? '');
  const present = { hospitalId, ownerId: owner ?? '', recorderId: recorder ?? '' };
  return [
    {
      caseNo: house.waiting,
      own: { hospitalId, ownerId: chair ?? '', departmentIds: is(gynaecology), emergencyPersonIds: is(cardiologist) },
    },
    {
      caseNo: house.shared,
      own: { ...present, departmentIds: is(urology, pathology) },
      agenda: {
        hospitalId,
        memberIds: is(chair, recorder, icu, await personId('beichen-expert'), await personId('shenshui-expert')),
      },
      share: { sharedHospitalIds: [await world.hospitalId('beichen')], sharedForSessionId: house.sharedSessionId },
    },
    {
      caseNo: house.planned,
      own: { ...present, departmentIds: is(urology, colorectal), consultedDepartmentIds: is(headNeck) },
      agenda: { hospitalId, memberIds: is(chair, recorder) },
      plan: {
        ...present,
        leadId: owner ?? '',
        departmentIds: is(urology, colorectal, bone),
        memberIds: is(owner, urologist, chair, osteologist),
      },
    },
  ];
}

/** Every role × hospital × department × person there is a difference between, each as an actor of its own. */
async function everybody(host: string): Promise<{ name: string; actor: Actor }[]> {
  const partners = await Promise.all(['beichen', 'shenshui', 'linchuan'].map((code) => world.hospitalId(code)));
  const departments = await Promise.all(
    ['urology', 'pathology', 'gynecologic-oncology', 'bone-soft-tissue-oncology', 'head-neck-surgery'].map(
      async (code) => ({
        code,
        id: await world.departmentId(code),
      }),
    ),
  );
  const people = await Promise.all(
    ['chair', 'recorder', 'urology-2', 'icu-1', 'urology-1', 'bone-1', 'cardiology-1', 'beichen-expert'].map(
      async (account) => ({
        account,
        id: await personId(account),
      }),
    ),
  );
  const strangers = [...people, { account: 'somebody else', id: randomUUID() }];
  const actorOf = (
    person: { account: string; id: string },
    role: Role,
    hospitalId: string,
    departmentId: string | null,
  ): Actor => ({
    kind: 'PERSON',
    personId: person.id,
    name: person.account,
    hospitalId,
    isHost: hospitalId === host,
    memberships: [{ role, departmentId, hospitalId }],
    locale: 'zh-CN',
  });
  return roles.schema.options.flatMap((role) =>
    strangers.flatMap((person) => [
      ...[...departments, { code: 'no department', id: null }].map(({ code, id }) => ({
        name: `${role} of ${code}, ${person.account}`,
        actor: actorOf(person, role, host, id),
      })),
      ...partners.map((hospitalId, index) => ({
        name: `${role} of partner ${index + 1}, ${person.account}`,
        actor: actorOf(person, role, hospitalId, null),
      })),
      ...[house.sharedSessionId, randomUUID()].map((onlySessionId, index) => ({
        name: `${role} of partner 1 invited to ${index === 0 ? 'the' : 'another'} session, ${person.account}`,
        actor: { ...actorOf(person, role, partners[0] ?? '', null), onlySessionId },
      })),
    ]),
  );
}

it(
  'lets everybody look at exactly the cases that the policy table names, whoever they are',
  { timeout: 120_000 },
  async () => {
    const { hospitalId: host } = await world.actor('coordinator');
    const cases = await known(host);
    const actors = await everybody(host);
    const differences: string[] = [];
    for (const { name, actor } of actors) {
      const byPolicy = cases.flatMap(({ caseNo, own, plan, agenda, share }) => [
        ...(may(actor, 'case:read', own) ||
        (plan && may(actor, 'plan:read', plan)) ||
        (agenda && may(actor, 'agenda:read', agenda))
          ? [`sees ${caseNo}`]
          : []),
        ...(share && may(actor, 'remote:read', share) ? [`sees ${caseNo} as shared`] : []),
        ...(may(actor, 'identity:reveal', own) ? [`reveals ${caseNo}`] : []),
      ]);
      const byWall = await world.database.read(actor, (tx) =>
        tx.query<{ sight: string }>(
          `SELECT 'sees ' || case_no AS sight FROM cases
         UNION ALL SELECT 'sees ' || $1 || ' as shared' FROM shared_records
         UNION ALL SELECT 'reveals ' || c.case_no FROM patient_identities i JOIN cases c ON c.patient_id = i.patient_id`,
          [house.shared],
        ),
      );
      const [policySays, wallSays] = [byPolicy.toSorted(), byWall.map(({ sight }) => sight).toSorted()];
      if (JSON.stringify(policySays) !== JSON.stringify(wallSays))
        differences.push(
          `${name}: the policy says ${policySays.join(', ') || 'nothing'}, the wall ${wallSays.join(', ') || 'nothing'}`,
        );
    }
    expect(differences).toEqual([]);
    // 18 roles × 9 people × (6 departments + 3 partner hospitals + 2 invitations)
    expect(actors).toHaveLength(18 * 9 * 11);
  },
);
