import { Button, DatePicker, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { formatDay, isoDay, useNow } from '../../../lib/time';
import { PersonSelect, useDirectory } from '../../organisations';
import { useText } from '../locales';
import { useStaffName } from '../staff-names';
import type { Recommendation } from './record-draft';
import { RecommendationDetails } from './recommendation-details';
import styles from './record.module.css';
import { instantAt } from '../../../lib/wall-time';

const MOST = 20;

/** Names of staff by their id, as the reader's language writes them. */
export function useNameOf(): (personId: string) => string {
  const { data } = useDirectory();
  const staff = useStaffName();
  return (personId) => {
    const known = [...(data?.people ?? []), ...(data?.partners.flatMap((partner) => partner.experts) ?? [])];
    return staff(known.find((one) => one.id === personId)?.name ?? '–');
  };
}

/** What has to be done, by whom, until when: each complete, or it is not on the list. */
export function Recommendations({
  value,
  onChange,
}: {
  value: readonly Recommendation[];
  onChange: (recommendations: Recommendation[]) => void;
}) {
  const t = useText();
  const nameOf = useNameOf();
  const today = isoDay(useNow(60_000));
  const [text, setText] = useState('');
  const [ownerId, setOwnerId] = useState<string>();
  const [due, setDue] = useState<Dayjs | null>(null);
  const complete = text.trim() !== '' && ownerId !== undefined && due !== null;
  const add = () => {
    if (!complete) return;
    onChange([...value, { text: text.trim(), ownerId, dueOn: due.format('YYYY-MM-DD') }]);
    setText('');
    setDue(null);
  };
  return (
    <div className={styles.actions}>
      {value.length > 0 && (
        <ul aria-label={t('actions')}>
          {value.map((one, index) => (
            <li key={`${one.text} ${one.ownerId} ${one.dueOn}`}>
              <span>{one.text}</span>
              <span className={styles.actionOwner}>
                {nameOf(one.ownerId)} · {formatDay(instantAt(one.dueOn, '12:00'))}
              </span>
              <button
                type="button"
                className={styles.remove}
                aria-label={t('removeAction', { text: one.text })}
                onClick={() => onChange(value.filter((_, at) => at !== index))}
              >
                <X size={13} aria-hidden="true" />
              </button>
              <RecommendationDetails
                value={one}
                onChange={(changed) => onChange(value.map((kept, at) => (at === index ? changed : kept)))}
              />
            </li>
          ))}
        </ul>
      )}
      {value.length < MOST && (
        <fieldset className={styles.entry}>
          <legend className="visually-hidden">{t('newAction')}</legend>
          <Input
            id="record-action"
            aria-label={t('actionText')}
            placeholder={t('actionText')}
            maxLength={300}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onPressEnter={(event) => {
              if (!event.nativeEvent.isComposing && !event.ctrlKey && !event.metaKey) add();
            }}
          />
          <PersonSelect
            aria-label={t('actionOwner')}
            placeholder={t('actionOwner')}
            value={ownerId}
            onChange={(chosen) => setOwnerId([chosen].flat()[0])}
          />
          <DatePicker
            aria-label={t('actionDue')}
            placeholder={t('actionDue')}
            value={due}
            minDate={dayjs(today)}
            onChange={(date) => setDue(date)}
          />
          <Button icon={<Plus size={14} aria-hidden="true" />} disabled={!complete} onClick={add}>
            {t('addAction')}
          </Button>
          {text.trim() !== '' && !complete && <p className={styles.needed}>{t('actionIncomplete')}</p>}
        </fieldset>
      )}
    </div>
  );
}
