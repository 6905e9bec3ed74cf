import { risks, type Risk } from '@consilium/contracts';
import { TriangleAlert } from 'lucide-react';
import { useLabel } from '../lib/i18n';
import styles from './badges.module.css';

const riskClass: Record<Risk, string | undefined> = {
  EXTREME: styles.extreme,
  HIGH: styles.high,
  MODERATE: styles.moderate,
};

/** The level of risk; `reasons` are read out and shown on hover. */
export function RiskBadge({ risk, reasons = [] }: { risk: Risk; reasons?: readonly string[] }) {
  const label = useLabel();
  return (
    <span className={`${styles.badge} ${riskClass[risk]}`} title={reasons.length > 0 ? reasons.join('\n') : undefined}>
      <TriangleAlert size={12} aria-hidden="true" />
      {label(risks.labels[risk])}
    </span>
  );
}
