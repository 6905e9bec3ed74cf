import { peopleEndpoints, type AnswerOf, type Endpoint, type InputOf, type PersonView } from '@consilium/contracts';
import { keepPreviousData, queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { call, type CallRequest } from '../../lib/api';

export type PeopleWish = Omit<InputOf<typeof peopleEndpoints.list>['query'], 'page'> & { page?: number };

export const peopleQuery = (wish: PeopleWish) =>
  queryOptions({
    queryKey: ['people', 'list', wish] as const,
    queryFn: ({ signal }) => call(peopleEndpoints.list, { query: wish, signal }),
    placeholderData: keepPreviousData,
  });

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', 'person', id] as const,
    queryFn: ({ signal }) => call(peopleEndpoints.read, { params: { id }, signal }),
  });

/** Operations of the catalogue do not change while the app is open. */
export const proceduresQuery = queryOptions({
  queryKey: ['procedures'] as const,
  queryFn: ({ signal }) => call(peopleEndpoints.procedures, { signal }),
  staleTime: Infinity,
});

/** Who may operate at which level, for choosing the lead of a stage. */
export const privilegeHoldersQuery = queryOptions({
  queryKey: ['directory', 'surgical-privileges'] as const,
  queryFn: ({ signal }) => call(peopleEndpoints.privilegeHolders, { signal }),
  staleTime: 3_600_000,
});

/** The person as the answer has them; lists and the directory are asked again. */
function keep(client: QueryClient, person: PersonView): void {
  client.setQueryData(personQuery(person.id).queryKey, person);
  void client.invalidateQueries({ queryKey: ['people', 'list'] });
  void client.invalidateQueries({ queryKey: ['directory'] });
}

type AnswersPerson = Endpoint & { out: typeof peopleEndpoints.read.out };

function useChange<E extends AnswersPerson>(endpoint: E) {
  const client = useQueryClient();
  return useMutation<AnswerOf<E>, Error, CallRequest<E>>({
    mutationFn: (request) => (call as (of: E, request: CallRequest<E>) => Promise<AnswerOf<E>>)(endpoint, request),
    onSuccess: (person) => keep(client, person as PersonView),
  });
}

export const useAddPerson = () => useChange(peopleEndpoints.add);
export const useChangePerson = () => useChange(peopleEndpoints.change);
export const useAddMembership = () => useChange(peopleEndpoints.addMembership);
export const useEndMembership = () => useChange(peopleEndpoints.endMembership);
export const useGrantAdministratorRole = () => useChange(peopleEndpoints.grantAdministratorRole);
export const useEndAdministratorRole = () => useChange(peopleEndpoints.endAdministratorRole);
export const useGrantPrivilege = () => useChange(peopleEndpoints.grantPrivilege);
export const useWithdrawPrivilege = () => useChange(peopleEndpoints.withdrawPrivilege);
export const useCreateAccount = () => useChange(peopleEndpoints.createAccount);

const accountActs = {
  'disable-account': peopleEndpoints.disableAccount,
  'enable-account': peopleEndpoints.enableAccount,
  'unlock-account': peopleEndpoints.unlockAccount,
  'end-sessions': peopleEndpoints.endSessions,
  'reset-code': peopleEndpoints.resetCode,
} as const;
export type AccountAct = keyof typeof accountActs;

export function useAccountAct(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ act, version }: { act: AccountAct; version: number }) =>
      call(accountActs[act], { params: { id }, body: { version } }),
    onSuccess: (person) => keep(client, person),
  });
}

/** Makes a link for a password. It is in the answer once and is not kept. */
export function useIssueLink(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { version: number; hours: number }) => call(peopleEndpoints.issueLink, { params: { id }, body }),
    onSuccess: ({ person }) => keep(client, person),
    gcTime: 0,
  });
}
