import { sexes } from '@consilium/contracts';
import { Link } from '@tanstack/react-router';
import { ChevronDown, ChevronRight, CircleCheck, Video } from 'lucide-react';
import type { KeyboardEvent, Ref } from 'react';
import { RecurrenceBadge } from '../../components/recurrence-badge';
import { RemoteBadge } from '../../components/remote-badge';
import { RiskBadge } from '../../components/risk-badge';
import { useLabel, useLocale } from '../../lib/i18n';
import { paths } from '../../lib/paths';
import { formatNear } from '../../lib/time';
import { CellMark } from './cell-mark';
import { useText } from './locales';
import styles from './matrix.module.css';
import { cellKey, headOf, type Cell, type Group, type Row } from './matrix-view';
import { spokenState } from './spoken-state';
import type { Place } from './use-grid-focus';

/** Name of a group: its session with when it begins, or that there is none yet. */
export function useGroupName(now: Date): (group: Group) => string {
  const t = useText();
  const locale = useLocale();
  return ({ session }) =>
    session === null ? t('unscheduled') : `${formatNear(session.startsAt, now, locale)} ${session.title}`;
}

export function GroupHead({
  group,
  now,
  collapsed,
  onToggle,
}: {
  group: Group;
  now: Date;
  collapsed: boolean;
  onToggle: () => void;
}) {
  const t = useText();
  const label = useLabel();
  const name = useGroupName(now)(group);
  const Icon = collapsed ? ChevronRight : ChevronDown;
  const hospitals = group.session?.hospitals ?? [];
  return (
    <div className={styles.groupHead}>
      <button
        type="button"
        aria-expanded={!collapsed}
        aria-label={t(collapsed ? 'expand' : 'collapse', { group: name })}
        onClick={onToggle}
      >
        <Icon size={15} aria-hidden="true" />
        {name}
      </button>
      {hospitals.length > 0 && (
        <span className={styles.hospitals}>
          <Video size={13} aria-hidden="true" />
          {hospitals.map(label).join(' · ')}
        </span>
      )}
      <span className={styles.quiet}>{t('groupCases', { count: group.rows.length })}</span>
      <span className={styles.counts}>
        {group.ready > 0 && <span className={styles.readyCount}>{t('groupReady', { count: group.ready })}</span>}
        {group.blocked > 0 && (
          <span className={styles.blockedCount}>{t('groupBlocked', { count: group.blocked })}</span>
        )}
      </span>
    </div>
  );
}

/** Who the case is, in two lines. */
export function CaseLines({ row: { card } }: { row: Row }) {
  const label = useLabel();
  return (
    <>
      <span className={styles.caseFirst}>
        <strong>{card.maskedName}</strong>
        <span className={styles.diagnosis} title={card.diagnosis}>
          {card.diagnosis}
        </span>
      </span>
      <span className={styles.caseSecond}>
        <Link to={paths.case} params={{ caseNo: card.caseNo }} className={styles.code} tabIndex={-1}>
          {card.caseNo}
        </Link>
        <span>
          {label(sexes.labels[card.sex])} {card.ageYears}
        </span>
        <RiskBadge risk={card.risk} />
        <RecurrenceBadge presentation={card.presentation} recurrenceNumber={card.recurrenceNumber} />
        <RemoteBadge count={card.remoteHospitals} />
      </span>
    </>
  );
}

/** How many opinions are in, and what that means for the session. */
export function Readiness({ row }: { row: Row }) {
  const t = useText();
  const { opinionsGiven: given, opinionsOwed: owed } = row.card;
  const tone = row.isBlocked ? 'blocked' : row.isReady ? 'ready' : 'onTime';
  return (
    <span className={styles.readiness}>
      <span title={t('progress', { given, owed })}>
        {given}/{owed}
      </span>
      <span className={styles.bar} aria-hidden="true">
        <span
          className={styles[`bar-${tone}`]}
          style={{ inlineSize: `${owed === 0 ? 100 : Math.round((given / owed) * 100)}%` }}
        />
      </span>
      <span className={styles[`tag-${tone}`]}>
        {tone === 'ready' && <CircleCheck size={12} aria-hidden="true" />}
        {tone === 'onTime' ? t('onTime') : t(tone)}
      </span>
    </span>
  );
}

interface Props {
  groups: readonly Group[];
  rows: readonly Row[];
  now: Date;
  collapsed: ReadonlySet<string>;
  onToggle: (group: string) => void;
  chosen: string | undefined;
  /** The one cell that Tab leads to. */
  place: Place;
  gridRef: Ref<HTMLTableElement>;
  onKeyDown: (event: KeyboardEvent) => void;
  onChoose: (row: Row, cell: Cell, place: Place) => void;
}

export const groupKey = (group: Group): string => group.session?.id ?? 'none';

/** The matrix itself: a row for each case, a column for each department, cells that speak only where somebody has to act. */
export function MatrixGrid({
  groups,
  rows,
  now,
  collapsed,
  onToggle,
  chosen,
  place,
  onChoose,
  gridRef,
  onKeyDown,
}: Props) {
  const t = useText();
  const label = useLabel();
  const locale = useLocale();
  const departments = rows[0]?.cells.map(({ department }) => department) ?? [];
  const open = groups.filter((group) => !collapsed.has(groupKey(group)));
  const index = new Map(open.flatMap((group) => group.rows).map((row, at) => [row.card.caseNo, at]));
  return (
    <table ref={gridRef} aria-label={t('title')} className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.caseHead}>
            {t('case')}
            <small>{t('caseHint')}</small>
          </th>
          {departments.map((department) => {
            const head = headOf(rows, department.id);
            return (
              <th key={department.id} scope="col" className={styles.departmentHead} title={label(department.name)}>
                <span className={styles.departmentName}>{label(department.name)}</span>
                {head.overdue > 0 ? (
                  <small className={styles.headOverdue}>{t('headOverdue', { count: head.overdue })}</small>
                ) : head.due > 0 ? (
                  <small className={styles.headDue}>{t('headDue', { count: head.due })}</small>
                ) : (
                  <small>{t('headDone', { given: head.given, asked: head.asked })}</small>
                )}
                <span className={styles.headBar} aria-hidden="true">
                  <span
                    className={head.overdue > 0 ? styles['bar-blocked'] : styles['bar-onTime']}
                    style={{ inlineSize: `${head.asked === 0 ? 0 : Math.round((head.given / head.asked) * 100)}%` }}
                  />
                </span>
              </th>
            );
          })}
          <th scope="col" className={styles.readinessHead}>
            {t('readiness')}
          </th>
        </tr>
      </thead>
      {groups.map((group) => {
        const key = groupKey(group);
        return (
          <tbody key={key}>
            <tr className={styles.groupRow}>
              <th scope="rowgroup" colSpan={departments.length + 2}>
                <GroupHead group={group} now={now} collapsed={collapsed.has(key)} onToggle={() => onToggle(key)} />
              </th>
            </tr>
            {!collapsed.has(key) &&
              group.rows.map((row) => (
                <tr
                  key={row.card.caseNo}
                  className={row.isBlocked ? styles.rowOverdue : row.due > 0 ? styles.rowDue : undefined}
                >
                  <th scope="row" className={styles.case}>
                    <CaseLines row={row} />
                  </th>
                  {row.cells.map((cell, column) => {
                    const at = { row: index.get(row.card.caseNo) ?? 0, column };
                    const isStop = at.row === place.row && column === place.column;
                    const isChosen = chosen === cellKey(row.card.caseNo, cell.department.code);
                    return (
                      <td key={cell.department.id} className={isChosen ? styles.chosen : undefined}>
                        <button
                          type="button"
                          data-place={`${at.row}-${column}`}
                          tabIndex={isStop ? 0 : -1}
                          aria-pressed={isChosen}
                          aria-label={t('cell', {
                            department: label(cell.department.name),
                            caseNo: row.card.caseNo,
                            state: spokenState(cell, now, locale, t('absent')),
                          })}
                          onClick={() => onChoose(row, cell, at)}
                          onKeyDown={onKeyDown}
                        >
                          <CellMark look={cell.look} dueAt={cell.dot?.dueAt ?? null} now={now} />
                        </button>
                      </td>
                    );
                  })}
                  <td className={styles.readinessCell}>
                    <Readiness row={row} />
                  </td>
                </tr>
              ))}
          </tbody>
        );
      })}
    </table>
  );
}
