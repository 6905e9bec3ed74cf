import { caseStates, risks, tumourTypes, type CaseFilters } from '@consilium/contracts';
import { Button } from 'antd';
import { X } from 'lucide-react';
import { useLabel } from '../../../lib/i18n';
import { useDepartment } from '../../organisations';
import { useTexts } from '../locales';
import styles from './case-list.module.css';
import { NO_FILTERS } from './filters-address';

interface Chip {
  name: string;
  /** The filters without it. */
  without: CaseFilters;
}

function useChips(filters: CaseFilters): Chip[] {
  const t = useTexts();
  const l = useLabel();
  const department = useDepartment(filters.departmentId);
  const each = <T extends string>(
    codes: readonly T[],
    labels: Record<T, { zh: string; en: string }>,
    keep: (left: T[]) => Partial<CaseFilters>,
  ): Chip[] =>
    codes.map((code) => ({
      name: l(labels[code]),
      without: { ...filters, ...keep(codes.filter((one) => one !== code)) },
    }));
  const one = (isSet: boolean, name: string, without: Partial<CaseFilters>): Chip[] =>
    isSet ? [{ name, without: { ...filters, ...without } }] : [];
  return [
    ...each(filters.states, caseStates.labels, (states) => ({ states })),
    ...each(filters.tumourTypes, tumourTypes.labels, (types) => ({ tumourTypes: types })),
    ...each(filters.risks, risks.labels, (left) => ({ risks: left })),
    ...one(filters.mine, t('filterMine'), { mine: false }),
    ...one(filters.departmentId !== null, department ? l(department.name) : t('filterDepartment'), {
      departmentId: null,
    }),
    ...one(filters.recurrent, t('filterRecurrent'), { recurrent: false }),
    ...one(filters.overdue, t('filterOverdue'), { overdue: false }),
    ...one(filters.from !== null, t('chipFrom', { day: filters.from ?? '' }), { from: null }),
    ...one(filters.to !== null, t('chipTo', { day: filters.to ?? '' }), { to: null }),
  ];
}

/** Everything that narrows the list now, each with a way to take it away. */
export function FilterChips({
  filters,
  onChange,
  onClear,
  isSearch,
}: {
  filters: CaseFilters;
  onChange: (filters: CaseFilters) => void;
  onClear: () => void;
  /** Something is typed as well: clearing takes it away too. */
  isSearch: boolean;
}) {
  const t = useTexts();
  const chips = useChips(filters);
  if (chips.length === 0 && !isSearch) return null;
  return (
    <ul className={styles.chips} aria-label={t('chipsLabel')}>
      {chips.map(({ name, without }) => (
        <li key={name} className={styles.chip}>
          {name}
          <button type="button" aria-label={t('chipRemove', { name })} onClick={() => onChange(without)}>
            <X size={12} aria-hidden="true" />
          </button>
        </li>
      ))}
      <li>
        <Button
          type="text"
          size="small"
          onClick={() => {
            onChange({ ...NO_FILTERS, order: filters.order });
            onClear();
          }}
        >
          {t('filterClear')}
        </Button>
      </li>
    </ul>
  );
}
