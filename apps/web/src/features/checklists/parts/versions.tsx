import type { Checklist } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { ProblemAlert, RowsSkeleton } from '../../../components';
import { formatFormal, formatNear } from '../../../lib/time';
import { versionsQuery } from '../api';
import styles from '../checklists.module.css';
import { useTexts } from '../locales';

/** Every version with its day and author; an earlier one can be brought back by whoever keeps the list. */
export function Versions({ checklist, onRestore }: { checklist: Checklist; onRestore: (number: number) => void }) {
  const t = useTexts();
  const { data, error, refetch } = useQuery(versionsQuery(checklist.tumourType));
  return (
    <section aria-labelledby="checklist-versions">
      <h3 id="checklist-versions">{t('versions')}</h3>
      {data === undefined && error === null && <RowsSkeleton rows={2} />}
      {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      <ul className={styles.versions}>
        {data?.items.map(({ number, madeAt, madeBy, note }) => (
          <li key={number}>
            <span title={formatFormal(madeAt)}>
              {t('version', { number, at: formatNear(madeAt), by: madeBy ?? t('shipped') })}
            </span>{' '}
            {note}{' '}
            {checklist.mayChange && number !== checklist.number && (
              <Button size="small" aria-label={t('restoreVersion', { number })} onClick={() => onRestore(number)}>
                {t('restore')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
