import { referredCase, testWorld, type TestWorld } from '@consilium/testing';
import type { ObligationKind } from '@consilium/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { personOf, type Actor } from '../access/index.js';
import { closeObligation, closeObligationsOf, openObligation } from './obligations.js';

const HOUR = 3_600_000;
const OPENING = new Date('2026-11-18T01:00:00Z');
let world: TestWorld;
let coordinator: Actor;
let caseId: string;

beforeAll(async () => {
  world = await testWorld();
  coordinator = await world.actor('coordinator');
  const caseNo = await referredCase(world);
  [{ id: caseId }] = (await world.rows<{ id: string }>('SELECT id FROM cases WHERE case_no = $1', [caseNo])) as [
    { id: string },
  ];
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set(OPENING);
  for (const table of ['reminders', 'obligations', 'outbox']) await world.rows(`DELETE FROM ${table}`);
});

const open = (kind: ObligationKind, hours: number, subjectId = caseId) =>
  world.database.write(coordinator, (tx) =>
    openObligation(tx, {
      kind,
      subjectId,
      caseId,
      hospitalId: coordinator.hospitalId,
      personId: personOf(coordinator),
      dueAt: new Date(tx.now.getTime() + hours * HOUR),
    }),
  );
const laidDown = () =>
  world.rows<{ step: string; state: string; version: number; fireAt: Date }>(
    `SELECT step, state, obligation_version AS version, fire_at AS "fireAt" FROM reminders ORDER BY obligation_version, fire_at, step`,
  );
const summary = async () => (await laidDown()).map(({ step, state, version }) => `${version} ${step} ${state}`);
const obligations = () =>
  world.rows<{ state: string; version: number; closedAt: Date | null }>(
    'SELECT state, version, closed_at AS "closedAt" FROM obligations ORDER BY kind',
  );

describe('something owed', () => {
  it('lays down its reminders and tells the worker of it', async () => {
    await open('TRIAGE', 24);
    expect((await laidDown()).map(({ step, state, fireAt }) => [step, state, fireAt.toISOString()])).toEqual([
      ['OPENED', 'SCHEDULED', '2026-11-18T01:00:00.000Z'],
      ['DUE', 'SCHEDULED', '2026-11-19T01:00:00.000Z'],
      ['AFTER_4H', 'SCHEDULED', '2026-11-19T05:00:00.000Z'],
    ]);
    const [announced] = await world.rows<{ key: string; id: string }>(
      `SELECT m.key, o.id FROM outbox m, obligations o WHERE m.topic = 'reminder'`,
    );
    expect(announced?.key).toBe(announced?.id);
  });

  it('cancels its old reminders and lays down new ones when it moves, and keeps when it was first asked', async () => {
    await open('TRIAGE', 24);
    world.clock.advance(HOUR);
    await open('TRIAGE', 48);
    expect(await summary()).toEqual([
      '1 OPENED CANCELLED',
      '1 DUE CANCELLED',
      '1 AFTER_4H CANCELLED',
      '2 MOVED SCHEDULED',
      '2 DUE SCHEDULED',
      '2 AFTER_4H SCHEDULED',
    ]);
    const [obligation] = await world.rows<{ openedAt: Date; dueAt: Date }>(
      'SELECT opened_at AS "openedAt", due_at AS "dueAt" FROM obligations',
    );
    expect(obligation).toEqual({ openedAt: OPENING, dueAt: new Date('2026-11-20T02:00:00Z') });
  });

  it('cancels its reminders when it is done', async () => {
    await open('TRIAGE', 24);
    await world.database.write(coordinator, (tx) => closeObligation(tx, 'TRIAGE', caseId, 'DONE'));
    expect(await obligations()).toEqual([{ state: 'DONE', version: 2, closedAt: OPENING }]);
    expect((await laidDown()).every(({ state }) => state === 'CANCELLED')).toBe(true);
  });

  it('is something new when it is asked for again after it was done', async () => {
    await open('TRIAGE', 24);
    await world.database.write(coordinator, (tx) => closeObligation(tx, 'TRIAGE', caseId, 'DONE'));
    world.clock.advance(HOUR);
    await open('TRIAGE', 24);
    expect((await summary()).slice(-3)).toEqual(['3 OPENED SCHEDULED', '3 DUE SCHEDULED', '3 AFTER_4H SCHEDULED']);
  });

  it('stays as it ended when it is closed twice', async () => {
    await open('TRIAGE', 24);
    await world.database.write(coordinator, (tx) => closeObligation(tx, 'TRIAGE', caseId, 'DONE'));
    await world.database.write(coordinator, (tx) => closeObligation(tx, 'TRIAGE', caseId, 'CANCELLED'));
    expect(await obligations()).toEqual([{ state: 'DONE', version: 2, closedAt: OPENING }]);
  });

  it('leaves nothing behind when the change it belongs to fails', async () => {
    const failing = world.database.write(coordinator, async (tx) => {
      await openObligation(tx, {
        kind: 'TRIAGE',
        subjectId: caseId,
        caseId,
        hospitalId: coordinator.hospitalId,
        dueAt: OPENING,
      });
      throw new Error('the case could not be kept');
    });
    await expect(failing).rejects.toThrow('could not be kept');
    expect(await laidDown()).toEqual([]);
    expect(await obligations()).toEqual([]);
  });
});

it('everything owed under a case, or only some kinds of it, ends at once', async () => {
  await open('TRIAGE', 24);
  await open('INFORMATION', 24);
  await world.database.write(coordinator, (tx) => closeObligationsOf(tx, { caseId, kinds: ['TRIAGE'] }, 'CANCELLED'));
  expect((await obligations()).map(({ state }) => state)).toEqual(['OPEN', 'CANCELLED']);
  await world.database.write(coordinator, (tx) => closeObligationsOf(tx, { caseId }, 'DONE'));
  expect((await obligations()).map(({ state }) => state)).toEqual(['DONE', 'CANCELLED']);
  await expect(world.database.write(coordinator, (tx) => closeObligationsOf(tx, {}, 'CANCELLED'))).rejects.toThrow(
    'needs a scope',
  );
});
