import { decisionEndpoints, recommendationEndpoints, type RequestOf } from '@consilium/contracts';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../lib/api';

const PAGE_SIZE = 50;

export const decisionsQuery = (caseNo: string) =>
  queryOptions({
    queryKey: ['case', caseNo, 'decisions'] as const,
    queryFn: ({ signal }) => call(decisionEndpoints.ofCase, { params: { caseNo }, signal }),
  });

export const caseRecommendationsQuery = (caseNo: string) =>
  queryOptions({
    queryKey: ['case', caseNo, 'recommendations'] as const,
    queryFn: ({ signal }) => call(recommendationEndpoints.ofCase, { params: { caseNo }, signal }),
  });

export interface RecommendationFilter {
  mine: boolean;
  open: boolean;
}

export const recommendationsQuery = ({ mine, open }: RecommendationFilter) =>
  infiniteQueryOptions({
    queryKey: ['recommendations', { mine, open }] as const,
    queryFn: ({ pageParam, signal }) =>
      call(recommendationEndpoints.list, {
        query: {
          limit: PAGE_SIZE,
          ...(mine && { mine: '1' as const }),
          ...(open && { open: '1' as const }),
          ...(pageParam !== '' && { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** Tells how far a recommendation is carried out. */
export function useReport(caseNo: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, body }: { id: string; body: RequestOf<typeof recommendationEndpoints.report>['body'] }) =>
      call(recommendationEndpoints.report, { params: { id }, body }),
    onSettled: () =>
      Promise.all(
        [['case', caseNo], ['recommendations'], ['obligations'], ['overdue']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

/** Keeps a decision although facts it stands on changed or ran out. */
export function useKeepDecision(caseNo: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, body }: { id: string; body: RequestOf<typeof decisionEndpoints.keep>['body'] }) =>
      call(decisionEndpoints.keep, { params: { id }, body }),
    onSettled: () =>
      Promise.all(
        [['case', caseNo], ['board'], ['obligations'], ['overdue']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
}
