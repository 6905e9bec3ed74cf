import { newsSeverities, type NewsSeverity } from '@consilium/contracts';
import { CircleAlert, CircleDot, TriangleAlert } from 'lucide-react';
import { useLabel } from '../../lib/i18n';
import styles from './news.module.css';

const icons = { RED: TriangleAlert, AMBER: CircleAlert, GREEN: CircleDot };

/** How grave news is: shape, word and colour. */
export function Severity({ severity }: { severity: NewsSeverity }) {
  const l = useLabel();
  const Icon = icons[severity];
  return (
    <span className={styles.severity} data-severity={severity}>
      <Icon size={14} aria-hidden="true" />
      {l(newsSeverities.labels[severity])}
    </span>
  );
}
