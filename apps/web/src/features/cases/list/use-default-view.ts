import type { CaseFilters } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { savedFiltersQuery } from '../api';

/** Begins with the filter one has made the default, where the address names none; what is chosen afterwards stays. */
export function useDefaultView(hasOwn: boolean, begin: (filters: CaseFilters) => void): void {
  const { data } = useQuery(savedFiltersQuery);
  const isSettled = useRef(hasOwn);
  useEffect(() => {
    if (hasOwn) isSettled.current = true;
    if (isSettled.current || data === undefined) return;
    isSettled.current = true;
    const view = data.items.find(({ isDefault }) => isDefault);
    if (view) begin(view.filters);
  });
}
