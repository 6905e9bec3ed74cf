import { Injectable } from '@nestjs/common';
import type {
  AnswerOf,
  CaseDecision,
  decisionEndpoints,
  DecisionReview,
  InputOf,
  StandingFact,
} from '@consilium/contracts';
import { authorise, may, personOf, type Actor, type ObjectFacts } from '../access/index.js';
import { fingerprint } from '../audit/index.js';
import { refreshCards } from '../boards/index.js';
import { caseFacts, factsForPolicy } from '../cases/index.js';
import { Database, staleProblem, type Transaction } from '../database/index.js';
import { shownValue } from '../decision-facts/index.js';
import { notFound, Problem } from '../errors/index.js';
import { closeObligation } from '../reminders/index.js';
import { decisionRows, type DecisionRow } from './decision-rows.js';

/** Decisions of a case with what they stand on, and the second look at one. */
@Injectable()
export class DecisionReviewsService {
  constructor(private readonly database: Database) {}

  /** Decisions of a case from their conclusion on, the latest first. */
  async ofCase(actor: Actor, caseNo: string): Promise<AnswerOf<typeof decisionEndpoints.ofCase>> {
    const entry = { action: 'decision.listed', objectKind: 'case', objectId: caseNo } as const;
    return this.database.list(actor, entry, async (tx) => {
      const facts = await caseFacts(tx, caseNo);
      authorise(actor, 'case:read', factsForPolicy(facts));
      const rows = await decisionRows(tx, 'r.case_id = $1', [facts.id]);
      return { items: rows.map((row) => viewOf(actor, row)) };
    });
  }

  /**
   * OPEN → KEPT: the decision stands although facts changed or ran out; from now on it stands on them as they are. Done by the owner of the
   * case or the chair. Throws `object/stale` where something was flagged since the version seen, `decision/not-flagged` where it is over.
   */
  async keep(
    actor: Actor,
    reviewId: string,
    { version, reason }: InputOf<typeof decisionEndpoints.keep>['body'],
  ): Promise<CaseDecision> {
    return this.database.write(actor, async (tx) => {
      const review = await reviewFor(tx, reviewId);
      const [row] = await decisionRows(tx, 'e.id = $1', [review.decisionId]);
      if (!row) throw notFound();
      authorise(actor, 'decision:review', reviewFacts(row));
      if (review.state !== 'OPEN') throw new Problem('decision/not-flagged');
      if (review.version !== version) throw staleProblem({ version: review.version, at: review.openedAt, who: null });
      await tx.query(
        `UPDATE decision_reviews SET state = 'KEPT', closed_at = $2, closed_by = $3, reason = $4, version = version + 1 WHERE id = $1`,
        [reviewId, tx.now, personOf(actor), reason],
      );
      await tx.query(
        `UPDATE decision_facts SET kept_at = $2, kept_value = CASE WHEN flag = 'CHANGED' THEN present_value WHEN kept_at IS NULL THEN value ELSE kept_value END,
           valid_until = CASE WHEN flag = 'EXPIRED' THEN NULL ELSE valid_until END, expires_at = CASE WHEN flag = 'EXPIRED' THEN NULL ELSE expires_at END,
           flag = NULL, flagged_at = NULL, present_value = NULL
         WHERE decision_id = $1 AND flag IS NOT NULL`,
        [review.decisionId, tx.now],
      );
      await closeObligation(tx, 'REVIEW_DECISION', review.decisionId, 'DONE');
      await tx.audit({
        action: 'decision.kept',
        objectKind: 'decision',
        objectId: review.decisionId,
        caseId: review.caseId,
        detail: { facts: review.changes.map(({ key, flag }) => ({ key, flag })) },
        before: { state: 'OPEN' },
        after: { state: 'KEPT', reason: fingerprint(reason) },
      });
      await refreshCards(tx, review.caseId);
      const [kept] = await decisionRows(tx, 'e.id = $1', [review.decisionId]);
      if (!kept) throw new Error('a decision was kept and is not found');
      return viewOf(actor, kept);
    });
  }
}

interface ReviewRow extends Pick<DecisionReview, 'version' | 'state' | 'changes'> {
  decisionId: string;
  caseId: string;
  openedAt: Date;
}

/** The review and, until this transaction ends, no other change of its case. */
async function reviewFor(tx: Transaction, reviewId: string): Promise<ReviewRow> {
  const select = `SELECT decision_id AS "decisionId", case_id AS "caseId", version, state, changes, opened_at AS "openedAt"
    FROM decision_reviews WHERE id = $1`;
  const seen = await tx.maybeOne<ReviewRow>(select, [reviewId]);
  if (!seen) throw notFound();
  await tx.query('SELECT 1 FROM cases WHERE id = $1 FOR NO KEY UPDATE', [seen.caseId]);
  return tx.one<ReviewRow>(select, [reviewId]);
}

const reviewFacts = ({ hospitalId, ownerId, chairId }: DecisionRow): ObjectFacts => ({ hospitalId, ownerId, chairId });

function viewOf(actor: Actor, row: DecisionRow): CaseDecision {
  const { hospitalId: _hospital, ownerId: _owner, chairId: _chair, facts, reviews, signedAt, ...shown } = row;
  const mayReview = may(actor, 'decision:review', reviewFacts(row));
  return {
    ...shown,
    signedAt: signedAt?.toISOString() ?? null,
    facts: facts.map(({ value, presentValue, flaggedAt, ...fact }): StandingFact => ({
      ...fact,
      shown: shownValue(fact.key, value),
      nowShown: shownValue(fact.key, presentValue),
      flaggedAt: iso(flaggedAt),
    })),
    reviews: reviews.map((review) => ({
      ...review,
      openedAt: new Date(review.openedAt).toISOString(),
      closedAt: iso(review.closedAt),
      availableActions: review.state === 'OPEN' && mayReview ? ['keep'] : [],
    })),
  };
}

const iso = (time: string | null): string | null => (time === null ? null : new Date(time).toISOString());
