import { reminderEndpoints } from '@consilium/contracts';
import { infiniteQueryOptions, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../lib/api';

export const obligationsQuery = queryOptions({
  queryKey: ['obligations'],
  queryFn: ({ signal }) => call(reminderEndpoints.owed, { signal }),
});

export const notificationsQuery = infiniteQueryOptions({
  queryKey: ['notifications', 'list'],
  queryFn: ({ pageParam, signal }) =>
    call(reminderEndpoints.notifications, { query: { limit: 30, cursor: pageParam ?? undefined }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.nextCursor,
});

export const channelsQuery = queryOptions({
  queryKey: ['notification-channels'],
  queryFn: ({ signal }) => call(reminderEndpoints.channels, { signal }),
  staleTime: 600_000,
});

export const mailboxQuery = infiniteQueryOptions({
  queryKey: ['mailbox'],
  queryFn: ({ pageParam, signal }) =>
    call(reminderEndpoints.mailbox, { query: { limit: 50, cursor: pageParam ?? undefined }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.nextCursor,
});

const unreadQuery = queryOptions({
  queryKey: ['notifications', 'unread'],
  queryFn: ({ signal }) => call(reminderEndpoints.notifications, { query: { limit: 1 }, signal }),
  select: ({ unread }) => unread,
});

/** How many notifications wait to be read; undefined until it is known. */
export function useUnread(enabled = true): number | undefined {
  return useQuery({ ...unreadQuery, enabled }).data;
}

export function useMarkRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call(reminderEndpoints.read, { params: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['notifications'] }),
  });
}

export function useMarkAllRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(reminderEndpoints.readAll),
    onSettled: () => client.invalidateQueries({ queryKey: ['notifications'] }),
  });
}
