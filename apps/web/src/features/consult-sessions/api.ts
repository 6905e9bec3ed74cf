import {
  caseEndpoints,
  decisionEndpoints,
  sessionEndpoints,
  type AnswerOf,
  type Endpoint,
  type RequestOf,
  type SessionView,
} from '@consilium/contracts';
import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { call, isProblem } from '../../lib/api';

type BodyOf<E extends Endpoint> = RequestOf<E>['body'];

export const sessionKeys = {
  lists: ['sessions'],
  list: (from: string, to: string) => ['sessions', from, to],
  one: (id: string) => ['session', id],
  candidates: (id: string) => ['session', id, 'candidates'],
};

/** Sessions of others and opinions change without an event of these: both are asked again now and then while on a screen. */
const REFRESH_MS = 30_000;

/** Sessions that begin in a period; both ends are instants. */
export const sessionsQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: sessionKeys.list(from, to),
    refetchInterval: REFRESH_MS,
    queryFn: ({ signal }) => call(sessionEndpoints.list, { query: { from, to }, signal }),
  });

export const sessionQuery = (id: string) =>
  queryOptions({
    queryKey: sessionKeys.one(id),
    refetchInterval: REFRESH_MS,
    queryFn: ({ signal }) => call(sessionEndpoints.read, { params: { id }, signal }),
  });

export const candidatesQuery = (id: string) =>
  queryOptions({
    queryKey: sessionKeys.candidates(id),
    queryFn: ({ signal }) => call(sessionEndpoints.candidates, { params: { id }, signal }),
  });

/** Facts a decision may stand on; those of one case do not change while it is spoken of, or the record says so. */
export const factsQuery = (sessionId: string, itemId: string) =>
  queryOptions({
    queryKey: ['session', sessionId, 'facts', itemId],
    queryFn: ({ signal }) => call(decisionEndpoints.facts, { params: { id: sessionId, itemId }, signal }),
  });

/** What is discussed: the case behind an agenda item. Begins with the topic of its change events, so that it follows them. */
export const discussedCaseQuery = (caseNo: string) =>
  queryOptions({
    queryKey: ['case', caseNo, 'discussed'],
    queryFn: ({ signal }) => call(caseEndpoints.read, { params: { caseNo }, signal }),
  });

/** Takes over the session that a write answered with, unless a later one is already here. */
export function keepSession(client: QueryClient, view: SessionView): void {
  client.setQueryData<SessionView>(sessionKeys.one(view.id), (held) =>
    held !== undefined && held.version > view.version ? held : view,
  );
}

/**
 * A write on one session. The answer becomes the session on the screen; what else it changed (lists, candidates, cases) is asked
 * again. A stale write brings the present session, so that the next attempt is made with eyes open.
 */
function useSessionWrite<Input>(id: string, send: (input: Input) => Promise<SessionView>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (view) => {
      keepSession(client, view);
      void client.invalidateQueries({ queryKey: sessionKeys.lists });
      void client.invalidateQueries({ queryKey: sessionKeys.candidates(id) });
      void client.invalidateQueries({ queryKey: ['cases'] });
      for (const item of view.agenda) void client.invalidateQueries({ queryKey: ['case', item.caseNo] });
    },
    onError: (error) => {
      if (isProblem(error, 'object/stale')) void client.invalidateQueries({ queryKey: sessionKeys.one(id) });
    },
  });
}

export function useScheduleSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyOf<typeof sessionEndpoints.schedule>) => call(sessionEndpoints.schedule, { body }),
    onSuccess: () => void client.invalidateQueries({ queryKey: sessionKeys.lists }),
  });
}

/** Free times of a room and people; asking changes nothing. */
export function useFindSlots() {
  return useMutation({
    mutationFn: (
      body: BodyOf<typeof sessionEndpoints.findSlots>,
    ): Promise<AnswerOf<typeof sessionEndpoints.findSlots>> => call(sessionEndpoints.findSlots, { body }),
  });
}

export const useMoveSession = (id: string) =>
  useSessionWrite(id, (body: BodyOf<typeof sessionEndpoints.move>) =>
    call(sessionEndpoints.move, { params: { id }, body }),
  );

export const useCancelSession = (id: string) =>
  useSessionWrite(id, (body: BodyOf<typeof sessionEndpoints.cancel>) =>
    call(sessionEndpoints.cancel, { params: { id }, body }),
  );

export const useAddCase = (id: string) =>
  useSessionWrite(id, (body: BodyOf<typeof sessionEndpoints.addCase>) =>
    call(sessionEndpoints.addCase, { params: { id }, body }),
  );

export const useRemoveCase = (id: string) =>
  useSessionWrite(id, (itemId: string) => call(sessionEndpoints.removeCase, { params: { id, itemId } }));

export const useStartSession = (id: string) =>
  useSessionWrite(id, (version: number) => call(sessionEndpoints.start, { params: { id }, body: { version } }));

export const useEndSession = (id: string) =>
  useSessionWrite(id, (version: number) => call(sessionEndpoints.end, { params: { id }, body: { version } }));

export type Presence = BodyOf<typeof sessionEndpoints.markAttendance>;
export const useMarkAttendance = (id: string) =>
  useSessionWrite(id, ({ personId, presence }: { personId: string; presence: Presence }) =>
    call(sessionEndpoints.markAttendance, { params: { id, personId }, body: presence }),
  );

export const useOpenItem = (id: string) =>
  useSessionWrite(id, ({ itemId, version }: { itemId: string; version: number }) =>
    call(sessionEndpoints.openItem, { params: { id, itemId }, body: { version } }),
  );

export type RecordBody = BodyOf<typeof sessionEndpoints.record>;
/** Keeps the record of one item; the caller takes the answer over. */
export const sendRecord = (id: string, itemId: string, body: RecordBody): Promise<SessionView> =>
  call(sessionEndpoints.record, { params: { id, itemId }, body });

export const useConclude = (id: string) =>
  useSessionWrite(id, ({ itemId, version }: { itemId: string; version: number }) =>
    call(sessionEndpoints.conclude, { params: { id, itemId }, body: { version } }),
  );

export const useSign = (id: string) =>
  useSessionWrite(id, ({ itemId, ...body }: { itemId: string; version: number; password: string }) =>
    call(sessionEndpoints.sign, { params: { id, itemId }, body }),
  );

export const useDefer = (id: string) =>
  useSessionWrite(id, ({ itemId, ...body }: { itemId: string; version: number; reason: string }) =>
    call(sessionEndpoints.defer, { params: { id, itemId }, body }),
  );
