import type { CaseDecision, RecordSection } from '@consilium/contracts';
import {
  completeRecord,
  discussedCase,
  itemOf,
  PASSWORD,
  recordedConsent,
  refusal,
  testWorld,
  type TestWorld,
} from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personOf, systemActor, type Actor } from '../access/index.js';
import { RoundsService } from '../case-course/index.js';
import { CaseReadingService } from '../cases/index.js';
import { DecisionRecordService, DecisionSignatureService } from '../consult-sessions/index.js';
import { factChanged, FactExpiryService } from '../decision-facts/index.js';
import { RecordReadingService, RecordWritingService } from '../record-keeping/index.js';
import { ReminderDeliveryService } from '../reminders/index.js';
import { ConsentsService } from '../sharing/index.js';
import { DecisionReviewsService } from './decision-reviews.service.js';

let world: TestWorld;
let reviews: DecisionReviewsService;
let chair: Actor;
let recorder: Actor;
let owner: Actor;
let ordinal = 400;

beforeAll(async () => {
  world = await testWorld();
  reviews = world.get(DecisionReviewsService);
  chair = await world.actor('chair');
  recorder = await world.actor('recorder');
  owner = await world.actor('urology-2');
});
afterAll(() => world.close());

/** A case whose decision is signed; it stands on what was chosen. */
async function decided(facts: { key: string; validDays: number | null }[], linked = false) {
  await world.rows('DELETE FROM bookings');
  const { caseNo, session, item } = await discussedCase(world, { ordinal: (ordinal += 1) });
  if (linked) await recordedConsent(world, caseNo);
  const records = world.get(DecisionRecordService);
  const record = await completeRecord(world, { facts });
  await records.record(recorder, session.id, item.id, { ...record, decisionVersion: 0 });
  const concluded = itemOf(await records.conclude(recorder, session.id, item.id, item.version));
  await world.get(DecisionSignatureService).sign(chair, session.id, item.id, {
    version: concluded.version,
    password: PASSWORD,
  });
  return caseNo;
}
const decisionOf = async (caseNo: string): Promise<CaseDecision> => {
  const [decision] = (await reviews.ofCase(owner, caseNo)).items;
  if (!decision) throw new Error('no decision');
  return decision;
};
/** Writes a part anew: what stands in it, changed. */
async function writes(caseNo: string, section: RecordSection, change: Record<string, unknown>) {
  const { sections } = await world.get(RecordReadingService).read(owner, caseNo);
  const part = sections[section];
  await world.get(RecordWritingService).write(owner, caseNo, section, {
    revision: part?.revision ?? 0,
    observedOn: part?.observedOn ?? '2026-11-10',
    source: 'OWN',
    sourceNote: '',
    reason: '',
    content: { ...part?.content, ...change },
  });
}
const ecogOf = async (caseNo: string) => {
  const { sections } = await world.get(RecordReadingService).read(owner, caseNo);
  return sections.status?.content.ecog ?? 0;
};
const changedEcog = async (caseNo: string) => ((await ecogOf(caseNo)) === 3 ? 2 : 3);
const owedReviews = (caseNo: string) =>
  world.rows<{ person: string }>(
    `SELECT o.person_id AS person FROM obligations o JOIN cases c ON c.id = o.case_id
     WHERE c.case_no = $1 AND o.kind = 'REVIEW_DECISION' AND o.state = 'OPEN'`,
    [caseNo],
  );
const flagsOnCard = async (caseNo: string) => {
  const [card] = await world.rows<{ flags: number }>(
    `SELECT (b.card -> 'decision' ->> 'flags')::int AS flags FROM board_cards b JOIN cases c ON c.id = b.case_id WHERE c.case_no = $1 LIMIT 1`,
    [caseNo],
  );
  return card?.flags;
};

describe('a decision whose facts change', () => {
  it('is flagged in the same transaction: on the case, on its card, and to its owner and the chair', async () => {
    const caseNo = await decided([{ key: 'ecog', validDays: null }]);
    await writes(caseNo, 'status', { ecog: await changedEcog(caseNo) });
    const decision = await decisionOf(caseNo);
    expect(decision.facts).toMatchObject([{ key: 'ecog', flag: 'CHANGED', nowShown: String(await ecogOf(caseNo)) }]);
    expect(decision.reviews).toMatchObject([{ state: 'OPEN', changes: [{ key: 'ecog', flag: 'CHANGED' }] }]);
    expect(await owedReviews(caseNo)).toEqual([{ person: personOf(owner) }]);
    expect(await flagsOnCard(caseNo)).toBe(1);

    const delivery = world.get(ReminderDeliveryService);
    const [reminder] = await world.rows<{ id: string }>(
      `SELECT r.id FROM reminders r JOIN obligations o ON o.id = r.obligation_id JOIN cases c ON c.id = o.case_id
       WHERE c.case_no = $1 AND o.kind = 'REVIEW_DECISION' AND r.step = 'OPENED'`,
      [caseNo],
    );
    await delivery.deliver(reminder?.id ?? '');
    const told = await world.rows<{ person: string; path: string }>(
      'SELECT person_id AS person, path FROM notifications WHERE reminder_id = $1',
      [reminder?.id],
    );
    expect(told.map(({ person }) => person).toSorted()).toEqual([personOf(owner), personOf(chair)].toSorted());
    expect(told.every(({ path }) => path === `/cases/${caseNo}?tab=decisions`)).toBe(true);
  });

  it('keeps quiet where the same is entered again, or a part it does not stand on', async () => {
    const caseNo = await decided([{ key: 'ecog', validDays: null }]);
    await writes(caseNo, 'status', {});
    await writes(caseNo, 'wishes', { text: '不接受双造口' });
    expect((await decisionOf(caseNo)).reviews).toEqual([]);
    expect(await owedReviews(caseNo)).toEqual([]);
  });

  it('loses its flag where the change was a slip put right', async () => {
    const caseNo = await decided([{ key: 'ecog', validDays: null }]);
    const before = await ecogOf(caseNo);
    await writes(caseNo, 'status', { ecog: await changedEcog(caseNo) });
    await writes(caseNo, 'status', { ecog: before });
    expect(await decisionOf(caseNo)).toMatchObject({ facts: [{ flag: null }], reviews: [{ state: 'LAPSED' }] });
    expect(await owedReviews(caseNo)).toEqual([]);
    expect(await flagsOnCard(caseNo)).toBe(0);
  });

  it('is kept with a reason, and asks again only when something else changes', async () => {
    const caseNo = await decided([{ key: 'ecog', validDays: null }]);
    const before = await ecogOf(caseNo);
    await writes(caseNo, 'status', { ecog: await changedEcog(caseNo) });
    const [review] = (await decisionOf(caseNo)).reviews;
    expect(review?.availableActions).toEqual(['keep']);
    const id = review?.id ?? '';
    const reason = '体力下降源于感染，可逆';
    const outsider = await world.actor('imaging-1');
    expect((await refusal(reviews.keep(outsider, id, { version: 1, reason }))).code).toBe('access/denied');
    expect((await refusal(reviews.keep(owner, id, { version: 2, reason }))).code).toBe('object/stale');
    const kept = await reviews.keep(chair, id, { version: 1, reason });
    expect(kept).toMatchObject({ facts: [{ flag: null }], reviews: [{ state: 'KEPT', reason, closedBy: chair.name }] });
    expect((await refusal(reviews.keep(owner, id, { version: 2, reason }))).code).toBe('decision/not-flagged');
    expect(await owedReviews(caseNo)).toEqual([]);

    await writes(caseNo, 'status', {});
    expect((await decisionOf(caseNo)).reviews).toHaveLength(1);
    await writes(caseNo, 'status', { ecog: before });
    expect((await decisionOf(caseNo)).reviews.map(({ state }) => state)).toEqual(['OPEN', 'KEPT']);
    const logged = await world.rows<{ line: string }>(`SELECT to_json(a)::text AS line FROM audit_events a`);
    expect(logged.some(({ line }) => line.includes(reason))).toBe(false);
  });

  it('is flagged by the worker once a fact runs out, and once', async () => {
    const caseNo = await decided([{ key: 'ecog', validDays: 730 }]);
    const expiry = world.get(FactExpiryService);
    expect(await expiry.flagExpired()).toBe(0);
    await world.rows(
      `UPDATE decision_facts f SET valid_until = '2026-01-31', expires_at = '2026-01-31T16:00:00Z'
       FROM cases c WHERE c.id = f.case_id AND c.case_no = $1`,
      [caseNo],
    );
    expect(await expiry.flagExpired()).toBe(1);
    expect(await decisionOf(caseNo)).toMatchObject({ facts: [{ flag: 'EXPIRED' }], reviews: [{ state: 'OPEN' }] });
    expect(await owedReviews(caseNo)).toHaveLength(1);
    expect(await expiry.flagExpired()).toBe(0);
    const [review] = (await decisionOf(caseNo)).reviews;
    await reviews.keep(owner, review?.id ?? '', { version: 1, reason: '体力无变化' });
    expect(await expiry.flagExpired()).toBe(0);
  });

  it('is flagged when the consent it stands on is withdrawn', async () => {
    const caseNo = await decided([{ key: 'consent:TELEMEDICINE', validDays: null }], true);
    const coordinator = await world.actor('coordinator');
    const { version } = await world.get(CaseReadingService).read(coordinator, caseNo);
    await world.get(ConsentsService).withdraw(coordinator, caseNo, { version, reason: '患者撤回' });
    expect((await decisionOf(caseNo)).facts).toMatchObject([{ key: 'consent:TELEMEDICINE', flag: 'CHANGED' }]);
  });

  it('is looked at again at the table where a new round is opened', async () => {
    const caseNo = await decided([{ key: 'ecog', validDays: null }]);
    await writes(caseNo, 'status', { ecog: await changedEcog(caseNo) });
    const { version } = await world.get(CaseReadingService).read(owner, caseNo);
    await world.get(RoundsService).reopen(owner, caseNo, {
      version,
      reason: 'NEW_FACT',
      questions: ['体力下降后是否仍手术'],
      note: '体力状态下降',
    });
    expect((await decisionOf(caseNo)).reviews).toMatchObject([{ state: 'DISCUSSED_AGAIN', closedBy: owner.name }]);
    expect(await owedReviews(caseNo)).toEqual([]);
  });

  it('stands on what the rules propose where nobody chose', async () => {
    await world.rows('DELETE FROM bookings');
    const { caseNo, session, item } = await discussedCase(world, { ordinal: (ordinal += 1) });
    const records = world.get(DecisionRecordService);
    await records.record(recorder, session.id, item.id, { ...(await completeRecord(world)), decisionVersion: 0 });
    await records.conclude(recorder, session.id, item.id, item.version);
    const keys = (await decisionOf(caseNo)).facts.map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(['ecog', 'imaging:MRI', 'structures', 'wishes']));
    const unknown = await completeRecord(world, { facts: [{ key: 'laboratory:NONE', validDays: null }] });
    const again = records.record(recorder, session.id, item.id, { ...unknown, decisionVersion: 2 });
    expect(await refusal(again)).toMatchObject({
      code: 'request/invalid',
      extras: { errors: [{ field: 'facts.0.key', code: 'fact-unknown' }] },
    });
  });
});

describe('in a seeded set of 200 decisions with 50 injected fact changes', () => {
  it('all 50 are flagged and none of the others is', async () => {
    const model = await decided([
      { key: 'ecog', validDays: null },
      { key: 'structures', validDays: null },
    ]);
    const clones = await cloned(model, 200);
    // A quarter each: another ECOG, the same entered again, a part nobody stands on, nothing at all.
    await world.rows(
      `INSERT INTO record_revisions (case_id, section, revision, content, observed_on, source, source_note, author_id, recorded_at, reason)
       SELECT r.case_id, r.section, r.revision + 1,
         CASE WHEN r.section = 'wishes' THEN jsonb_set(r.content, '{text}', '"另一意愿"')
           WHEN n.place <= 50 THEN jsonb_set(r.content, '{ecog}', to_jsonb(((r.content ->> 'ecog')::int + 1) % 5)) ELSE r.content END,
         r.observed_on, r.source, r.source_note, r.author_id, r.recorded_at, r.reason
       FROM unnest($1::uuid[]) WITH ORDINALITY AS n (id, place) JOIN record_revisions r ON r.case_id = n.id
       WHERE r.section = CASE WHEN n.place BETWEEN 101 AND 150 THEN 'wishes' ELSE 'status' END AND n.place <= 150`,
      [clones],
    );
    const keeper = systemActor('record-import', '');
    for (const caseId of clones)
      await world.database.write(keeper, (tx) => tx.asCaseKeeper(caseId, () => factChanged(tx, caseId)));
    const flagged = await world.rows<{ id: string }>(
      `SELECT f.case_id AS id FROM decision_facts f JOIN decision_reviews v ON v.decision_id = f.decision_id AND v.state = 'OPEN'
         JOIN obligations o ON o.subject_id = f.decision_id AND o.kind = 'REVIEW_DECISION' AND o.state = 'OPEN'
       WHERE f.case_id = ANY ($1::uuid[]) AND f.flag = 'CHANGED' AND f.fact_key = 'ecog'`,
      [clones],
    );
    expect(flagged.map(({ id }) => id).toSorted()).toEqual(clones.slice(0, 50).toSorted());
    const [rest] = await world.rows<{ count: number }>(
      'SELECT count(*)::int AS count FROM decision_facts WHERE case_id = ANY ($1::uuid[]) AND flag IS NOT NULL',
      [clones],
    );
    expect(rest?.count).toBe(50);
  });
});

/** Copies of a decided case with its record and what its decision stands on, under ids of their own. */
async function cloned(caseNo: string, count: number): Promise<string[]> {
  const rows = await world.rows<{ id: string }>(
    `WITH model AS (
       SELECT c AS c, r AS r, i AS i, e AS e FROM cases c JOIN discussion_rounds r ON r.case_id = c.id
         JOIN agenda_items i ON i.round_id = r.id JOIN decisions e ON e.agenda_item_id = i.id WHERE c.case_no = $1
     ), ids AS (
       SELECT n, gen_random_uuid() AS case_id, gen_random_uuid() AS round_id, gen_random_uuid() AS item_id, gen_random_uuid() AS decision_id
       FROM generate_series(1, $2::int) AS n
     ), made_cases AS (
       INSERT INTO cases SELECT (jsonb_populate_record(m.c, jsonb_build_object('id', d.case_id, 'case_no', 'Z26-' || lpad(d.n::text, 4, '0')))).*
       FROM ids d, model m
     ), made_rounds AS (
       INSERT INTO discussion_rounds SELECT (jsonb_populate_record(m.r, jsonb_build_object('id', d.round_id, 'case_id', d.case_id))).* FROM ids d, model m
     ), made_items AS (
       INSERT INTO agenda_items SELECT (jsonb_populate_record(m.i, jsonb_build_object('id', d.item_id, 'case_id', d.case_id, 'round_id', d.round_id,
         'ordinal', 100 + d.n))).* FROM ids d, model m
     ), made_decisions AS (
       INSERT INTO decisions SELECT (jsonb_populate_record(m.e, jsonb_build_object('id', d.decision_id, 'round_id', d.round_id,
         'agenda_item_id', d.item_id))).* FROM ids d, model m
     ), made_facts AS (
       INSERT INTO decision_facts SELECT (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid(), 'case_id', d.case_id,
         'decision_id', d.decision_id))).* FROM ids d, model m JOIN decision_facts f ON f.case_id = (m.c).id
     ), made_parts AS (
       INSERT INTO record_revisions SELECT (jsonb_populate_record(p, jsonb_build_object('case_id', d.case_id))).*
       FROM ids d, model m JOIN record_revisions p ON p.case_id = (m.c).id
     )
     SELECT case_id AS id FROM ids ORDER BY n`,
    [caseNo, count],
  );
  return rows.map(({ id }) => id);
}
