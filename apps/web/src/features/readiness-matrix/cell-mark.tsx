import { CircleAlert, CircleCheck, Circle, Minus, PenLine, RefreshCw, Timer } from 'lucide-react';
import { useLocale } from '../../lib/i18n';
import { shortSpan } from './short-span';
import type { Cell } from './matrix-view';
import styles from './matrix.module.css';

const icons = {
  given: CircleCheck,
  drafting: PenLine,
  waiting: Circle,
  proposed: Circle,
  stale: RefreshCw,
  due: Timer,
  overdue: CircleAlert,
  waived: Minus,
  absent: Minus,
} as const;

/** What a cell shows: a sign alone while all is well, a filled box with the hours where somebody has to act. */
export function CellMark({ look, dueAt, now }: { look: Cell['look']; dueAt: string | null; now: Date }) {
  const locale = useLocale();
  const Icon = icons[look];
  const acts = (look === 'due' || look === 'overdue') && dueAt !== null;
  return (
    <span className={`${styles.mark} ${styles[look]}`} aria-hidden="true">
      <Icon size={acts ? 13 : 15} />
      {acts && <span>{shortSpan(dueAt, now, locale)}</span>}
    </span>
  );
}
