import type { BoardColumn } from '@consilium/contracts';
import { useNavigate } from '@tanstack/react-router';
import { paths } from '../../lib/paths';
import { useShortcuts } from '../../lib/shortcuts';
import { byColumn, columnOrder, sharedSurnames, type TimedCard } from './board-view';
import { Card } from './card';
import { Column } from './column';
import styles from './columns.module.css';
import { useText } from './locales';
import type { Names } from './names';
import { useCollapsed } from './use-collapsed';
import { useRovingCards } from './use-roving-cards';

interface Props {
  cards: readonly TimedCard[];
  now: Date;
  departmentId: string;
  names: Names;
  fresh: ReadonlySet<string>;
  filtering: boolean;
  /** Whether the person may give this department's opinion. */
  mayGiveOpinion: boolean;
  /** The case shown beside the board; it follows the focus until it is closed. */
  peeked: string | undefined;
  onPeek: (caseNo: string | undefined) => void;
}

/** The seven columns with one Tab stop among their cards. */
export function Columns({ cards, now, departmentId, names, fresh, filtering, mayGiveOpinion, peeked, onPeek }: Props) {
  const t = useText();
  const navigate = useNavigate();
  const { isCollapsed, toggle } = useCollapsed();
  const columns = byColumn(cards);
  const openColumns = columnOrder.filter((column) => !isCollapsed(column));
  const { board, focused, focus, settle, onKeyDown } = useRovingCards(
    openColumns.map((column) => columns[column].map(({ card }) => card.caseNo)),
  );

  const current = cards.find(({ card }) => card.caseNo === focused)?.card;
  const jump = (place: number) => {
    const column = columnOrder[place];
    if (column === undefined) return;
    if (isCollapsed(column)) toggle(column);
    else focus(columns[column][0]?.card.caseNo);
  };
  const writeOpinion = () => {
    if (current?.column !== 'WAITING_ON_US' || !mayGiveOpinion) return;
    void navigate({ to: paths.case, params: { caseNo: current.caseNo }, search: { tab: 'opinions' } });
  };
  useShortcuts({
    KeyO: writeOpinion,
    Space: () => current && onPeek(peeked === current.caseNo ? undefined : current.caseNo),
    KeyE: () => current && toggle(current.column),
    ...Object.fromEntries(columnOrder.map((_, place) => [`Digit${place + 1}`, () => jump(place)])),
  });

  const column = (name: BoardColumn) => {
    const entries = columns[name];
    const alike = sharedSurnames(entries);
    return (
      <Column
        key={name}
        column={name}
        cards={entries}
        now={now}
        collapsed={isCollapsed(name)}
        filtering={filtering}
        onToggle={() => toggle(name)}
      >
        {(entry) => (
          <Card
            {...entry}
            now={now}
            departmentId={departmentId}
            names={names}
            alike={alike.has(entry.card.maskedName)}
            fresh={fresh.has(entry.card.caseNo)}
            current={entry.card.caseNo === focused}
            onKeyDown={onKeyDown}
            onFocus={() => {
              settle(entry.card.caseNo);
              if (peeked !== undefined && peeked !== entry.card.caseNo) onPeek(entry.card.caseNo);
            }}
          />
        )}
      </Column>
    );
  };

  return (
    <section ref={board} className={styles.board} aria-label={t('title')}>
      {columnOrder.map(column)}
    </section>
  );
}
