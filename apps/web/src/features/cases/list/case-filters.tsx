import { caseOrders, caseStates, risks, tumourTypes, type CaseFilters as Filters } from '@consilium/contracts';
import { Button, Input, Select, type InputRef } from 'antd';
import { ChevronDown, Search, SlidersHorizontal, UserRound } from 'lucide-react';
import { useState, type Ref } from 'react';
import { Kbd } from '../../../components';
import { PeriodFilter } from '../../../components/period-filter';
import { useLabel } from '../../../lib/i18n';
import { DepartmentSelect } from '../../organisations';
import { useTexts } from '../locales';
import styles from './case-list.module.css';
import { SavedViews } from './saved-views';

interface Props {
  q: string;
  onSearch: (q: string) => void;
  filters: Filters;
  onChange: (filters: Filters) => void;
  searchRef: Ref<InputRef>;
}

/** Which cases the list shows: what is typed, what narrows it, in which order, and the filters one keeps. */
export function CaseFilters({ q, onSearch, filters, onChange, searchRef }: Props) {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.filters}>
      <Input
        ref={searchRef}
        className={styles.search}
        aria-label={t('filterSearch')}
        placeholder={t('filterSearchHint')}
        prefix={<Search size={14} aria-hidden="true" />}
        suffix={<Kbd>/</Kbd>}
        value={q}
        maxLength={60}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onSearch(event.target.value)}
      />
      <Button
        icon={<UserRound size={14} aria-hidden="true" />}
        aria-pressed={filters.mine}
        type={filters.mine ? 'primary' : 'default'}
        ghost={filters.mine}
        onClick={() => onChange({ ...filters, mine: !filters.mine })}
      >
        {t('filterMine')}
      </Button>
      <Button
        icon={<SlidersHorizontal size={14} aria-hidden="true" />}
        aria-expanded={isOpen}
        aria-controls="case-filters"
        onClick={() => setOpen(!isOpen)}
      >
        {t('filterMore')} <ChevronDown size={14} aria-hidden="true" className={isOpen ? styles.turned : undefined} />
      </Button>
      <SavedViews filters={filters} onChoose={onChange} />
      {isOpen && <MoreFilters filters={filters} onChange={onChange} />}
    </div>
  );
}

function MoreFilters({ filters, onChange }: Pick<Props, 'filters' | 'onChange'>) {
  const t = useTexts();
  const l = useLabel();
  const options = <T extends string>(labels: Record<T, { zh: string; en: string }>) =>
    (Object.entries(labels) as [T, { zh: string; en: string }][]).map(([value, name]) => ({ value, label: l(name) }));
  const toggle = (name: 'recurrent' | 'overdue', text: string) => (
    <Button
      aria-pressed={filters[name]}
      type={filters[name] ? 'primary' : 'default'}
      ghost={filters[name]}
      onClick={() => onChange({ ...filters, [name]: !filters[name] })}
    >
      {text}
    </Button>
  );
  const several = { mode: 'multiple', className: styles.choice, maxTagCount: 'responsive' } as const;
  return (
    <div id="case-filters" role="group" aria-label={t('filterMore')} className={styles.moreFilters}>
      <Select
        {...several}
        aria-label={t('filterState')}
        placeholder={t('filterStateAny')}
        value={filters.states}
        showSearch={{ optionFilterProp: 'label' }}
        options={options(caseStates.labels)}
        onChange={(states: Filters['states']) => onChange({ ...filters, states })}
      />
      <Select
        {...several}
        aria-label={t('filterType')}
        placeholder={t('filterType')}
        value={filters.tumourTypes}
        showSearch={{ optionFilterProp: 'label' }}
        options={options(tumourTypes.labels)}
        onChange={(types: Filters['tumourTypes']) => onChange({ ...filters, tumourTypes: types })}
      />
      <Select
        {...several}
        aria-label={t('filterRisk')}
        placeholder={t('filterRisk')}
        value={filters.risks}
        options={options(risks.labels)}
        onChange={(chosen: Filters['risks']) => onChange({ ...filters, risks: chosen })}
      />
      <DepartmentSelect
        allowClear
        className={styles.choice}
        placeholder={t('filterDepartment')}
        value={filters.departmentId ?? undefined}
        onChange={(chosen) => onChange({ ...filters, departmentId: typeof chosen === 'string' ? chosen : null })}
      />
      {toggle('recurrent', t('filterRecurrent'))}
      {toggle('overdue', t('filterOverdue'))}
      <span className={styles.period}>
        {t('filterReferred')}
        <PeriodFilter
          period={{ from: filters.from ?? undefined, to: filters.to ?? undefined }}
          onChange={(change) =>
            onChange({
              ...filters,
              ...('from' in change && { from: change.from ?? null }),
              ...('to' in change && { to: change.to ?? null }),
            })
          }
        />
      </span>
      <Select
        className={styles.choice}
        aria-label={t('filterOrder')}
        value={filters.order}
        options={options(caseOrders.labels)}
        onChange={(order: Filters['order']) => onChange({ ...filters, order })}
      />
    </div>
  );
}
