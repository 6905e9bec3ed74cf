import { identityEndpoints, type Me, type Permission } from '@consilium/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from './api';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => call(identityEndpoints.me, { signal }),
  staleTime: Infinity,
});

/** The person signed in. Only inside the shell, whose route has loaded it; throws elsewhere. */
export function useMe(): Me {
  const { data } = useQuery(meQuery);
  if (data === undefined) throw new Error('useMe is for screens behind sign-in');
  return data;
}

/** Whether the person signed in holds a permission. For navigation; buttons on a thing follow its `availableActions`. */
export function useAllowed(permission: Permission): boolean {
  return useMe().permissions.includes(permission);
}
