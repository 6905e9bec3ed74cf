import { emergencyEndpoints, type RequestOf } from '@consilium/contracts';
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../lib/api';

const REFRESH_MS = 30_000;
const PAGE_SIZE = 5;

/** Emergency accesses this person may know of, those not yet reviewed first; or those open now alone. */
export const emergenciesQuery = (onlyOpen: boolean) =>
  infiniteQueryOptions({
    queryKey: ['emergencies', { onlyOpen }] as const,
    queryFn: ({ pageParam, signal }) =>
      call(emergencyEndpoints.list, {
        query: {
          limit: onlyOpen ? 100 : PAGE_SIZE,
          ...(onlyOpen ? { open: '1' as const } : {}),
          ...(pageParam === '' ? {} : { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: REFRESH_MS,
  });

/** Opens a case; the password is sent and kept nowhere. */
export function useOpenEmergency() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ caseNo, body }: { caseNo: string; body: RequestOf<typeof emergencyEndpoints.open>['body'] }) =>
      call(emergencyEndpoints.open, { params: { caseNo }, body }),
    gcTime: 0,
    onSuccess: async ({ caseNo }) => {
      // What was refused before is asked for anew.
      client.removeQueries({ queryKey: ['case', caseNo] });
      await Promise.all([['emergencies'], ['cases']].map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
}

export function useEndEmergency() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call(emergencyEndpoints.end, { params: { id } }),
    onSettled: (_ended, _error, _id) =>
      Promise.all([['case'], ['cases'], ['emergencies']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

export function useReviewEmergency() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, body }: { id: string; body: RequestOf<typeof emergencyEndpoints.review>['body'] }) =>
      call(emergencyEndpoints.review, { params: { id }, body }),
    onSettled: () =>
      Promise.all([['emergencies'], ['audit', 'lines']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
