import type { RecommendationStanding } from '@consilium/contracts';
import styles from './decisions.module.css';
import { useTexts } from './locales';

/** How recommendations went, by number; what nobody knows is said, and counts as done nowhere. */
export function StandingLine({ standing }: { standing: RecommendationStanding }) {
  const t = useTexts();
  if (standing.total === 0) return null;
  return (
    <p className={styles.quiet}>
      {t('standing', { ...standing })} {standing.unknown > 0 && t('unknownNote')}
    </p>
  );
}
