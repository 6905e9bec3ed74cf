import { useLabel } from '../../../lib/i18n';
import { useDirectory } from '../../organisations';
import { useTexts } from '../locales';
import type { Names } from './print-value';

/** The names of structures and departments, in the language shown. */
export function useNames(): Names {
  const t = useTexts();
  const label = useLabel();
  const { data } = useDirectory();
  return {
    label,
    structure: (code) => {
      const known = data?.structures.find((structure) => structure.code === code);
      return known === undefined ? code : label(known.name);
    },
    department: (id) => {
      const known = data?.departments.find((department) => department.id === id);
      return known === undefined ? id : label(known.name);
    },
    yes: t('yes'),
    no: t('no'),
    separator: t('separator'),
  };
}
