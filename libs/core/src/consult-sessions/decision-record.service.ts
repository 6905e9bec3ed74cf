import { Injectable } from '@nestjs/common';
import type { DecisionRecord, SessionView } from '@consilium/contracts';
import { personOf, type Actor } from '../access/index.js';
import { refreshCards } from '../boards/index.js';
import { moveCase } from '../cases/index.js';
import { Database, staleProblem, type Transaction } from '../database/index.js';
import { Problem } from '../errors/index.js';
import { openObligation } from '../reminders/index.js';
import { standingConsensus } from './consensus.rules.js';
import { checkRecord } from './decision-check.js';
import { decisionNamed, recordedDecision, rememberStanding } from './decision-on-record.js';
import { missingOf } from './quorum.rules.js';
import { missingParts, SIGN_WITHIN_HOURS } from './session.rules.js';
import { agendaItemFor, lockSession, setItemState, touchSession, type ItemFacts } from './session-facts.js';
import { sessionRow } from './session-rows.js';
import { quorumOfItem, sessionView, sessionViewOf } from './session.view.js';

/** What a case lacks where nothing at all was recorded. */
const NOTHING_RECORDED = { zh: '处置方向、决议摘要、表态、行动项', en: 'direction, summary, stances, recommendations' };

/** Writing down what a session decides on a case. */
@Injectable()
export class DecisionRecordService {
  constructor(private readonly database: Database) {}

  /**
   * Keeps the record of the case under discussion, complete or not. After its conclusion it may be corrected until it is signed, and stays
   * complete. `decisionVersion` is the version the caller saw, 0 where there was none; else `object/stale`.
   */
  async record(
    actor: Actor,
    sessionId: string,
    itemId: string,
    body: DecisionRecord & { decisionVersion: number },
  ): Promise<SessionView> {
    const { decisionVersion, ...record } = body;
    return this.database.write(actor, async (tx) => {
      const session = await lockSession(tx, actor, sessionId, 'decision:record');
      const item = await agendaItemFor(tx, session, itemId, 'record');
      await checkRecord(tx, session, item, record);
      if (item.state === 'CONCLUDED') {
        const missing = missingParts(record);
        if (missing) throw new Problem('decision/incomplete', { missing });
      }
      const before = await recordedDecision(tx, itemId);
      await this.keep(tx, item, record, decisionVersion);
      if (item.state === 'CONCLUDED') {
        // The chair signs what they saw: a correction makes the version they hold old.
        await tx.query('UPDATE agenda_items SET version = version + 1 WHERE id = $1', [itemId]);
        await touchSession(tx, sessionId);
        await rememberStanding(tx, session, item, record);
        await refreshCards(tx, item.caseId);
      }
      await tx.audit({
        action: 'decision.recorded',
        objectKind: 'agenda-item',
        objectId: itemId,
        caseId: item.caseId,
        detail: { sessionId },
        ...(before && { before: decisionNamed(before, decisionVersion) }),
        after: decisionNamed(record, decisionVersion + 1),
      });
      await tx.announce('session', sessionId);
      return sessionView(tx, sessionId);
    });
  }

  private async keep(tx: Transaction, item: ItemFacts, record: DecisionRecord, seen: number): Promise<void> {
    const values = [
      item.id,
      record.direction,
      record.summary,
      JSON.stringify(record.stances),
      JSON.stringify(record.recommendations),
      record.patientPreferenceConsidered,
      standingConsensus(record),
      record.consensusOverride && JSON.stringify(record.consensusOverride),
      personOf(tx.actor),
      tx.now,
      record.facts === undefined ? null : JSON.stringify(record.facts),
    ];
    const kept =
      seen === 0
        ? await tx.maybeOne(
            `INSERT INTO decisions (agenda_item_id, direction, summary, stances, recommendations, patient_preference_considered, consensus,
               consensus_override, recorded_by, updated_at, facts, id, round_id, state)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'DRAFT') ON CONFLICT ON CONSTRAINT ux_decisions_agenda_item DO NOTHING RETURNING id`,
            [...values, tx.newId(), item.roundId],
          )
        : await tx.maybeOne(
            `UPDATE decisions SET direction = $2, summary = $3, stances = $4, recommendations = $5, patient_preference_considered = $6,
               consensus = $7, consensus_override = $8, recorded_by = $9, updated_at = $10, facts = $11, version = version + 1
             WHERE agenda_item_id = $1 AND version = $12 RETURNING id`,
            [...values, seen],
          );
    if (kept) return;
    const present = await tx.maybeOne<{ version: number; at: Date; who: string }>(
      `SELECT e.version, e.updated_at AS at, p.name AS who FROM decisions e JOIN people p ON p.id = e.recorded_by WHERE e.agenda_item_id = $1`,
      [item.id],
    );
    throw staleProblem(present ?? { version: 0, at: tx.now, who: null });
  }

  /**
   * Concludes the discussion: OPEN → CONCLUDED, the case waits for the chair's signature within 24 hours. Needs quorum (`quorum/missing` names
   * who is absent) and a complete record (`decision/incomplete` names what is missing). Quorum and consensus are kept as they stood.
   */
  async conclude(actor: Actor, sessionId: string, itemId: string, version: number): Promise<SessionView> {
    return this.database.write(actor, async (tx) => {
      const session = await lockSession(tx, actor, sessionId, 'decision:record');
      const item = await agendaItemFor(tx, session, itemId, 'conclude', version);
      const row = await sessionRow(tx, sessionId);
      const itemRow = row.agenda.find(({ id }) => id === itemId);
      if (!itemRow) throw new Error('an agenda item is not on its agenda');
      const quorum = quorumOfItem(row, itemRow);
      if (!quorum.met) throw new Problem('quorum/missing', { missing: missingOf(quorum) });
      const { decision } = itemRow;
      const missing = decision ? missingParts(decision) : NOTHING_RECORDED;
      if (!decision || missing) throw new Problem('decision/incomplete', { missing: missing ?? NOTHING_RECORDED });
      const consensus = standingConsensus(decision);
      await tx.query(
        `UPDATE decisions SET state = 'PENDING', quorum = $2, consensus = $3, updated_at = $4, version = version + 1 WHERE agenda_item_id = $1`,
        [itemId, JSON.stringify(quorum), consensus, tx.now],
      );
      await setItemState(tx, session, item, 'CONCLUDED');
      await rememberStanding(tx, session, item, { ...decision, facts: decision.facts ?? undefined });
      await moveCase(tx, item.caseId, 'DECISION_PENDING');
      await openObligation(tx, {
        kind: 'DECISION_SIGNATURE',
        subjectId: itemId,
        hospitalId: session.hospitalId,
        dueAt: new Date(tx.now.getTime() + SIGN_WITHIN_HOURS * 3_600_000),
        caseId: item.caseId,
        sessionId,
        personId: session.chairId,
      });
      await tx.audit({
        action: 'decision.concluded',
        objectKind: 'agenda-item',
        objectId: itemId,
        caseId: item.caseId,
        detail: { sessionId },
        before: { state: item.state },
        after: { state: 'CONCLUDED', consensus, quorum: quorum.met },
      });
      await refreshCards(tx, item.caseId);
      await tx.announce('session', sessionId);
      return sessionViewOf(actor, await sessionRow(tx, sessionId));
    });
  }
}
