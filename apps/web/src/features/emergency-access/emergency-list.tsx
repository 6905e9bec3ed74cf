import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { ProblemAlert, RowsSkeleton } from '../../components';
import { emergenciesQuery } from './api';
import styles from './emergency-access.module.css';
import { EmergencyRow } from './emergency-row';
import { useTexts } from './locales';

/** Emergency accesses: those open now, or all with the ones not yet reviewed first. */
export function EmergencyList({ onlyOpen = false }: { onlyOpen?: boolean }) {
  const t = useTexts();
  const list = useInfiniteQuery(emergenciesQuery(onlyOpen));
  const items = list.data?.pages.flatMap((page) => page.items);
  const unreviewed = list.data?.pages[0]?.unreviewed ?? 0;
  const title = t(onlyOpen ? 'mineTitle' : 'watchTitle');
  return (
    <section className={styles.panel} aria-label={title} data-urgent={(!onlyOpen && unreviewed > 0) || undefined}>
      <header>
        <h2>{title}</h2>
        {!onlyOpen && items !== undefined && items.length > 0 && (
          <span className={unreviewed > 0 ? styles.waiting : styles.quiet}>
            {unreviewed > 0 ? t('waiting', { count: unreviewed }) : t('noneWaiting')}
          </span>
        )}
      </header>
      {list.isPending && <RowsSkeleton rows={2} />}
      {list.isError && <ProblemAlert error={list.error} title={t('listFailed')} onRetry={() => void list.refetch()} />}
      {items !== undefined && items.length === 0 && (
        <p className={styles.quiet}>{t(onlyOpen ? 'mineEmpty' : 'watchEmpty')}</p>
      )}
      {items !== undefined && items.length > 0 && (
        <ul className={styles.rows} aria-label={title}>
          {items.map((access) => (
            <EmergencyRow key={access.id} access={access} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </section>
  );
}
