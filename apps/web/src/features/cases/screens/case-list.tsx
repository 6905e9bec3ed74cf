import { caseStates } from '@consilium/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, type InputRef } from 'antd';
import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { EmptyState, Kbd, PageTitle, ProblemAlert, RowsSkeleton, StatusBar } from '../../../components';
import { useAllowed } from '../../../lib/me';
import { caseListQuery, type CaseFilter } from '../api';
import { CaseFilters } from '../list/case-filters';
import { CaseRows } from '../list/case-rows';
import { TriageWorklist } from '../list/triage-worklist';
import { useTexts } from '../locales';
import { useDebounced } from '../use-debounced';
import { EmergencyWay } from '../../emergency-access';
import { useShortcuts } from '../../../lib/shortcuts';
import styles from '../list/case-list.module.css';

const TYPING_PAUSE_MS = 300;

/** The states an address names, as far as there are such. */
const knownStates = (named: unknown) =>
  String(named)
    .split(',')
    .filter((name) => caseStates.schema.safeParse(name).success)
    .join(',');

/** State and ownership stand in the address, so that a colleague sees the same list; what was searched for never does. */
function useFilter(): [CaseFilter, (filter: CaseFilter) => void] {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const [q, setQ] = useState('');
  const filter = {
    state: knownStates('state' in search ? search.state : ''),
    mine: 'mine' in search && search.mine === '1',
    q,
  };
  const change = (next: CaseFilter) => {
    setQ(next.q);
    if (next.state === filter.state && next.mine === filter.mine) return;
    void navigate({
      to: '/cases',
      replace: true,
      search: { ...(next.state === '' ? {} : { state: next.state }), ...(next.mine ? { mine: '1' } : {}) },
    });
  };
  return [filter, change];
}

/** `/cases`: what waits for triage first for whoever sorts it, then every case this person may see. */
export function CaseListScreen() {
  const t = useTexts();
  const navigate = useNavigate();
  const mayTriage = useAllowed('case:triage');
  const mayRefer = useAllowed('case:refer');
  const [filter, setFilter] = useFilter();
  const q = useDebounced(filter.q.trim(), TYPING_PAUSE_MS);
  const searchBox = useRef<InputRef>(null);
  const refer = () => void navigate({ to: '/cases/new' });
  useShortcuts({ Slash: () => searchBox.current?.focus(), KeyC: mayRefer ? refer : undefined });
  const isFiltered = filter.state !== '' || filter.mine || q !== '';

  return (
    <>
      <PageTitle title={t('casesTitle')} subtitle={t('casesSubtitle')} />
      <div className={styles.page}>
        <div className={styles.toolbar}>
          <CaseFilters filter={filter} onChange={setFilter} searchRef={searchBox} />
          <EmergencyWay />
          {mayRefer && (
            <Button type="primary" icon={<Plus size={15} aria-hidden="true" />} onClick={refer}>
              {t('referCase')} <Kbd>C</Kbd>
            </Button>
          )}
        </div>
        {mayTriage && !isFiltered && <TriageWorklist />}
        <CaseList filter={{ ...filter, q }} isFiltered={isFiltered} />
      </div>
      <StatusBar
        keys={[
          { keys: ['↑', '↓'], text: t('keyMove') },
          { keys: ['Enter'], text: t('keyOpen') },
          { keys: ['/'], text: t('keyFilter') },
          ...(mayRefer ? [{ keys: ['C'], text: t('keyRefer') }] : []),
        ]}
      />
    </>
  );
}

function CaseList({ filter, isFiltered }: { filter: CaseFilter; isFiltered: boolean }) {
  const t = useTexts();
  const list = useInfiniteQuery(caseListQuery(filter));
  const items = list.data?.pages.flatMap((page) => page.items);
  return (
    <section className={styles.panel} aria-labelledby="case-list" aria-busy={list.isFetching && !list.isPending}>
      <header>
        <h2 id="case-list">
          {t(isFiltered ? 'listTitleFiltered' : 'listTitle')}{' '}
          {items === undefined && <span className={styles.count}>–</span>}
        </h2>
      </header>
      {list.isPending && <RowsSkeleton rows={10} />}
      {list.isError && (
        <div className={styles.inset}>
          <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
        </div>
      )}
      {items !== undefined && items.length === 0 && (
        <EmptyState text={isFiltered ? t('listEmptyFiltered') : t('listEmpty')} />
      )}
      {items !== undefined && items.length > 0 && (
        <>
          <CaseRows label={t('listLabel')} items={items} opens="overview" />
          <output className={styles.more}>
            {t(list.hasNextPage ? 'shownSoFar' : 'shownAll', { count: items.length })}
            {list.hasNextPage && (
              <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {t('loadMore')}
              </Button>
            )}
          </output>
        </>
      )}
    </section>
  );
}
