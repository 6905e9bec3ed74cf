import type { NewsScope } from '@consilium/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { EmptyState, ProblemAlert, RowsSkeleton } from '../../components';
import { useNow } from '../../lib/time';
import { newsQuery } from './api';
import { NewsRow } from './news-row';
import styles from './news.module.css';
import { useTexts } from './locales';

const TICK_MS = 5_000;

/** News in the order in which it presses: what nobody acknowledged first, soonest due. */
export function NewsList({
  scope,
  caseNo,
  limit,
  onOpen,
}: {
  scope: NewsScope;
  caseNo?: string;
  limit?: number;
  onOpen: (id: string) => void;
}) {
  const t = useTexts();
  const now = useNow(TICK_MS);
  const list = useInfiniteQuery(newsQuery(scope, caseNo, limit));
  const items = list.data?.pages.flatMap((page) => page.items);
  return (
    <>
      {list.isPending && <RowsSkeleton rows={3} rowHeight={72} />}
      {list.isError && items === undefined && (
        <ProblemAlert error={list.error} title={t('listFailed')} onRetry={() => void list.refetch()} />
      )}
      {items?.length === 0 && <EmptyState text={caseNo === undefined ? t(`empty_${scope}`) : t('panelNone')} />}
      {items !== undefined && items.length > 0 && (
        <ul className={styles.rows} aria-label={t('title')}>
          {items.map((item) => (
            <NewsRow
              key={item.id}
              item={item}
              now={now}
              showsCase={caseNo === undefined}
              onOpen={() => onOpen(item.id)}
            />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  );
}
