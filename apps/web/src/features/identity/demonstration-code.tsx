import { useQuery } from '@tanstack/react-query';
import { ActionButton } from '../../components/action-button';
import { demonstrationCodeQuery, type CodeOwner } from './api';
import styles from './entrance.module.css';
import { useText } from './locales';

/** What the authenticator of a demonstration person shows now, to be typed or filled in. Shows nothing where there is none. */
export function DemonstrationCode({ owner, onFill }: { owner: CodeOwner; onFill: (code: string) => void }) {
  const t = useText();
  const { data } = useQuery(demonstrationCodeQuery(owner));
  if (data === undefined) return null;
  return (
    <p className={styles.demonstrationCode}>
      <span>{t('demonstrationCode')}</span>
      <output aria-label={t('demonstrationCode')}>{data.code}</output>
      <ActionButton size="small" onClick={() => onFill(data.code)}>
        {t('fillIn')}
      </ActionButton>
    </p>
  );
}
