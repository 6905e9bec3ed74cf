import { useQuery } from '@tanstack/react-query';
import { EmptyState, ProblemAlert, RowsSkeleton } from '../../../components';
import { triageWorklistQuery } from '../api';
import { useTexts } from '../locales';
import { CaseRows } from './case-rows';
import styles from './case-list.module.css';

/** The coordinator's first work of the day: what was referred and waits to be sorted. */
export function TriageWorklist() {
  const t = useTexts();
  const worklist = useQuery(triageWorklistQuery);
  const items = worklist.data?.items;
  return (
    <section className={`${styles.panel} ${styles.worklist}`} aria-labelledby="triage-worklist">
      <header>
        <h2 id="triage-worklist">
          {t('worklistTitle')} <span className={styles.count}>{items?.length ?? '–'}</span>
        </h2>
        <p>{t('worklistNote')}</p>
      </header>
      {worklist.isPending && <RowsSkeleton rows={3} />}
      {worklist.isError && items === undefined && (
        <div className={styles.inset}>
          <ProblemAlert error={worklist.error} onRetry={() => void worklist.refetch()} />
        </div>
      )}
      {items !== undefined && items.length === 0 && <EmptyState text={t('worklistEmpty')} />}
      {items !== undefined && items.length > 0 && (
        <CaseRows label={t('worklistTitle')} items={items} opens="departments" />
      )}
    </section>
  );
}
