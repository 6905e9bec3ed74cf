import type { AuditFilters, AuditOutcome } from '@consilium/contracts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { paths } from '../../lib/paths';
import { addDays, startOfDay } from '../../lib/wall-time';

/** What the address of the page says: filters by ids and codes, and the line that is open. */
export interface AuditAddress {
  /** Id of a person. */
  actor?: string | undefined;
  case?: string | undefined;
  /** Actions separated by commas. */
  action?: string | undefined;
  outcome?: AuditOutcome | undefined;
  /** First and last day, e.g. `2026-11-18`, in the hospital's zone. */
  from?: string | undefined;
  to?: string | undefined;
  line?: string | undefined;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const forms: Record<keyof AuditAddress, RegExp> = {
  actor: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  case: /^([A-Z]\d{2}-\d{4,6}|PX-[0-9A-Z]{4,6})$/,
  action: /^[a-z-]+\.[a-z-]*(,[a-z-]+\.[a-z-]*){0,19}$/,
  outcome: /^(DONE|REFUSED)$/,
  from: DAY,
  to: DAY,
  line: /^\d{1,18}$/,
};

/** What of a search is an address of this page; anything else somebody typed is left out. */
export function addressFrom(search: Record<string, unknown>): AuditAddress {
  return Object.fromEntries(
    Object.entries(forms).flatMap(([name, form]) => {
      const value = search[name];
      return typeof value === 'string' && form.test(value) ? [[name, value]] : [];
    }),
  );
}

/** The address as the API asks for it: from the first day's beginning to the last day's end. */
export function filtersOf({ from, to, line: _line, ...rest }: AuditAddress): AuditFilters {
  return {
    ...rest,
    ...(from === undefined ? {} : { from: startOfDay(from) }),
    ...(to === undefined ? {} : { to: startOfDay(addDays(to, 1)) }),
  };
}

/** The address, and how to change parts of it. */
export function useAuditAddress(): [AuditAddress, (change: Partial<AuditAddress>) => void] {
  const address = addressFrom(useSearch({ strict: false }));
  const navigate = useNavigate();
  return [
    address,
    (change) => void navigate({ to: paths.audit, replace: true, search: { ...address, ...change } as never }),
  ];
}
