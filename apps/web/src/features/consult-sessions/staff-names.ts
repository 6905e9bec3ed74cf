import { useCallback } from 'react';
import { useLocale } from '../../lib/i18n';
import { useDirectory } from '../organisations';

/** Names of staff as the reader's language writes them, where the directory knows them. */
export function useStaffName(): (name: string) => string {
  const locale = useLocale();
  const { data } = useDirectory();
  return useCallback(
    (name: string) => {
      if (locale !== 'en-US' || data === undefined) return name;
      const known = [...data.people, ...data.partners.flatMap((partner) => partner.experts)];
      return known.find((person) => person.name === name)?.nameEn ?? name;
    },
    [locale, data],
  );
}
