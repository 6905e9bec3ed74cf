import { recordSections, type NewEvidence } from '@consilium/contracts';
import { RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLabel } from '../../../lib/i18n';
import { formatNear } from '../../../lib/time';
import { useTexts } from '../locales';
import styles from './opinions.module.css';

/** What changed in the record since an opinion was given: which part, by whom, when. */
export function StaleNotice({ evidence, children }: { evidence: readonly NewEvidence[]; children?: ReactNode }) {
  const t = useTexts();
  const l = useLabel();
  if (evidence.length === 0) return null;
  return (
    <section className={styles.stale} aria-label={t('staleTitle')}>
      <p>
        <RefreshCw size={14} aria-hidden="true" /> {t('staleTitle')}
      </p>
      <ul>
        {evidence.map(({ section, by, at }) => (
          <li key={`${section} ${at}`}>
            {t('staleLine', { section: l(recordSections.labels[section]), by, at: formatNear(at) })}
          </li>
        ))}
      </ul>
      {children !== undefined && <div className={styles.staleActs}>{children}</div>}
    </section>
  );
}
