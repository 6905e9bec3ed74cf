import { caseStates } from '@consilium/contracts';
import { Button, Input, Select, type InputRef } from 'antd';
import { Search, UserRound, X } from 'lucide-react';
import type { Ref } from 'react';
import { Kbd } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import type { CaseFilter } from '../api';
import { useTexts } from '../locales';
import styles from './case-list.module.css';

/** Which cases the list shows. */
export function CaseFilters({
  filter,
  onChange,
  searchRef,
}: {
  filter: CaseFilter;
  onChange: (filter: CaseFilter) => void;
  searchRef: Ref<InputRef>;
}) {
  const t = useTexts();
  const l = useLabel();
  const states = filter.state === '' ? [] : filter.state.split(',');
  const isFiltered = filter.state !== '' || filter.mine || filter.q !== '';
  return (
    <div className={styles.filters}>
      <Input
        ref={searchRef}
        className={styles.search}
        aria-label={t('filterSearch')}
        placeholder={t('filterSearchHint')}
        prefix={<Search size={14} aria-hidden="true" />}
        suffix={<Kbd>/</Kbd>}
        value={filter.q}
        maxLength={60}
        autoComplete="off"
        onChange={(event) => onChange({ ...filter, q: event.target.value })}
      />
      <Select
        mode="multiple"
        className={styles.states}
        aria-label={t('filterState')}
        placeholder={t('filterStateAny')}
        maxTagCount="responsive"
        value={states}
        showSearch={{ optionFilterProp: 'label' }}
        options={Object.entries(caseStates.labels).map(([value, name]) => ({ value, label: l(name) }))}
        onChange={(chosen: string[]) => onChange({ ...filter, state: chosen.join(',') })}
      />
      <Button
        icon={<UserRound size={14} aria-hidden="true" />}
        aria-pressed={filter.mine}
        type={filter.mine ? 'primary' : 'default'}
        ghost={filter.mine}
        onClick={() => onChange({ ...filter, mine: !filter.mine })}
      >
        {t('filterMine')}
      </Button>
      {isFiltered && (
        <Button
          type="text"
          icon={<X size={14} aria-hidden="true" />}
          onClick={() => onChange({ state: '', mine: false, q: '' })}
        >
          {t('filterClear')}
        </Button>
      )}
    </div>
  );
}
