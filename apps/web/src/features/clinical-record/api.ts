import {
  recordEndpoints,
  type FullRecord,
  type RecordSection,
  type RequestOf,
  type StagingSystem,
} from '@consilium/contracts';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, isProblem } from '../../lib/api';

export type RecordChange = RequestOf<typeof recordEndpoints.write>['body'];
export type CodeList = 'icd10' | 'icdo3' | 'analytes';

/** Below the case's own key, so that it is read again whenever the case is. */
export const recordQuery = (caseNo: string) =>
  queryOptions({
    queryKey: ['case', caseNo, 'record'] as const,
    queryFn: ({ signal }) => call(recordEndpoints.read, { params: { caseNo }, signal }),
  });

export const historyQuery = (caseNo: string, section: RecordSection) =>
  queryOptions({
    queryKey: ['case', caseNo, 'record', 'history', section] as const,
    queryFn: ({ signal }) => call(recordEndpoints.history, { params: { caseNo, section }, signal }),
  });

/** The shipped catalogues change with a release, not while a page is open. */
const SHIPPED = { staleTime: Infinity };

export const stagingsQuery = queryOptions({
  queryKey: ['staging-systems'] as const,
  queryFn: ({ signal }) => call(recordEndpoints.stagings, { signal }),
  ...SHIPPED,
});

export const stageQuery = (system: StagingSystem, components: Record<string, string>) =>
  queryOptions({
    queryKey: ['stage-group', system, components] as const,
    queryFn: ({ signal }) => call(recordEndpoints.deriveStage, { body: { system, components }, signal }),
    placeholderData: keepPreviousData,
    ...SHIPPED,
  });

export const codesQuery = (list: CodeList, q: string) =>
  queryOptions({
    queryKey: ['codes', list, q] as const,
    queryFn: ({ signal }) => call(recordEndpoints.codes, { params: { list }, query: { q }, signal }),
    placeholderData: keepPreviousData,
    ...SHIPPED,
  });

/** Writes one part. Where somebody was faster, the present record is fetched before the refusal is handed on. */
export function useWritePart(caseNo: string, section: RecordSection) {
  const client = useQueryClient();
  const { queryKey } = recordQuery(caseNo);
  return useMutation({
    mutationFn: (body: RecordChange) => call(recordEndpoints.write, { params: { caseNo, section }, body }),
    onSuccess: async (record: FullRecord) => {
      client.setQueryData(queryKey, record);
      // What lists and boards show of a case is made of its record.
      await Promise.all(
        [['case', caseNo], ['cases'], ['board'], ['overdue'], ['obligations']].map((key) =>
          client.invalidateQueries({ queryKey: key, predicate: (query) => query.queryKey[2] !== 'record' }),
        ),
      );
      await client.invalidateQueries({ queryKey: historyQuery(caseNo, section).queryKey });
    },
    onError: async (error) => {
      if (!isProblem(error, 'object/stale')) return;
      try {
        await client.fetchQuery({ ...recordQuery(caseNo), staleTime: 0 });
      } catch {
        // The refusal itself is shown then, and the next try fetches it.
      }
    },
  });
}
