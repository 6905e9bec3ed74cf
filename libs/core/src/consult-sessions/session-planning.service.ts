import { Injectable } from '@nestjs/common';
import type { SessionPlan, SessionView } from '@consilium/contracts';
import { authorise, personOf, type Actor } from '../access/index.js';
import { fingerprint } from '../audit/index.js';
import { refreshCards } from '../boards/index.js';
import { moveCase, settleReadiness } from '../cases/index.js';
import { campusDay } from '../clock/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Problem, refuseFields } from '../errors/index.js';
import { campusZone } from '../organisations/index.js';
import { closeObligation, openObligation } from '../reminders/index.js';
import { agreementOn, endShares, moveShares } from '../sharing/index.js';
import {
  book,
  bookingProblem,
  isDoubleBooking,
  releaseBookings,
  type BookingSource,
  type WantedBooking,
} from './bookings.js';
import { ConsultSession } from './consult-session.entity.js';
import { SessionHospital } from './session-hospital.entity.js';
import { SessionMember } from './session-member.entity.js';
import { plannedMinutes } from './session.rules.js';
import { lockSession, requireSessionState, type SessionFacts } from './session-facts.js';
import { checkedPlan, isMeetingRoom } from './session-plan-check.js';
import { sessionView } from './session.view.js';

interface Period {
  startsAt: Date;
  endsAt: Date;
}

const periodOf = ({ startsAt, minutes }: { startsAt: string; minutes: number }): Period => ({
  startsAt: new Date(startsAt),
  endsAt: new Date(new Date(startsAt).getTime() + minutes * 60_000),
});

const wantedOf = (roomId: string, personIds: readonly string[], period: Period): WantedBooking[] => [
  { resourceKind: 'ROOM', resourceId: roomId, ...period },
  ...personIds.map((resourceId) => ({ resourceKind: 'PERSON' as const, resourceId, ...period })),
];

const sourceOf = (sessionId: string): BookingSource => ({ sourceKind: 'SESSION', sourceId: sessionId });

/** Putting sessions on the calendar, moving and cancelling them. Room and people are booked with the session or not at all. */
@Injectable()
export class SessionPlanningService {
  constructor(private readonly database: Database) {}

  /**
   * Schedules a session: linked where other hospitals are named, each under an agreement valid that day (`partnership/invalid`). Where the
   * room or anyone is taken it is refused with the clashes and the next free times (`booking/clash`).
   */
  async schedule(actor: Actor, plan: SessionPlan): Promise<{ id: string }> {
    authorise(actor, 'session:schedule', { hospitalId: actor.hospitalId });
    const period = periodOf(plan);
    const people = [
      ...new Set([
        plan.chairId,
        plan.recorderId,
        ...plan.memberIds,
        ...plan.linkedHospitals.flatMap(({ expertIds }) => expertIds),
      ]),
    ];
    const wanted = wantedOf(plan.roomId, people, period);
    return this.refusingDoubleBooking(
      actor,
      () => ({ wanted }),
      async (tx) => {
        const members = await checkedPlan(tx, plan, actor.hospitalId);
        const day = campusDay(period.startsAt, await campusZone(tx, actor.hospitalId));
        const hospitals: Pick<SessionHospital, 'hospitalId' | 'partnershipId'>[] = [];
        for (const { hospitalId } of plan.linkedHospitals)
          hospitals.push({ hospitalId, partnershipId: await agreementOn(tx, actor.hospitalId, hospitalId, day) });
        const centre = await tx.one<{ id: string }>(
          'SELECT id FROM centers WHERE hospital_id = $1 ORDER BY id LIMIT 1',
          [actor.hospitalId],
        );
        const id = tx.newId();
        await tx.insert(ConsultSession, {
          id,
          hospitalId: actor.hospitalId,
          centerId: centre.id,
          kind: hospitals.length > 0 ? 'LINKED' : 'REGULAR',
          title: plan.title,
          ...period,
          roomId: plan.roomId,
          chairId: plan.chairId,
          recorderId: plan.recorderId,
          videoUrl: plan.videoUrl,
          state: 'PLANNED',
          createdAt: tx.now,
          createdBy: personOf(actor),
          updatedAt: tx.now,
          updatedBy: personOf(actor),
        });
        await tx.insert(
          SessionHospital,
          hospitals.map((hospital) => ({ sessionId: id, ...hospital })),
        );
        await tx.insert(
          SessionMember,
          members.map((member) => ({ sessionId: id, ...member })),
        );
        await book(tx, wanted, sourceOf(id));
        await tx.audit({
          action: 'session.scheduled',
          objectKind: 'session',
          objectId: id,
          after: {
            state: 'PLANNED',
            ...period,
            roomId: plan.roomId,
            chairId: plan.chairId,
            recorderId: plan.recorderId,
            memberIds: members.map(({ personId }) => personId),
            hospitalIds: hospitals.map(({ hospitalId }) => hospitalId),
            title: fingerprint(plan.title),
          },
        });
        await remindOf(tx, { id, hospitalId: actor.hospitalId }, period);
        await tx.announce('session', id);
        return { id };
      },
    );
  }

  /** Moves a session to another time or room, with its bookings, reminders, and what other hospitals owe for it. */
  async move(
    actor: Actor,
    sessionId: string,
    to: { version: number; startsAt: string; minutes: number; roomId: string },
  ): Promise<SessionView> {
    const period = periodOf(to);
    let wanted: WantedBooking[] = [];
    return this.refusingDoubleBooking(
      actor,
      () => ({ wanted, except: sourceOf(sessionId) }),
      async (tx) => {
        const session = await lockSession(tx, actor, sessionId, 'session:schedule');
        await tx.raiseVersion('consult_sessions', sessionId, to.version);
        requireSessionState('move', session);
        if (period.startsAt <= tx.now) throw refuseFields({ field: 'startsAt', code: 'in-the-past' });
        if (!(await isMeetingRoom(tx, to.roomId, session.hospitalId)))
          throw refuseFields({ field: 'roomId', code: 'unknown' });
        const cases = await agendaOf(tx, sessionId);
        const planned = plannedMinutes(cases);
        if (planned > to.minutes) throw new Problem('agenda/full', { minutes: to.minutes, planned });
        await this.renewAgreements(tx, session, period);
        await tx.query('UPDATE consult_sessions SET starts_at = $2, ends_at = $3, room_id = $4 WHERE id = $1', [
          sessionId,
          period.startsAt,
          period.endsAt,
          to.roomId,
        ]);
        wanted = wantedOf(to.roomId, session.memberIds, period);
        await releaseBookings(tx, 'SESSION', sessionId);
        await book(tx, wanted, sourceOf(sessionId));
        await tx.audit({
          action: 'session.moved',
          objectKind: 'session',
          objectId: sessionId,
          before: { startsAt: session.startsAt, endsAt: session.endsAt, roomId: session.roomId },
          after: { ...period, roomId: to.roomId },
        });
        await remindOf(tx, session, period);
        await moveShares(tx, { id: sessionId, hostHospitalId: session.hospitalId, ...period });
        for (const { caseId } of cases) await refreshCards(tx, caseId);
        await tx.announce('session', sessionId);
        return sessionView(tx, sessionId);
      },
    );
  }

  /** Cancels a session: its time is free again, its cases wait for another session, what was shared for it is withdrawn. */
  async cancel(
    actor: Actor,
    sessionId: string,
    { version, reason }: { version: number; reason: string },
  ): Promise<SessionView> {
    return this.database.write(actor, async (tx) => {
      const session = await lockSession(tx, actor, sessionId, 'session:schedule');
      await tx.raiseVersion('consult_sessions', sessionId, version);
      requireSessionState('cancel', session);
      await tx.query(`UPDATE consult_sessions SET state = 'CANCELLED', cancel_reason = $2 WHERE id = $1`, [
        sessionId,
        reason,
      ]);
      await releaseBookings(tx, 'SESSION', sessionId);
      await closeObligation(tx, 'SESSION', sessionId, 'CANCELLED');
      await endShares(tx, { sessionId }, reason);
      const cases = await agendaOf(tx, sessionId);
      // What was queued and never discussed leaves no item behind, so that the round can go on another agenda.
      await tx.query('DELETE FROM agenda_items WHERE session_id = $1', [sessionId]);
      await tx.audit({
        action: 'session.cancelled',
        objectKind: 'session',
        objectId: sessionId,
        before: { state: session.state },
        after: { state: 'CANCELLED', reason: fingerprint(reason) },
        detail: { cases: cases.length },
      });
      for (const { caseId } of cases) {
        await moveCase(tx, caseId, 'PREPARING');
        await settleReadiness(tx, caseId);
        await refreshCards(tx, caseId);
      }
      await tx.announce('session', sessionId);
      return sessionView(tx, sessionId);
    });
  }

  /** The agreements under which hospitals are linked must be valid on the new day as well. */
  private async renewAgreements(tx: Transaction, session: SessionFacts, period: Period): Promise<void> {
    const day = campusDay(period.startsAt, session.timeZone);
    for (const hospitalId of session.linkedHospitalIds) {
      const partnershipId = await agreementOn(tx, session.hospitalId, hospitalId, day);
      await tx.query('UPDATE session_hospitals SET partnership_id = $3 WHERE session_id = $1 AND hospital_id = $2', [
        session.id,
        hospitalId,
        partnershipId,
      ]);
    }
  }

  private async refusingDoubleBooking<T>(
    actor: Actor,
    booking: () => { wanted: WantedBooking[]; except?: BookingSource },
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T> {
    try {
      return await this.database.write(actor, work);
    } catch (error) {
      if (!isDoubleBooking(error)) throw error;
      const { wanted, except } = booking();
      throw await bookingProblem(this.database, actor, wanted, except);
    }
  }
}

function remindOf(
  tx: Transaction,
  session: Pick<SessionFacts, 'id' | 'hospitalId'>,
  { startsAt }: Period,
): Promise<void> {
  return openObligation(tx, {
    kind: 'SESSION',
    subjectId: session.id,
    sessionId: session.id,
    hospitalId: session.hospitalId,
    dueAt: startsAt,
    role: 'SESSION',
  });
}

const agendaOf = (tx: Transaction, sessionId: string) =>
  tx.query<{ caseId: string; minutes: number; state: 'QUEUED' | 'OPEN' | 'CONCLUDED' | 'SIGNED' | 'DEFERRED' }>(
    'SELECT case_id AS "caseId", minutes, state FROM agenda_items WHERE session_id = $1 ORDER BY ordinal',
    [sessionId],
  );
