import {
  caseEndpoints,
  findEndpoints,
  opinionEndpoints,
  planEndpoints,
  type CaseFilters,
  type CaseView,
  type Endpoint,
  type OpinionView,
  type ProposalRequest,
  type RequestOf,
} from '@consilium/contracts';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  replaceEqualDeep,
  useMutation,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import { call, isProblem } from '../../lib/api';

const LIST_REFRESH_MS = 30_000;
const PAGE_SIZE = 50;
const WORKLIST_SIZE = 100;

/** Cases that fit the filters and what was typed, which stands in the body of the question and never in an address. */
export const caseListQuery = (filters: CaseFilters, q: string) =>
  infiniteQueryOptions({
    queryKey: ['cases', 'list', filters, q] as const,
    queryFn: ({ pageParam, signal }) =>
      call(findEndpoints.search, {
        body: { q, filters, limit: PAGE_SIZE, ...(pageParam === '' ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    // Asking for a name again by itself would put on record what nobody did.
    refetchInterval: q === '' ? LIST_REFRESH_MS : false,
    // What was typed may be a name: it stays in memory for no longer than the list is shown.
    gcTime: q === '' ? undefined : 0,
  });

export const savedFiltersQuery = queryOptions({
  queryKey: ['saved-filters'] as const,
  queryFn: ({ signal }) => call(findEndpoints.savedFilters, { signal }),
  staleTime: Infinity,
});

/** A change of the filters one keeps; the list of them follows. */
export function useSavedFilterChange<Asked, Answer>(act: (asked: Asked) => Promise<Answer>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => queryClient.invalidateQueries({ queryKey: savedFiltersQuery.queryKey }),
  });
}

/** What the coordinator has to sort first: cases waiting for triage, in triage, or sent back for information. */
export const triageWorklistQuery = queryOptions({
  queryKey: ['cases', 'triage'] as const,
  queryFn: ({ signal }) =>
    call(caseEndpoints.list, { query: { state: 'REFERRED,TRIAGE,NEEDS_INFO', limit: WORKLIST_SIZE }, signal }),
  refetchInterval: LIST_REFRESH_MS,
});

/** An answer that was overtaken on its way never replaces a newer one. */
function newer(held: CaseView | undefined, arrived: CaseView): CaseView {
  if (held === undefined) return arrived;
  return held.version > arrived.version ? held : replaceEqualDeep(held, arrived);
}

export const caseQuery = (caseNo: string) =>
  queryOptions({
    queryKey: ['case', caseNo] as const,
    queryFn: ({ signal }) => call(caseEndpoints.read, { params: { caseNo }, signal }),
    structuralSharing: (held, arrived) => newer(held as CaseView | undefined, arrived as CaseView),
  });

export const proposalsQuery = (request: ProposalRequest | null) =>
  queryOptions({
    queryKey: ['department-proposals', request] as const,
    queryFn: async ({ signal }) =>
      request === null ? { items: [] } : await call(caseEndpoints.propose, { body: request, signal }),
    enabled: request !== null,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    // The key holds what was typed of the patient; it is not to outlive the form.
    gcTime: 0,
  });

/** Everything else on screens that a change of one case touches. */
async function refreshAround(queryClient: QueryClient): Promise<void> {
  await Promise.all(
    [['cases'], ['board'], ['overdue'], ['obligations']].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
  );
}

export async function refreshCase(queryClient: QueryClient, caseNo: string): Promise<void> {
  await Promise.all([queryClient.invalidateQueries({ queryKey: ['case', caseNo] }), refreshAround(queryClient)]);
}

/** After `object/stale` the present state is fetched at once: it is what the reader compares with. */
async function loadPresentState(queryClient: QueryClient, caseNo: string, error: unknown): Promise<void> {
  if (isProblem(error, 'object/stale')) await queryClient.invalidateQueries({ queryKey: ['case', caseNo] });
}

type BodyOf<E extends Endpoint> = RequestOf<E>['body'];

/** A change that is answered with the case as it then stands. */
export function useCaseChange<Asked>(caseNo: string, act: (asked: Asked) => Promise<CaseView>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (view) => {
      queryClient.setQueryData(caseQuery(caseNo).queryKey, (held) => newer(held, view));
      void refreshAround(queryClient);
    },
    onError: (error) => loadPresentState(queryClient, caseNo, error),
  });
}

export const useTakeInTriage = (caseNo: string) =>
  useCaseChange(caseNo, (body: BodyOf<typeof caseEndpoints.takeInTriage>) =>
    call(caseEndpoints.takeInTriage, { params: { caseNo }, body }),
  );

export const useChangeDepartments = (caseNo: string) =>
  useCaseChange(caseNo, (body: BodyOf<typeof caseEndpoints.changeDepartments>) =>
    call(caseEndpoints.changeDepartments, { params: { caseNo }, body }),
  );

export const useAccept = (caseNo: string) =>
  useCaseChange(caseNo, (body: BodyOf<typeof caseEndpoints.accept>) =>
    call(caseEndpoints.accept, { params: { caseNo }, body }),
  );

export const useRequestInformation = (caseNo: string) =>
  useCaseChange(caseNo, (body: BodyOf<typeof caseEndpoints.requestInformation>) =>
    call(caseEndpoints.requestInformation, { params: { caseNo }, body }),
  );

export const useProvideInformation = (caseNo: string) =>
  useCaseChange(caseNo, (body: BodyOf<typeof caseEndpoints.provideInformation>) =>
    call(caseEndpoints.provideInformation, { params: { caseNo }, body }),
  );

export function useRefer() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyOf<typeof caseEndpoints.refer>) => call(caseEndpoints.refer, { body }),
    // The variables of this mutation are the patient's identity: nothing of them stays in the cache.
    gcTime: 0,
    onSuccess: () => refreshAround(queryClient),
  });
}

export function useSubmitOpinion(caseNo: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ departmentId, body }: { departmentId: string; body: BodyOf<typeof opinionEndpoints.submit> }) =>
      call(opinionEndpoints.submit, { params: { caseNo, departmentId }, body }),
    onSuccess: () => refreshCase(queryClient, caseNo),
    onError: (error) => loadPresentState(queryClient, caseNo, error),
  });
}

export const keepDraft = (caseNo: string, departmentId: string, body: BodyOf<typeof opinionEndpoints.keepDraft>) =>
  call(opinionEndpoints.keepDraft, { params: { caseNo, departmentId }, body });

/** After a draft was kept: the case on the screen holds it too, so that a composer opened again begins with it. */
export function rememberDraft(
  queryClient: QueryClient,
  caseNo: string,
  departmentId: string,
  draft: Pick<
    OpinionView,
    'stance' | 'text' | 'needs' | 'answers' | 'resectability' | 'risks' | 'conditions' | 'version'
  >,
): void {
  queryClient.setQueryData(caseQuery(caseNo).queryKey, (view) => {
    if (view === undefined) return undefined;
    const opinions = view.round.opinions.map((opinion) =>
      opinion.departmentId === departmentId ? { ...opinion, ...draft, state: 'DRAFT' as const } : opinion,
    );
    return { ...view, round: { ...view.round, opinions } };
  });
}

/** Confirms an opinion unchanged after the record has changed. */
export function useReconfirm(caseNo: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ departmentId, version }: { departmentId: string; version: number }) =>
      call(opinionEndpoints.reconfirm, { params: { caseNo, departmentId }, body: { version } }),
    onSuccess: () => refreshCase(queryClient, caseNo),
    onError: (error) => loadPresentState(queryClient, caseNo, error),
  });
}

export const opinionVersionsQuery = (caseNo: string, departmentId: string, revision: number) =>
  queryOptions({
    queryKey: ['case', caseNo, 'opinion-versions', departmentId, revision] as const,
    queryFn: ({ signal }) => call(opinionEndpoints.revisions, { params: { caseNo, departmentId }, signal }),
  });

export function useWaiveOpinion(caseNo: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ departmentId, body }: { departmentId: string; body: BodyOf<typeof opinionEndpoints.waive> }) =>
      call(opinionEndpoints.waive, { params: { caseNo, departmentId }, body }),
    onSuccess: () => refreshCase(queryClient, caseNo),
    onError: (error) => loadPresentState(queryClient, caseNo, error),
  });
}

export function useStartPlan(caseNo: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyOf<typeof planEndpoints.start>) => call(planEndpoints.start, { params: { caseNo }, body }),
    onSuccess: () =>
      Promise.all([refreshCase(queryClient, caseNo), queryClient.invalidateQueries({ queryKey: ['plans'] })]),
    onError: (error) => loadPresentState(queryClient, caseNo, error),
  });
}

/** Shows who the patient is. The answer goes to the caller alone and into no cache; the API puts every use on record. */
export const revealIdentity = (caseNo: string, reason: string) =>
  call(caseEndpoints.revealIdentity, { params: { caseNo }, body: { reason } });
