import type { CaseDecision, DecisionReview, StandingFact } from '@consilium/contracts';
import type { Transaction } from '../database/index.js';

/** A fact of a decision as stored; times as JSON writes them. */
type FactOfDecision = Omit<StandingFact, 'shown' | 'nowShown'> & { value: string; presentValue: string | null };

/** A decision as stored, with whose it is. */
export interface DecisionRow extends Omit<CaseDecision, 'facts' | 'reviews' | 'signedAt'> {
  hospitalId: string;
  ownerId: string;
  chairId: string;
  signedAt: Date | null;
  facts: FactOfDecision[];
  reviews: Omit<DecisionReview, 'availableActions'>[];
}

const FACTS = `
  SELECT json_agg(json_build_object('key', f.fact_key, 'label', json_build_object('zh', f.label_zh, 'en', f.label_en), 'value', f.value,
      'observedOn', f.observed_on, 'recommendation', f.recommendation, 'validUntil', f.valid_until, 'flag', f.flag, 'flaggedAt', f.flagged_at,
      'presentValue', f.present_value) ORDER BY f.recommendation NULLS FIRST, f.flag IS NULL, f.fact_key)
  FROM decision_facts f WHERE f.decision_id = e.id`;

const REVIEWS = `
  SELECT json_agg(json_build_object('id', v.id, 'version', v.version, 'state', v.state, 'openedAt', v.opened_at, 'closedAt', v.closed_at,
      'closedBy', w.name, 'reason', v.reason, 'changes', v.changes) ORDER BY v.opened_at DESC, v.id DESC)
  FROM decision_reviews v LEFT JOIN people w ON w.id = v.closed_by WHERE v.decision_id = e.id`;

/** Concluded decisions under a condition on the decision `e` and its round `r`, the latest round first. */
export async function decisionRows(
  tx: Transaction,
  condition: string,
  parameters: readonly unknown[],
): Promise<DecisionRow[]> {
  return tx.query<DecisionRow>(
    `SELECT e.id, r.ordinal AS round, e.state, e.direction, e.summary, e.consensus, p.name AS "signedBy", e.signed_at AS "signedAt",
       i.session_id AS "sessionId", c.hospital_id AS "hospitalId", c.owner_id AS "ownerId", s.chair_id AS "chairId",
       coalesce((${FACTS}), '[]') AS facts, coalesce((${REVIEWS}), '[]') AS reviews
     FROM decisions e JOIN discussion_rounds r ON r.id = e.round_id JOIN cases c ON c.id = r.case_id
       JOIN agenda_items i ON i.id = e.agenda_item_id JOIN consult_sessions s ON s.id = i.session_id
       LEFT JOIN people p ON p.id = e.signed_by
     WHERE e.state <> 'DRAFT' AND ${condition} ORDER BY r.ordinal DESC, e.updated_at DESC`,
    parameters,
  );
}
