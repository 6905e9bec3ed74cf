import { useId, type ReactNode } from 'react';
import styles from './referral.module.css';

/** One block of the referral form. */
export function ReferralBlock({
  number,
  title,
  note,
  children,
}: {
  number: number;
  title: string;
  note?: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={styles.block} aria-labelledby={id}>
      <header>
        <span className={styles.blockNumber} aria-hidden="true">
          {number}
        </span>
        <h2 id={id}>{title}</h2>
        {note !== undefined && <p>{note}</p>}
      </header>
      {children}
    </section>
  );
}
