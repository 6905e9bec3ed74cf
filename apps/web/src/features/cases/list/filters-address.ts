import { caseFilters, caseOrders, caseStates, risks, tumourTypes, type CaseFilters } from '@consilium/contracts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { z } from 'zod';

export const NO_FILTERS: CaseFilters = caseFilters.parse({});

/** The codes an address names, as far as there are such. */
const known = <T extends string>(named: string | undefined, schema: z.ZodType<T>): T[] =>
  (named ?? '').split(',').flatMap((code) => {
    const { data } = schema.safeParse(code);
    return data === undefined ? [] : [data];
  });
const oneOf = <T>(value: string | undefined, schema: z.ZodType<T>): T | null => schema.safeParse(value).data ?? null;

/** The filters that stand in an address; what is no filter is left out. */
export function filtersIn(search: Record<string, string | undefined>): CaseFilters {
  const { departmentId, from } = caseFilters.shape;
  return {
    states: known(search['state'], caseStates.schema),
    tumourTypes: known(search['type'], tumourTypes.schema),
    risks: known(search['risk'], risks.schema),
    mine: search['mine'] === '1',
    departmentId: oneOf(search['dept'], departmentId.unwrap()),
    recurrent: search['rec'] === '1',
    overdue: search['overdue'] === '1',
    from: oneOf(search['from'], from.unwrap()),
    to: oneOf(search['to'], from.unwrap()),
    order: oneOf(search['order'], caseOrders.schema) ?? 'due',
  };
}

/** The reverse: what narrows nothing is left out. */
export function addressOf(filters: CaseFilters): Record<string, string> {
  const written = {
    state: filters.states.join(','),
    type: filters.tumourTypes.join(','),
    risk: filters.risks.join(','),
    mine: filters.mine ? '1' : '',
    dept: filters.departmentId ?? '',
    rec: filters.recurrent ? '1' : '',
    overdue: filters.overdue ? '1' : '',
    from: filters.from ?? '',
    to: filters.to ?? '',
    order: filters.order === 'due' ? '' : filters.order,
  };
  return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== ''));
}

export const sameFilters = (one: CaseFilters, other: CaseFilters): boolean =>
  new URLSearchParams(addressOf(one)).toString() === new URLSearchParams(addressOf(other)).toString();

/** Whether anything narrows the list; the order does not. */
export const narrows = (filters: CaseFilters): boolean => !sameFilters({ ...filters, order: 'due' }, NO_FILTERS);

/** Filters stand in the address, so that a colleague sees the same list; what was searched for never does: it may be a name. */
export function useFiltersInAddress(): [CaseFilters, (filters: CaseFilters) => void] {
  const search: Record<string, string | undefined> = useSearch({ strict: false });
  const navigate = useNavigate();
  const filters = filtersIn(search);
  const change = (next: CaseFilters) => {
    if (!sameFilters(next, filters)) void navigate({ to: '/cases', replace: true, search: addressOf(next) });
  };
  return [filters, change];
}
