import {
  alternativeOccasions,
  recommendationKinds,
  type Alternative,
  type AlternativeOccasion,
  type RecommendationKind,
} from '@consilium/contracts';
import { Button, Input } from 'antd';
import { X } from 'lucide-react';
import { useState } from 'react';
import { NativeSelect } from '../../../components/native-select';
import { useLabel } from '../../../lib/i18n';
import { useText } from '../locales';
import type { Recommendation } from './record-draft';
import styles from './record.module.css';

const MOST_ALTERNATIVES = 5;

/** Kind and plan B of one recommendation: there when wanted, out of the way otherwise. */
export function RecommendationDetails({
  value,
  onChange,
}: {
  value: Recommendation;
  onChange: (recommendation: Recommendation) => void;
}) {
  const t = useText();
  const label = useLabel();
  const alternatives = value.alternatives ?? [];
  const ranked = (next: readonly Omit<Alternative, 'rank'>[]) =>
    onChange({ ...value, alternatives: next.map(({ when, text }, at) => ({ rank: at + 1, when, text })) });
  return (
    <details className={styles.basis}>
      <summary>
        {label(recommendationKinds.labels[value.kind ?? 'OTHER'])}
        <span className={styles.muted}>{t('planBCount', { count: alternatives.length })}</span>
      </summary>
      <NativeSelect<RecommendationKind>
        label={t('actionKind')}
        value={value.kind ?? 'OTHER'}
        options={Object.entries(recommendationKinds.labels).map(([kind, name]) => ({
          value: kind as RecommendationKind,
          label: label(name),
        }))}
        onChange={(kind) => onChange({ ...value, kind })}
      />
      <ul aria-label={t('planB')}>
        {alternatives.map((one, index) => (
          <li key={`${one.when} ${one.text}`}>
            <span>
              {index + 1}. {label(alternativeOccasions.labels[one.when])} · {one.text}
            </span>
            <button
              type="button"
              className={styles.remove}
              aria-label={t('removeAction', { text: one.text })}
              onClick={() => ranked(alternatives.filter((_, at) => at !== index))}
            >
              <X size={13} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      {alternatives.length < MOST_ALTERNATIVES && (
        <NewAlternative onAdd={(when, text) => ranked([...alternatives, { when, text }])} />
      )}
    </details>
  );
}

function NewAlternative({ onAdd }: { onAdd: (when: AlternativeOccasion, text: string) => void }) {
  const t = useText();
  const label = useLabel();
  const [when, setWhen] = useState<AlternativeOccasion>('PATIENT_DECLINES');
  const [text, setText] = useState('');
  const add = () => {
    if (text.trim() === '') return;
    onAdd(when, text.trim());
    setText('');
  };
  return (
    <div className={styles.basisActs}>
      <NativeSelect
        label={t('planBWhen')}
        value={when}
        options={Object.entries(alternativeOccasions.labels).map(([value, name]) => ({
          value: value as AlternativeOccasion,
          label: label(name),
        }))}
        onChange={setWhen}
      />
      <Input
        aria-label={t('planBText')}
        placeholder={t('planBText')}
        maxLength={300}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing && !event.ctrlKey && !event.metaKey) add();
        }}
      />
      <Button size="small" disabled={text.trim() === ''} onClick={add}>
        {t('planBAdd')}
      </Button>
    </div>
  );
}
