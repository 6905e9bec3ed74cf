import { useQuery } from '@tanstack/react-query';
import { AutoComplete } from 'antd';
import { useState } from 'react';
import type { AnswerOf, recordEndpoints } from '@consilium/contracts';
import type { FieldWiring } from '../../../components/field-wiring';
import { useLabel } from '../../../lib/i18n';
import { useDebounced } from '../../../lib/use-debounced';
import { codesQuery, type CodeList } from '../api';
import { useTexts } from '../locales';
import styles from './edit.module.css';

type CodeItem = AnswerOf<typeof recordEndpoints.codes>['items'][number];
const SETTLE_MS = 200;

/** A code, typed or found by its words. What the list does not hold may be written too. */
export function CodeField({
  list,
  onPick,
  value,
  onChange,
  ...field
}: FieldWiring<string> & { list: CodeList; onPick?: (item: CodeItem) => void }) {
  const t = useTexts();
  const l = useLabel();
  const [isOpen, setOpen] = useState(false);
  const asked = useDebounced((value ?? '').trim(), SETTLE_MS);
  const { data } = useQuery({ ...codesQuery(list, asked), enabled: isOpen });
  const items = data?.items ?? [];
  return (
    <AutoComplete
      {...field}
      style={{ width: '100%' }}
      maxLength={120}
      placeholder={t('codeHint')}
      popupMatchSelectWidth={360}
      open={isOpen && items.length > 0}
      onOpenChange={setOpen}
      value={value ?? ''}
      onChange={(typed: string | undefined) => onChange?.(typed ?? '')}
      onSelect={(code: string | undefined) => {
        const item = items.find((one) => one.code === code);
        if (item !== undefined) onPick?.(item);
      }}
      options={items.map((item) => ({
        value: item.code,
        label: (
          <span className={styles.code}>
            <b>{item.code}</b> {l(item.label)}
            {!item.verified && <small>{t('codeUnverified')}</small>}
          </span>
        ),
      }))}
    />
  );
}
