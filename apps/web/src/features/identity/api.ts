import { identityEndpoints, type Locale, type Me } from '@consilium/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../lib/api';
import { rememberHouse } from './house';
import { meQuery } from '../../lib/me';

export const demonstrationPeopleQuery = queryOptions({
  queryKey: ['demonstration-people'],
  queryFn: ({ signal }) => call(identityEndpoints.demonstrationPeople, { signal }),
  staleTime: Infinity,
});

interface Credentials {
  username: string;
  password: string;
}

/** Signs in. Nothing that another person has seen in this tab remains. */
export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (credentials: Credentials) => call(identityEndpoints.signIn, { body: credentials }),
    onSuccess: (me: Me) => {
      client.clear();
      client.setQueryData(meQuery.queryKey, me);
      rememberHouse(me);
    },
  });
}

/** Signs the same person in again after the session has ended; what is on the screen stays and is asked for anew. */
export function useSignInAgain() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (credentials: Credentials) => call(identityEndpoints.signIn, { body: credentials }),
    onSuccess: async (me: Me) => {
      client.setQueryData(meQuery.queryKey, me);
      await client.invalidateQueries();
    },
  });
}

/** Ends the session. The caller leaves for the sign-in page by loading it, which empties the memory of the tab. */
export function useSignOut() {
  return useMutation({ mutationFn: () => call(identityEndpoints.signOut), onSuccess: forgetTab });
}

/** What a person left unfinished in this tab, e.g. a referral not yet sent, is not for who comes next. */
function forgetTab(): void {
  try {
    sessionStorage.clear();
  } catch {
    // Forbidden storage holds nothing to forget.
  }
}

export function useSetLocale() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (locale: Locale) => call(identityEndpoints.setLocale, { body: { locale } }),
    onSuccess: (me: Me) => {
      client.setQueryData(meQuery.queryKey, me);
    },
  });
}

export interface FirstAdministrator {
  token: string;
  hospitalName: string;
  name: string;
  username: string;
  password: string;
}

/** Makes the first administrator, who is then signed in. */
export function useCreateFirstAdministrator() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (person: FirstAdministrator) => call(identityEndpoints.createFirstAdministrator, { body: person }),
    onSuccess: (me: Me) => {
      client.clear();
      client.setQueryData(meQuery.queryKey, me);
      rememberHouse(me);
    },
  });
}
