import { Link } from '@tanstack/react-router';
import { useLabel, useLocale } from '../../lib/i18n';
import { paths } from '../../lib/paths';
import { CellMark } from './cell-mark';
import { CaseLines, GroupHead, groupKey, Readiness } from './grid';
import styles from './lists.module.css';
import { useText } from './locales';
import type { Cell, Group, Row } from './matrix-view';
import { spokenState } from './spoken-state';

interface Props {
  groups: readonly Group[];
  now: Date;
  collapsed: ReadonlySet<string>;
  onToggle: (group: string) => void;
}

function State({ cell, now }: { cell: Cell; now: Date }) {
  const t = useText();
  const locale = useLocale();
  return (
    <>
      <CellMark look={cell.look} dueAt={cell.dot?.dueAt ?? null} now={now} />
      <span>{spokenState(cell, now, locale, t('absent'))}</span>
    </>
  );
}

/** The matrix case by case: for narrow screens and for reading in order. */
export function CasesList({ groups, now, collapsed, onToggle }: Props) {
  const label = useLabel();
  return groups.map((group) => {
    const key = groupKey(group);
    return (
      <section key={key} className={styles.group}>
        <GroupHead group={group} now={now} collapsed={collapsed.has(key)} onToggle={() => onToggle(key)} />
        {!collapsed.has(key) && (
          <ul className={styles.cases}>
            {group.rows.map((row) => (
              <li key={row.card.caseNo} className={row.isBlocked ? styles.blocked : undefined}>
                <details open={row.isBlocked}>
                  <summary>
                    <span className={styles.lines}>
                      <CaseLines row={row} />
                    </span>
                    <Readiness row={row} />
                  </summary>
                  <ul className={styles.cells}>
                    {row.cells
                      .filter(({ look }) => look !== 'absent')
                      .map((cell) => (
                        <li key={cell.department.id}>
                          <span className={styles.name}>{label(cell.department.name)}</span>
                          <State cell={cell} now={now} />
                        </li>
                      ))}
                  </ul>
                </details>
              </li>
            ))}
          </ul>
        )}
      </section>
    );
  });
}

const urgency: readonly Cell['look'][] = ['overdue', 'due', 'stale', 'drafting', 'waiting'];
const owes = ({ look }: Cell) => urgency.includes(look);

/** The same by department: what each still owes, the latest first. */
export function DepartmentsList({ rows, now }: { rows: readonly Row[]; now: Date }) {
  const t = useText();
  const label = useLabel();
  const departments = rows[0]?.cells.map(({ department }) => department) ?? [];
  return departments.map((department) => {
    const owed = rows
      .flatMap((row) =>
        row.cells.flatMap((cell) => (cell.department.id === department.id && owes(cell) ? [{ row, cell }] : [])),
      )
      .sort((a, b) => urgency.indexOf(a.cell.look) - urgency.indexOf(b.cell.look));
    return (
      <section key={department.id} className={styles.group}>
        <h2 className={styles.department}>
          {label(department.name)} <span>{owed.length}</span>
        </h2>
        {owed.length === 0 ? (
          <p className={styles.none}>{t('noneOwed')}</p>
        ) : (
          <ul className={styles.owed}>
            {owed.map(({ row, cell }) => (
              <li key={row.card.caseNo}>
                <Link to={paths.case} params={{ caseNo: row.card.caseNo }}>
                  {row.card.caseNo}
                </Link>
                <span>{row.card.maskedName}</span>
                <span className={styles.diagnosis}>{row.card.diagnosis}</span>
                <State cell={cell} now={now} />
              </li>
            ))}
          </ul>
        )}
      </section>
    );
  });
}
