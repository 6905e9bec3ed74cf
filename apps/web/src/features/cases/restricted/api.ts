import { restrictedEndpoints, type AnswerOf, type RequestOf } from '@consilium/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, isProblem } from '../../../lib/api';
import { refreshCase } from '../api';

type Facts = AnswerOf<typeof restrictedEndpoints.list>;
type Written = RequestOf<typeof restrictedEndpoints.record>['body'];

/** That there are such facts. Asked for once for a page: each look is on record. */
export const restrictedQuery = (caseNo: string) =>
  queryOptions({
    queryKey: ['restricted-facts', caseNo] as const,
    queryFn: ({ signal }) => call(restrictedEndpoints.list, { params: { caseNo }, signal }),
    staleTime: Infinity,
    gcTime: 0,
  });

function useFactChange<Asked>(caseNo: string, act: (asked: Asked) => Promise<Facts>) {
  const client = useQueryClient();
  const { queryKey } = restrictedQuery(caseNo);
  return useMutation({
    mutationFn: act,
    // What was sent is what nobody else may read: nothing of it stays in the cache.
    gcTime: 0,
    onSuccess: (facts) => {
      client.setQueryData(queryKey, facts);
      void refreshCase(client, caseNo);
    },
    onError: async (error) => {
      if (isProblem(error, 'object/stale') || isProblem(error, 'restricted/wrong-state'))
        await client.invalidateQueries({ queryKey });
    },
  });
}

export const useRecordFact = (caseNo: string) =>
  useFactChange(caseNo, (body: Written) => call(restrictedEndpoints.record, { params: { caseNo }, body }));

export const useChangeFact = (caseNo: string) =>
  useFactChange(caseNo, ({ id, ...body }: Written & { id: string; version: number }) =>
    call(restrictedEndpoints.change, { params: { caseNo, id }, body }),
  );

export const useRetireFact = (caseNo: string) =>
  useFactChange(caseNo, ({ id, version, retire }: { id: string; version: number; retire: boolean }) =>
    call(retire ? restrictedEndpoints.retire : restrictedEndpoints.restore, {
      params: { caseNo, id },
      body: { version },
    }),
  );

/** Shows what a fact says. The answer goes to the caller alone and into no cache; the API puts every use on record. */
export const revealFact = (caseNo: string, id: string, reason: string) =>
  call(restrictedEndpoints.reveal, { params: { caseNo, id }, body: { reason } });
