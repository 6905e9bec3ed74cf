import { useEffect, useState } from 'react';
import { useSharedText } from './texts';
import styles from './skeletons.module.css';

const PATIENCE_MS = 200;

/** True after 200 ms: what arrives sooner needs no placeholder and should not flicker. */
function usePatienceOver(): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return over;
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => index);

/** The outline of one card. Decorative: the list around it says that it is loading. */
export function CardSkeleton() {
  return (
    <div className={styles.card} aria-hidden="true">
      <span style={{ width: '45%' }} />
      <span style={{ width: '95%' }} />
      <span style={{ width: '70%' }} />
      <span style={{ width: '55%' }} />
    </div>
  );
}

/** The outline of a list, with the true height of its rows. */
export function RowsSkeleton({ rows = 6, rowHeight = 39 }: { rows?: number; rowHeight?: number }) {
  const t = useSharedText();
  const shown = usePatienceOver();
  return (
    <output aria-label={t('loading')} className={styles.rows}>
      {shown &&
        numbered(rows).map((row) => (
          <div key={row} className={styles.row} style={{ height: rowHeight }} aria-hidden="true">
            <span style={{ width: '14%' }} />
            <span style={{ width: '48%' }} />
            <span style={{ width: '12%' }} />
          </div>
        ))}
    </output>
  );
}

/** The outline of a column of cards. Decorative, as each card is. */
export function CardsSkeleton({ cards = 3 }: { cards?: number }) {
  const shown = usePatienceOver();
  return <div className={styles.cards}>{shown && numbered(cards).map((card) => <CardSkeleton key={card} />)}</div>;
}
