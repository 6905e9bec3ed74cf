import { Injectable } from '@nestjs/common';
import type { SessionView } from '@consilium/contracts';
import { authorise, personOf, type Actor } from '../access/index.js';
import { refreshCards } from '../boards/index.js';
import { moveCase } from '../cases/index.js';
import { Database, type Transaction } from '../database/index.js';
import { IdentityService } from '../identity/index.js';
import { layDownRecommendations } from '../recommendations/index.js';
import { closeObligation, closeObligationsOf } from '../reminders/index.js';
import { countedConsensus, tallyOf } from './consensus.rules.js';
import {
  agendaItemFor,
  lockSession,
  policyFacts,
  sessionFacts,
  setItemState,
  type ItemFacts,
} from './session-facts.js';
import type { DecisionRow } from './session-rows.js';
import { sessionView } from './session.view.js';
import { contentHashOf } from './signed-content.js';

/** The chair's signature under a decision. */
@Injectable()
export class DecisionSignatureService {
  constructor(
    private readonly database: Database,
    private readonly identity: IdentityService,
  ) {}

  /**
   * CONCLUDED → SIGNED by the chair with their password (`signature/wrong-password`): the decision cannot change any more, its SHA-256 is kept
   * beside it, the round is closed, and opinions still owed in it are no longer. Basis: password and hash as simple electronic signature, a
   * default until a hospital's own certificates are connected.
   */
  async sign(
    actor: Actor,
    sessionId: string,
    itemId: string,
    { version, password }: { version: number; password: string },
  ): Promise<SessionView> {
    await this.database.read(actor, async (tx) => {
      const session = await sessionFacts(tx, actor, sessionId);
      authorise(actor, 'decision:sign', policyFacts(session));
      await agendaItemFor(tx, session, itemId, 'sign', version);
    });
    // Outside the transaction: hashing takes its time, and a refusal is put on record by itself.
    await this.identity.confirmPassword(actor, password);
    return this.database.write(actor, async (tx) => {
      const session = await lockSession(tx, actor, sessionId, 'decision:sign');
      const item = await agendaItemFor(tx, session, itemId, 'sign', version);
      const { id, recommendations, contentHash } = await this.seal(tx, item);
      await setItemState(tx, session, item, 'SIGNED');
      await tx.query('UPDATE discussion_rounds SET closed_at = $2 WHERE id = $1', [item.roundId, tx.now]);
      await moveCase(tx, item.caseId, 'DECIDED');
      const { hospitalId, timeZone } = session;
      const signed = { decisionId: id, caseId: item.caseId, hospitalId, timeZone };
      await layDownRecommendations(tx, signed, recommendations);
      await closeObligation(tx, 'DECISION_SIGNATURE', itemId, 'DONE');
      await closeObligationsOf(tx, { caseId: item.caseId, kinds: ['OPINION', 'REMOTE_OPINION'] }, 'CANCELLED');
      await tx.audit({
        action: 'decision.signed',
        objectKind: 'agenda-item',
        objectId: itemId,
        caseId: item.caseId,
        detail: { sessionId, contentHash },
        before: { state: item.state },
        after: { state: 'SIGNED' },
      });
      await refreshCards(tx, item.caseId);
      await tx.announce('session', sessionId);
      return sessionView(tx, sessionId);
    });
  }

  /** Signs the decision as it stands, with the quorum and the count it was made with. Returns it with the hash of what was signed. */
  private async seal(
    tx: Transaction,
    item: ItemFacts,
  ): Promise<{ id: string; recommendations: DecisionRow['recommendations']; contentHash: string }> {
    const signedBy = personOf(tx.actor);
    const { id, ...record } = await tx.one<
      Pick<
        DecisionRow,
        | 'direction'
        | 'summary'
        | 'stances'
        | 'recommendations'
        | 'patientPreferenceConsidered'
        | 'consensusOverride'
        | 'quorum'
      > & {
        id: string;
        consensus: string | null;
      }
    >(
      `SELECT id, direction, summary, stances, recommendations, patient_preference_considered AS "patientPreferenceConsidered", consensus,
         consensus_override AS "consensusOverride", quorum FROM decisions WHERE agenda_item_id = $1 AND state = 'PENDING'`,
      [item.id],
    );
    const contentHash = contentHashOf({
      ...record,
      countedConsensus: countedConsensus(tallyOf(record.stances)),
      agendaItemId: item.id,
      roundId: item.roundId,
      signedBy,
      signedAt: tx.now.toISOString(),
    });
    await tx.query(
      `UPDATE decisions SET state = 'SIGNED', signed_by = $2, signed_at = $3, content_hash = $4, updated_at = $3, version = version + 1 WHERE agenda_item_id = $1`,
      [item.id, signedBy, tx.now, contentHash],
    );
    return { id, recommendations: record.recommendations, contentHash };
  }
}
