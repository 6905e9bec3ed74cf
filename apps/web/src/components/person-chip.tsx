import type { ReactNode } from 'react';
import styles from './small-parts.module.css';

/** Somebody of the staff: first character and full name, with what they are. */
export function PersonChip({ name, detail, size = 20 }: { name: string; detail?: ReactNode; size?: number }) {
  return (
    <span className={styles.person}>
      <span
        className={styles.avatar}
        style={{ width: size, height: size, fontSize: Math.max(11, size * 0.5) }}
        aria-hidden="true"
      >
        {Array.from(name)[0]}
      </span>
      <span className={styles.personName} title={name}>
        {name}
      </span>
      {detail !== undefined && <span className={styles.personDetail}>{detail}</span>}
    </span>
  );
}
