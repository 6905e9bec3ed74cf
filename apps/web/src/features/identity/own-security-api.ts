import { ownSecurityEndpoints, type OwnSecurity } from '@consilium/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../lib/api';
import { meQuery } from '../../lib/me';

export const ownSecurityQuery = queryOptions({
  queryKey: ['own-security'],
  queryFn: ({ signal }) => call(ownSecurityEndpoints.read, { signal }),
});

export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (passwords: { oldPassword: string; newPassword: string }) =>
      call(ownSecurityEndpoints.changePassword, { body: passwords }),
    onSuccess: () => client.invalidateQueries({ queryKey: ownSecurityQuery.queryKey }),
  });
}

export function useBeginCode() {
  return useMutation({
    mutationFn: (password: string) => call(ownSecurityEndpoints.beginCode, { body: { password } }),
  });
}

export function useConfirmCode() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => call(ownSecurityEndpoints.confirmCode, { body: { code } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ownSecurityQuery.queryKey }),
  });
}

export function useRemoveCode() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (password: string) => call(ownSecurityEndpoints.removeCode, { body: { password } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ownSecurityQuery.queryKey }),
  });
}

export function useRenewRecoveryCodes() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (password: string) => call(ownSecurityEndpoints.renewRecoveryCodes, { body: { password } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ownSecurityQuery.queryKey }),
  });
}

export function useEndBrowser() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call(ownSecurityEndpoints.endBrowser, { params: { id } }),
    onSuccess: (left: OwnSecurity) => client.setQueryData(ownSecurityQuery.queryKey, left),
  });
}

export function useEndOtherBrowsers() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(ownSecurityEndpoints.endOtherBrowsers),
    onSuccess: (left: OwnSecurity) => client.setQueryData(ownSecurityQuery.queryKey, left),
  });
}

/** After the one-time code is set up the person may do what their role allows; who they are is asked for anew. */
export function useKnowMeAnew() {
  const client = useQueryClient();
  return () => client.fetchQuery({ ...meQuery, staleTime: 0 });
}
