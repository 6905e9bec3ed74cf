import { patientEndpoints, type RequestOf } from '@consilium/contracts';
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../lib/api';

const PAGE_SIZE = 20;

export const mergesQuery = infiniteQueryOptions({
  queryKey: ['patient-merges'] as const,
  queryFn: ({ pageParam, signal }) =>
    call(patientEndpoints.merges, {
      query: { limit: PAGE_SIZE, ...(pageParam === '' ? {} : { cursor: pageParam }) },
      signal,
    }),
  initialPageParam: '',
  getNextPageParam: (page) => page.nextCursor ?? undefined,
});

type BodyOf<Name extends keyof typeof patientEndpoints> = RequestOf<(typeof patientEndpoints)[Name]>['body'];

/** What is compared stands on the screen alone: the answer is not kept. */
export function useCompare() {
  return useMutation({
    mutationFn: (body: BodyOf<'compare'>) => call(patientEndpoints.compare, { body }),
    gcTime: 0,
  });
}

/** After records were joined or parted, whose cases are whose is read again everywhere. */
function useMergeChange<Asked, Answer>(act: (asked: Asked) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () =>
      Promise.all(
        [mergesQuery.queryKey, ['cases'], ['case'], ['board']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

export const useMerge = () => useMergeChange((body: BodyOf<'merge'>) => call(patientEndpoints.merge, { body }));

export const useUndoMerge = () =>
  useMergeChange(({ id, ...body }: BodyOf<'undoMerge'> & { id: string }) =>
    call(patientEndpoints.undoMerge, { params: { id }, body }),
  );
