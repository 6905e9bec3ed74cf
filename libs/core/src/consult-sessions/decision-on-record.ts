import type { DecisionRecord } from '@consilium/contracts';
import { fingerprint, fingerprintOf } from '../audit/index.js';
import type { Transaction } from '../database/index.js';
import { presentFacts, rememberFacts } from '../decision-facts/index.js';
import type { ItemFacts, SessionFacts } from './session-facts.js';

/** The decision on an agenda item as it was last kept. */
export async function recordedDecision(tx: Transaction, itemId: string): Promise<DecisionRecord | undefined> {
  const row = await tx.maybeOne<Omit<DecisionRecord, 'facts'> & { facts: DecisionRecord['facts'] | null }>(
    `SELECT direction, summary, stances, recommendations, patient_preference_considered AS "patientPreferenceConsidered",
       consensus_override AS "consensusOverride", facts FROM decisions WHERE agenda_item_id = $1`,
    [itemId],
  );
  if (row === undefined) return undefined;
  const { facts, ...record } = row;
  return { ...record, ...(facts !== null && { facts }) };
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
    facts: decision.facts?.map(({ key, validDays }) => ({ key, validDays })) ?? null,
    consensusOverride: decision.consensusOverride && fingerprintOf(decision.consensusOverride),
  };
}

/** Keeps what a concluded decision stands on, as the case has it while it is discussed. */
export async function rememberStanding(
  tx: Transaction,
  { timeZone }: Pick<SessionFacts, 'timeZone'>,
  { id, caseId }: Pick<ItemFacts, 'id' | 'caseId'>,
  record: Pick<DecisionRecord, 'direction' | 'facts' | 'recommendations'>,
): Promise<void> {
  const decision = await tx.one<{ id: string }>('SELECT id FROM decisions WHERE agenda_item_id = $1', [id]);
  await rememberFacts(tx, { decisionId: decision.id, caseId, timeZone }, record, await presentFacts(tx, caseId));
}
