import { caseView, roundView, type CaseState, type CaseView, type CourseAct } from '@consilium/contracts';
import {
  acceptedCase,
  decidedCase,
  draftedPlan,
  referredCase,
  refusal,
  scheduledSession,
  testWorld,
  type TestWorld,
} from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.js';
import { AgendaService } from '../consult-sessions/index.js';
import { beginningsOf } from '../cases/case-ways.rules.js';
import { CaseReadingService, OpinionsService, TriageService } from '../cases/index.js';
import { CaseEndingService, CaseTreatmentService, RoundsService } from './index.js';

let world: TestWorld;
let ending: CaseEndingService;
let treatment: CaseTreatmentService;
let rounds: RoundsService;
let owner: Actor;
let coordinator: Actor;
let quality: Actor;
let ordinal = 300;
const next = () => (ordinal += 1);

beforeAll(async () => {
  world = await testWorld();
  ending = world.get(CaseEndingService);
  treatment = world.get(CaseTreatmentService);
  rounds = world.get(RoundsService);
  owner = await world.actor('urology-2');
  coordinator = await world.actor('coordinator');
  quality = await world.actor('quality');
});
afterAll(() => world.close());

const DAY = '2026-11-17';
const read = (caseNo: string, as = owner) => world.get(CaseReadingService).read(as, caseNo);
const place = async (caseNo: string, state: CaseState): Promise<number> => {
  await world.rows('UPDATE cases SET state = $2, state_since = $3 WHERE case_no = $1', [
    caseNo,
    state,
    world.clock.now(),
  ]);
  return (await read(caseNo)).version;
};
const owed = (caseNo: string) =>
  world.rows<{ kind: string; state: string }>(
    `SELECT DISTINCT b.kind, b.state FROM obligations b JOIN cases c ON c.id = b.case_id WHERE c.case_no = $1 ORDER BY b.kind, b.state`,
    [caseNo],
  );
const open = async (caseNo: string) =>
  (await owed(caseNo)).filter(({ state }) => state === 'OPEN').map(({ kind }) => kind);

/** Each act as its owner would do it, with everything it asks for. */
const acts: Record<CourseAct, (caseNo: string, version: number) => Promise<CaseView>> = {
  reject: (caseNo, version) =>
    ending.reject(coordinator, caseNo, {
      version,
      reasonKind: 'OUT_OF_SCOPE',
      reason: '非盆腔肿瘤',
      advice: '转胸外科',
      patientInformedOn: DAY,
    }),
  hold: (caseNo, version) => ending.hold(owner, caseNo, { version, reason: '患者外出' }),
  resume: (caseNo, version) => ending.resume(owner, caseNo, { version }),
  withdraw: (caseNo, version) => ending.withdraw(owner, caseNo, { version, reason: '患者不愿继续', saidOn: DAY }),
  'record-death': (caseNo, version) =>
    ending.recordDeath(owner, caseNo, { version, diedOn: DAY, source: 'OWN_WARD', inpatient: true, note: '' }),
  'file-death-discussion': (caseNo, version) =>
    ending.fileDeathDiscussion(owner, caseNo, { version, heldOn: DAY, note: '' }),
  'start-treatment': (caseNo, version) =>
    treatment.startTreatment(owner, caseNo, { version, startedOn: DAY, note: '' }),
  'start-operation': (caseNo, version) =>
    treatment.startOperation(owner, caseNo, { version, startedOn: DAY, note: '' }),
  'enter-follow-up': (caseNo, version) => treatment.enterFollowUp(owner, caseNo, { version, note: '' }),
  'propose-closing': (caseNo, version) =>
    treatment.proposeClosing(owner, caseNo, { version, reasonKind: 'FIVE_YEARS', note: '随访满五年无复发' }),
  close: (caseNo, version) => treatment.close(quality, caseNo, { version, note: '' }),
  'reopen-round': (caseNo, version) =>
    rounds.reopen(owner, caseNo, { version, reason: 'PROGRESSION', questions: ['是否改为系统治疗？'], note: '' }),
};
const statesOf = (act: CourseAct): readonly CaseState[] => {
  if (act === 'propose-closing') return beginningsOf('close');
  return act === 'file-death-discussion' ? ['DECEASED'] : beginningsOf(act);
};

describe('the course of a case', () => {
  // The whole table is gone through by its own test; here each act meets it through its service.
  it('refuses every act where it does not begin, and changes nothing', async () => {
    const caseNo = await referredCase(world, { ordinal: next() });
    const refused: string[] = [];
    for (const state of ['REFERRED', 'PREPARING', 'DECIDED', 'WITHDRAWN'] as const) {
      const version = await place(caseNo, state);
      for (const act of Object.keys(acts) as CourseAct[]) {
        if (statesOf(act).includes(state)) continue;
        const problem = await refusal(acts[act](caseNo, version));
        if (problem.code !== 'case/wrong-state') refused.push(`${act} from ${state}: ${problem.code}`);
      }
      expect(await read(caseNo)).toMatchObject({ state, version });
    }
    expect(refused).toEqual([]);
  });

  it('turns a case away in triage with reason and advice, and nothing more is owed', async () => {
    const caseNo = await referredCase(world, { ordinal: next() });
    const { version } = await world.get(TriageService).takeInTriage(coordinator, caseNo, { version: 1 });
    const future = ending.reject(coordinator, caseNo, {
      version,
      reasonKind: 'OTHER',
      reason: '见说明',
      advice: '见说明',
      patientInformedOn: '2026-12-01',
    });
    expect((await refusal(future)).extras.errors).toEqual([{ field: 'patientInformedOn', code: 'in-the-future' }]);
    const rejected = caseView.parse(await acts.reject(caseNo, version));
    expect(rejected).toMatchObject({ state: 'REJECTED', turn: { act: 'reject', advice: '转胸外科', happenedOn: DAY } });
    expect(rejected.turn?.reasonLabel?.zh).toBe('不属本中心范围');
    expect(await open(caseNo)).toEqual([]);
    const director = await world.actor('director');
    expect((await read(caseNo, director)).availableActions).not.toContain('reject');
  });

  it('puts a scheduled case on hold: off its agenda, nothing owed, in its column; then it is triaged anew', async () => {
    const { caseNo, version } = await acceptedCase(world, { ordinal: next(), required: ['urology', 'pathology'] });
    const session = await scheduledSession(world, { minutes: 30, inHours: 60 });
    await world.get(AgendaService).addCase(coordinator, session.id, {
      version: session.version,
      caseNo,
      minutes: 15,
      shareWithHospitalIds: [],
    });
    const column = async () =>
      (
        await world.rows<{ column: string }>(
          `SELECT DISTINCT b.column_key AS column FROM board_cards b JOIN cases c ON c.id = b.case_id WHERE c.case_no = $1`,
          [caseNo],
        )
      ).map((row) => row.column);
    const before = await column();
    const held = await acts.hold(caseNo, version);
    expect(held).toMatchObject({ state: 'ON_HOLD', session: null, turn: { act: 'hold', reason: '患者外出' } });
    expect(held.availableActions).toEqual(expect.arrayContaining(['resume', 'withdraw', 'record-death']));
    expect(held.availableActions).not.toContain('hold');
    expect(await open(caseNo)).toEqual([]);
    expect(await column()).toEqual(before);
    const resumed = await acts.resume(caseNo, held.version);
    expect(resumed).toMatchObject({ state: 'TRIAGE', turn: null, round: { ordinal: 1 } });
    expect(new Set(resumed.round.participations.map(({ state }) => state))).toEqual(new Set(['PROPOSED']));
    expect(await open(caseNo)).toEqual(['TRIAGE']);
    const opinionDueAt = '2026-11-20T04:00:00Z';
    const again = await world
      .get(TriageService)
      .accept(coordinator, caseNo, { version: resumed.version, opinionDueAt, blind: false });
    expect(again.state).toBe('PREPARING');
  });

  it('keeps the opinions of a held round: the case is triaged in the next one', async () => {
    const { caseNo, version } = await acceptedCase(world, { ordinal: next(), required: ['urology', 'pathology'] });
    const given = { stance: 'support', text: '同意手术。', needs: '', answers: [], version: 0 } as const;
    await world
      .get(OpinionsService)
      .submit(await world.actor('urology-2'), caseNo, await world.departmentId('urology'), { ...given, answers: [] });
    const held = await acts.hold(caseNo, version);
    const resumed = await acts.resume(caseNo, held.version);
    expect(resumed.rounds.map(({ ordinal: number, reason }) => [number, reason])).toEqual([
      [1, null],
      [2, 'NEW_FACT'],
    ]);
    const first = roundView.parse(await rounds.read(owner, caseNo, 1));
    expect(first.opinions.map(({ text }) => text)).toEqual(['同意手术。']);
    expect(first.closedAt).not.toBeNull();
  });

  it('withdraws on the patient’s word, and records a death with its discussion owed and filed', async () => {
    const withdrawn = await acceptedCase(world, { ordinal: next() });
    expect(await acts.withdraw(withdrawn.caseNo, withdrawn.version)).toMatchObject({ state: 'WITHDRAWN' });
    const { caseNo, version } = await acceptedCase(world, { ordinal: next() });
    const died = await acts['record-death'](caseNo, version);
    expect(died).toMatchObject({ state: 'DECEASED', turn: { happenedOn: DAY, reasonLabel: { zh: '本院病历' } } });
    expect(died.deathDiscussionDueAt).toBe('2026-11-24T16:00:00+00:00');
    expect(await open(caseNo)).toEqual(['DEATH_DISCUSSION']);
    const early = ending.fileDeathDiscussion(owner, caseNo, { version: died.version, heldOn: '2026-11-16', note: '' });
    expect((await refusal(early)).extras.errors).toEqual([{ field: 'heldOn', code: 'before-start' }]);
    const filed = await acts['file-death-discussion'](caseNo, died.version);
    expect(filed).toMatchObject({ deathDiscussionDueAt: null });
    expect(await open(caseNo)).toEqual([]);
    expect(filed.availableActions).not.toContain('file-death-discussion');
  });

  it('is not held, withdrawn or ended while it is being discussed, and says what to do first', async () => {
    const { caseNo } = await acceptedCase(world, { ordinal: next() });
    const version = await place(caseNo, 'IN_DISCUSSION');
    for (const act of ['hold', 'withdraw', 'record-death'] as const)
      expect((await refusal(acts[act](caseNo, version))).code).toBe('case/not-yet');
    const { availableActions, blockedActions } = await read(caseNo);
    expect(availableActions).not.toContain('hold');
    expect(blockedActions.find(({ action }) => action === 'hold')?.reason.zh).toContain('先结束讨论');
  });

  it('goes from its decision to treatment, never past a decision to operate or to test first', async () => {
    for (const direction of ['SURGERY', 'MORE_TESTS'] as const) {
      const { caseNo, version } = await decidedCase(world, { ordinal: next(), direction });
      expect((await refusal(acts['start-treatment'](caseNo, version))).code).toBe('case/not-yet');
    }
    const { caseNo, version } = await decidedCase(world, { ordinal: next(), direction: 'SYSTEMIC' });
    expect(await acts['start-treatment'](caseNo, version)).toMatchObject({ state: 'IN_TREATMENT' });
  });

  it('is operated on once every stage is confirmed', async () => {
    const plan = await draftedPlan(world, { ordinal: next() });
    const { version } = await read(plan.caseNo);
    expect((await refusal(acts['start-operation'](plan.caseNo, version))).code).toBe('case/not-yet');
    expect((await read(plan.caseNo)).blockedActions).toContainEqual({
      action: 'start-operation',
      reason: expect.objectContaining({ zh: '手术方案尚未经各科全部会签。' }) as unknown,
    });
    await world.rows(`UPDATE surgical_plans SET state = 'CONFIRMED' WHERE id = $1`, [plan.id]);
    expect(await acts['start-operation'](plan.caseNo, version)).toMatchObject({ state: 'IN_TREATMENT' });
  });

  it('is closed in two steps by two people', async () => {
    const { caseNo } = await acceptedCase(world, { ordinal: next() });
    const version = await place(caseNo, 'FOLLOW_UP');
    expect((await refusal(acts.close(caseNo, version))).code).toBe('case/not-yet');
    const proposed = await acts['propose-closing'](caseNo, version);
    expect(proposed).toMatchObject({ state: 'FOLLOW_UP', closingProposed: { reasonKind: 'FIVE_YEARS' } });
    expect((await refusal(acts['propose-closing'](caseNo, proposed.version))).code).toBe('case/closing-proposed');
    expect(await open(caseNo)).toContain('CLOSING');
    expect((await refusal(treatment.close(owner, caseNo, { version: proposed.version, note: '' }))).code).toBe(
      'access/denied',
    );
    const closed = await acts.close(caseNo, proposed.version);
    expect(closed).toMatchObject({ state: 'CLOSED', turn: { act: 'close', reason: '随访满五年无复发' } });
    const reopened = await acts['reopen-round'](caseNo, closed.version);
    expect(reopened).toMatchObject({ state: 'TRIAGE', round: { ordinal: 2 } });
  });

  it('comes back as a new round; the old one is read as it was and never changes', async () => {
    const { caseNo, version } = await decidedCase(world, { ordinal: next(), direction: 'MORE_TESTS' });
    const wrong = rounds.reopen(owner, caseNo, {
      version,
      reason: 'RECURRENCE',
      questions: ['复发如何处理？'],
      note: '',
    });
    expect((await refusal(wrong)).code).toBe('round/reason-does-not-fit');
    const twice = rounds.reopen(owner, caseNo, { version, reason: 'NEW_FACT', questions: ['同？', '同？'], note: '' });
    expect((await refusal(twice)).extras.errors).toEqual([{ field: 'questions.1', code: 'duplicate' }]);
    const before = await rounds.read(owner, caseNo, 1);
    const reopened = await rounds.reopen(owner, caseNo, {
      version,
      reason: 'NEW_FACT',
      questions: ['补充穿刺后能否手术？'],
      note: '穿刺结果已回',
    });
    expect(reopened).toMatchObject({ state: 'TRIAGE', round: { ordinal: 2 }, decisionSigned: false });
    expect(reopened.clinical.questions).toEqual(['补充穿刺后能否手术？']);
    expect(reopened.round.participations.length).toBeGreaterThan(0);
    expect(await open(caseNo)).toEqual(['TRIAGE']);
    const after = roundView.parse(await rounds.read(owner, caseNo, 1));
    expect(after).toEqual({ ...before, closedAt: after.closedAt });
    expect(after.decision?.direction).toBe('MORE_TESTS');
    expect(await refusal(rounds.read(owner, caseNo, 9))).toMatchObject({ code: 'object/not-found' });
    const outsider = await world.actor('followup-nurse');
    expect((await refusal(rounds.read(outsider, caseNo, 1))).code).toBe('object/not-found');
  });

  it('refuses what was changed meanwhile, and lets nobody turn a case who has no part in it', async () => {
    const { caseNo, version } = await acceptedCase(world, { ordinal: next() });
    expect((await refusal(acts.hold(caseNo, version - 1))).code).toBe('object/stale');
    const stranger = await world.actor('nutrition-1');
    const asStranger = await refusal(ending.hold(stranger, caseNo, { version, reason: '试' }));
    expect(['access/denied', 'object/not-found']).toContain(asStranger.code);
  });
});
