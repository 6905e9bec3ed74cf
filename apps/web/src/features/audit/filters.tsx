import { auditActionLabels, auditOutcomeLabels, savedAuditQueries, type AuditOutcome } from '@consilium/contracts';
import { Button, Input, Select, type InputRef } from 'antd';
import { Download, RotateCw, X } from 'lucide-react';
import { useState, type Ref } from 'react';
import { Kbd } from '../../components';
import { NativeSelect } from '../../components/native-select';
import { PeriodFilter } from '../../components/period-filter';
import { useLabel } from '../../lib/i18n';
import { useDirectory } from '../organisations';
import { addressFrom, type AuditAddress } from './address';
import styles from './audit.module.css';
import { useTexts } from './locales';

type Change = (change: Partial<AuditAddress>) => void;

const NOTHING: Partial<AuditAddress> = {
  actor: undefined,
  case: undefined,
  action: undefined,
  outcome: undefined,
  from: undefined,
  to: undefined,
  line: undefined,
};

/** Questions asked again and again, one press each. */
export function SavedQueries({ address, onChange }: { address: AuditAddress; onChange: Change }) {
  const t = useTexts();
  const label = useLabel();
  const isChosen = ({ action, outcome }: { action?: string; outcome?: AuditOutcome }) =>
    address.action === action && address.outcome === outcome;
  const all = [
    { key: 'everything', text: t('everything'), filters: {} as { action?: string; outcome?: AuditOutcome } },
  ];
  const saved = savedAuditQueries.map(({ key, label: name, filters }) => ({ key, text: label(name), filters }));
  return (
    <div className={styles.saved} role="group" aria-label={t('saved')}>
      {[...all, ...saved].map(({ key, text, filters }) => (
        <Button
          key={key}
          size="small"
          aria-pressed={isChosen(filters)}
          onClick={() => onChange({ action: filters.action, outcome: filters.outcome, line: undefined })}
        >
          {text}
        </Button>
      ))}
    </div>
  );
}

interface FiltersProps {
  address: AuditAddress;
  onChange: Change;
  onRefresh: () => void;
  onExport: () => void;
  caseRef: Ref<InputRef>;
}

/** Which lines are shown. Everything here stands in the address, so that a colleague sees the same. */
export function Filters({ address, onChange, onRefresh, onExport, caseRef }: FiltersProps) {
  const t = useTexts();
  const label = useLabel();
  const isFiltered = Object.keys(NOTHING).some((name) => name !== 'line' && address[name as keyof AuditAddress]);
  return (
    <div className={styles.filters} role="search" aria-label={t('filters')}>
      <PersonFilter actor={address.actor} onChange={onChange} />
      <CaseFilter key={address.case ?? ''} value={address.case} onChange={onChange} caseRef={caseRef} />
      <Select
        mode="multiple"
        className={styles.action}
        aria-label={t('action')}
        placeholder={t('anyAction')}
        maxTagCount="responsive"
        popupMatchSelectWidth={260}
        value={address.action?.split(',').filter((name) => name in auditActionLabels) ?? []}
        showSearch={{ optionFilterProp: 'label' }}
        options={Object.entries(auditActionLabels).map(([value, name]) => ({ value, label: label(name) }))}
        onChange={(chosen: string[]) => onChange({ action: chosen.length === 0 ? undefined : chosen.join(',') })}
      />
      <NativeSelect
        label={t('outcome')}
        value={address.outcome ?? 'ANY'}
        options={[
          { value: 'ANY', label: t('anyOutcome') },
          ...(['DONE', 'REFUSED'] as const).map((value) => ({ value, label: label(auditOutcomeLabels[value]) })),
        ]}
        onChange={(outcome) => onChange({ outcome: outcome === 'ANY' ? undefined : outcome })}
      />
      <PeriodFilter period={address} onChange={onChange} />
      {isFiltered && (
        <Button type="text" icon={<X size={14} aria-hidden="true" />} onClick={() => onChange(NOTHING)}>
          {t('clear')}
        </Button>
      )}
      <span className={styles.end}>
        <Button icon={<RotateCw size={14} aria-hidden="true" />} onClick={onRefresh}>
          {t('refresh')}
        </Button>
        <Button icon={<Download size={14} aria-hidden="true" />} onClick={onExport}>
          {t('export')}
        </Button>
      </span>
    </div>
  );
}

function PersonFilter({ actor, onChange }: { actor: string | undefined; onChange: Change }) {
  const t = useTexts();
  const label = useLabel();
  const { data: directory } = useDirectory();
  const own = (directory?.people ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const others = (directory?.partners ?? []).flatMap(({ experts, shortName }) =>
    experts.map(({ id, name }) => ({ value: id, label: `${name} · ${label(shortName)}` })),
  );
  return (
    <Select
      allowClear
      className={styles.person}
      aria-label={t('person')}
      placeholder={t('anyPerson')}
      popupMatchSelectWidth={220}
      showSearch={{ optionFilterProp: 'label' }}
      value={actor}
      options={[...own, ...others]}
      onChange={(chosen: string | undefined) => onChange({ actor: chosen })}
    />
  );
}

/** A case is looked for when its number is complete; what is not one never enters the address. */
function CaseFilter({
  value,
  onChange,
  caseRef,
}: {
  value: string | undefined;
  onChange: Change;
  caseRef: Ref<InputRef>;
}) {
  const t = useTexts();
  const [typed, setTyped] = useState(value ?? '');
  const [isWrong, setWrong] = useState(false);
  const look = () => {
    const wanted = typed.trim().toUpperCase();
    const understood = addressFrom({ case: wanted }).case;
    setWrong(wanted !== '' && understood === undefined);
    if ((wanted === '' || understood !== undefined) && understood !== value) onChange({ case: understood });
  };
  return (
    <Input
      ref={caseRef}
      className={styles.case}
      aria-label={t('case')}
      placeholder={t('caseHint')}
      suffix={<Kbd>/</Kbd>}
      value={typed}
      maxLength={12}
      autoComplete="off"
      status={isWrong ? 'error' : ''}
      title={isWrong ? t('caseInvalid') : undefined}
      aria-invalid={isWrong || undefined}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={look}
      onBlur={look}
    />
  );
}
