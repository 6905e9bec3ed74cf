import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/** One sentence (as `text` or as the content) and, where there is one, the next step. No picture. */
export function EmptyState({ text, children, action }: { text?: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      {text !== undefined && <p>{text}</p>}
      {children !== undefined && <div>{children}</div>}
      {action}
    </div>
  );
}
