import type { Directory } from '@consilium/contracts';
import { useMemo } from 'react';
import { label, useLocale } from '../../lib/i18n';

/** Names of departments and staff in the language shown; undefined for who is not in the directory. */
export interface Names {
  department: (id: string) => string | undefined;
  person: (id: string) => string | undefined;
}

/** Looks names up once for a whole board instead of once for every dot. */
export function useNames(directory: Pick<Directory, 'departments' | 'people'>): Names {
  const locale = useLocale();
  return useMemo(() => {
    const departments = new Map(directory.departments.map(({ id, name }) => [id, label(name, locale)]));
    const people = new Map(directory.people.map(({ id, name, nameEn }) => [id, locale === 'en-US' ? nameEn : name]));
    return { department: (id) => departments.get(id), person: (id) => people.get(id) };
  }, [directory, locale]);
}
