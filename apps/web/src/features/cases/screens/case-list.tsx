import type { CaseFilters as Filters } from '@consilium/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, type InputRef } from 'antd';
import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { EmptyState, Kbd, PageTitle, ProblemAlert, RowsSkeleton, StatusBar } from '../../../components';
import { useAllowed } from '../../../lib/me';
import { caseListQuery } from '../api';
import { CaseFilters } from '../list/case-filters';
import { FilterChips } from '../list/filter-chips';
import { narrows, useFiltersInAddress } from '../list/filters-address';
import { CaseRows } from '../list/case-rows';
import { TriageWorklist } from '../list/triage-worklist';
import { useDefaultView } from '../list/use-default-view';
import { useTexts } from '../locales';
import { useDebounced } from '../../../lib/use-debounced';
import { EmergencyWay } from '../../emergency-access';
import { useShortcuts } from '../../../lib/shortcuts';
import styles from '../list/case-list.module.css';

const TYPING_PAUSE_MS = 300;

/** `/cases`: what waits for triage first for whoever sorts it, then every case this person may see. */
export function CaseListScreen() {
  const t = useTexts();
  const navigate = useNavigate();
  const mayTriage = useAllowed('case:triage');
  const mayRefer = useAllowed('case:refer');
  const mayMerge = useAllowed('patient:merge');
  const [filters, setFilters] = useFiltersInAddress();
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.trim(), TYPING_PAUSE_MS);
  const searchBox = useRef<InputRef>(null);
  const refer = () => void navigate({ to: '/cases/new' });
  useShortcuts({ Slash: () => searchBox.current?.focus(), KeyC: mayRefer ? refer : undefined });
  useDefaultView(narrows(filters) || typed !== '', setFilters);
  const isFiltered = narrows(filters) || q !== '';
  // What was searched for is mostly not due any more: the newest stand first unless another order was chosen.
  const shown: Filters = q !== '' && filters.order === 'due' ? { ...filters, order: 'newest' } : filters;

  return (
    <>
      <PageTitle title={t('casesTitle')} subtitle={t('casesSubtitle')} />
      <div className={styles.page}>
        <div className={styles.toolbar}>
          <CaseFilters q={typed} onSearch={setTyped} filters={filters} onChange={setFilters} searchRef={searchBox} />
          <EmergencyWay />
          {mayRefer && <Link to="/cases/import">{t('importCases')}</Link>}
          {mayMerge && <Link to="/patients/merge">{t('patientMerges')}</Link>}
          {mayRefer && (
            <Button type="primary" icon={<Plus size={15} aria-hidden="true" />} onClick={refer}>
              {t('referCase')} <Kbd>C</Kbd>
            </Button>
          )}
        </div>
        <FilterChips filters={filters} onChange={setFilters} isSearch={typed !== ''} onClear={() => setTyped('')} />
        {mayTriage && !isFiltered && <TriageWorklist />}
        <CaseList filters={shown} q={q} isFiltered={isFiltered} />
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

function CaseList({ filters, q, isFiltered }: { filters: Filters; q: string; isFiltered: boolean }) {
  const t = useTexts();
  const list = useInfiniteQuery(caseListQuery(filters, q));
  const items = list.data?.pages.flatMap((page) => page.items);
  const translated = list.data?.pages[0]?.translated ?? [];
  return (
    <section className={styles.panel} aria-labelledby="case-list" aria-busy={list.isFetching && !list.isPending}>
      <header>
        <h2 id="case-list">
          {t(isFiltered ? 'listTitleFiltered' : 'listTitle')}{' '}
          {items === undefined && <span className={styles.count}>–</span>}
        </h2>
        {q !== '' && translated.length > 0 && <p>{t('translated', { words: translated.join('、') })}</p>}
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
          <CaseRows
            label={t('listLabel')}
            items={items}
            opens="overview"
            marks={q === '' ? [] : [...q.split(/\s+/u), ...translated]}
          />
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
