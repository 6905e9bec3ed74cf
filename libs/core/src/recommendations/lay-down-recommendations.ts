import type { DecisionRecord } from '@consilium/contracts';
import type { Transaction } from '../database/index.js';
import { openObligation } from '../reminders/index.js';
import { outcomeDueAt } from './recommendation-states.rules.js';
import { Recommendation } from './recommendation.entity.js';

/** The decision the recommendations were signed with, and the case it is about. */
export interface SignedDecision {
  decisionId: string;
  caseId: string;
  hospitalId: string;
  timeZone: string;
}

/** Lays down the recommendations of a decision as it is signed: from now on each is followed, and its outcome is owed by who answers for it. */
export async function layDownRecommendations(
  tx: Transaction,
  signed: SignedDecision,
  recommendations: DecisionRecord['recommendations'],
): Promise<void> {
  const { caseNo } = await tx.one<{ caseNo: string }>('SELECT case_no AS "caseNo" FROM cases WHERE id = $1', [
    signed.caseId,
  ]);
  const rows = recommendations.map(({ text, ownerId, dueOn, kind, strength, alternatives }, ordinal) => ({
    id: tx.newId(),
    decisionId: signed.decisionId,
    caseId: signed.caseId,
    caseNo,
    hospitalId: signed.hospitalId,
    ordinal,
    kind: kind ?? 'OTHER',
    strength: strength ?? null,
    text,
    alternatives: (alternatives ?? []).toSorted((a, b) => a.rank - b.rank),
    ownerId,
    dueOn,
    state: 'PROPOSED',
    updatedAt: tx.now,
    updatedBy: tx.actor.personId,
  }));
  await tx.insert(Recommendation, rows);
  for (const { id, ownerId, dueOn } of rows)
    await openObligation(tx, {
      kind: 'RECOMMENDATION_DUE',
      subjectId: id,
      hospitalId: signed.hospitalId,
      caseId: signed.caseId,
      personId: ownerId,
      dueAt: outcomeDueAt(dueOn, signed.timeZone),
    });
}
