import type { ReactNode } from 'react';
import styles from './small-parts.module.css';

/** Title, facts and acts at the head of a page. */
export function PageHeader({
  title,
  subtitle,
  actions,
  children,
}: {
  title: ReactNode;
  subtitle?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className={styles.pageHeader}>
      <div className={styles.pageHeaderText}>
        <h2>{title}</h2>
        {subtitle !== undefined && <div className={styles.pageSubtitle}>{subtitle}</div>}
        {children}
      </div>
      {actions !== undefined && <div className={styles.pageActions}>{actions}</div>}
    </header>
  );
}
