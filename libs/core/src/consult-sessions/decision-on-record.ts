import type { DecisionRecord } from '@consilium/contracts';
import { fingerprint, fingerprintOf } from '../audit/index.js';
import type { Transaction } from '../database/index.js';

/** The decision on an agenda item as it was last kept. */
export function recordedDecision(tx: Transaction, itemId: string): Promise<DecisionRecord | undefined> {
  return tx.maybeOne<DecisionRecord>(
    `SELECT direction, summary, stances, recommendations, patient_preference_considered AS "patientPreferenceConsidered",
       consensus_override AS "consensusOverride" FROM decisions WHERE agenda_item_id = $1`,
    [itemId],
  );
}

/** A decision as the audit log names it: codes and who took which stance; words by their fingerprint. */
export function decisionNamed(decision: DecisionRecord, version: number): Record<string, unknown> {
  return {
    version,
    direction: decision.direction,
    summary: fingerprint(decision.summary),
    stances: decision.stances.map(({ departmentId, hospitalId, personId, stance, note }) => ({
      departmentId,
      hospitalId,
      personId,
      stance,
      note: fingerprint(note),
    })),
    recommendations: { entries: decision.recommendations.length, ...fingerprintOf(decision.recommendations) },
    patientPreferenceConsidered: decision.patientPreferenceConsidered,
    consensusOverride: decision.consensusOverride && fingerprintOf(decision.consensusOverride),
  };
}
