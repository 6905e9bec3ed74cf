import { useQuery } from '@tanstack/react-query';
import { useLabel } from '../../../lib/i18n';
import { codesQuery } from '../api';
import { useTexts } from '../locales';
import styles from './parts.module.css';

/** A code as it was written, with its words; said where the shipped list has not been checked, or does not hold it. */
export function CodeMark({ list, code, edition = '' }: { list: 'icd10' | 'icdo3'; code: string; edition?: string }) {
  const t = useTexts();
  const l = useLabel();
  const { data } = useQuery(codesQuery(list, code));
  const item = data?.items.find((one) => one.code === code);
  const system = list === 'icd10' ? 'ICD-10' : 'ICD-O-3';
  return (
    <span className={styles.code} title={item === undefined ? undefined : l(item.label)}>
      {system} <b>{code}</b>
      {edition !== '' && <small>{edition}</small>}
      {item?.verified === false && (
        <small className={styles.doubt} title={t('codeUnverifiedHint')}>
          {t('codeUnverified')}
        </small>
      )}
      {data !== undefined && item === undefined && (
        <small className={styles.doubt} title={t('codeUnknownHint')}>
          {t('codeUnknown')}
        </small>
      )}
    </span>
  );
}
