import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Checkbox, Segmented } from 'antd';
import { EmptyState, PageTitle, ProblemAlert, RowsSkeleton } from '../../../components';
import { paths } from '../../../lib/paths';
import { recommendationsQuery } from '../api';
import styles from '../decisions.module.css';
import { useTexts } from '../locales';
import { RecommendationRow } from '../recommendation-row';
import { StandingLine } from '../standing-line';

/** `/recommendations?mine=1&open=1`: what was recommended, the one due first at the head. */
export function RecommendationsScreen() {
  const t = useTexts();
  const navigate = useNavigate();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const mine = search['mine'] === '1';
  const open = search['open'] === '1';
  const list = useInfiniteQuery(recommendationsQuery({ mine, open }));
  const items = list.data?.pages.flatMap((page) => page.items);
  const standing = list.data?.pages[0]?.standing;
  const show = (next: { mine: boolean; open: boolean }) =>
    void navigate({
      to: paths.recommendations,
      search: { ...(next.mine && { mine: '1' }), ...(next.open && { open: '1' }) } as never,
      replace: true,
    });
  return (
    <>
      <PageTitle title={t('title')} subtitle={t('subtitle')} />
      <div className={styles.page}>
        <div className={styles.filters}>
          <Segmented
            aria-label={t('filter')}
            value={mine ? 'mine' : 'all'}
            options={[
              { value: 'mine', label: t('mine') },
              { value: 'all', label: t('all') },
            ]}
            onChange={(scope) => show({ mine: scope === 'mine', open })}
          />
          <Checkbox checked={open} onChange={(event) => show({ mine, open: event.target.checked })}>
            {t('onlyOpen')}
          </Checkbox>
        </div>
        {standing !== undefined && <StandingLine standing={standing} />}
        {list.isPending && <RowsSkeleton rows={5} />}
        {list.isError && items === undefined && (
          <ProblemAlert error={list.error} title={t('listFailed')} onRetry={() => void list.refetch()} />
        )}
        {items !== undefined && items.length === 0 && <EmptyState text={t(open ? 'listEmpty' : 'listEmptyAll')} />}
        {items !== undefined && items.length > 0 && (
          <section className={styles.panel}>
            <ul className={styles.rows} aria-label={t('title')}>
              {items.map((one) => (
                <RecommendationRow key={one.id} one={one} withCase />
              ))}
            </ul>
          </section>
        )}
        {list.hasNextPage && (
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('more')}
          </Button>
        )}
      </div>
    </>
  );
}
