import { checklistEndpoints, type RequestOf, type TumourType } from '@consilium/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../lib/api';

export const checklistsQuery = queryOptions({
  queryKey: ['checklists'] as const,
  queryFn: ({ signal }) => call(checklistEndpoints.list, { signal }),
});

export const versionsQuery = (tumourType: TumourType) =>
  queryOptions({
    queryKey: ['checklists', tumourType, 'versions'] as const,
    queryFn: ({ signal }) => call(checklistEndpoints.versions, { params: { tumourType }, signal }),
  });

function useChecklistChange<Asked, Answer>(act: (asked: Asked) => Promise<Answer>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    // After a refusal too: what somebody else saved meanwhile is what the reader compares with.
    onSettled: () => queryClient.invalidateQueries({ queryKey: checklistsQuery.queryKey }),
  });
}

export const useChangeChecklist = (tumourType: TumourType) =>
  useChecklistChange((body: RequestOf<typeof checklistEndpoints.change>['body']) =>
    call(checklistEndpoints.change, { params: { tumourType }, body }),
  );

export const useRestoreChecklist = (tumourType: TumourType) =>
  useChecklistChange((body: RequestOf<typeof checklistEndpoints.restore>['body']) =>
    call(checklistEndpoints.restore, { params: { tumourType }, body }),
  );
