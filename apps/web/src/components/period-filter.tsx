import styles from './period-filter.module.css';
import { useSharedText } from './texts';

/** A first and a last day, either of which may be left open. */
export interface Period {
  from?: string | undefined;
  to?: string | undefined;
}

/** Two days of the calendar that a list is narrowed to; neither can be chosen past the other. */
export function PeriodFilter({ period, onChange }: { period: Period; onChange: (change: Period) => void }) {
  const t = useSharedText();
  return (['from', 'to'] as const).map((end) => (
    <label key={end} className={styles.label}>
      {t(end)}
      <input
        type="date"
        value={period[end] ?? ''}
        min={end === 'to' ? period.from : undefined}
        max={end === 'from' ? period.to : undefined}
        onChange={(event) => onChange({ [end]: event.target.value === '' ? undefined : event.target.value })}
      />
    </label>
  ));
}
