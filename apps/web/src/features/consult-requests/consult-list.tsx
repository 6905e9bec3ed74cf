import type { ConsultScope } from '@consilium/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { EmptyState, ProblemAlert, RowsSkeleton } from '../../components';
import { useNow } from '../../lib/time';
import { consultsQuery } from './api';
import { ConsultRow } from './consult-row';
import styles from './consults.module.css';
import { useTexts } from './locales';

/** Ten minutes are counted by the second. */
const TICK_MS = 1_000;

/** Requests in the order in which they press: urgent ones first, soonest due. */
export function ConsultList({
  scope,
  caseNo,
  onOpen,
}: {
  scope: ConsultScope;
  caseNo?: string;
  onOpen: (id: string) => void;
}) {
  const t = useTexts();
  const now = useNow(TICK_MS);
  const list = useInfiniteQuery(consultsQuery(scope, caseNo));
  const items = list.data?.pages.flatMap((page) => page.items);
  return (
    <>
      {list.isPending && <RowsSkeleton rows={4} rowHeight={72} />}
      {list.isError && items === undefined && (
        <ProblemAlert error={list.error} title={t('listFailed')} onRetry={() => void list.refetch()} />
      )}
      {items?.length === 0 && <EmptyState text={caseNo === undefined ? t(`empty_${scope}`) : t('panelNone')} />}
      {items !== undefined && items.length > 0 && (
        <ul className={styles.rows} aria-label={t('title')}>
          {items.map((item) => (
            <ConsultRow key={item.id} item={item} now={now} onOpen={() => onOpen(item.id)} />
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
