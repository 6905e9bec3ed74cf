import { randomUUID } from 'node:crypto';
import { board as boardSchema, boardCard, type CaseState } from '@consilium/contracts';
import { acceptedCase, caseInTriage, referredCase, refusal, testWorld, type TestWorld } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moveCase, OpinionsService, TriageService } from '../cases/index.js';
import { rebuildCards, refreshCards } from './board-cards.js';
import { BoardsService } from './boards.service.js';

let world: TestWorld;
let boards: BoardsService;
let ordinal = 70;
const nextPatient = () => (ordinal += 1);

beforeAll(async () => {
  world = await testWorld();
  boards = world.get(BoardsService);
});
afterAll(() => world.close());

const boardOf = async (code: string, account = 'coordinator') =>
  boards.read(await world.actor(account), await world.departmentId(code));
const cardOf = async (code: string, caseNo: string) =>
  (await boardOf(code)).cards.find((card) => card.caseNo === caseNo);
const give = async (code: string, account: string, caseNo: string) =>
  world.get(OpinionsService).submit(await world.actor(account), caseNo, await world.departmentId(code), {
    version: 0,
    stance: 'support',
    text: '同意',
    needs: '',
    answers: [],
  });

describe("a department's board", () => {
  it('shows a case in the column of each department, with what it waits for', async () => {
    const caseNo = await referredCase(world, { ordinal: nextPatient(), required: ['urology', 'pathology'] });
    expect(await cardOf('urology', caseNo)).toMatchObject({
      column: 'PREPARING',
      dueKind: 'TRIAGE',
      dueAt: '2026-11-19T01:00:00.000Z',
      maskedName: '张**',
    });
    expect(await cardOf('icu', caseNo)).toBeUndefined();
    const triage = world.get(TriageService);
    const coordinator = await world.actor('coordinator');
    await triage.takeInTriage(coordinator, caseNo, { version: 1 });
    await triage.accept(coordinator, caseNo, { version: 2, opinionDueAt: '2026-11-18T09:00:00Z', blind: false });
    expect(await cardOf('urology', caseNo)).toMatchObject({
      column: 'WAITING_ON_US',
      dueKind: 'OPINION',
      dueAt: '2026-11-18T09:00:00.000Z',
      opinionsGiven: 0,
      opinionsOwed: 2,
    });

    await give('urology', 'urology-1', caseNo);
    expect(await cardOf('urology', caseNo)).toMatchObject({ column: 'PREPARING', opinionsGiven: 1 });
    expect(await cardOf('pathology', caseNo)).toMatchObject({ column: 'WAITING_ON_US', opinionsGiven: 1 });
    await give('pathology', 'pathology-1', caseNo);
    expect(await cardOf('urology', caseNo)).toMatchObject({ column: 'READY', state: 'READY', dueAt: null });
    expect((await cardOf('urology', caseNo))?.dots.map(({ state }) => state)).toEqual(['GIVEN', 'GIVEN']);
  });

  it('shows the session, then the dissent of the decision, then the operation and the stages confirmed', async () => {
    const view = await acceptedCase(world, { ordinal: nextPatient(), required: ['urology', 'pathology'] });
    await give('urology', 'urology-1', view.caseNo);
    await give('pathology', 'pathology-1', view.caseNo);
    const coordinator = await world.actor('coordinator');
    const chair = await world.actor('chair');
    const [facts] = await world.rows<{ id: string; round: string; center: string; hospital: string }>(
      `SELECT c.id, r.id AS round, c.center_id AS center, c.hospital_id AS hospital FROM cases c JOIN discussion_rounds r ON r.case_id = c.id
       WHERE c.case_no = $1`,
      [view.caseNo],
    );
    if (!facts) throw new Error('the case is gone');
    const refreshedIn = async (state: CaseState, changes: readonly [sql: string, parameters: readonly unknown[]][]) => {
      await world.database.write(coordinator, async (tx) => {
        for (const [sql, parameters] of changes) await tx.query(sql, parameters);
        await moveCase(tx, facts.id, state);
        await refreshCards(tx, facts.id);
      });
      return cardOf('urology', view.caseNo);
    };
    const [session, item, plan] = [randomUUID(), randomUUID(), randomUUID()];
    const scheduled = await refreshedIn('SCHEDULED', [
      [
        `INSERT INTO consult_sessions (id, hospital_id, center_id, kind, title, starts_at, ends_at, room_id, chair_id, recorder_id, state, created_at, created_by, updated_at)
         VALUES ($1, $2, $3, 'REGULAR', '周五MDT', '2026-11-20T01:00:00Z', '2026-11-20T03:00:00Z', $4, $5, $5, 'PLANNED', now(), $5, now())`,
        [session, facts.hospital, facts.center, await world.roomId('MEETING_ROOM'), chair.personId],
      ],
      [
        `INSERT INTO agenda_items (id, session_id, case_id, round_id, ordinal, minutes, state) VALUES ($1, $2, $3, $4, 3, 20, 'QUEUED')`,
        [item, session, facts.id, facts.round],
      ],
    ]);
    expect(scheduled).toMatchObject({
      column: 'SCHEDULED',
      dueKind: 'SESSION',
      dueAt: '2026-11-20T01:00:00.000Z',
      session: { id: session, title: '周五MDT', ordinal: 3 },
    });

    await refreshedIn('IN_DISCUSSION', []);
    const decided = await refreshedIn('DECISION_PENDING', [
      [
        `INSERT INTO decisions (id, round_id, agenda_item_id, state, direction, consensus, stances, recorded_by, updated_at)
         VALUES ($1, $2, $3, 'PENDING', 'SURGERY', 'MAJORITY', '[{"stance":"oppose"},{"stance":"support"}]', $4, now())`,
        [randomUUID(), facts.round, item, chair.personId],
      ],
      [
        `INSERT INTO obligations (id, kind, subject_id, hospital_id, case_id, person_id, opened_at, due_at, state)
         VALUES ($1, 'DECISION_SIGNATURE', $2, $3, $4, $5, now(), '2026-11-21T04:00:00Z', 'OPEN')`,
        [randomUUID(), item, facts.hospital, facts.id, chair.personId],
      ],
    ]);
    expect(decided).toMatchObject({
      column: 'DECIDED',
      dueKind: 'SIGNATURE',
      dueAt: '2026-11-21T04:00:00.000Z',
      decision: { consensus: 'MAJORITY', dissents: 1 },
    });

    await refreshedIn('DECIDED', []);
    const stage = `INSERT INTO surgical_stages (id, plan_id, ordinal, code, department_id, lead_id, goal, handover_condition, contingency, minutes, blood_units, confirmation, confirm_due_at)
       VALUES ($1, $2, $3, $4, $5, $6, '松解', '止血', '压迫', 60, 0, $7, '2026-11-19T04:00:00Z')`;
    const planned = await refreshedIn('PLAN_IN_PREPARATION', [
      [
        `INSERT INTO surgical_plans (id, case_id, round_id, number, title, lead_id, theatre_id, starts_at, patient_agreed_on, state, created_at, updated_at, updated_by)
         VALUES ($1, $2, $3, 1, '接力手术', $4, $5, '2026-11-26T00:00:00Z', '2026-11-18', 'STAGED', now(), now(), $4)`,
        [plan, facts.id, facts.round, chair.personId, await world.roomId('THEATRE')],
      ],
      [stage, [randomUUID(), plan, 1, 'A', await world.departmentId('urology'), chair.personId, 'WAITING']],
      [stage, [randomUUID(), plan, 2, 'B', await world.departmentId('pathology'), chair.personId, 'CONFIRMED']],
    ]);
    expect(planned).toMatchObject({
      column: 'SURGERY_PLANNING',
      dueKind: 'STAGE',
      dueAt: '2026-11-19T04:00:00.000Z',
      plan: { id: plan, stages: 2, confirmed: 1, startsAt: '2026-11-26T00:00:00.000Z' },
    });
    expect(await cardOf('pathology', view.caseNo)).toMatchObject({
      dueKind: 'OPERATION',
      dueAt: '2026-11-26T00:00:00.000Z',
    });
  });

  it('loses the card when the department is taken off the case or the case has ended', async () => {
    const { caseNo } = await caseInTriage(world, { ordinal: nextPatient(), required: ['urology', 'nephrology'] });
    const before = await boardOf('nephrology');
    expect(before.cards.map((card) => card.caseNo)).toContain(caseNo);
    const coordinator = await world.actor('coordinator');
    const departments = [
      { departmentId: await world.departmentId('urology'), requirement: 'REQUIRED' as const, reason: '' },
    ];
    await world.get(TriageService).changeDepartments(coordinator, caseNo, { version: 2, departments });
    const after = await boardOf('nephrology');
    expect(after.cards.map((card) => card.caseNo)).not.toContain(caseNo);
    expect(after.sequence).not.toBe(before.sequence);

    await world.database.write(coordinator, async (tx) => {
      const { id } = await tx.one<{ id: string }>('SELECT id FROM cases WHERE case_no = $1', [caseNo]);
      await moveCase(tx, id, 'WITHDRAWN');
      await refreshCards(tx, id);
    });
    expect(await cardOf('urology', caseNo)).toBeUndefined();
  });

  it('keeps its sequence while nothing on it changes, and tells only boards that changed', async () => {
    const { caseNo } = await acceptedCase(world, { ordinal: nextPatient(), required: ['urology', 'pathology'] });
    const before = await boardOf('urology');
    const [last] = await world.rows<{ id: string }>('SELECT coalesce(max(id), 0)::text AS id FROM outbox');
    await world.database.write(await world.actor('coordinator'), async (tx) => {
      const { id } = await tx.one<{ id: string }>('SELECT id FROM cases WHERE case_no = $1', [caseNo]);
      await refreshCards(tx, id);
    });
    expect((await boardOf('urology')).sequence).toBe(before.sequence);
    const told = await world.rows<{ topic: string }>('SELECT topic FROM outbox WHERE id > $1', [last?.id]);
    expect(told).toEqual([{ topic: 'case' }]);
  });

  it('holds only cards and an answer that fit the contract', async () => {
    const stored = await world.rows<{ card: unknown }>('SELECT card FROM board_cards');
    expect(stored.length).toBeGreaterThan(0);
    for (const { card } of stored) expect(boardCard.safeParse(card).error).toBeUndefined();
    expect(boardSchema.safeParse(await boardOf('urology')).error).toBeUndefined();
  });

  it('can be made anew from its sources, card by card the same', async () => {
    const cards = () =>
      world.rows(
        'SELECT case_id, department_id, column_key, due_at, card FROM board_cards ORDER BY case_id, department_id',
      );
    const before = await cards();
    await world.rows('DELETE FROM board_cards');
    const gone = await world.database.write(await world.actor('coordinator'), (tx) => rebuildCards(tx));
    expect(gone).toBeGreaterThan(0);
    expect(await cards()).toEqual(before);
  });

  it('is open to its own people and to those who watch over all; for others it does not exist', async () => {
    expect((await boardOf('urology', 'urology-3')).department).toMatchObject({ zh: expect.stringContaining('泌尿') });
    for (const account of ['pathology-1', 'administrator', 'beichen-expert'])
      expect((await refusal(boardOf('urology', account))).code).toBe('object/not-found');
  });
});

describe('what is late in the house', () => {
  it('is listed with who owes it, the latest first', async () => {
    const { caseNo } = await acceptedCase(world, { ordinal: nextPatient(), required: ['urology'] });
    const routine = await referredCase(world, { ordinal: nextPatient(), required: ['urology'] });
    const urgent = await referredCase(world, { ordinal: nextPatient(), required: ['urology'], urgency: 'URGENT' });
    const late = async () => (await boards.overdue(await world.actor('urology-1'))).items;
    const of = (items: Awaited<ReturnType<typeof late>>) =>
      items.filter((item) => [caseNo, routine, urgent].includes(item.caseNo ?? ''));
    expect(of(await late())).toEqual([]);
    world.clock.set(new Date('2026-11-20T01:00:01Z'));
    expect(of(await late()).map((item) => [item.kind, item.caseNo, item.who.zh])).toEqual([
      ['TRIAGE', urgent, 'MDT协调员'],
      ['TRIAGE', routine, 'MDT协调员'],
      ['OPINION', caseNo, expect.stringContaining('泌尿')],
    ]);
    const { items, total } = await boards.overdue(await world.actor('director'));
    expect(total).toBe(items.length);
    expect((await refusal(boards.overdue(await world.actor('beichen-expert')))).code).toBe('access/denied');
  });
});
