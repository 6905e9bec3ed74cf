import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, type InputRef } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { EmptyState, PageTitle, ProblemAlert, RowsSkeleton, StatusBar } from '../../../components';
import { EmergencyList } from '../../emergency-access';
import { useShortcuts } from '../../../lib/shortcuts';
import { filtersOf, useAuditAddress } from '../address';
import { linesQuery } from '../api';
import styles from '../audit.module.css';
import { ChainLine } from '../chain-line';
import { ExportDialog } from '../export-dialog';
import { Filters, SavedQueries } from '../filters';
import { LineDialog } from '../line-dialog';
import { LinesTable } from '../lines-table';
import { useTexts } from '../locales';

/** Moves the focus along the rows; from elsewhere it goes to the first. */
function useRows() {
  const table = useRef<HTMLTableElement>(null);
  const move = (by: 1 | -1) => {
    const rows = [...(table.current?.querySelectorAll<HTMLButtonElement>('tbody button') ?? [])];
    const at = rows.findIndex((row) => row === document.activeElement);
    const next = at === -1 ? rows[0] : rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  return { table, move };
}

/** `/audit`: who did what, to what, from where, and whether the record of it is whole. Read only. */
export function AuditScreen() {
  const t = useTexts();
  const [address, change] = useAuditAddress();
  const [isExporting, setExporting] = useState(false);
  const caseBox = useRef<InputRef>(null);
  const { table, move } = useRows();
  const filters = useMemo(() => filtersOf(address), [address]);
  const list = useInfiniteQuery(linesQuery(filters));
  const lines = list.data?.pages.flatMap((page) => page.items);
  const open = (line: string | undefined) => change({ line });
  const place = lines?.findIndex(({ id }) => id === address.line) ?? -1;
  const neighbour = (by: 1 | -1) => (place === -1 ? undefined : lines?.[place + by]?.id);
  const step = (by: 1 | -1) => {
    const id = neighbour(by);
    return id === undefined ? undefined : () => open(id);
  };
  const isOpen = address.line !== undefined;
  useShortcuts({
    KeyJ: isOpen ? step(1) : () => move(1),
    KeyK: isOpen ? step(-1) : () => move(-1),
    Slash: isOpen ? undefined : () => caseBox.current?.focus(),
  });

  return (
    <>
      <PageTitle title={t('title')} subtitle={t('subtitle')} />
      <div className={styles.page}>
        <EmergencyList />
        <ChainLine />
        <SavedQueries address={address} onChange={change} />
        <Filters
          address={address}
          onChange={change}
          caseRef={caseBox}
          onRefresh={() => void list.refetch()}
          onExport={() => setExporting(true)}
        />
        {list.isPending && <RowsSkeleton rows={12} />}
        {list.isError && (
          <ProblemAlert error={list.error} title={t('linesFailed')} onRetry={() => void list.refetch()} />
        )}
        {lines !== undefined && lines.length === 0 && <EmptyState text={t('empty')} />}
        {lines !== undefined && lines.length > 0 && (
          <>
            <LinesTable lines={lines} openId={address.line} onOpen={open} tableRef={table} />
            <output className={styles.more}>
              {t(list.hasNextPage ? 'shownSoFar' : 'shownAll', { count: lines.length })}
              {list.hasNextPage && (
                <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                  {t('loadMore')}
                </Button>
              )}
            </output>
          </>
        )}
      </div>
      {address.line !== undefined && (
        <LineDialog eventId={address.line} onClose={() => open(undefined)} onPrevious={step(-1)} onNext={step(1)} />
      )}
      {isExporting && <ExportDialog filters={filters} onClose={() => setExporting(false)} />}
      <StatusBar
        keys={[
          { keys: ['J', 'K'], text: t('keyRows') },
          { keys: ['Enter'], text: t('keyOpen') },
          { keys: ['/'], text: t('keyFilter') },
          { keys: ['Esc'], text: t('keyClose') },
        ]}
      />
    </>
  );
}
