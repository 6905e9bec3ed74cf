import { useQuery } from '@tanstack/react-query';
import { EmptyState, ProblemAlert, RowsSkeleton } from '../../components';
import { caseRecommendationsQuery, decisionsQuery } from './api';
import { DecisionPanel } from './decision-panel';
import styles from './decisions.module.css';
import { useTexts } from './locales';
import { RecommendationRow } from './recommendation-row';
import { StandingLine } from './standing-line';

/** Decisions of a case with the facts they stand on, and what became of their recommendations. */
export function DecisionsTab({ caseNo }: { caseNo: string }) {
  const t = useTexts();
  const decisions = useQuery(decisionsQuery(caseNo));
  const recommendations = useQuery(caseRecommendationsQuery(caseNo));
  const failed = decisions.error ?? recommendations.error;
  const retry = () => {
    void decisions.refetch();
    void recommendations.refetch();
  };
  if (failed !== null && (decisions.data === undefined || recommendations.data === undefined))
    return <ProblemAlert error={failed} title={t('failed')} onRetry={retry} />;
  if (decisions.data === undefined || recommendations.data === undefined) return <RowsSkeleton rows={6} />;
  if (decisions.data.items.length === 0) return <EmptyState text={t('none')} />;
  const { items, standing } = recommendations.data;
  return (
    <div className={styles.tab}>
      <DecisionPanels caseNo={caseNo} />
      <section className={styles.panel} aria-label={t('recommendations')}>
        <header>
          <h3>{t('recommendations')}</h3>
        </header>
        <StandingLine standing={standing} />
        {items.length === 0 && <p className={styles.quiet}>{t('recommendationsNone')}</p>}
        <ul className={styles.rows}>
          {items.map((one) => (
            <RecommendationRow key={one.id} one={one} />
          ))}
        </ul>
      </section>
    </div>
  );
}

function DecisionPanels({ caseNo }: { caseNo: string }) {
  const { data } = useQuery(decisionsQuery(caseNo));
  return data?.items.map((decision) => <DecisionPanel key={decision.id} caseNo={caseNo} decision={decision} />);
}
