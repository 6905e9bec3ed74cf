import type { RoundReason } from '@consilium/contracts';
import { personOf } from '../access/index.js';
import { fingerprint } from '../audit/index.js';
import { layDownItems } from '../checklists/index.js';
import type { Transaction } from '../database/index.js';
import { openObligation } from '../reminders/index.js';
import type { CaseFacts } from './case-facts.js';
import { clinicalRecordOf } from './case-view.js';
import { DiscussionRound } from './discussion-round.entity.js';
import { basisOfRecord, departmentsInRosterOrder, layDownParticipants, proposedOf } from './participants.js';
import { rulesInForce } from './rules-in-force.js';
import { triageDueAt } from './triage-limit.rules.js';

/** Triage is owed on a case that comes back to it. */
export async function oweTriage(tx: Transaction, facts: CaseFacts): Promise<void> {
  await openObligation(tx, {
    kind: 'TRIAGE',
    subjectId: facts.id,
    caseId: facts.id,
    hospitalId: facts.hospitalId,
    dueAt: triageDueAt(tx.now, facts.urgency, facts.timeZone),
    role: 'COORDINATOR',
  });
}

/**
 * Opens the next round of a case and closes the present one where it is still open. Departments are proposed anew, by the rules, from the
 * record as it now stands; triage corrects them. Opinions, decision and plan of earlier rounds stay as they are.
 */
export async function openRound(
  tx: Transaction,
  facts: CaseFacts,
  { reason, questions, note }: { reason: RoundReason; questions: readonly string[]; note: string },
): Promise<{ roundId: string; ordinal: number }> {
  const roundId = tx.newId();
  const ordinal = facts.roundOrdinal + 1;
  await tx.query('UPDATE discussion_rounds SET closed_at = $2 WHERE id = $1 AND closed_at IS NULL', [
    facts.roundId,
    tx.now,
  ]);
  await tx.insert(DiscussionRound, {
    id: roundId,
    caseId: facts.id,
    ordinal,
    questions: [...questions],
    openedAt: tx.now,
    reason,
    note,
    openedBy: personOf(tx.actor),
  });
  const { clinical, ageYears } = await clinicalRecordOf(tx, { ...facts, roundId });
  const { rules } = await rulesInForce(tx, facts.hospitalId);
  const proposed = proposedOf(
    basisOfRecord(clinical, ageYears),
    await departmentsInRosterOrder(tx, facts.hospitalId, roundId),
    rules,
  );
  const choices = proposed.map(({ departmentId, requirement }) => ({ departmentId, requirement, reason: '' }));
  await layDownParticipants(tx, roundId, choices, proposed);
  await layDownItems(tx, facts.id);
  await tx.audit({
    action: 'round.opened',
    objectKind: 'round',
    objectId: roundId,
    caseId: facts.id,
    after: {
      ordinal,
      reason,
      note: fingerprint(note),
      questions: questions.map((question) => fingerprint(question)),
      departments: choices.map(({ departmentId, requirement }) => ({ departmentId, requirement })),
    },
  });
  return { roundId, ordinal };
}
