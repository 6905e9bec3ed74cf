import { Injectable } from '@nestjs/common';
import { shareSections, type AgendaCandidate, type SessionView, type ShareSection } from '@consilium/contracts';
import { authorise, may, type Actor } from '../access/index.js';
import { refreshCards } from '../boards/index.js';
import { takeOff } from './leaving-agenda.js';
import { caseFacts, moveCase, schedulableStates, settleReadiness, wrongState } from '../cases/index.js';
import { campusDay } from '../clock/index.js';
import { Database, type Transaction } from '../database/index.js';
import { ConstraintViolation, notFound, Problem, refuseFields, type FieldRefusal } from '../errors/index.js';
import { refusedSections, shareCase } from '../sharing/index.js';
import { AgendaItem } from './agenda-item.entity.js';
import {
  agendaItemFor,
  lockSession,
  policyFacts,
  requireSessionState,
  sessionFacts,
  type SessionFacts,
} from './session-facts.js';
import { sessionView } from './session.view.js';

/** More candidates than this are not offered; the ready ones come first. */
const CANDIDATE_LIMIT = 200;
/** Constraints that say that a case is on an agenda already. */
const LISTED = new Set(['ux_agenda_items_round_once', 'ux_agenda_items_case']);

const CANDIDATES = `
  SELECT c.case_no AS "caseNo", t.masked_name AS "maskedName", t.sex, c.age_years AS "ageYears", c.diagnosis, c.risk, c.state = 'READY' AS ready,
    (SELECT count(*) FROM participations p WHERE p.round_id = r.id AND p.state = 'GIVEN')::int AS "opinionsGiven",
    (SELECT count(*) FROM participations p WHERE p.round_id = r.id AND p.state <> 'WAIVED')::int AS "opinionsOwed",
    (SELECT CASE WHEN n.withdrawn_at IS NOT NULL THEN 'WITHDRAWN' WHEN n.ends_on < $4::date THEN 'EXPIRED' ELSE 'IN_FORCE' END
      FROM consents n WHERE n.case_id = c.id AND n.kind = 'TELEMEDICINE' AND n.replaced_at IS NULL
      ORDER BY n.withdrawn_at IS NULL DESC, n.recorded_at DESC LIMIT 1) AS consent,
    c.version, c.owner_id AS "ownerId"
  FROM cases c JOIN patients t ON t.id = c.patient_id
    JOIN LATERAL (SELECT id FROM discussion_rounds WHERE case_id = c.id ORDER BY ordinal DESC LIMIT 1) r ON true
  WHERE c.hospital_id = $1 AND c.center_id = $2 AND c.state = ANY ($3::text[])
  ORDER BY c.state = 'READY' DESC, c.urgency = 'URGENT' DESC, c.state_since, c.case_no LIMIT ${CANDIDATE_LIMIT}`;

export interface NewAgendaCase {
  version: number;
  caseNo: string;
  minutes: number;
  shareWithHospitalIds: readonly string[];
  /** What of the case is shared; everything unless said otherwise. */
  shareSections?: readonly ShareSection[];
}

/** Which cases a session discusses. */
@Injectable()
export class AgendaService {
  constructor(private readonly database: Database) {}

  /** Cases that may go on this agenda, ready ones first. */
  async candidates(actor: Actor, sessionId: string): Promise<AgendaCandidate[]> {
    const opening = { action: 'agenda.candidates-listed', objectKind: 'session', objectId: sessionId } as const;
    return this.database.list(actor, opening, async (tx) => {
      const session = await sessionFacts(tx, actor, sessionId);
      authorise(actor, 'session:schedule', policyFacts(session));
      const found = await tx.query<Omit<AgendaCandidate, 'recordConsentOn'> & { version: number; ownerId: string }>(
        CANDIDATES,
        [session.hospitalId, session.centerId, schedulableStates, campusDay(tx.now, session.timeZone)],
      );
      return found.map(({ version, ownerId, ...candidate }) => {
        const mayRecord = may(actor, 'consent:record', { hospitalId: session.hospitalId, ownerId });
        return { ...candidate, recordConsentOn: mayRecord ? version : null };
      });
    });
  }

  /**
   * Puts a case at the end of the agenda. In a linked session it is shared, de-identified, with the hospitals named, all or none: refused
   * without consent in force (`consent/missing`, `…/expired`, `…/withdrawn`) or agreement (`partnership/invalid`). `agenda/full` where its minutes do not fit.
   */
  async addCase(actor: Actor, sessionId: string, wanted: NewAgendaCase): Promise<SessionView> {
    try {
      return await this.database.write(actor, (tx) => this.add(tx, actor, sessionId, wanted));
    } catch (error) {
      if (error instanceof ConstraintViolation && LISTED.has(error.constraint)) throw new Problem('agenda/case-listed');
      throw error;
    }
  }

  private async add(tx: Transaction, actor: Actor, sessionId: string, wanted: NewAgendaCase): Promise<SessionView> {
    const session = await lockSession(tx, actor, sessionId, 'session:schedule');
    await tx.raiseVersion('consult_sessions', sessionId, wanted.version);
    requireSessionState('add-case', session);
    refuseUnlinkedHospitals(session, wanted.shareWithHospitalIds);
    const sections = wanted.shareSections ?? shareSections.schema.options;
    const missing = refusedSections(sections, 'shareSections');
    if (missing.length > 0) throw refuseFields(...missing);
    const found = await caseFacts(tx, wanted.caseNo);
    if (found.hospitalId !== session.hospitalId) throw notFound();
    if (found.state === 'SCHEDULED') throw new Problem('agenda/case-listed');
    if (!schedulableStates.includes(found.state)) throw wrongState(found.state);
    await this.refuseOverfull(tx, session, wanted.minutes);
    const itemId = tx.newId();
    const { ordinal } = await tx.one<{ ordinal: number }>(
      'SELECT coalesce(max(ordinal), 0) + 1 AS ordinal FROM agenda_items WHERE session_id = $1',
      [sessionId],
    );
    await tx.insert(AgendaItem, {
      id: itemId,
      sessionId,
      caseId: found.id,
      roundId: found.roundId,
      ordinal,
      minutes: wanted.minutes,
      state: 'QUEUED',
    });
    for (const [index, hospitalId] of wanted.shareWithHospitalIds.entries()) {
      await shareCase(tx, {
        caseId: found.id,
        roundId: found.roundId,
        hostHospitalId: session.hospitalId,
        hospitalId,
        session,
        sections,
        field: `shareWithHospitalIds.${index}`,
      });
    }
    await moveCase(tx, found.id, 'SCHEDULED');
    await tx.audit({
      action: 'agenda.case-added',
      objectKind: 'agenda-item',
      objectId: itemId,
      caseId: found.id,
      detail: { sessionId },
      after: { state: 'QUEUED', ordinal, minutes: wanted.minutes, hospitalIds: wanted.shareWithHospitalIds },
    });
    await refreshCards(tx, found.id);
    await tx.announce('session', sessionId);
    return sessionView(tx, sessionId);
  }

  private async refuseOverfull(tx: Transaction, session: SessionFacts, minutes: number): Promise<void> {
    const { planned } = await tx.one<{ planned: number }>(
      `SELECT coalesce(sum(minutes), 0)::int AS planned FROM agenda_items WHERE session_id = $1 AND state <> 'DEFERRED'`,
      [session.id],
    );
    const length = (session.endsAt.getTime() - session.startsAt.getTime()) / 60_000;
    if (planned + minutes > length) throw new Problem('agenda/full', { minutes: length, planned });
  }

  /** Takes a case that was not yet discussed off the agenda; its shares for this session end and it waits for another. */
  async removeCase(actor: Actor, sessionId: string, itemId: string): Promise<SessionView> {
    return this.database.write(actor, async (tx) => {
      const session = await lockSession(tx, actor, sessionId, 'session:schedule');
      const item = await agendaItemFor(tx, session, itemId, 'remove');
      await takeOff(tx, sessionId, item);
      await moveCase(tx, item.caseId, 'PREPARING');
      await settleReadiness(tx, item.caseId);
      await refreshCards(tx, item.caseId);
      await tx.announce('session', sessionId);
      return sessionView(tx, sessionId);
    });
  }
}

function refuseUnlinkedHospitals(session: SessionFacts, hospitalIds: readonly string[]): void {
  const errors = hospitalIds.flatMap<FieldRefusal>((hospitalId, index) => {
    const field = `shareWithHospitalIds.${index}`;
    if (!session.linkedHospitalIds.includes(hospitalId)) return [{ field, code: 'unknown' }];
    return hospitalIds.indexOf(hospitalId) < index ? [{ field, code: 'duplicate' }] : [];
  });
  if (errors.length > 0) throw refuseFields(...errors);
}
