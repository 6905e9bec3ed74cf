import type { Directory, ReadinessMatrix } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { EmptyState } from '../../../components/empty-state';
import { PageTitle } from '../../../components/page-title';
import { ProblemAlert } from '../../../components/problem-alert';
import { RowsSkeleton } from '../../../components/skeletons';
import { StatusBar } from '../../../components/status-bar';
import { useLocale } from '../../../lib/i18n';
import { useLive } from '../../../lib/live';
import { paths } from '../../../lib/paths';
import { useShortcuts } from '../../../lib/shortcuts';
import { formatFormal, useNow } from '../../../lib/time';
import { useNarrow } from '../../../lib/use-narrow';
import { useDirectory } from '../../organisations';
import { matrixQuery } from '../api';
import { groupKey, MatrixGrid } from '../grid';
import { Inspector } from '../inspector';
import { CasesList, DepartmentsList } from '../lists';
import { useText } from '../locales';
import { matrixSearch, type MatrixSearch } from '../matrix-search';
import { cellKey, columnsOf, filteredGroups, groupsOf, type Cell, type Row } from '../matrix-view';
import styles from '../matrix.module.css';
import { MatrixToolbar } from '../toolbar';
import { useGridFocus } from '../use-grid-focus';

/** Below this the matrix is told case by case. */
const NARROW_PX = 1024;

/** The coordinator's cockpit: which case waits for which department, session by session. */
export function MatrixScreen() {
  const t = useText();
  const raw = useSearch({ strict: false }) as Record<string, unknown>;
  const search = useMemo(() => matrixSearch.parse(raw), [raw]);
  const { data: directory, error: directoryError, refetch: askDirectory } = useDirectory();
  const matrix = useQuery(matrixQuery({ from: search.from, to: search.to }));
  useLive((directory?.departments ?? []).map(({ id }) => ({ topic: 'board' as const, key: id })));
  const error = directoryError ?? matrix.error;
  const retry = () => void (directoryError === null ? matrix.refetch() : askDirectory());
  return (
    <div className={styles.screen}>
      <PageTitle title={t('title')} subtitle={t('subtitle')} />
      {error !== null && (
        <div className={styles.panel}>
          <ProblemAlert error={error} title={t('failed')} onRetry={retry} />
        </div>
      )}
      {directory !== undefined && matrix.data !== undefined ? (
        <Matrix directory={directory} matrix={matrix.data} search={search} />
      ) : (
        error === null && <RowsSkeleton />
      )}
    </div>
  );
}

/** Which groups are folded; it is forgotten with the screen. */
function useCollapsed() {
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string) => {
    const next = new Set(collapsed);
    if (!next.delete(key)) next.add(key);
    setCollapsed(next);
  };
  return { collapsed, toggle };
}

function Matrix({
  directory,
  matrix,
  search,
}: {
  directory: Directory;
  matrix: ReadinessMatrix;
  search: MatrixSearch;
}) {
  const t = useText();
  const locale = useLocale();
  const now = useNow();
  const navigate = useNavigate();
  const isNarrow = useNarrow(NARROW_PX);
  const { collapsed, toggle } = useCollapsed();
  const change = (next: Partial<MatrixSearch>) =>
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({ ...matrixSearch.parse(before), ...next }),
      replace: true,
    });

  const all = useMemo(
    () => groupsOf(matrix, columnsOf(directory.departments, matrix.cases), now),
    [matrix, directory, now],
  );
  const groups = filteredGroups(all, { blocked: search.blocked === '1', risk: search.risk === '1' });
  const rows = groups.flatMap((group) => group.rows);
  const open = groups.filter((group) => !collapsed.has(groupKey(group))).flatMap((group) => group.rows);
  const columns = open[0]?.cells.length ?? 0;
  const { grid, place, focus, settle, onKeyDown } = useGridFocus(open.length, columns);
  const [caseNo, departmentCode] = search.cell?.split(':') ?? [];
  const row = rows.find(({ card }) => card.caseNo === caseNo);
  const cell = row?.cells.find(({ department }) => department.code === departmentCode);

  const choose = (chosen: Row, of: Cell) => change({ cell: cellKey(chosen.card.caseNo, of.department.code) });
  const goTo = (at: { row: number; column: number }) => {
    focus(at);
    const [found, foundCell] = [open[at.row], open[at.row]?.cells[at.column]];
    if (found && foundCell && search.cell !== undefined) choose(found, foundCell);
  };
  const nextOverdue = (step: 1 | -1) => () => {
    const late = open.flatMap(({ cells }, at) =>
      cells.flatMap(({ look }, column) => (look === 'overdue' ? [{ row: at, column }] : [])),
    );
    const flat = (at: { row: number; column: number }) => at.row * columns + at.column;
    const here = flat(place);
    const ahead = step === 1 ? late.find((at) => flat(at) > here) : late.findLast((at) => flat(at) < here);
    const next = ahead ?? (step === 1 ? late[0] : late.at(-1));
    if (next !== undefined) goTo(next);
  };
  const isGrid = !isNarrow && search.view === undefined;
  const here = open[place.row];
  useShortcuts({
    KeyN: isGrid ? nextOverdue(1) : undefined,
    'Shift+KeyN': isGrid ? nextOverdue(-1) : undefined,
    KeyO:
      isGrid && here !== undefined
        ? () => void navigate({ to: paths.case, params: { caseNo: here.card.caseNo } })
        : undefined,
    Escape: search.cell === undefined ? undefined : () => change({ cell: undefined }),
  });

  const shared = { groups, now, collapsed, onToggle: toggle };
  const owner = directory.people.find(({ id }) => id === row?.card.owner.id);
  const shownView = isNarrow ? (search.view ?? 'cases') : search.view;
  return (
    <>
      <MatrixToolbar search={search} onSearch={change} rows={all.flatMap((group) => group.rows)} isNarrow={isNarrow} />
      <p className={styles.printed}>
        {t('printed')} · {formatFormal(now, locale)}
      </p>
      {matrix.isCut && <p className={styles.cut}>{t('cut', { count: matrix.cases.length })}</p>}
      {rows.length === 0 ? (
        <EmptyState text={t(matrix.cases.length === 0 ? 'empty' : 'emptyFiltered')} />
      ) : (
        <div className={styles.work}>
          {isGrid ? (
            <div className={styles.frame}>
              <MatrixGrid
                {...shared}
                rows={rows}
                chosen={search.cell}
                gridRef={grid}
                onKeyDown={onKeyDown}
                place={place}
                onChoose={(chosen, of, at) => {
                  settle(at);
                  choose(chosen, of);
                }}
              />
            </div>
          ) : (
            <div className={styles.lists}>
              {shownView === 'departments' ? <DepartmentsList rows={rows} now={now} /> : <CasesList {...shared} />}
            </div>
          )}
          {row !== undefined && cell !== undefined && (
            <Inspector
              row={row}
              cell={cell}
              now={now}
              ownerName={(locale === 'en-US' ? owner?.nameEn : owner?.name) ?? row.card.owner.name}
              onClose={() => change({ cell: undefined })}
            />
          )}
        </div>
      )}
      {isGrid && (
        <StatusBar
          keys={[
            { keys: ['↑', '↓', '←', '→'], text: t('keysMove') },
            { keys: ['Enter'], text: t('keysDetail') },
            { keys: ['N'], text: t('keysNext') },
            { keys: ['O'], text: t('keysOpen') },
            { keys: ['Esc'], text: t('keysClose') },
          ]}
        />
      )}
    </>
  );
}
