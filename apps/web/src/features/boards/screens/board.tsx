import type { Department, Directory } from '@consilium/contracts';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { EmptyState } from '../../../components/empty-state';
import { PageTitle } from '../../../components/page-title';
import { ProblemAlert } from '../../../components/problem-alert';
import { useLabel } from '../../../lib/i18n';
import { useLive } from '../../../lib/live';
import { useAllowed, useMe } from '../../../lib/me';
import { paths } from '../../../lib/paths';
import { useShortcuts } from '../../../lib/shortcuts';
import { useNow } from '../../../lib/time';
import { useDirectory } from '../../organisations';
import { boardQuery, useOverdue } from '../api';
import { BoardFooter, BoardHelp } from '../board-footer';
import { addressable, boardSearch, filterNames, type BoardSearch } from '../board-search';
import { BoardSkeleton } from '../board-skeleton';
import { filterCounts, filtered, lateItems, overdueOf, sorted, timed } from '../board-view';
import { Columns } from '../columns';
import { ListView } from '../list-view';
import { useText } from '../locales';
import { useNames } from '../names';
import { OverdueRibbon } from '../overdue-ribbon';
import { Peek } from '../peek';
import styles from '../screen.module.css';
import { Toolbar } from '../toolbar';
import { useFreshCards } from '../use-fresh-cards';

/** A department's board: what it owes and what is coming. */
export function BoardScreen() {
  const t = useText();
  const label = useLabel();
  const { departmentCode = '' } = useParams({ strict: false });
  const { data: directory, isPending, error, refetch } = useDirectory();
  const department = directory?.departments.find(({ code }) => code === departmentCode);
  const title = (
    <PageTitle title={t('title')} subtitle={department === undefined ? undefined : label(department.name)} />
  );
  if (isPending) {
    return (
      <div className={styles.screen}>
        {title}
        <BoardSkeleton />
      </div>
    );
  }
  if (error !== null || directory === undefined) {
    return (
      <div className={styles.screen}>
        {title}
        <div className={styles.panel}>
          <ProblemAlert error={error} title={t('directoryFailed')} onRetry={() => void refetch()} />
        </div>
      </div>
    );
  }
  return (
    <>
      {title}
      <DepartmentBoard directory={directory} department={department} />
    </>
  );
}

/** The filters of the address, and the words that are looked for; those stay out of the address unless they are a case number. */
function useBoardSearch() {
  const raw = useSearch({ strict: false }) as Record<string, unknown>;
  const search = useMemo(() => boardSearch.parse(raw), [raw]);
  const navigate = useNavigate();
  const [words, setWords] = useState(search.q ?? '');
  // By the address as it will be, not as it was drawn: two changes may follow each other faster than a rendering.
  const change = (next: Partial<BoardSearch>) =>
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({ ...boardSearch.parse(before), ...next }),
      replace: true,
    });
  const find = (next: string) => {
    setWords(next);
    change({ q: addressable(next) });
  };
  const clear = () => {
    setWords('');
    change({ q: undefined, ...Object.fromEntries(filterNames.map((name) => [name, undefined])) });
  };
  const filtering = words.trim() !== '' || filterNames.some((name) => search[name] === '1');
  return { search, change, words, find, clear, filtering };
}

function DepartmentBoard({ directory, department }: { directory: Directory; department: Department | undefined }) {
  const departments = directory.departments.filter(({ id, isRetired }) => !isRetired || id === department?.id);
  const t = useText();
  const label = useLabel();
  const me = useMe();
  const now = useNow();
  const navigate = useNavigate();
  const { search, change, words, find, clear, filtering } = useBoardSearch();
  const finder = useRef<HTMLInputElement>(null);
  const [helping, setHelping] = useState(false);
  const departmentId = department?.id ?? '';
  const board = useQuery({ ...boardQuery(departmentId), enabled: department !== undefined });
  const overdue = useOverdue(useAllowed('overdue:read'));
  useLive(department === undefined ? [] : [{ topic: 'board', key: departmentId }]);

  const mayRefer = useAllowed('case:refer');
  const member = me.memberships.some((membership) => membership.departmentId === departmentId);
  const mayGiveOpinion = useAllowed('opinion:give') && member;
  const refer = () => void navigate({ to: paths.refer });
  useShortcuts({
    Slash: () => finder.current?.focus(),
    'Shift+Slash': () => setHelping(true),
    KeyC: mayRefer ? refer : undefined,
    Escape: search.peek === undefined ? undefined : () => change({ peek: undefined }),
  });

  const cards = board.data?.cards;
  const fresh = useFreshCards(cards, departmentId);
  const all = useMemo(() => (cards === undefined ? undefined : timed(cards, now)), [cards, now]);
  const shown = useMemo(
    () => (all === undefined ? [] : sorted(filtered(all, search, words, me.id), search.sort)),
    [all, search, words, me.id],
  );
  const names = useNames(directory);
  const late = all === undefined ? [] : lateItems(departmentId, overdue.data?.items ?? [], all, now);
  const peeked = all?.find(({ card }) => card.caseNo === search.peek);

  const shared = { cards: shown, now, departmentId, names, filtering };
  return (
    <div className={styles.screen}>
      <Toolbar
        departments={departments}
        department={department}
        onDepartment={(code) =>
          void navigate({ to: paths.board, params: { departmentCode: code }, search: { ...search, peek: undefined } })
        }
        search={search}
        onSearch={change}
        words={words}
        onWords={find}
        findRef={finder}
        counts={all === undefined ? undefined : filterCounts(all, me.id)}
        hiddenOverdue={all === undefined ? 0 : overdueOf(all) - overdueOf(shown)}
        filtering={filtering}
        onClear={clear}
        mayRefer={mayRefer}
      />
      {department === undefined && (
        <EmptyState text={departments.length === 0 ? t('noDepartments') : t('unknownDepartment')} />
      )}
      <OverdueRibbon items={late} now={now} departmentCode={department?.code} mayGiveOpinion={mayGiveOpinion} />
      {board.error !== null && (
        <div className={styles.panel}>
          <ProblemAlert error={board.error} title={t('failed')} onRetry={() => void board.refetch()} />
        </div>
      )}
      {board.isLoading && <BoardSkeleton />}
      {all !== undefined && search.view === 'list' && (
        <ListView {...shared} department={department === undefined ? '' : label(department.name)} />
      )}
      {all !== undefined && search.view !== 'list' && (
        <Columns
          {...shared}
          fresh={fresh}
          mayGiveOpinion={mayGiveOpinion}
          peeked={search.peek}
          onPeek={(caseNo) => change({ peek: caseNo })}
        />
      )}
      <output className="visually-hidden">
        {filtering && all !== undefined ? t('shown', { shown: shown.length, total: all.length }) : ''}
      </output>
      {peeked !== undefined && (
        <Peek
          entry={peeked}
          now={now}
          departmentId={departmentId}
          names={names}
          onClose={() => change({ peek: undefined })}
        />
      )}
      {department !== undefined && <BoardFooter own={department.label} mayGiveOpinion={mayGiveOpinion} />}
      {helping && <BoardHelp mayGiveOpinion={mayGiveOpinion} mayRefer={mayRefer} onClose={() => setHelping(false)} />}
    </div>
  );
}
