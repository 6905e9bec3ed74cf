import { invitationEndpoints, type Invitation } from '@consilium/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../lib/api';

export const invitationsQuery = (sessionId: string) =>
  queryOptions({
    queryKey: ['session', sessionId, 'invitations'],
    queryFn: ({ signal }) => call(invitationEndpoints.list, { params: { id: sessionId }, signal }),
  });

/** Makes a link for an expert. It is in the answer once and is not kept. */
export function useInvite(sessionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wanted: { personId: string; expiresAt?: string }) =>
      call(invitationEndpoints.issue, { params: { id: sessionId }, body: wanted }),
    onSuccess: () => client.invalidateQueries({ queryKey: invitationsQuery(sessionId).queryKey }),
    gcTime: 0,
  });
}

export function useRevokeInvitation(sessionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (invitationId: string) => call(invitationEndpoints.revoke, { params: { id: sessionId, invitationId } }),
    onSuccess: (left: { items: Invitation[] }) => client.setQueryData(invitationsQuery(sessionId).queryKey, left),
  });
}
