import { sessionView, type DecisionRecord } from '@consilium/contracts';
import {
  arrived,
  completeRecord,
  discussedCase,
  itemOf,
  PASSWORD,
  QUORATE,
  refusal,
  scheduledSession,
  testWorld,
  type TestWorld,
} from '@consilium/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { personOf, type Actor } from '../access/index.js';
import { ConstraintViolation } from '../errors/index.js';
import { AgendaService } from './agenda.service.js';
import { DecisionRecordService } from './decision-record.service.js';
import { DecisionSignatureService } from './decision-signature.service.js';
import { SessionRunningService } from './session-running.service.js';

let world: TestWorld;
let agenda: AgendaService;
let running: SessionRunningService;
let records: DecisionRecordService;
let signatures: DecisionSignatureService;
let coordinator: Actor;
let chair: Actor;
let recorder: Actor;
let urology: string;
let ordinal = 100;

beforeAll(async () => {
  world = await testWorld();
  agenda = world.get(AgendaService);
  running = world.get(SessionRunningService);
  records = world.get(DecisionRecordService);
  signatures = world.get(DecisionSignatureService);
  coordinator = await world.actor('coordinator');
  chair = await world.actor('chair');
  recorder = await world.actor('recorder');
  urology = await world.departmentId('urology');
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.database.write(coordinator, async (tx) => {
    await tx.query('DELETE FROM bookings');
  });
});

const recordOf = (changes: Partial<DecisionRecord> = {}) => completeRecord(world, changes);
const discussed = (options: { present?: readonly string[]; linked?: readonly string[] } = {}) =>
  discussedCase(world, { ordinal: (ordinal += 1), ...options });
const caseState = async (caseNo: string) =>
  (await world.rows<{ state: string }>('SELECT state FROM cases WHERE case_no = $1', [caseNo]))[0]?.state;

describe('a discussion', () => {
  it('goes from the agenda to a signed decision', async () => {
    const { caseNo, session, item } = await discussed();
    expect(await caseState(caseNo)).toBe('IN_DISCUSSION');
    expect(item.quorum.met).toBe(true);
    const kept = await records.record(recorder, session.id, item.id, { ...(await recordOf()), decisionVersion: 0 });
    expect(itemOf(kept).decision).toMatchObject({
      version: 1,
      state: 'DRAFT',
      consensus: 'UNANIMOUS',
      tally: { support: 1 },
    });
    const concluded = await records.conclude(recorder, session.id, item.id, item.version);
    expect(itemOf(concluded)).toMatchObject({ state: 'CONCLUDED', decision: { state: 'PENDING' } });
    expect(await caseState(caseNo)).toBe('DECISION_PENDING');
    const [owed] = await world.rows<{ person: string; dueAt: Date }>(
      `SELECT person_id AS person, due_at AS "dueAt" FROM obligations WHERE kind = 'DECISION_SIGNATURE' AND subject_id = $1 AND state = 'OPEN'`,
      [item.id],
    );
    expect(owed).toEqual({ person: personOf(chair), dueAt: new Date(world.clock.now().getTime() + 24 * 3_600_000) });

    const signed = await signatures.sign(chair, session.id, item.id, {
      version: itemOf(concluded).version,
      password: PASSWORD,
    });
    expect(itemOf(signed)).toMatchObject({
      state: 'SIGNED',
      decision: { state: 'SIGNED', signedBy: '顾知衡' },
      availableActions: [],
    });
    // What leaves is what the contract says, and nothing besides.
    expect(sessionView.parse(signed)).toEqual(signed);
    expect(itemOf(signed).decision?.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(await caseState(caseNo)).toBe('DECIDED');
    expect(
      await world.rows(
        `SELECT o.kind FROM obligations o JOIN cases c ON c.id = o.case_id WHERE c.case_no = $1 AND o.state = 'OPEN'`,
        [caseNo],
      ),
    ).toEqual([{ kind: 'RECOMMENDATION_DUE' }]);
    expect(
      await world.rows(
        `SELECT 1 FROM discussion_rounds r JOIN cases c ON c.id = r.case_id WHERE c.case_no = $1 AND r.closed_at IS NOT NULL`,
        [caseNo],
      ),
    ).toHaveLength(1);
    const ended = await running.end(chair, session.id, signed.version);
    expect(ended.state).toBe('ENDED');
  });

  it('once signed cannot be changed: not by the recorder, not in the database', async () => {
    const { session, item } = await discussed();
    await records.record(recorder, session.id, item.id, { ...(await recordOf()), decisionVersion: 0 });
    const concluded = await records.conclude(chair, session.id, item.id, item.version);
    await signatures.sign(chair, session.id, item.id, { version: itemOf(concluded).version, password: PASSWORD });
    const again = records.record(recorder, session.id, item.id, { ...(await recordOf()), decisionVersion: 3 });
    expect((await refusal(again)).code).toBe('decision/already-signed');
    const change = `UPDATE decisions SET summary = '改' WHERE agenda_item_id = $1`;
    await expect(world.database.write(coordinator, (tx) => tx.query(change, [item.id]))).rejects.toMatchObject(
      new ConstraintViolation('ck_decisions_signed_is_final', '23514'),
    );
    for (const statement of [change, 'DELETE FROM decisions WHERE agenda_item_id = $1'])
      await expect(world.rows(statement, [item.id])).rejects.toMatchObject({
        driverError: { constraint: 'ck_decisions_signed_is_final' },
      });
  });

  it('cannot be concluded while a required department is absent; the refusal names who is missing in both languages', async () => {
    const { caseNo, session, item } = await discussed({
      present: QUORATE.filter((one) => one !== 'imaging-1' && one !== 'anaesthesia-1'),
    });
    await records.record(recorder, session.id, item.id, { ...(await recordOf()), decisionVersion: 0 });
    const problem = await refusal(records.conclude(recorder, session.id, item.id, item.version));
    expect(problem).toMatchObject({
      code: 'quorum/missing',
      parameters: { missing: { zh: '影像、麻醉', en: 'Imaging, Anaesthesia' } },
    });
    expect(await caseState(caseNo)).toBe('IN_DISCUSSION');
    await arrived(world, session.id, ['imaging-1', 'anaesthesia-1'], 'REMOTE');
    const concluded = await records.conclude(recorder, session.id, item.id, item.version);
    expect(itemOf(concluded).state).toBe('CONCLUDED');
  });

  it('of a shared case needs an expert of the other hospital', async () => {
    const { session, item } = await discussed({ linked: ['beichen'] });
    await records.record(recorder, session.id, item.id, { ...(await recordOf()), decisionVersion: 0 });
    const problem = await refusal(records.conclude(recorder, session.id, item.id, item.version));
    expect(problem.parameters['missing']).toEqual({ zh: '北辰肿瘤医院', en: 'Beichen Cancer Hospital' });
    await arrived(world, session.id, ['beichen-expert'], 'REMOTE');
    await expect(records.conclude(recorder, session.id, item.id, item.version)).resolves.toBeDefined();
  });

  it('cannot be concluded without a complete record', async () => {
    const { session, item } = await discussed();
    expect((await refusal(records.conclude(recorder, session.id, item.id, item.version))).code).toBe(
      'decision/incomplete',
    );
    await records.record(recorder, session.id, item.id, {
      ...(await recordOf({ summary: '', recommendations: [] })),
      decisionVersion: 0,
    });
    const problem = await refusal(records.conclude(recorder, session.id, item.id, item.version));
    expect(problem.parameters['missing']).toMatchObject({ zh: '决议摘要、至少一项行动项（责任人、日期）' });
  });

  it('is put off with a reason; the case goes back and may go on another agenda', async () => {
    const { caseNo, session, item } = await discussed({ linked: ['beichen'] });
    const deferred = await running.defer(chair, session.id, item.id, { version: item.version, reason: '缺增强磁共振' });
    expect(itemOf(deferred).state).toBe('DEFERRED');
    expect(deferred.plannedMinutes).toBe(0);
    expect(await caseState(caseNo)).toBe('PREPARING');
    expect(await world.rows('SELECT 1 FROM shares WHERE session_id = $1 AND revoked_at IS NULL', [session.id])).toEqual(
      [],
    );
    const next = await scheduledSession(world, { inHours: 80 });
    await expect(
      agenda.addCase(coordinator, next.id, { version: 1, caseNo, minutes: 20, shareWithHospitalIds: [] }),
    ).resolves.toBeDefined();
  });
});

describe('the record', () => {
  it('names every field that is wrong', async () => {
    const { session, item } = await discussed();
    const imaging = personOf(await world.actor('imaging-1'));
    const body = await recordOf({
      stances: [
        { departmentId: urology, hospitalId: null, personId: imaging, stance: 'support', note: '' },
        {
          departmentId: urology,
          hospitalId: null,
          personId: personOf(await world.actor('urology-1')),
          stance: 'oppose',
          note: '',
        },
        {
          departmentId: await world.departmentId('cardiology'),
          hospitalId: null,
          personId: personOf(await world.actor('cardiology-1')),
          stance: 'support',
          note: '',
        },
        {
          departmentId: null,
          hospitalId: await world.hospitalId('beichen'),
          personId: personOf(await world.actor('beichen-expert')),
          stance: 'support',
          note: '',
        },
      ],
      recommendations: [{ text: '备血', ownerId: personOf(await world.actor('beichen-expert')), dueOn: '2026-11-17' }],
    });
    const problem = await refusal(records.record(recorder, session.id, item.id, { ...body, decisionVersion: 0 }));
    expect(problem.extras.errors).toEqual([
      { field: 'stances.0.personId', code: 'not-of-department' },
      { field: 'stances.1.departmentId', code: 'duplicate' },
      { field: 'stances.1.note', code: 'reason-required' },
      { field: 'stances.2.departmentId', code: 'unknown' },
      { field: 'stances.3.hospitalId', code: 'unknown' },
      { field: 'recommendations.0.ownerId', code: 'not-of-hospital' },
      { field: 'recommendations.0.dueOn', code: 'in-the-past' },
    ]);
    expect(await world.rows('SELECT 1 FROM decisions WHERE agenda_item_id = $1', [item.id])).toEqual([]);
  });

  it('of two recorders keeps the first and tells the second who was faster', async () => {
    const { session, item } = await discussed();
    const body = { ...(await recordOf()), decisionVersion: 0 };
    await records.record(recorder, session.id, item.id, body);
    const problem = await refusal(records.record(chair, session.id, item.id, body));
    expect(problem).toMatchObject({ code: 'object/stale', extras: { currentVersion: 1 } });
  });

  it('corrected after the conclusion stays complete, and the chair signs only what they saw', async () => {
    const { session, item } = await discussed();
    await records.record(recorder, session.id, item.id, { ...(await recordOf()), decisionVersion: 0 });
    const concluded = itemOf(await records.conclude(recorder, session.id, item.id, item.version));
    const decisionVersion = concluded.decision?.version ?? 0;
    const incomplete = records.record(recorder, session.id, item.id, {
      ...(await recordOf({ stances: [] })),
      decisionVersion,
    });
    expect((await refusal(incomplete)).code).toBe('decision/incomplete');
    await records.record(recorder, session.id, item.id, {
      ...(await recordOf({ summary: '先行栓塞。' })),
      decisionVersion,
    });
    const stale = signatures.sign(chair, session.id, item.id, { version: concluded.version, password: PASSWORD });
    expect((await refusal(stale)).code).toBe('object/stale');
  });

  it('keeps the chair’s own label and the reason beside the count', async () => {
    const { session, item } = await discussed();
    const oppose = {
      departmentId: await world.departmentId('pathology'),
      hospitalId: null,
      personId: personOf(await world.actor('pathology-1')),
      stance: 'oppose' as const,
      note: '切缘证据不足',
    };
    const base = await recordOf();
    const body = {
      ...base,
      stances: [...base.stances, oppose],
      consensusOverride: { consensus: 'CHAIR_DECISION' as const, reason: '患者意愿明确' },
    };
    const kept = await records.record(recorder, session.id, item.id, { ...body, decisionVersion: 0 });
    expect(itemOf(kept).decision).toMatchObject({
      consensus: 'CHAIR_DECISION',
      consensusOverride: { reason: '患者意愿明确' },
      tally: { support: 1, conditional: 0, oppose: 1 },
    });
  });
});
