import { conditionUpdateEndpoints, type NewsAction, type NewsScope, type RequestOf } from '@consilium/contracts';
import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import { call } from '../../lib/api';

const REFRESH_MS = 60_000;

/** News by what the person has to do with it, or that of one case. */
export const newsQuery = (scope: NewsScope, caseNo?: string, limit = 30) =>
  infiniteQueryOptions({
    queryKey: ['news', 'list', { scope, caseNo, limit }] as const,
    queryFn: ({ pageParam, signal }) =>
      call(conditionUpdateEndpoints.list, {
        query: {
          scope,
          limit,
          ...(caseNo === undefined ? {} : { case: caseNo }),
          ...(pageParam === '' ? {} : { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: REFRESH_MS,
  });

export const oneNewsQuery = (id: string) =>
  queryOptions({
    queryKey: ['news', 'one', id] as const,
    queryFn: ({ signal }) => call(conditionUpdateEndpoints.read, { params: { id }, signal }),
  });

export const recentCasesQuery = queryOptions({
  queryKey: ['news', 'recent-cases'],
  queryFn: ({ signal }) => call(conditionUpdateEndpoints.recentCases, { signal }),
  staleTime: REFRESH_MS,
});

const waitingQuery = queryOptions({
  queryKey: ['news', 'waiting'],
  queryFn: ({ signal }) => call(conditionUpdateEndpoints.list, { query: { scope: 'todo', limit: 1 }, signal }),
  select: ({ waiting }) => waiting,
  refetchInterval: REFRESH_MS,
});

/** How much news waits for this person to be acknowledged; undefined until it is known. */
export function useNewsWaiting(enabled = true): number | undefined {
  return useQuery({ ...waitingQuery, enabled }).data;
}

const renew = (client: QueryClient) =>
  Promise.all([['news'], ['obligations']].map((queryKey) => client.invalidateQueries({ queryKey })));

export function useWriteNews() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      caseNo,
      body,
    }: {
      caseNo: string;
      body: RequestOf<typeof conditionUpdateEndpoints.write>['body'];
    }) => call(conditionUpdateEndpoints.write, { params: { caseNo }, body }),
    onSuccess: () => renew(client),
  });
}

type BodyOf<Verb extends NewsAction> = RequestOf<(typeof conditionUpdateEndpoints)[Verb]>['body'];

/** One act on a piece of news; whatever comes of it, it is read again. */
export function useNewsAct<Verb extends NewsAction>(verb: Verb) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, body }: { id: string; body: BodyOf<Verb> }) =>
      call(conditionUpdateEndpoints[verb], { params: { id }, body } as never),
    onSettled: () => renew(client),
  });
}
