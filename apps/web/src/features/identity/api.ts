import { identityEndpoints, invitationEndpoints, type Locale, type Me } from '@consilium/contracts';
import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { call } from '../../lib/api';
import { rememberHouse } from './house';
import { meQuery } from '../../lib/me';

export const demonstrationPeopleQuery = queryOptions({
  queryKey: ['demonstration-people'],
  queryFn: ({ signal }) => call(identityEndpoints.demonstrationPeople, { signal }),
  staleTime: Infinity,
});

export const signInMethodsQuery = queryOptions({
  queryKey: ['sign-in-methods'],
  queryFn: ({ signal }) => call(identityEndpoints.methods, { signal }),
  staleTime: Infinity,
});

/** Whose one-time code is meant: that of an account, or of whom an invitation is for. */
export type CodeOwner = { username: string } | { token: string };

/** The present one-time code of a demonstration person, asked for anew when it changes. Nothing outside the demonstration. */
export const demonstrationCodeQuery = (owner: CodeOwner) =>
  queryOptions({
    queryKey: ['demonstration-code', owner],
    queryFn: ({ signal }) => call(identityEndpoints.demonstrationCode, { body: owner, signal }),
    refetchInterval: ({ state }) => (state.data === undefined ? false : state.data.secondsLeft * 1000),
    retry: false,
    gcTime: 0,
  });

interface Credentials {
  username: string;
  password: string;
  code?: string;
}

/** Nothing that another person has seen in this tab remains. */
function beginAs(client: QueryClient, me: Me): void {
  client.clear();
  client.setQueryData(meQuery.queryKey, me);
  rememberHouse(me);
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (credentials: Credentials) => call(identityEndpoints.signIn, { body: credentials }),
    onSuccess: (me: Me) => beginAs(client, me),
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

/** Where to go for single sign-on. The caller leaves by loading the address. */
export function useBeginSingleSignOn() {
  return useMutation({ mutationFn: () => call(identityEndpoints.beginSingleSignOn) });
}

export function useCompleteSingleSignOn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (query: string) => call(identityEndpoints.completeSingleSignOn, { body: { query } }),
    onSuccess: (me: Me) => beginAs(client, me),
  });
}

/** Whom an invitation is for. A refusal is its answer: asking again changes nothing. */
export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation-to-join', token],
    queryFn: ({ signal }) => call(invitationEndpoints.look, { body: { token }, signal }),
    retry: false,
    gcTime: 0,
  });

export function useRedeem() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (invitation: { token: string; code?: string }) =>
      call(invitationEndpoints.redeem, { body: invitation }),
    onSuccess: (me: Me) => beginAs(client, me),
  });
}

export function useLock() {
  return useMutation({ mutationFn: () => call(identityEndpoints.lock) });
}

/** Opens the locked screen; what is on it stays and is asked for anew. */
export function useUnlock() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (password: string) => call(identityEndpoints.unlock, { body: { password } }),
    onSuccess: () => void client.invalidateQueries(),
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
    onSuccess: (me: Me) => beginAs(client, me),
  });
}
