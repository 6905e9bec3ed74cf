import { Injectable } from '@nestjs/common';
import type { AnswerOf, InputOf, recommendationEndpoints, RecommendationView } from '@consilium/contracts';
import { recommendationStates } from '@consilium/contracts';
import { authorise, mayOnAll, personOf, type Actor } from '../access/index.js';
import { fingerprint } from '../audit/index.js';
import { caseFacts, factsForPolicy } from '../cases/index.js';
import { Database, staleProblem, type Transaction } from '../database/index.js';
import { notFound, Problem, refuseFields } from '../errors/index.js';
import { closeObligation, openObligation } from '../reminders/index.js';
import { RecommendationReport } from './recommendation-report.entity.js';
import { isOutcome, openRecommendationStates, outcomeDueAt, refusedReport } from './recommendation-states.rules.js';
import {
  recommendationRows,
  recommendationViewOf,
  reportFacts,
  standingOf,
  type RecommendationRow,
} from './recommendation-rows.js';

type ListQuery = InputOf<typeof recommendationEndpoints.list>['query'];
type Report = InputOf<typeof recommendationEndpoints.report>['body'];

/** What was recommended, and what became of it. */
@Injectable()
export class RecommendationsService {
  constructor(private readonly database: Database) {}

  /** Recommendations of the hospital, or those the person answers for; who does not oversee the hospital sees their own alone. */
  async list(actor: Actor, query: ListQuery): Promise<AnswerOf<typeof recommendationEndpoints.list>> {
    const all = mayOnAll(actor, 'recommendation:read', actor.hospitalId) && query.mine === undefined;
    const entry = {
      action: 'recommendation.listed',
      objectKind: 'recommendation',
      detail: { mine: !all, open: query.open !== undefined },
    } as const;
    return this.database.list(actor, entry, async (tx) => {
      const scope = 'n.hospital_id = $1 AND ($2::uuid IS NULL OR n.owner_id = $2)';
      const within = [actor.hospitalId, all ? null : personOf(actor)];
      const [dueOn, id] = query.cursor?.split(' ') ?? [];
      const rows = await recommendationRows(
        tx,
        `${scope} AND ($3::text[] IS NULL OR n.state = ANY ($3::text[]))
           AND ($4::date IS NULL OR (n.due_on, n.id) > ($4::date, $5::uuid))
         ORDER BY n.due_on, n.id LIMIT $6`,
        [
          ...within,
          query.open === undefined ? null : openRecommendationStates,
          dueOn ?? null,
          id ?? null,
          query.limit + 1,
        ],
      );
      const page = rows.slice(0, query.limit);
      const last = page.at(-1);
      return {
        items: page.map((row) => recommendationViewOf(actor, row)),
        standing: await standingOf(tx, scope, within),
        nextCursor: rows.length > query.limit && last ? `${last.dueOn} ${last.id}` : null,
      };
    });
  }

  /** Recommendations of a case, those of the latest decision first. */
  async ofCase(actor: Actor, caseNo: string): Promise<AnswerOf<typeof recommendationEndpoints.ofCase>> {
    const entry = { action: 'recommendation.listed', objectKind: 'case', objectId: caseNo } as const;
    return this.database.list(actor, entry, async (tx) => {
      const facts = await caseFacts(tx, caseNo);
      authorise(actor, 'case:read', factsForPolicy(facts));
      const rows = await recommendationRows(tx, 'n.case_id = $1 ORDER BY n.decision_id DESC, n.ordinal', [facts.id]);
      return {
        items: rows.map((row) => recommendationViewOf(actor, row)),
        standing: await standingOf(tx, 'n.case_id = $1', [facts.id]),
      };
    });
  }

  /**
   * Tells how far a recommendation is carried out, by who answers for it or the coordinator. What was told before stays on record. With an
   * outcome nothing is owed any more; taken up again, it is owed anew. Throws `recommendation/wrong-state`, and `request/invalid` where a deviation has no reason.
   */
  async report(actor: Actor, id: string, report: Report): Promise<RecommendationView> {
    return this.database.write(actor, async (tx) => {
      const row = await locked(tx, id);
      authorise(actor, 'recommendation:report', reportFacts(row));
      if (row.version !== report.version) throw await staleReport(tx, row);
      refuseWrong(row, report);
      await tx.query(
        'UPDATE recommendations SET state = $2, version = version + 1, updated_at = $3, updated_by = $4 WHERE id = $1',
        [id, report.state, tx.now, personOf(actor)],
      );
      await tx.insert(RecommendationReport, {
        id: tx.newId(),
        recommendationId: id,
        state: report.state,
        reason: report.reason,
        note: report.note,
        reportedBy: personOf(actor),
        reportedAt: tx.now,
      });
      // Who answers for it may have no sight of the case it belongs to.
      await tx.asCaseKeeper(row.caseId, () => settleDuty(tx, row, report));
      await tx.audit({
        action: 'recommendation.reported',
        objectKind: 'recommendation',
        objectId: id,
        caseId: row.caseId,
        before: { state: row.state },
        after: { state: report.state, reason: report.reason, note: fingerprint(report.note) },
      });
      await tx.announce('case', row.caseNo);
      const [told] = await recommendationRows(tx, 'n.id = $1', [id]);
      if (!told) throw new Error('a recommendation was reported on and is not found');
      return recommendationViewOf(actor, told);
    });
  }
}

async function locked(tx: Transaction, id: string): Promise<RecommendationRow> {
  await tx.query('SELECT 1 FROM recommendations WHERE id = $1 FOR UPDATE', [id]);
  const [row] = await recommendationRows(tx, 'n.id = $1', [id]);
  if (!row) throw notFound();
  return row;
}

async function staleReport(tx: Transaction, { id, version }: RecommendationRow): Promise<Problem> {
  const last = await tx.one<{ at: Date; who: string | null }>(
    'SELECT n.updated_at AS at, p.name AS who FROM recommendations n LEFT JOIN people p ON p.id = n.updated_by WHERE n.id = $1',
    [id],
  );
  return staleProblem({ version, ...last });
}

function refuseWrong(row: RecommendationRow, { state, reason }: Report): void {
  const refused = refusedReport(row.state, state, reason);
  if (refused === 'wrong-state')
    throw new Problem('recommendation/wrong-state', { state: recommendationStates.labels[row.state] });
  if (refused === 'reason-required') throw refuseFields({ field: 'reason', code: 'deviation-reason-required' });
  if (refused === 'reason-not-asked') throw refuseFields({ field: 'reason', code: 'reason-not-asked' });
}

async function settleDuty(tx: Transaction, row: RecommendationRow, { state }: Report): Promise<void> {
  if (isOutcome(state)) return closeObligation(tx, 'RECOMMENDATION_DUE', row.id, 'DONE');
  if (!isOutcome(row.state)) return;
  const { timeZone } = await tx.one<{ timeZone: string }>('SELECT hospital_zone($1) AS "timeZone"', [row.hospitalId]);
  await openObligation(tx, {
    kind: 'RECOMMENDATION_DUE',
    subjectId: row.id,
    hospitalId: row.hospitalId,
    caseId: row.caseId,
    personId: row.owner.id,
    dueAt: outcomeDueAt(row.dueOn, timeZone),
  });
}
