import type {
  RecommendationReport,
  RecommendationState,
  RecommendationStanding,
  RecommendationView,
} from '@consilium/contracts';
import { may, type Actor } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import { nextStates } from './recommendation-states.rules.js';

export interface RecommendationRow extends Omit<RecommendationView, 'nextStates' | 'reports'> {
  hospitalId: string;
  caseId: string;
  reports: RecommendationReport[];
}

const ROWS = `
  SELECT n.id, n.version, n.case_no AS "caseNo", n.case_id AS "caseId", n.hospital_id AS "hospitalId", n.decision_id AS "decisionId", n.ordinal,
    n.kind, n.strength, n.text, n.alternatives, json_build_object('id', o.id, 'name', o.name) AS owner, n.due_on::text AS "dueOn", n.state,
    coalesce((SELECT json_agg(json_build_object('state', t.state, 'reason', t.reason, 'note', t.note, 'by', w.name, 'at', t.reported_at)
        ORDER BY t.reported_at DESC, t.id DESC)
      FROM recommendation_reports t JOIN people w ON w.id = t.reported_by WHERE t.recommendation_id = n.id), '[]') AS reports
  FROM recommendations n JOIN people o ON o.id = n.owner_id`;

/** Recommendations under a condition on the recommendation `n`; what follows the condition orders and limits them. */
export const recommendationRows = (
  tx: Transaction,
  condition: string,
  parameters: readonly unknown[],
): Promise<RecommendationRow[]> => tx.query<RecommendationRow>(`${ROWS} WHERE ${condition}`, parameters);

/** Who answers for it tells how it went, and the coordinator of the hospital. */
export const reportFacts = ({ hospitalId, owner }: Pick<RecommendationRow, 'hospitalId' | 'owner'>) => ({
  hospitalId,
  leadId: owner.id,
});

export function recommendationViewOf(actor: Actor, row: RecommendationRow): RecommendationView {
  const { hospitalId: _hospital, caseId: _case, reports, ...shown } = row;
  return {
    ...shown,
    reports: reports.map((report) => ({ ...report, at: new Date(report.at).toISOString() })),
    nextStates: may(actor, 'recommendation:report', reportFacts(row)) ? [...nextStates[row.state]] : [],
  };
}

/** How recommendations under a condition went. What is unknown is said apart, and never counts as done. */
export async function standingOf(
  tx: Transaction,
  condition: string,
  parameters: readonly unknown[],
): Promise<RecommendationStanding> {
  const counts = await tx.query<{ state: RecommendationState; count: number }>(
    `SELECT n.state, count(*)::int AS count FROM recommendations n WHERE ${condition} GROUP BY n.state`,
    parameters,
  );
  const of = (...states: RecommendationState[]) =>
    counts.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);
  return {
    total: counts.reduce((sum, { count }) => sum + count, 0),
    open: of('PROPOSED', 'ADOPTED', 'IN_PROGRESS'),
    done: of('DONE'),
    otherwise: of('PARTLY', 'CHANGED'),
    notDone: of('NOT_DONE'),
    unknown: of('UNKNOWN'),
  };
}
