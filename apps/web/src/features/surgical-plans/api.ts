import { planEndpoints, type Endpoint, type PlanView, type RequestOf } from '@consilium/contracts';
import { queryOptions, replaceEqualDeep, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { call, isProblem } from '../../lib/api';

type BodyOf<E extends Endpoint> = RequestOf<E>['body'];

const LIST_REFRESH_MS = 30_000;

/** An answer that was overtaken on its way never replaces a newer one. */
function newer(held: PlanView | undefined, arrived: PlanView): PlanView {
  if (held === undefined) return arrived;
  return held.version > arrived.version ? held : replaceEqualDeep(held, arrived);
}

export const plansQuery = queryOptions({
  queryKey: ['plans'] as const,
  queryFn: ({ signal }) => call(planEndpoints.list, { signal }),
  refetchInterval: LIST_REFRESH_MS,
});

export const planQuery = (id: string) =>
  queryOptions({
    queryKey: ['plan', id] as const,
    queryFn: ({ signal }) => call(planEndpoints.read, { params: { id }, signal }),
    structuralSharing: (held, arrived) => newer(held as PlanView | undefined, arrived as PlanView),
  });

/** What else shows something of a plan: lists, boards, what people owe. */
async function refreshAround(client: QueryClient, caseNo: string): Promise<void> {
  await Promise.all(
    [['plans'], ['case', caseNo], ['board'], ['obligations'], ['overdue'], ['notifications']].map((queryKey) =>
      client.invalidateQueries({ queryKey }),
    ),
  );
}

/** A write on one plan. The answer becomes the plan on the screen; a stale write brings the present plan, so that people compare. */
function usePlanWrite<Asked>(id: string, send: (asked: Asked) => Promise<PlanView>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (plan) => {
      client.setQueryData(planQuery(id).queryKey, (held) => newer(held, plan));
      void refreshAround(client, plan.caseNo);
    },
    onError: async (error) => {
      if (isProblem(error, 'object/stale') || isProblem(error, 'plan/wrong-state')) {
        await client.invalidateQueries({ queryKey: ['plan', id] });
      }
    },
  });
}

export const useSavePlan = (id: string) =>
  usePlanWrite(id, (body: BodyOf<typeof planEndpoints.save>) => call(planEndpoints.save, { params: { id }, body }));

/** DRAFT → STAGED. */
export const useStagePlan = (id: string) =>
  usePlanWrite(id, (body: BodyOf<typeof planEndpoints.stage>) => call(planEndpoints.stage, { params: { id }, body }));

export const useConfirmStage = (id: string) =>
  usePlanWrite(id, ({ stageId, body }: { stageId: string; body: BodyOf<typeof planEndpoints.confirmStage> }) =>
    call(planEndpoints.confirmStage, { params: { id, stageId }, body }),
  );

export const useDeclineStage = (id: string) =>
  usePlanWrite(id, ({ stageId, body }: { stageId: string; body: BodyOf<typeof planEndpoints.declineStage> }) =>
    call(planEndpoints.declineStage, { params: { id, stageId }, body }),
  );
