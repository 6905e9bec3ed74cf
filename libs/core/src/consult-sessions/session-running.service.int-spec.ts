import {
  acceptedCase,
  completeRecord,
  discussedCase,
  itemOf,
  PASSWORD,
  refusal,
  scheduledSession,
  testWorld,
  type TestWorld,
} from '@consilium/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { personOf, type Actor } from '../access/index.js';
import { AgendaService } from './agenda.service.js';
import { DecisionRecordService } from './decision-record.service.js';
import { DecisionSignatureService } from './decision-signature.service.js';
import { SessionPlanningService } from './session-planning.service.js';
import { SessionReadingService } from './session-reading.service.js';
import { SessionRunningService } from './session-running.service.js';

let world: TestWorld;
let agenda: AgendaService;
let running: SessionRunningService;
let records: DecisionRecordService;
let signatures: DecisionSignatureService;
let reading: SessionReadingService;
let coordinator: Actor;
let chair: Actor;
let recorder: Actor;
let ordinal = 100;

beforeAll(async () => {
  world = await testWorld();
  agenda = world.get(AgendaService);
  running = world.get(SessionRunningService);
  records = world.get(DecisionRecordService);
  signatures = world.get(DecisionSignatureService);
  reading = world.get(SessionReadingService);
  coordinator = await world.actor('coordinator');
  chair = await world.actor('chair');
  recorder = await world.actor('recorder');
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.database.write(coordinator, async (tx) => {
    await tx.query('DELETE FROM bookings');
  });
});

const discussed = () => discussedCase(world, { ordinal: (ordinal += 1) });

describe('the signature', () => {
  it('is the chair’s alone, and only with the right password', async () => {
    const { session, item } = await discussed();
    await records.record(recorder, session.id, item.id, { ...(await completeRecord(world)), decisionVersion: 0 });
    const { version } = itemOf(await records.conclude(recorder, session.id, item.id, item.version));
    for (const actor of [coordinator, recorder, await world.actor('urology-1')])
      expect((await refusal(signatures.sign(actor, session.id, item.id, { version, password: PASSWORD }))).code).toBe(
        'access/denied',
      );
    // Whoever may not sign is not even asked for the password.
    const guess = signatures.sign(recorder, session.id, item.id, { version, password: 'a guess' });
    expect((await refusal(guess)).code).toBe('access/denied');
    const wrong = signatures.sign(chair, session.id, item.id, { version, password: 'not the password' });
    expect((await refusal(wrong)).code).toBe('signature/wrong-password');
    expect(itemOf(await reading.read(chair, session.id)).state).toBe('CONCLUDED');
    expect(
      await world.rows(
        `SELECT 1 FROM audit_events WHERE action = 'signature.given' AND outcome = 'REFUSED' AND actor_id = $1`,
        [personOf(chair)],
      ),
    ).not.toEqual([]);
  });
});

describe('a session in progress', () => {
  it('opens one case at a time and does not end with a case undecided', async () => {
    const planned = await scheduledSession(world);
    const cases = [(ordinal += 1), (ordinal += 1)].map((one) =>
      acceptedCase(world, { ordinal: one, required: ['urology'] }),
    );
    let view = planned;
    for (const { caseNo } of await Promise.all(cases))
      view = await agenda.addCase(coordinator, view.id, {
        version: view.version,
        caseNo,
        minutes: 20,
        shareWithHospitalIds: [],
      });
    view = await running.start(chair, view.id, view.version);
    view = await running.openItem(chair, view.id, itemOf(view).id, itemOf(view).version);
    expect(itemOf(view, 1).availableActions).not.toContain('open');
    const second = running.openItem(chair, view.id, itemOf(view, 1).id, itemOf(view, 1).version);
    expect((await refusal(second)).code).toBe('agenda/another-open');
    expect((await refusal(running.end(chair, view.id, view.version))).code).toBe('agenda/unfinished');
  });
  it('can be neither moved nor cancelled, and offers neither', async () => {
    const { session } = await discussed();
    expect(session.availableActions).toEqual(['end', 'mark-attendance']);
    const planning = world.get(SessionPlanningService);
    const { version } = session;
    const to = { version, startsAt: session.endsAt, minutes: 60, roomId: session.room.id };
    expect((await refusal(planning.move(coordinator, session.id, to))).code).toBe('session/wrong-state');
    const cancelled = planning.cancel(coordinator, session.id, { version, reason: '试' });
    expect((await refusal(cancelled)).code).toBe('session/wrong-state');
  });
  it('shows whoever is neither of it nor of the case nothing clinical', async () => {
    const { session } = await discussed();
    const stranger = await reading.read(await world.actor('mental-health-1'), session.id);
    expect(itemOf(stranger)).toMatchObject({ diagnosis: '', questions: [], decision: null, availableActions: [] });
    expect(itemOf(await reading.read(await world.actor('pathology-1'), session.id)).diagnosis).not.toBe('');
  });
  it('loses its quorum when someone leaves', async () => {
    const { session, item } = await discussed();
    const imaging = personOf(await world.actor('imaging-1'));
    const left = await running.markAttendance(chair, session.id, imaging, { present: false, mode: 'IN_PERSON' });
    expect(item.quorum.met).toBe(true);
    expect(
      itemOf(left)
        .quorum.lines.filter(({ met }) => !met)
        .map(({ key }) => key),
    ).toEqual(['imaging']);
  });
  it('lets nobody in who is of no hospital of the session', async () => {
    const { session } = await discussed();
    const outsider = personOf(await world.actor('shenshui-expert'));
    const attempt = running.markAttendance(coordinator, session.id, outsider, { present: true, mode: 'REMOTE' });
    expect((await refusal(attempt)).code).toBe('object/not-found');
  });
});
