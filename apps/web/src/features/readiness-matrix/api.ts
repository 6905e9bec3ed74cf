import { matrixEndpoints, type ReadinessMatrix } from '@consilium/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/api';
import { noteServerTime } from '../../lib/server-clock';

export interface Period {
  from?: string | undefined;
  to?: string | undefined;
}

export const matrixQuery = (period: Period) =>
  queryOptions({
    queryKey: ['readiness-matrix', period],
    queryFn: async ({ signal }): Promise<ReadinessMatrix> => {
      const matrix = await call(matrixEndpoints.read, { query: period, signal });
      noteServerTime(matrix.serverTime);
      return matrix;
    },
    placeholderData: keepPreviousData,
  });
