import { organisationEndpoints, type Department, type Directory, type Person } from '@consilium/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from '../../lib/api';

/** Departments, people and rooms change a few times a year: asked once, and again when the tab has been left for an hour. */
export const directoryQuery = queryOptions({
  queryKey: ['directory'],
  queryFn: ({ signal }) => call(organisationEndpoints.directory, { signal }),
  staleTime: 3_600_000,
});

/** The house: departments in the centre's order, staff, rooms, linked hospitals, structures. */
export function useDirectory(): {
  data: Directory | undefined;
  isPending: boolean;
  error: Error | null;
  refetch: () => Promise<unknown>;
} {
  const { data, isPending, error, refetch } = useQuery(directoryQuery);
  return { data, isPending, error, refetch };
}

export function useDepartment(id: string | null | undefined): Department | undefined {
  return useDirectory().data?.departments.find((department) => department.id === id);
}

/** Somebody of the host hospital or an expert of a linked one. */
export function usePerson(id: string | null | undefined): Person | undefined {
  const { data } = useDirectory();
  return (
    data?.people.find((person) => person.id === id) ??
    data?.partners.flatMap((partner) => partner.experts).find((person) => person.id === id)
  );
}
