import type { ShareList } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { Download, RotateCw, X } from 'lucide-react';
import { useState } from 'react';
import { NativeSelect } from '../../../components/native-select';
import { PeriodFilter } from '../../../components/period-filter';
import { useLabel } from '../../../lib/i18n';
import { formatDense } from '../../../lib/time';
import { useDirectory } from '../../organisations';
import { addressFrom, type SharesAddress } from '../address';
import { sharedSessionsQuery } from '../api';
import { useShareTexts } from '../locales';
import styles from '../shares.module.css';

type Change = (change: Partial<SharesAddress>) => void;

const NOTHING: Partial<SharesAddress> = {
  hospital: undefined,
  case: undefined,
  session: undefined,
  from: undefined,
  to: undefined,
};

const LISTS: readonly ShareList[] = ['current', 'ended', 'disclosures'];

/** The three lists. */
export function Lists({ address, onChange }: { address: SharesAddress; onChange: Change }) {
  const t = useShareTexts();
  const open = address.tab ?? 'current';
  return (
    <div className={styles.lists} role="group" aria-label={t('lists')}>
      {LISTS.map((tab) => (
        <Button
          key={tab}
          size="small"
          aria-pressed={tab === open}
          onClick={() => onChange({ tab: tab === 'current' ? undefined : tab })}
        >
          {t(tab)}
        </Button>
      ))}
    </div>
  );
}

interface FiltersProps {
  address: SharesAddress;
  onChange: Change;
  onRefresh: () => void;
  onExport: () => void;
}

/** Which lines are shown. Everything here stands in the address, so that a colleague sees the same. */
export function Filters({ address, onChange, onRefresh, onExport }: FiltersProps) {
  const t = useShareTexts();
  const label = useLabel();
  const { data: directory } = useDirectory();
  const { data: sessions } = useQuery(sharedSessionsQuery);
  return (
    <div className={styles.filters} role="search" aria-label={t('filters')}>
      <NativeSelect
        label={t('hospital')}
        value={address.hospital ?? 'ANY'}
        options={[
          { value: 'ANY', label: t('anyHospital') },
          ...(directory?.partners ?? []).map(({ id, shortName }) => ({ value: id, label: label(shortName) })),
        ]}
        onChange={(hospital) => onChange({ hospital: hospital === 'ANY' ? undefined : hospital })}
      />
      <CaseFilter key={address.case ?? ''} value={address.case} onChange={onChange} />
      <NativeSelect
        label={t('session')}
        value={address.session ?? 'ANY'}
        options={[
          { value: 'ANY', label: t('anySession') },
          ...(sessions?.items ?? []).map(({ id, startsAt }) => ({ value: id, label: formatDense(startsAt) })),
        ]}
        onChange={(session) => onChange({ session: session === 'ANY' ? undefined : session })}
      />
      <PeriodFilter period={address} onChange={onChange} />
      {isFiltered(address) && (
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

export const isFiltered = (address: SharesAddress): boolean =>
  Object.keys(NOTHING).some((name) => address[name as keyof SharesAddress] !== undefined);

/** A case is looked for when its number is complete; what is not one never enters the address. */
function CaseFilter({ value, onChange }: { value: string | undefined; onChange: Change }) {
  const t = useShareTexts();
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
      className={styles.case}
      aria-label={t('case')}
      placeholder={t('caseHint')}
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
