import {
  departmentEndpoints,
  hospitalEndpoints,
  partnershipEndpoints,
  type AnswerOf,
  type Endpoint,
} from '@consilium/contracts';
import { queryOptions, useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { call, type CallRequest } from '../../../lib/api';

export const hospitalsQuery = queryOptions({
  queryKey: ['organisation', 'hospitals'] as const,
  queryFn: ({ signal }) => call(hospitalEndpoints.list, { signal }),
});
export const departmentsQuery = queryOptions({
  queryKey: ['organisation', 'departments'] as const,
  queryFn: ({ signal }) => call(departmentEndpoints.list, { signal }),
});
export const partnershipsQuery = queryOptions({
  queryKey: ['organisation', 'partnerships'] as const,
  queryFn: ({ signal }) => call(partnershipEndpoints.list, { signal }),
});
/** Asked anew for every question: it stands in the confirmation. */
export const departmentUseQuery = (id: string) =>
  queryOptions({
    queryKey: ['organisation', 'department-use', id] as const,
    queryFn: ({ signal }) => call(departmentEndpoints.use, { params: { id }, signal }),
    gcTime: 0,
    staleTime: 0,
  });

/** A change that answers with the whole list as it is now; what else names the organisation is asked again. */
function useChange<E extends Endpoint>(endpoint: E, list: QueryKey) {
  const client = useQueryClient();
  return useMutation<AnswerOf<E>, Error, CallRequest<E>>({
    mutationFn: (request) => (call as (of: E, request: CallRequest<E>) => Promise<AnswerOf<E>>)(endpoint, request),
    onSuccess: (answer) => {
      client.setQueryData(list, answer);
      void client.invalidateQueries({ queryKey: ['directory'] });
    },
  });
}

const { queryKey: hospitals } = hospitalsQuery;
export const useAddHospital = () => useChange(hospitalEndpoints.add, hospitals);
export const useChangeHospital = () => useChange(hospitalEndpoints.change, hospitals);
export const useAddCampus = () => useChange(hospitalEndpoints.addCampus, hospitals);
export const useChangeCampus = () => useChange(hospitalEndpoints.changeCampus, hospitals);
export const useAddRoom = () => useChange(hospitalEndpoints.addRoom, hospitals);
export const useRenameRoom = () => useChange(hospitalEndpoints.renameRoom, hospitals);
export const useRetireRoom = () => useChange(hospitalEndpoints.retireRoom, hospitals);
export const useBringBackRoom = () => useChange(hospitalEndpoints.bringBackRoom, hospitals);

const { queryKey: departments } = departmentsQuery;
export const useAddDepartment = () => useChange(departmentEndpoints.add, departments);
export const useChangeDepartment = () => useChange(departmentEndpoints.change, departments);
export const useRetireDepartment = () => useChange(departmentEndpoints.retire, departments);
export const useBringBackDepartment = () => useChange(departmentEndpoints.bringBack, departments);
export const useRenameCentre = () => useChange(departmentEndpoints.renameCentre, departments);
export const useSetRoster = () => useChange(departmentEndpoints.setRoster, departments);

const { queryKey: partnerships } = partnershipsQuery;
export const useAddPartnership = () => useChange(partnershipEndpoints.add, partnerships);
export const useChangePartnership = () => useChange(partnershipEndpoints.change, partnerships);
export const useEndPartnership = () => useChange(partnershipEndpoints.end, partnerships);
