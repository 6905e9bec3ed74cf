import { Video } from 'lucide-react';
import styles from './badges.module.css';
import { useSharedText } from './texts';

/** How many other hospitals take part; nothing where none does. */
export function RemoteBadge({ count }: { count: number }) {
  const t = useSharedText();
  if (count < 1) return null;
  return (
    <span className={`${styles.badge} ${styles.remote}`} title={t('remoteLong', { count })}>
      <Video size={12} aria-hidden="true" />
      <span aria-hidden="true">{t('remote', { count })}</span>
      <span className="visually-hidden">{t('remoteLong', { count })}</span>
    </span>
  );
}
