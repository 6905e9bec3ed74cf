import { boardColumns, type BoardColumn } from '@consilium/contracts';
import {
  CalendarCheck,
  ChevronsLeft,
  ChevronsRight,
  CircleCheck,
  ClipboardList,
  Gavel,
  Inbox,
  Scissors,
  Stethoscope,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { EmptyState } from '../../components/empty-state';
import { useLabel } from '../../lib/i18n';
import { daysUntil } from '../../lib/time';
import { overdueOf, type TimedCard } from './board-view';
import styles from './columns.module.css';
import { useText } from './locales';

const icons: Record<BoardColumn, typeof Inbox> = {
  WAITING_ON_US: Inbox,
  PREPARING: ClipboardList,
  READY: CircleCheck,
  SCHEDULED: CalendarCheck,
  DECIDED: Gavel,
  SURGERY_PLANNING: Scissors,
  FOLLOW_UP: Stethoscope,
};

/** The second line of a column's head: its exceptions first, then what is near. */
function Exceptions({ column, cards, now }: { column: BoardColumn; cards: readonly TimedCard[]; now: Date }) {
  const t = useText();
  const count = (test: (entry: TimedCard) => boolean) => cards.filter(test).length;
  const overdue = overdueOf(cards);
  const due = count(({ timing }) => timing.tone === 'due');
  const missing = count(({ card }) => card.missingInformation !== null);
  const today = count(({ card }) => card.session !== null && daysUntil(card.session.startsAt, now) === 0);
  const dissent = count(({ card }) => (card.decision?.dissents ?? 0) > 0);
  const open = count(({ card }) => card.plan !== null && card.plan.confirmed < card.plan.stages);
  return (
    <p className={styles.exceptions}>
      {overdue > 0 && <strong className={styles.late}>{t('columnOverdue', { count: overdue })}</strong>}
      {due > 0 && <strong className={styles.due}>{t('columnDue', { count: due })}</strong>}
      {column === 'PREPARING' && missing > 0 && <span>{t('columnMissing', { count: missing })}</span>}
      {column === 'READY' && cards.length > 0 && <span>{t('columnToSchedule')}</span>}
      {column === 'SCHEDULED' && today > 0 && <span>{t('columnToday', { count: today })}</span>}
      {column === 'DECIDED' && dissent > 0 && <span>{t('columnDissent', { count: dissent })}</span>}
      {column === 'SURGERY_PLANNING' && open > 0 && <span>{t('columnToConfirm', { count: open })}</span>}
    </p>
  );
}

interface Props {
  column: BoardColumn;
  cards: readonly TimedCard[];
  now: Date;
  collapsed: boolean;
  filtering: boolean;
  onToggle: () => void;
  children: (entry: TimedCard) => ReactNode;
}

/** One column. Folded away it keeps its name, its count and the count of what is overdue in it. */
export function Column({ column, cards, now, collapsed, filtering, onToggle, children }: Props) {
  const t = useText();
  const label = useLabel();
  const name = label(boardColumns.labels[column]);
  const overdue = overdueOf(cards);
  if (collapsed) {
    return (
      <button
        type="button"
        className={styles.collapsed}
        data-column={column}
        aria-expanded={false}
        aria-label={t('expand', { column: name, count: cards.length, overdue })}
        onClick={onToggle}
      >
        <ChevronsLeft size={16} aria-hidden="true" />
        {overdue > 0 && <strong className={styles.lateCount}>{overdue}</strong>}
        <span className={styles.upright}>{name}</span>
        <span>{cards.length}</span>
      </button>
    );
  }
  const Icon = icons[column];
  return (
    <section
      className={column === 'WAITING_ON_US' ? styles.ours : styles.column}
      aria-labelledby={`column-${column}`}
      data-column={column}
    >
      <header className={styles.head}>
        <h2 id={`column-${column}`}>
          <Icon size={15} aria-hidden="true" />
          {name} <span>{cards.length}</span>
        </h2>
        <button
          type="button"
          className={styles.fold}
          aria-expanded
          aria-label={t('collapse', { column: name })}
          title={t('collapse', { column: name })}
          onClick={onToggle}
        >
          <ChevronsRight size={15} aria-hidden="true" />
        </button>
        <Exceptions column={column} cards={cards} now={now} />
      </header>
      {cards.length === 0 ? (
        <EmptyState text={filtering ? t('emptyFiltered') : t(`empty${column}`)} />
      ) : (
        <ul className={styles.cards} aria-label={name}>
          {cards.map((entry) => (
            <li key={entry.card.caseNo}>{children(entry)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
