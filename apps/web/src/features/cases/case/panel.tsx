import { useId, type ReactNode } from 'react';
import styles from './panel.module.css';

/** One part of the case page. */
export function Panel({ title, extra, children }: { title: string; extra?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <header>
        <h3 id={id}>{title}</h3>
        {extra !== undefined && <div className={styles.extra}>{extra}</div>}
      </header>
      {children}
    </section>
  );
}
