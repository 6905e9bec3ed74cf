import { CircleAlert, Printer, TriangleAlert } from 'lucide-react';
import { PeriodFilter } from '../../components/period-filter';
import { useText } from './locales';
import type { MatrixSearch } from './matrix-search';
import type { Row } from './matrix-view';
import styles from './toolbar.module.css';

interface Props {
  search: MatrixSearch;
  onSearch: (change: Partial<MatrixSearch>) => void;
  /** Every row of the period, whatever the filters leave; undefined until they are there. */
  rows: readonly Row[] | undefined;
  isNarrow: boolean;
}

/** How it stands at a glance, and which cases are shown in which way. */
export function MatrixToolbar({ search, onSearch, rows, isNarrow }: Props) {
  const t = useText();
  const total = (count: (row: Row) => number) => rows?.reduce((sum, row) => sum + count(row), 0);
  const overdue = total(({ overdue: late }) => late);
  const due = total((row) => row.due);
  const ready = rows?.filter(({ isReady }) => isReady).length;
  const views = isNarrow
    ? ([
        ['cases', 'viewCases'],
        ['departments', 'viewDepartments'],
      ] as const)
    : ([
        [undefined, 'viewGrid'],
        ['cases', 'viewCases'],
        ['departments', 'viewDepartments'],
      ] as const);
  const view = isNarrow ? (search.view ?? 'cases') : search.view;
  const chip = (name: 'blocked' | 'risk', Icon: typeof CircleAlert, text: 'onlyBlocked' | 'highRisk') => (
    <button
      type="button"
      className={styles.chip}
      aria-pressed={search[name] === '1'}
      onClick={() => onSearch({ [name]: search[name] === '1' ? undefined : '1' })}
    >
      <Icon size={14} aria-hidden="true" />
      {t(text)}
    </button>
  );
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={t('filters')}>
      <span className={overdue ? styles.late : styles.quiet}>{t('overdueItems', { count: overdue ?? '–' })}</span>
      <span className={due ? styles.due : styles.quiet}>{t('dueItems', { count: due ?? '–' })}</span>
      <span className={styles.quiet}>{t('readyCases', { ready: ready ?? '–', total: rows?.length ?? '–' })}</span>
      <fieldset className={styles.views} aria-label={t('view')}>
        {views.map(([value, text]) => (
          <label key={text}>
            <input
              type="radio"
              name="matrix-view"
              className="visually-hidden"
              checked={view === value}
              onChange={() => onSearch({ view: value })}
            />
            <span>{t(text)}</span>
          </label>
        ))}
      </fieldset>
      <PeriodFilter period={search} onChange={onSearch} />
      {chip('blocked', CircleAlert, 'onlyBlocked')}
      {chip('risk', TriangleAlert, 'highRisk')}
      <button type="button" className={styles.print} onClick={() => window.print()}>
        <Printer size={14} aria-hidden="true" />
        {t('print')}
      </button>
    </div>
  );
}
