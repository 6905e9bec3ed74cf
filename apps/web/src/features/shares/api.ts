import {
  caseEndpoints,
  remoteEndpoints,
  shareEndpoints,
  type CaseView,
  type Endpoint,
  type RequestOf,
  type ShareFilters,
  type ShareList,
} from '@consilium/contracts';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import { call } from '../../lib/api';

type BodyOf<E extends Endpoint> = RequestOf<E>['body'];

const PAGE_SIZE = 50;
const REFRESH_MS = 30_000;

export const sharesQuery = (which: Exclude<ShareList, 'disclosures'>, filters: ShareFilters) =>
  infiniteQueryOptions({
    queryKey: ['shares', which, filters] as const,
    queryFn: ({ pageParam, signal }) =>
      call(shareEndpoints.list, {
        query: { ...filters, which, limit: PAGE_SIZE, ...(pageParam === '' ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });

export const disclosuresQuery = (filters: ShareFilters) =>
  infiniteQueryOptions({
    queryKey: ['shares', 'disclosures', filters] as const,
    queryFn: ({ pageParam, signal }) =>
      call(shareEndpoints.disclosures, {
        query: { ...filters, limit: PAGE_SIZE, ...(pageParam === '' ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

export const sharedSessionsQuery = queryOptions({
  queryKey: ['shares', 'sessions'] as const,
  queryFn: ({ signal }) => call(shareEndpoints.sessions, { signal }),
});

/** What was received at a disclosure. Opening it is on record each time, and it is clinical: it does not outlive its dialog. */
export const disclosedQuery = (id: string) =>
  queryOptions({
    queryKey: ['shares', 'disclosed', id] as const,
    queryFn: ({ signal }) => call(shareEndpoints.disclosed, { params: { id }, signal }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

/** Everything on screens that shows what is shared. */
const TOUCHED = [['shares'], ['case'], ['cases'], ['sessions'], ['session'], ['remote']] as const;

const refreshShares = (client: QueryClient): Promise<unknown> =>
  Promise.all(TOUCHED.map((queryKey) => client.invalidateQueries({ queryKey })));

/** Afterwards, also after a refusal, the screens show the present state: it is what a stale change is compared with. */
function useShareAct<Asked, Answer>(act: (asked: Asked) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSettled: () => refreshShares(client) });
}

export const useRevokeShare = (shareId: string) =>
  useShareAct((body: BodyOf<typeof remoteEndpoints.revoke>) =>
    call(remoteEndpoints.revoke, { params: { id: shareId }, body }),
  );

export const useChangeShare = (shareId: string) =>
  useShareAct((body: BodyOf<typeof shareEndpoints.change>) =>
    call(shareEndpoints.change, { params: { id: shareId }, body }),
  );

/** A consent changes the case: the answer is the case as it is now. */
function useConsentAct<Asked>(caseNo: string, act: (asked: Asked) => Promise<CaseView>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (view) => client.setQueryData(['case', caseNo], view),
    onSettled: () => refreshShares(client),
  });
}

export const useRecordConsent = (caseNo: string) =>
  useConsentAct(caseNo, (body: BodyOf<typeof caseEndpoints.recordConsent>) =>
    call(caseEndpoints.recordConsent, { params: { caseNo }, body }),
  );

export const useWithdrawConsent = (caseNo: string) =>
  useConsentAct(caseNo, (body: BodyOf<typeof caseEndpoints.withdrawConsent>) =>
    call(caseEndpoints.withdrawConsent, { params: { caseNo }, body }),
  );

export const useExportShares = () =>
  useMutation({
    mutationFn: (body: BodyOf<typeof shareEndpoints.exportLines>) => call(shareEndpoints.exportLines, { body }),
  });
