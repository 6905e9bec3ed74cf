import {
  deidentifiedCase,
  reminderEndpoints,
  remoteEndpoints,
  remoteSession,
  type DeidentifiedCase,
  type Endpoint,
  type RequestOf,
} from '@consilium/contracts';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem, call } from '../../lib/api';

type BodyOf<E extends Endpoint> = RequestOf<E>['body'];

const HOME_REFRESH_MS = 60_000;
const SHOWN_NOTIFICATIONS = 20;

/** A shared case as it may be shown, or why it may not: then nothing of it stays in the memory of the tab. */
export type SharedCase = { access: 'open'; case: DeidentifiedCase } | { access: 'closed'; wasOpen: boolean };

/** Ended, not shared with this hospital, or not there. */
const CLOSED = [403, 404];

export const remoteHomeQuery = queryOptions({
  queryKey: ['remote', 'home'] as const,
  queryFn: async ({ signal }) => {
    const { sessions } = await call(remoteEndpoints.home, { signal });
    return { sessions: sessions.map((session) => remoteSession.parse(session)) };
  },
  refetchInterval: HOME_REFRESH_MS,
});

/** To everybody it does not exist from the instant at which it ends; who had it open a moment ago is told what happened. */
const wasOpen = (held: SharedCase | undefined): boolean =>
  held !== undefined && (held.access === 'open' || held.wasOpen);

/**
 * One shared case. Only what the contract names goes further: should the answer ever hold more of a patient, it ends here. Opening is
 * recorded each time, so the tab does not ask again for its own sake; a change at the host does.
 */
export const sharedCaseQuery = (px: string) =>
  queryOptions({
    queryKey: ['remote', 'case', px] as const,
    queryFn: async ({ signal, client, queryKey }): Promise<SharedCase> => {
      try {
        return {
          access: 'open',
          case: deidentifiedCase.parse(await call(remoteEndpoints.readCase, { params: { px }, signal })),
        };
      } catch (error) {
        if (error instanceof ApiProblem && CLOSED.includes(error.status))
          return { access: 'closed', wasOpen: wasOpen(client.getQueryData<SharedCase>(queryKey)) };
        throw error;
      }
    },
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    // A case once left is asked for again, since access may have ended meanwhile.
    gcTime: 0,
  });

export const keepRemoteDraft = (px: string, body: BodyOf<typeof remoteEndpoints.keepDraft>) =>
  call(remoteEndpoints.keepDraft, { params: { px }, body });

export function useSubmitOpinion(px: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyOf<typeof remoteEndpoints.submit>) => call(remoteEndpoints.submit, { params: { px }, body }),
    // The variables hold the signature password: they do not outlive the call.
    gcTime: 0,
    onSuccess: async (shared) => {
      const open: SharedCase = { access: 'open', case: deidentifiedCase.parse(shared) };
      client.setQueryData(sharedCaseQuery(px).queryKey, open);
      await Promise.all(
        [['remote', 'home'], ['notifications'], ['obligations']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
}

const recentNotificationsQuery = queryOptions({
  queryKey: ['notifications', 'recent'] as const,
  queryFn: ({ signal }) => call(reminderEndpoints.notifications, { query: { limit: SHOWN_NOTIFICATIONS }, signal }),
});

/** The latest notifications; the portal has no inbox of its own. */
export const useRecentNotifications = (enabled: boolean) => useQuery({ ...recentNotificationsQuery, enabled });

export function useMarkRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call(reminderEndpoints.read, { params: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['notifications'] }),
  });
}
