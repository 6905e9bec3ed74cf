import { consensusTypes, fieldProblems, type DecisionView } from '@consilium/contracts';
import { Button, Input, Select } from 'antd';
import { Gavel, X } from 'lucide-react';
import { useLabel } from '../../../lib/i18n';
import { useText } from '../locales';
import type { RecordDraft } from './record-draft';
import styles from './record.module.css';

/** The label that stands, as the hospital computed it from what is kept: the chair's where there is one, else the counted. */
export function StandingConsensus({ held }: { held: DecisionView | null }) {
  const label = useLabel();
  const consensus = held?.consensus ?? null;
  if (consensus === null) return null;
  return <span className={styles.consensus}>{label(consensusTypes.labels[consensus])}</span>;
}

type Override = RecordDraft['consensusOverride'];

/** The chair's own label instead of the counted one, with the reason; both are kept. */
export function ConsensusOverride({ value, onChange }: { value: Override; onChange: (override: Override) => void }) {
  const t = useText();
  const label = useLabel();
  if (value === null) {
    return (
      <Button
        type="link"
        size="small"
        className={styles.overrideOpen}
        icon={<Gavel size={13} aria-hidden="true" />}
        onClick={() => onChange({ consensus: null, reason: '' })}
      >
        {t('overrideOpen')}
      </Button>
    );
  }
  const missing = value.reason.trim() === '';
  return (
    <fieldset className={styles.override}>
      <legend className="visually-hidden">{t('override')}</legend>
      <Select
        aria-label={t('overrideLabel')}
        placeholder={t('overrideLabel')}
        value={value.consensus}
        options={consensusTypes.schema.options.map((one) => ({
          value: one,
          label: label(consensusTypes.labels[one]),
        }))}
        onChange={(consensus) => onChange({ ...value, consensus })}
      />
      <Button
        type="text"
        aria-label={t('overrideDrop')}
        icon={<X size={14} aria-hidden="true" />}
        onClick={() => onChange(null)}
      />
      <Input
        className={styles.overrideReason}
        aria-label={t('overrideReason')}
        placeholder={t('overrideReason')}
        maxLength={300}
        aria-required
        status={missing ? 'error' : undefined}
        value={value.reason}
        onChange={(event) => onChange({ ...value, reason: event.target.value })}
      />
      {missing && <p className={styles.needed}>{label(fieldProblems.required)}</p>}
    </fieldset>
  );
}
