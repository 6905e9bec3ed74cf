import { CardsSkeleton } from '../../components/skeletons';
import { columnOrder } from './board-view';
import styles from './columns.module.css';
import { useText } from './locales';

/** The columns before their cards are there. */
export function BoardSkeleton() {
  const t = useText();
  return (
    <section className={styles.board} aria-label={t('loading')} aria-busy="true">
      {columnOrder.map((column) =>
        column === 'FOLLOW_UP' ? (
          <div key={column} className={styles.collapsed} />
        ) : (
          <div key={column} className={column === 'WAITING_ON_US' ? styles.ours : styles.column}>
            <div className={styles.skeletons}>
              <CardsSkeleton cards={column === 'WAITING_ON_US' ? 4 : 3} />
            </div>
          </div>
        ),
      )}
    </section>
  );
}
