import { Injectable } from '@nestjs/common';
import type { AttendanceMode, SessionView } from '@consilium/contracts';
import type { Actor } from '../access/index.js';
import { fingerprint } from '../audit/index.js';
import { refreshCards } from '../boards/index.js';
import { moveCase, settleReadiness } from '../cases/index.js';
import { campusDay } from '../clock/index.js';
import { Database, type Transaction } from '../database/index.js';
import { notFound, Problem } from '../errors/index.js';
import { campusZone } from '../organisations/index.js';
import { closeObligation } from '../reminders/index.js';
import { endShares } from '../sharing/index.js';
import { resultStates } from './session.rules.js';
import { agendaItemFor, lockSession, requireSessionState, setItemState, type SessionFacts } from './session-facts.js';
import { SessionMember } from './session-member.entity.js';
import { knownPeople } from './session-plan-check.js';
import { sessionView } from './session.view.js';

/** Running a session: who is there, which case is open, which is put off. */
@Injectable()
export class SessionRunningService {
  constructor(private readonly database: Database) {}

  /** PLANNED → IN_PROGRESS. */
  async start(actor: Actor, sessionId: string, version: number): Promise<SessionView> {
    return this.database.write(actor, async (tx) => {
      const session = await lockSession(tx, actor, sessionId, 'session:run');
      await tx.raiseVersion('consult_sessions', sessionId, version);
      requireSessionState('start', session);
      await tx.query(`UPDATE consult_sessions SET state = 'IN_PROGRESS', started_at = $2 WHERE id = $1`, [
        sessionId,
        tx.now,
      ]);
      await closeObligation(tx, 'SESSION', sessionId, 'DONE');
      await tx.audit({
        action: 'session.started',
        objectKind: 'session',
        objectId: sessionId,
        before: { state: session.state },
        after: { state: 'IN_PROGRESS' },
      });
      await tx.announce('session', sessionId);
      return sessionView(tx, sessionId);
    });
  }

  /** IN_PROGRESS → ENDED, once every case has a result; else `agenda/unfinished`. */
  async end(actor: Actor, sessionId: string, version: number): Promise<SessionView> {
    return this.database.write(actor, async (tx) => {
      const session = await lockSession(tx, actor, sessionId, 'session:run');
      await tx.raiseVersion('consult_sessions', sessionId, version);
      requireSessionState('end', session);
      const unfinished = await tx.maybeOne(
        'SELECT 1 FROM agenda_items WHERE session_id = $1 AND NOT state = ANY ($2::text[]) LIMIT 1',
        [sessionId, resultStates],
      );
      if (unfinished) throw new Problem('agenda/unfinished');
      await tx.query(`UPDATE consult_sessions SET state = 'ENDED', ended_at = $2 WHERE id = $1`, [sessionId, tx.now]);
      await tx.audit({
        action: 'session.ended',
        objectKind: 'session',
        objectId: sessionId,
        before: { state: session.state },
        after: { state: 'ENDED' },
      });
      await tx.announce('session', sessionId);
      return sessionView(tx, sessionId);
    });
  }

  /**
   * Marks a person as present or absent. Someone who comes unannounced — a colleague of the host, an expert of a linked hospital — becomes a
   * member; their time is not booked, since they are there already.
   */
  async markAttendance(
    actor: Actor,
    sessionId: string,
    personId: string,
    { present, mode }: { present: boolean; mode: AttendanceMode },
  ): Promise<SessionView> {
    return this.database.write(actor, async (tx) => {
      const session = await lockSession(tx, actor, sessionId, 'session:attend');
      requireSessionState('mark-attendance', session);
      if (!session.memberIds.includes(personId)) await this.admit(tx, session, personId);
      await tx.query(
        present
          ? `UPDATE session_members SET attendance_mode = $3, arrived_at = coalesce(arrived_at, $4) WHERE session_id = $1 AND person_id = $2`
          : `UPDATE session_members SET attendance_mode = NULL, arrived_at = NULL WHERE session_id = $1 AND person_id = $2 AND $3::text IS NOT NULL AND $4::timestamptz IS NOT NULL`,
        [sessionId, personId, mode, tx.now],
      );
      await tx.audit({
        action: present ? 'session.attendance-marked' : 'session.absence-marked',
        objectKind: 'session',
        objectId: sessionId,
        detail: { personId, unannounced: !session.memberIds.includes(personId) },
        after: { attendance: present ? mode : null },
      });
      await tx.announce('session', sessionId);
      return sessionView(tx, sessionId);
    });
  }

  private async admit(tx: Transaction, session: SessionFacts, personId: string): Promise<void> {
    const today = campusDay(tx.now, await campusZone(tx, session.hospitalId));
    const person = (await knownPeople(tx, [personId], today)).get(personId);
    const isHost = person?.hospitalId === session.hospitalId;
    const isExpert = person !== undefined && person.isExpert && session.linkedHospitalIds.includes(person.hospitalId);
    if (!person || (!isHost && !isExpert)) throw notFound();
    await tx.insert(SessionMember, {
      sessionId: session.id,
      personId,
      role: isHost ? 'MEMBER' : 'EXPERT',
      hospitalId: person.hospitalId,
      departmentId: isHost ? person.departmentId : null,
    });
  }

  /** QUEUED → OPEN: the case is discussed from now on; one at a time. */
  async openItem(actor: Actor, sessionId: string, itemId: string, version: number): Promise<SessionView> {
    return this.database.write(actor, async (tx) => {
      const session = await lockSession(tx, actor, sessionId, 'session:run');
      const item = await agendaItemFor(tx, session, itemId, 'open', version);
      const another = await tx.maybeOne(`SELECT 1 FROM agenda_items WHERE session_id = $1 AND state = 'OPEN'`, [
        sessionId,
      ]);
      if (another) throw new Problem('agenda/another-open');
      await setItemState(tx, session, item, 'OPEN');
      await moveCase(tx, item.caseId, 'IN_DISCUSSION');
      await tx.audit({
        action: 'agenda.case-opened',
        objectKind: 'agenda-item',
        objectId: itemId,
        caseId: item.caseId,
        detail: { sessionId },
        before: { state: item.state },
        after: { state: 'OPEN' },
      });
      await refreshCards(tx, item.caseId);
      await tx.announce('session', sessionId);
      return sessionView(tx, sessionId);
    });
  }

  /** OPEN → DEFERRED, with a reason: the case goes back to preparation and may go on another agenda, where it is shared anew. */
  async defer(
    actor: Actor,
    sessionId: string,
    itemId: string,
    { version, reason }: { version: number; reason: string },
  ): Promise<SessionView> {
    return this.database.write(actor, async (tx) => {
      const session = await lockSession(tx, actor, sessionId, 'session:run');
      const item = await agendaItemFor(tx, session, itemId, 'defer', version);
      await endShares(tx, { sessionId, caseId: item.caseId }, reason);
      await setItemState(tx, session, item, 'DEFERRED', reason);
      await moveCase(tx, item.caseId, 'DEFERRED');
      await moveCase(tx, item.caseId, 'PREPARING');
      await settleReadiness(tx, item.caseId);
      await tx.audit({
        action: 'agenda.case-deferred',
        objectKind: 'agenda-item',
        objectId: itemId,
        caseId: item.caseId,
        detail: { sessionId },
        before: { state: item.state },
        after: { state: 'DEFERRED', reason: fingerprint(reason) },
      });
      await refreshCards(tx, item.caseId);
      await tx.announce('session', sessionId);
      return sessionView(tx, sessionId);
    });
  }
}
