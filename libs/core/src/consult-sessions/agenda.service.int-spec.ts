import { agendaCandidate } from '@consilium/contracts';
import {
  acceptedCase,
  caseInTriage,
  recordedConsent,
  scheduledSession,
  testWorld,
  type TestWorld,
  refusal,
} from '@consilium/testing';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Actor } from '../access/index.js';
import { AgendaService } from './agenda.service.js';

let world: TestWorld;
let agenda: AgendaService;
let coordinator: Actor;
let ordinal = 200;

beforeAll(async () => {
  world = await testWorld();
  agenda = world.get(AgendaService);
  coordinator = await world.actor('coordinator');
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.database.write(coordinator, async (tx) => {
    await tx.query('DELETE FROM bookings');
  });
});

const newCase = async () => (await acceptedCase(world, { ordinal: (ordinal += 1), required: ['urology'] })).caseNo;
const add = (
  sessionId: string,
  version: number,
  caseNo: string,
  more: { minutes?: number; hospitals?: string[] } = {},
) =>
  agenda.addCase(coordinator, sessionId, {
    version,
    caseNo,
    minutes: more.minutes ?? 20,
    shareWithHospitalIds: more.hospitals ?? [],
  });

it('a case put on the agenda is scheduled, shared under a code, and another hospital is asked', async () => {
  const session = await scheduledSession(world, { linked: ['beichen', 'shenshui'] });
  const caseNo = await newCase();
  await recordedConsent(world, caseNo);
  const hospitals = session.linkedHospitals.map(({ hospitalId }) => hospitalId);
  const seen = await add(session.id, 1, caseNo, { hospitals });
  expect(seen.agenda).toMatchObject([{ caseNo, ordinal: 1, state: 'QUEUED', opinionsGiven: 0, opinionsOwed: 1 }]);
  const codes = seen.agenda[0]?.sharedWith.map(({ pxCode }) => pxCode) ?? [];
  expect(new Set(codes).size).toBe(2);
  for (const code of codes) expect(code).toMatch(/^PX-[0-9BCDFGHJKMNPQRSTVWXYZ]{4}$/);
  const owed = await world.rows<{ state: string; dueAt: Date }>(
    `SELECT state, due_at AS "dueAt" FROM obligations WHERE kind = 'REMOTE_OPINION' AND session_id = $1`,
    [session.id],
  );
  const dueAt = new Date(new Date(session.startsAt).getTime() - 20 * 3_600_000);
  expect(owed).toEqual([
    { state: 'OPEN', dueAt },
    { state: 'OPEN', dueAt },
  ]);
});

it('a session soon asks for the opinion half way to it, never in the past', async () => {
  const session = await scheduledSession(world, { linked: ['beichen'], inHours: 4 });
  const caseNo = await newCase();
  await recordedConsent(world, caseNo);
  await add(session.id, 1, caseNo, { hospitals: session.linkedHospitals.map(({ hospitalId }) => hospitalId) });
  const [owed] = await world.rows<{ dueAt: Date }>(
    `SELECT due_at AS "dueAt" FROM obligations WHERE kind = 'REMOTE_OPINION' AND session_id = $1`,
    [session.id],
  );
  expect(owed?.dueAt).toEqual(new Date(world.clock.now().getTime() + 2 * 3_600_000));
});

it('without the patient’s consent nothing is shared and the case stays where it was', async () => {
  const session = await scheduledSession(world, { linked: ['beichen'] });
  const caseNo = await newCase();
  const problem = await refusal(
    add(session.id, 1, caseNo, { hospitals: session.linkedHospitals.map(({ hospitalId }) => hospitalId) }),
  );
  expect(problem.code).toBe('consent/missing');
  expect(await world.rows('SELECT 1 FROM agenda_items WHERE session_id = $1', [session.id])).toEqual([]);
  expect(await world.rows('SELECT 1 FROM shares WHERE session_id = $1', [session.id])).toEqual([]);
});

it('an agreement that ended since the session was planned refuses the share by name', async () => {
  const session = await scheduledSession(world, { linked: ['pengcheng'] });
  const caseNo = await newCase();
  await recordedConsent(world, caseNo);
  const hospitals = session.linkedHospitals.map(({ hospitalId }) => hospitalId);
  const until = (day: string) =>
    world.database.write(coordinator, async (tx) => {
      await tx.query(`UPDATE partnerships SET valid_to = $2 WHERE partner_hospital_id = ANY ($1::uuid[])`, [
        hospitals,
        day,
      ]);
    });
  await until('2026-11-18');
  const problem = await refusal(add(session.id, 1, caseNo, { hospitals }));
  expect(problem).toMatchObject({ code: 'partnership/invalid', parameters: { hospital: { zh: '鹏城肿瘤医院' } } });
  await until('2028-01-01');
});

it('a hospital that is not linked to the session cannot be shared with', async () => {
  const session = await scheduledSession(world, { linked: ['beichen'] });
  const caseNo = await newCase();
  const problem = await refusal(add(session.id, 1, caseNo, { hospitals: [await world.hospitalId('shenshui')] }));
  expect(problem.extras.errors).toEqual([{ field: 'shareWithHospitalIds.0', code: 'unknown' }]);
});

it('a case is on one agenda at a time', async () => {
  const caseNo = await newCase();
  const first = await scheduledSession(world);
  const second = await scheduledSession(world, { inHours: 60 });
  await add(first.id, 1, caseNo);
  expect((await refusal(add(second.id, 1, caseNo))).code).toBe('agenda/case-listed');
});

it('two coordinators who race to list one case: one wins, the other is told', async () => {
  const caseNo = await newCase();
  const first = await scheduledSession(world);
  const second = await scheduledSession(world, { inHours: 60 });
  const results = await Promise.allSettled([add(first.id, 1, caseNo), add(second.id, 1, caseNo)]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const [lost] = results.filter((result) => result.status === 'rejected');
  expect(lost?.reason).toMatchObject({ code: 'agenda/case-listed' });
});

it('more minutes than the session has are refused with both numbers', async () => {
  const session = await scheduledSession(world, { minutes: 30 });
  await add(session.id, 1, await newCase(), { minutes: 20 });
  expect(await refusal(add(session.id, 2, await newCase(), { minutes: 15 }))).toMatchObject({
    code: 'agenda/full',
    parameters: { minutes: 30, planned: 20 },
  });
});

it('only cases in preparation or ready can be listed, and the candidates are just those', async () => {
  const session = await scheduledSession(world);
  const waiting = await caseInTriage(world, { ordinal: (ordinal += 1), required: ['urology'] });
  const candidate = await newCase();
  expect((await refusal(add(session.id, 1, waiting.caseNo))).code).toBe('case/wrong-state');
  const candidates = await agenda.candidates(coordinator, session.id);
  expect(agendaCandidate.array().parse(candidates)).toEqual(candidates);
  const offered = candidates.map(({ caseNo }) => caseNo);
  expect(offered).toContain(candidate);
  expect(offered).not.toContain(waiting.caseNo);
});

it('a case taken off returns to preparation, the rest move up, and its shares end', async () => {
  const session = await scheduledSession(world, { linked: ['beichen'] });
  const [one, two] = [await newCase(), await newCase()];
  await recordedConsent(world, one);
  await add(session.id, 1, one, { hospitals: session.linkedHospitals.map(({ hospitalId }) => hospitalId) });
  const both = await add(session.id, 2, two);
  const after = await agenda.removeCase(coordinator, session.id, both.agenda[0]?.id ?? '');
  expect(after.agenda).toMatchObject([{ caseNo: two, ordinal: 1 }]);
  expect(await world.rows('SELECT state FROM cases WHERE case_no = $1', [one])).toEqual([{ state: 'PREPARING' }]);
  expect(await world.rows('SELECT 1 FROM shares WHERE session_id = $1 AND revoked_at IS NULL', [session.id])).toEqual(
    [],
  );
  const cards = await world.rows<{ card: { session: unknown } }>(
    'SELECT card FROM board_cards b JOIN cases c ON c.id = b.case_id WHERE c.case_no = $1',
    [one],
  );
  expect(cards.map(({ card }) => card.session)).toEqual([null]);
});
