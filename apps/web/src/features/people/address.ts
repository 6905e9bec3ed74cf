import { accountStates, roles, type AccountState, type Role } from '@consilium/contracts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { paths } from '../../lib/paths';

/** What the address of the list says. */
export interface PeopleAddress {
  q?: string | undefined;
  hospitalId?: string | undefined;
  departmentId?: string | undefined;
  role?: Role | undefined;
  account?: AccountState | undefined;
  page?: number | undefined;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What of a search is an address of the list; anything else somebody typed is left out. */
export function addressFrom(search: Record<string, unknown>): PeopleAddress {
  const word = (name: string, fits: (value: string) => boolean) => {
    const value = search[name];
    return typeof value === 'string' && fits(value) ? value : undefined;
  };
  const page = Number(word('page', (value) => /^[1-9]\d{0,3}$/.test(value)) ?? 1);
  return {
    q: word('q', (value) => value !== '' && value.length <= 60),
    hospitalId: word('hospitalId', (value) => UUID.test(value)),
    departmentId: word('departmentId', (value) => UUID.test(value)),
    role: roles.schema.safeParse(search['role']).data,
    account: accountStates.schema.safeParse(search['account']).data,
    page: page > 1 ? page : undefined,
  };
}

/** The address, and how to change parts of it; another filter begins at the first page. */
export function usePeopleAddress(): [PeopleAddress, (change: PeopleAddress) => void] {
  const address = addressFrom(useSearch({ strict: false }));
  const navigate = useNavigate();
  return [
    address,
    (change) =>
      void navigate({
        to: paths.adminPeople,
        replace: true,
        search: { ...address, page: undefined, ...change } as never,
      }),
  ];
}
