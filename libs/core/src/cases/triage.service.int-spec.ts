import { caseView } from '@consilium/contracts';
import { acceptedCase, caseInTriage, referredCase, refusal, testWorld, type TestWorld } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.js';
import type { Problem } from '../errors/index.js';
import { CaseReadingService } from './case-reading.service.js';
import { CaseRecordService } from './case-record.service.js';
import { TriageService } from './triage.service.js';

let world: TestWorld;
let triage: TriageService;
let record: CaseRecordService;
let coordinator: Actor;
let owner: Actor;
let ordinal = 20;
const nextPatient = () => (ordinal += 1);

beforeAll(async () => {
  world = await testWorld();
  triage = world.get(TriageService);
  record = world.get(CaseRecordService);
  coordinator = await world.actor('coordinator');
  owner = await world.actor('urology-2');
});
afterAll(() => world.close());

const TOMORROW = '2026-11-19T04:00:00Z';
const owedOn = (caseNo: string) =>
  world.rows<{ kind: string; state: string; departments: number }>(
    `SELECT b.kind, b.state, count(b.department_id)::int AS departments FROM obligations b JOIN cases c ON c.id = b.case_id
     WHERE c.case_no = $1 GROUP BY b.kind, b.state ORDER BY b.kind`,
    [caseNo],
  );

describe('triage', () => {
  it('takes a referred case in, corrects who takes part, and accepts it: then every department owes its opinion', async () => {
    const taken = await caseInTriage(world, { ordinal: nextPatient() });
    expect(taken).toMatchObject({ state: 'TRIAGE', version: 2 });
    expect(taken.availableActions).toEqual(
      expect.arrayContaining([
        'change-departments',
        'accept',
        'request-information',
        'record-consent',
        'reveal-identity',
      ]),
    );
    const departments = await Promise.all(
      ['urology', 'pathology', 'nephrology'].map(async (code) => ({
        departmentId: await world.departmentId(code),
        requirement: code === 'nephrology' ? ('OPTIONAL' as const) : ('REQUIRED' as const),
        reason: code === 'nephrology' ? '肌酐升高' : '',
      })),
    );
    const changed = await triage.changeDepartments(coordinator, taken.caseNo, { version: 2, departments });
    expect(changed.round.participations.map(({ departmentId }) => departmentId).toSorted()).toEqual(
      departments.map(({ departmentId }) => departmentId).toSorted(),
    );
    expect(changed.round.participations.at(-1)?.reasons.map(({ text }) => text.zh)).toContain('肌酐升高');

    const accepted = await triage.accept(coordinator, taken.caseNo, {
      version: changed.version,
      opinionDueAt: TOMORROW,
      blind: false,
    });
    expect(accepted).toMatchObject({ state: 'PREPARING', version: 4, triageDueAt: null });
    expect(accepted.round.participations.map(({ state }) => state)).toEqual(['OWED', 'OWED', 'OWED']);
    expect(await owedOn(taken.caseNo)).toEqual([
      { kind: 'OPINION', state: 'OPEN', departments: 3 },
      { kind: 'TRIAGE', state: 'DONE', departments: 0 },
    ]);
  });

  it('is refused to who is not coordinator', async () => {
    const caseNo = await referredCase(world, { ordinal: nextPatient() });
    expect((await refusal(triage.takeInTriage(owner, caseNo, { version: 1 }))).code).toBe('access/denied');
  });

  it('of the second of two people on the same case is refused, naming the first', async () => {
    const caseNo = await referredCase(world, { ordinal: nextPatient() });
    const results = await Promise.allSettled([
      triage.takeInTriage(coordinator, caseNo, { version: 1 }),
      triage.takeInTriage(coordinator, caseNo, { version: 1 }),
    ]);
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as Problem] : []));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({
      code: 'object/stale',
      parameters: { who: coordinator.name },
      extras: { currentVersion: 2 },
    });
  });

  it('does not accept a case that waits for its owner, and says which state it is in', async () => {
    const { caseNo, version } = await caseInTriage(world, { ordinal: nextPatient() });
    const asked = await triage.requestInformation(coordinator, caseNo, {
      version,
      missing: '缺血管造影',
      dueAt: TOMORROW,
    });
    const problem = await refusal(
      triage.accept(coordinator, caseNo, { version: asked.version, opinionDueAt: TOMORROW, blind: false }),
    );
    expect(problem).toMatchObject({ code: 'case/wrong-state', parameters: { state: { zh: '待补资料' } } });
  });

  it('does not accept a case with a due time that has passed, or without a required department', async () => {
    const { caseNo, version } = await caseInTriage(world, {
      ordinal: nextPatient(),
      required: [],
      optional: ['urology'],
    });
    const past = await refusal(
      triage.accept(coordinator, caseNo, { version, opinionDueAt: '2026-11-18T00:59:00Z', blind: false }),
    );
    expect(past.extras.errors).toEqual([{ field: 'opinionDueAt', code: 'in-the-past' }]);
    const alone = await refusal(triage.accept(coordinator, caseNo, { version, opinionDueAt: TOMORROW, blind: false }));
    expect(alone.code).toBe('case/no-departments');
    expect((await owedOn(caseNo)).map(({ kind, state }) => [kind, state])).toEqual([['TRIAGE', 'OPEN']]);
  });

  it('asks the owner for what is missing and takes the case up again with what was added', async () => {
    const { caseNo, version } = await caseInTriage(world, { ordinal: nextPatient() });
    const asked = await triage.requestInformation(coordinator, caseNo, {
      version,
      missing: '缺血管造影',
      dueAt: TOMORROW,
    });
    expect(asked).toMatchObject({ state: 'NEEDS_INFO', missingInformation: '缺血管造影' });
    const [obligation] = await world.rows<{ person: string }>(
      `SELECT person_id AS person FROM obligations b JOIN cases c ON c.id = b.subject_id WHERE b.kind = 'INFORMATION' AND b.state = 'OPEN' AND c.case_no = $1`,
      [caseNo],
    );
    expect(obligation?.person).toBe(owner.personId);
    const images = asked.clinical.imaging.length;
    const given = await record.provideInformation(owner, caseNo, {
      version: asked.version,
      imaging: [{ modality: 'CTA', examinedOn: '2026-11-17', finding: '髂内动脉分支供血' }],
      pathology: [],
      note: '血管造影已补充。',
    });
    expect(given).toMatchObject({ state: 'TRIAGE', missingInformation: null });
    expect(given.clinical.imaging).toHaveLength(images + 1);
    expect(given.clinical.summary).toContain('血管造影已补充。');
    expect((await owedOn(caseNo)).map(({ kind, state }) => [kind, state])).toEqual([
      ['INFORMATION', 'DONE'],
      ['TRIAGE', 'OPEN'],
    ]);
  });
});

describe('looking at a case', () => {
  it('is for those it concerns; for others it does not exist', async () => {
    const { caseNo } = await acceptedCase(world, { ordinal: nextPatient(), required: ['urology'] });
    const reading = world.get(CaseReadingService);
    for (const account of ['urology-1', 'coordinator', 'director']) {
      const view = await reading.read(await world.actor(account), caseNo);
      expect(view.caseNo).toBe(caseNo);
      expect(caseView.safeParse(view).error).toBeUndefined();
    }
    for (const account of ['pathology-1', 'administrator', 'auditor', 'beichen-expert'])
      expect((await refusal(reading.read(await world.actor(account), caseNo))).code).toBe('object/not-found');
    const opened = await world.rows<{ actor: string }>(
      `SELECT a.actor FROM audit_events a JOIN cases c ON c.id = a.case_id WHERE a.action = 'case.opened' AND c.case_no = $1 ORDER BY a.id`,
      [caseNo],
    );
    expect(opened.map(({ actor }) => actor)).toEqual(['陆怀舟', '许棠', '秦镜明']);
  });
});
