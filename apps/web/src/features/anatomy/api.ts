import { anatomyEndpoints } from '@consilium/contracts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/api';

/** What follows from the involved structures of a case; it changes with the record, so it lies under the case. */
export const anatomyQuery = (caseNo: string) =>
  queryOptions({
    queryKey: ['case', caseNo, 'anatomy'] as const,
    queryFn: ({ signal }) => call(anatomyEndpoints.read, { params: { caseNo }, signal }),
  });
