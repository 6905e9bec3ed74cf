import { presentations, type Presentation } from '@consilium/contracts';
import { RefreshCw } from 'lucide-react';
import { useLabel } from '../lib/i18n';
import styles from './badges.module.css';
import { useSharedText } from './texts';

/** How often the tumour has come back. Neutral: a fact, not an alarm. */
export function RecurrenceBadge({
  presentation,
  recurrenceNumber,
}: {
  presentation: Presentation;
  recurrenceNumber: number;
}) {
  const t = useSharedText();
  const label = useLabel();
  const name = label(presentations.labels[presentation]);
  if (recurrenceNumber < 1) return <span className={styles.badge}>{name}</span>;
  return (
    <span className={styles.badge} title={`${name} · ${t('recurrenceLong', { n: recurrenceNumber })}`}>
      <RefreshCw size={11} aria-hidden="true" />
      <span aria-hidden="true">{t('recurrence', { n: recurrenceNumber })}</span>
      <span className="visually-hidden">{t('recurrenceLong', { n: recurrenceNumber })}</span>
    </span>
  );
}
