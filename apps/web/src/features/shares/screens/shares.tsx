import type { DisclosureLine, ShareFilters, ShareLine } from '@consilium/contracts';
import {
  useInfiniteQuery,
  useQueryClient,
  type InfiniteData,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { EmptyState, PageTitle, ProblemAlert, RowsSkeleton } from '../../../components';
import { filtersOf, useSharesAddress } from '../address';
import { disclosuresQuery, sharesQuery } from '../api';
import { ChangeShareDialog } from '../dialogs/change-dialog';
import { DisclosedDialog } from '../dialogs/disclosed-dialog';
import { ExportSharesDialog } from '../dialogs/export-dialog';
import { RevokeShareDialog } from '../dialogs/revoke-dialog';
import { DisclosuresTable } from '../lists/disclosures-table';
import { Filters, isFiltered, Lists } from '../lists/filters';
import { SharesTable, type ShareAct } from '../lists/shares-table';
import { useShareTexts } from '../locales';
import styles from '../shares.module.css';

/** `/admin/shares`: what is shared with other hospitals, what was, and who received what of it. */
export function SharesScreen() {
  const t = useShareTexts();
  const client = useQueryClient();
  const [address, change] = useSharesAddress();
  const [isExporting, setExporting] = useState(false);
  const filters = useMemo(() => filtersOf(address), [address]);
  const which = address.tab ?? 'current';
  const hasFilters = isFiltered(address);
  return (
    <>
      <PageTitle title={t('title')} subtitle={t('subtitle')} />
      <div className={styles.page}>
        <Lists address={address} onChange={change} />
        <Filters
          address={address}
          onChange={change}
          onRefresh={() => void client.invalidateQueries({ queryKey: ['shares'] })}
          onExport={() => setExporting(true)}
        />
        {which === 'disclosures' ? (
          <Disclosures filters={filters} hasFilters={hasFilters} />
        ) : (
          <Shares key={which} which={which} filters={filters} hasFilters={hasFilters} />
        )}
      </div>
      {isExporting && <ExportSharesDialog which={which} filters={filters} onClose={() => setExporting(false)} />}
    </>
  );
}

interface ListProps {
  filters: ShareFilters;
  hasFilters: boolean;
}

function Shares({ which, filters, hasFilters }: ListProps & { which: 'current' | 'ended' }) {
  const t = useShareTexts();
  const list = useInfiniteQuery(sharesQuery(which, filters));
  const [asked, setAsked] = useState<{ share: ShareLine; act: ShareAct } | null>(null);
  const lines = list.data?.pages.flatMap((page) => page.items);
  // The share as it is now, so that a change made meanwhile is seen; where it left the list, as it was.
  const share = lines?.find(({ id }) => id === asked?.share.id) ?? asked?.share;
  const close = () => setAsked(null);
  const empty = which === 'current' ? t('emptyCurrent') : t('emptyEnded');
  return (
    <>
      <Lines list={list} count={lines?.length} empty={hasFilters ? t('emptyFiltered') : empty}>
        <SharesTable lines={lines ?? []} which={which} onAct={(line, act) => setAsked({ share: line, act })} />
      </Lines>
      {share !== undefined && asked?.act === 'revoke' && (
        <RevokeShareDialog share={{ ...share, hospital: share.hospital.name }} onClose={close} />
      )}
      {share !== undefined && asked?.act === 'change' && (
        <ChangeShareDialog
          share={{ ...share, hospital: share.hospital.name, consentEndsOn: share.consent.endsOn }}
          onClose={close}
        />
      )}
    </>
  );
}

function Disclosures({ filters, hasFilters }: ListProps) {
  const t = useShareTexts();
  const list = useInfiniteQuery(disclosuresQuery(filters));
  const [open, setOpen] = useState<DisclosureLine | null>(null);
  const lines = list.data?.pages.flatMap((page) => page.items);
  return (
    <>
      <Lines list={list} count={lines?.length} empty={t(hasFilters ? 'emptyFiltered' : 'emptyDisclosures')}>
        <DisclosuresTable lines={lines ?? []} onOpen={setOpen} />
      </Lines>
      {open !== null && <DisclosedDialog line={open} onClose={() => setOpen(null)} />}
    </>
  );
}

/** A list as it is being asked for, refused, empty, or there with what follows. */
function Lines<Page>({
  list,
  count,
  empty,
  children,
}: {
  list: UseInfiniteQueryResult<InfiniteData<Page>>;
  count: number | undefined;
  empty: string;
  children: ReactNode;
}) {
  const t = useShareTexts();
  return (
    <>
      {list.isPending && <RowsSkeleton rows={10} />}
      {list.isError && <ProblemAlert error={list.error} title={t('failed')} onRetry={() => void list.refetch()} />}
      {count === 0 && <EmptyState text={empty} />}
      {count !== undefined && count > 0 && (
        <>
          {children}
          <output className={styles.more}>
            {t(list.hasNextPage ? 'shownSoFar' : 'shownAll', { count })}
            {list.hasNextPage && (
              <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {t('loadMore')}
              </Button>
            )}
          </output>
        </>
      )}
    </>
  );
}
