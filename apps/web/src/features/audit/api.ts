import { auditEndpoints, type AuditFilters } from '@consilium/contracts';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { call } from '../../lib/api';

const PAGE_SIZE = 50;
const CHAIN_REFRESH_MS = 10_000;

export const linesQuery = (filters: AuditFilters) =>
  infiniteQueryOptions({
    queryKey: ['audit', 'lines', filters] as const,
    queryFn: ({ pageParam, signal }) =>
      call(auditEndpoints.list, {
        query: { ...filters, limit: PAGE_SIZE, ...(pageParam === '' ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

/** One line; what is written never changes, except that it gets its seal. */
export const lineQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['audit', 'line', eventId] as const,
    queryFn: ({ signal }) => call(auditEndpoints.read, { params: { eventId }, signal }),
  });

export const chainQuery = queryOptions({
  queryKey: ['audit', 'chain'] as const,
  queryFn: ({ signal }) => call(auditEndpoints.chain, { signal }),
  refetchInterval: CHAIN_REFRESH_MS,
});

export function useVerify() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(auditEndpoints.verify),
    onSuccess: (state) => client.setQueryData(chainQuery.queryKey, state),
  });
}

export function useExport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { reason: string; filters: AuditFilters }) => call(auditEndpoints.exportLines, { body }),
    // The export itself is a new line.
    onSuccess: () => client.invalidateQueries({ queryKey: ['audit', 'lines'] }),
  });
}
