import { consultRequestEndpoints, type ConsultAction, type ConsultScope, type RequestOf } from '@consilium/contracts';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../lib/api';

const REFRESH_MS = 60_000;

/** Consult requests by what the person has to do with them, or those of one case. */
export const consultsQuery = (scope: ConsultScope, caseNo?: string) =>
  infiniteQueryOptions({
    queryKey: ['consults', 'list', { scope, caseNo }] as const,
    queryFn: ({ pageParam, signal }) =>
      call(consultRequestEndpoints.list, {
        query: {
          scope,
          limit: 30,
          ...(caseNo === undefined ? {} : { case: caseNo }),
          ...(pageParam === '' ? {} : { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: REFRESH_MS,
  });

export const consultQuery = (id: string) =>
  queryOptions({
    queryKey: ['consults', 'one', id] as const,
    queryFn: ({ signal }) => call(consultRequestEndpoints.read, { params: { id }, signal }),
  });

export function useSendConsult() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ caseNo, body }: { caseNo: string; body: RequestOf<typeof consultRequestEndpoints.send>['body'] }) =>
      call(consultRequestEndpoints.send, { params: { caseNo }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['consults'] }),
  });
}

type BodyOf<Verb extends ConsultAction> = RequestOf<(typeof consultRequestEndpoints)[Verb]>['body'];

/** One act on a request; whatever comes of it, the request is read again. A password is sent and kept nowhere. */
export function useConsultAct<Verb extends ConsultAction>(verb: Verb) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, body }: { id: string; body: BodyOf<Verb> }) =>
      call(consultRequestEndpoints[verb], { params: { id }, body } as never),
    gcTime: 0,
    onSettled: () =>
      Promise.all([['consults'], ['obligations']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
