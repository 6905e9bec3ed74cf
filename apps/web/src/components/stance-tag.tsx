import { stances, type Stance } from '@consilium/contracts';
import { Check, CircleHelp, Info, Split, X } from 'lucide-react';
import { useLabel } from '../lib/i18n';
import styles from './badges.module.css';

const stanceLook: Record<Stance, { icon: typeof Check; className: string | undefined }> = {
  support: { icon: Check, className: styles.support },
  conditional: { icon: Split, className: styles.conditional },
  oppose: { icon: X, className: styles.oppose },
  information: { icon: Info, className: styles.information },
  'more-information': { icon: CircleHelp, className: styles.information },
};

/** The stance of an opinion, with its own glyph. */
export function StanceTag({ stance }: { stance: Stance }) {
  const label = useLabel();
  const { icon: Icon, className } = stanceLook[stance];
  return (
    <span className={`${styles.badge} ${className}`}>
      <Icon size={12} aria-hidden="true" />
      {label(stances.labels[stance])}
    </span>
  );
}
