import { boardEndpoints, type Board } from '@consilium/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from '../../lib/api';
import { noteServerTime } from '../../lib/server-clock';

/** What is late changes by the passing of time alone, without anybody's act. */
const OVERDUE_REFRESH_MS = 60_000;

export const boardQuery = (departmentId: string) =>
  queryOptions({
    queryKey: ['board', departmentId],
    queryFn: async ({ signal }): Promise<Board> => {
      const board = await call(boardEndpoints.read, { params: { departmentId }, signal });
      noteServerTime(board.serverTime);
      return board;
    },
  });

export const overdueQuery = queryOptions({
  queryKey: ['overdue'],
  queryFn: ({ signal }) => call(boardEndpoints.overdue, { signal }),
  refetchInterval: OVERDUE_REFRESH_MS,
});

/** Everything late in the house, the latest first. */
export function useOverdue(enabled = true) {
  return useQuery({ ...overdueQuery, enabled });
}
