import type { ShareFilters, ShareList } from '@consilium/contracts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { paths } from '../../lib/paths';
import { addDays, startOfDay } from '../../lib/wall-time';

/** What the address of the page says: the list, and filters by ids and codes. */
export interface SharesAddress {
  tab?: ShareList | undefined;
  hospital?: string | undefined;
  case?: string | undefined;
  session?: string | undefined;
  /** First and last day, e.g. `2026-11-18`, in the hospital's zone. */
  from?: string | undefined;
  to?: string | undefined;
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const forms: Record<keyof SharesAddress, RegExp> = {
  tab: /^(current|ended|disclosures)$/,
  hospital: ID,
  case: /^([A-Z]\d{2}-\d{4,6}|PX-[0-9A-Z]{4,6})$/,
  session: ID,
  from: DAY,
  to: DAY,
};

/** What of a search is an address of this page; anything else somebody typed is left out. */
export function addressFrom(search: Record<string, unknown>): SharesAddress {
  return Object.fromEntries(
    Object.entries(forms).flatMap(([name, form]) => {
      const value = search[name];
      return typeof value === 'string' && form.test(value) ? [[name, value]] : [];
    }),
  );
}

/** The address as the API asks for it: from the first day's beginning to the last day's end. */
export function filtersOf({ from, to, tab: _tab, ...rest }: SharesAddress): ShareFilters {
  return {
    ...rest,
    ...(from === undefined ? {} : { from: startOfDay(from) }),
    ...(to === undefined ? {} : { to: startOfDay(addDays(to, 1)) }),
  };
}

/** The address, and how to change parts of it. */
export function useSharesAddress(): [SharesAddress, (change: Partial<SharesAddress>) => void] {
  const address = addressFrom(useSearch({ strict: false }));
  const navigate = useNavigate();
  return [
    address,
    (change) => void navigate({ to: paths.adminShares, replace: true, search: { ...address, ...change } as never }),
  ];
}
