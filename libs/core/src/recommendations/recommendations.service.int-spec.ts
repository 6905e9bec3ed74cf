import type { RecommendationView } from '@consilium/contracts';
import {
  completeRecord,
  discussedCase,
  itemOf,
  PASSWORD,
  refusal,
  testWorld,
  type TestWorld,
} from '@consilium/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { personOf, type Actor } from '../access/index.js';
import { DecisionRecordService, DecisionSignatureService } from '../consult-sessions/index.js';
import { RecommendationsService } from './recommendations.service.js';

let world: TestWorld;
let recommendations: RecommendationsService;
let coordinator: Actor;
let answerable: Actor;
let ordinal = 450;

beforeAll(async () => {
  world = await testWorld();
  recommendations = world.get(RecommendationsService);
  coordinator = await world.actor('coordinator');
  // Takes no part in the case, and answers for what was recommended all the same.
  answerable = await world.actor('transfusion-1');
});
afterAll(() => world.close());
beforeEach(() => world.rows('DELETE FROM bookings'));

/** A signed decision with one recommendation. */
async function recommended(): Promise<{ caseNo: string; made: RecommendationView }> {
  const [chair, recorder] = await Promise.all([world.actor('chair'), world.actor('recorder')]);
  const { caseNo, session, item } = await discussedCase(world, { ordinal: (ordinal += 1) });
  const records = world.get(DecisionRecordService);
  const record = await completeRecord(world);
  const [first] = record.recommendations;
  if (!first) throw new Error('a complete record recommends something');
  await records.record(recorder, session.id, item.id, {
    ...record,
    recommendations: [
      {
        ...first,
        kind: 'BRIDGE',
        strength: 'STRONG',
        alternatives: [
          { rank: 2, when: 'PROGRESSION', text: '姑息放疗' },
          { rank: 1, when: 'PATIENT_DECLINES', text: '改行支架' },
        ],
      },
    ],
    decisionVersion: 0,
  });
  const concluded = itemOf(await records.conclude(recorder, session.id, item.id, item.version));
  const signing = world.get(DecisionSignatureService);
  await signing.sign(chair, session.id, item.id, { version: concluded.version, password: PASSWORD });
  const [made] = (await recommendations.ofCase(coordinator, caseNo)).items;
  if (!made) throw new Error('nothing was recommended');
  return { caseNo, made };
}
const owed = (made: RecommendationView) =>
  world.rows<{ state: string; person: string; dueAt: Date }>(
    `SELECT state, person_id AS person, due_at AS "dueAt" FROM obligations WHERE kind = 'RECOMMENDATION_DUE' AND subject_id = $1`,
    [made.id],
  );
const done = { state: 'DONE', reason: null, note: '' } as const;

describe('a recommendation of a signed decision', () => {
  it('is owed by who answers for it, with its plan B in order, told at once, reminders from three days before to seven after', async () => {
    const { made } = await recommended();
    expect(made).toMatchObject({ kind: 'BRIDGE', strength: 'STRONG', state: 'PROPOSED', ordinal: 0, reports: [] });
    expect(made.alternatives.map(({ rank, when }) => [rank, when])).toEqual([
      [1, 'PATIENT_DECLINES'],
      [2, 'PROGRESSION'],
    ]);
    const due = new Date(`${made.dueOn}T09:00:00Z`);
    expect(await owed(made)).toEqual([{ state: 'OPEN', person: personOf(answerable), dueAt: due }]);
    const steps = await world.rows<{ step: string; audience: string }>(
      `SELECT r.step, r.audience FROM reminders r JOIN obligations o ON o.id = r.obligation_id WHERE o.subject_id = $1 ORDER BY r.fire_at`,
      [made.id],
    );
    expect(steps).toEqual([
      { step: 'OPENED', audience: 'PERSON' },
      { step: 'BEFORE_3D', audience: 'PERSON' },
      { step: 'DUE', audience: 'PERSON' },
      { step: 'AFTER_3D', audience: 'PERSONS_DEPARTMENT_LEAD' },
      { step: 'AFTER_7D', audience: 'QC' },
    ]);
  });

  it('is reported on by who answers for it without sight of the case; what was told stays', async () => {
    const { caseNo, made } = await recommended();
    const { items, standing } = await recommendations.list(answerable, { mine: '1', open: '1', limit: 50 });
    expect(items.map(({ id }) => id)).toContain(made.id);
    expect(standing.open).toBeGreaterThan(0);
    const adopted = await recommendations.report(answerable, made.id, {
      version: 1,
      state: 'ADOPTED',
      reason: null,
      note: '',
    });
    expect((await owed(made))[0]?.state).toBe('OPEN');
    const otherwise = await recommendations.report(answerable, made.id, {
      version: adopted.version,
      state: 'CHANGED',
      reason: 'PATIENT_WISH',
      note: '患者要求改行支架',
    });
    expect(otherwise.reports.map(({ state, reason, by }) => [state, reason, by])).toEqual([
      ['CHANGED', 'PATIENT_WISH', answerable.name],
      ['ADOPTED', null, answerable.name],
    ]);
    expect((await owed(made))[0]?.state).toBe('DONE');
    const logged = await world.rows<{ line: string }>(
      `SELECT to_json(a)::text AS line FROM audit_events a JOIN cases c ON c.id = a.case_id WHERE c.case_no = $1`,
      [caseNo],
    );
    expect(logged.filter(({ line }) => line.includes('recommendation.reported'))).toHaveLength(2);
    expect(logged.some(({ line }) => line.includes('患者要求改行支架'))).toBe(false);
  });

  it('that is unknown never counts as done, and is owed again once taken up', async () => {
    const { caseNo, made } = await recommended();
    const unknown = await recommendations.report(coordinator, made.id, { ...done, state: 'UNKNOWN', version: 1 });
    expect((await recommendations.ofCase(coordinator, caseNo)).standing).toEqual({
      total: 1,
      open: 0,
      done: 0,
      otherwise: 0,
      notDone: 0,
      unknown: 1,
    });
    await recommendations.report(coordinator, made.id, { ...done, state: 'IN_PROGRESS', version: unknown.version });
    expect((await owed(made))[0]?.state).toBe('OPEN');
  });

  it('is refused to others, on an old version, out of order, and without a reason where it went otherwise', async () => {
    const { made } = await recommended();
    const of = (actor: Actor, report: Partial<Parameters<RecommendationsService['report']>[2]>) =>
      refusal(recommendations.report(actor, made.id, { ...done, version: 1, ...report }));
    expect((await of(await world.actor('urology-1'), {})).code).toBe('access/denied');
    expect((await of(await world.actor('plastic-1'), {})).code).toBe('object/not-found');
    expect((await of(answerable, { version: 4 })).code).toBe('object/stale');
    expect((await of(answerable, { state: 'PROPOSED' })).code).toBe('recommendation/wrong-state');
    expect(await of(answerable, { state: 'NOT_DONE' })).toMatchObject({
      code: 'request/invalid',
      extras: { errors: [{ field: 'reason', code: 'deviation-reason-required' }] },
    });
  });

  it('lists page by page, the one due first at the head; nobody but those who oversee sees what others answer for', async () => {
    const all = await recommendations.list(coordinator, { limit: 100 });
    const pages = [];
    for (let cursor: string | undefined = undefined, more = true; more;) {
      const page: Awaited<ReturnType<RecommendationsService['list']>> = await recommendations.list(coordinator, {
        limit: 2,
        ...(cursor !== undefined && { cursor }),
      });
      pages.push(...page.items);
      cursor = page.nextCursor ?? undefined;
      more = cursor !== undefined;
    }
    expect(pages.map(({ id }) => id)).toEqual(all.items.map(({ id }) => id));
    expect((await recommendations.list(await world.actor('urology-1'), { limit: 100 })).items).toEqual([]);
  });

  it('cannot be rewritten or taken back in the database', async () => {
    const { made } = await recommended();
    for (const sql of [
      `UPDATE recommendations SET text = '改' WHERE id = $1`,
      'DELETE FROM recommendations WHERE id = $1',
      'DELETE FROM recommendation_reports WHERE recommendation_id = $1',
    ])
      await expect(world.database.write(coordinator, (tx) => tx.query(sql, [made.id]))).rejects.toMatchObject({
        driverError: { code: '42501' },
      });
  });
});
