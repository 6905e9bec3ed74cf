import { completenessEndpoints, type Completeness, type RequestOf } from '@consilium/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../lib/api';
import { refreshCase } from '../api';

type ItemBody = RequestOf<typeof completenessEndpoints.setItem>['body'];

/** Under the key of its case, so that whatever refreshes the case refreshes its material. */
export const completenessQuery = (caseNo: string) =>
  queryOptions({
    queryKey: ['case', caseNo, 'completeness'] as const,
    queryFn: ({ signal }) => call(completenessEndpoints.read, { params: { caseNo }, signal }),
  });

function useCompletenessChange<Asked, Answer>(
  caseNo: string,
  act: (asked: Asked) => Promise<Answer>,
  presentOf: (answer: Answer) => Completeness,
) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (answer) => {
      queryClient.setQueryData(completenessQuery(caseNo).queryKey, presentOf(answer));
      return refreshCase(queryClient, caseNo);
    },
    onError: () => queryClient.invalidateQueries({ queryKey: completenessQuery(caseNo).queryKey }),
  });
}

export const useSetItem = (caseNo: string) =>
  useCompletenessChange(
    caseNo,
    ({ code, body }: { code: string; body: ItemBody }) =>
      call(completenessEndpoints.setItem, { params: { caseNo, code }, body }),
    (present) => present,
  );

export const useChase = (caseNo: string) =>
  useCompletenessChange(
    caseNo,
    () => call(completenessEndpoints.chase, { params: { caseNo } }),
    ({ completeness }) => completeness,
  );
