import { useRef, useState, type KeyboardEvent } from 'react';

/** Which way a key moves the focus. Both the arrows and H J K L, by the key's place. */
const steps: Record<string, 'left' | 'right' | 'up' | 'down' | undefined> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  KeyH: 'left',
  KeyL: 'right',
  KeyK: 'up',
  KeyJ: 'down',
};

/** The place of a card in the columns that are open. */
function placeOf(columns: readonly (readonly string[])[], caseNo: string | undefined) {
  const column = columns.findIndex((cards) => caseNo !== undefined && cards.includes(caseNo));
  return column < 0 ? undefined : { column, row: (columns[column] ?? []).indexOf(caseNo ?? '') };
}

/** The card a step leads to; the same one at the edge. Sideways, empty columns are passed over and the row is kept where it can be. */
export function neighbour(
  columns: readonly (readonly string[])[],
  caseNo: string | undefined,
  step: 'left' | 'right' | 'up' | 'down',
): string | undefined {
  const place = placeOf(columns, caseNo);
  if (place === undefined) return columns.find((cards) => cards.length > 0)?.[0];
  const own = columns[place.column] ?? [];
  if (step === 'up') return own[Math.max(0, place.row - 1)];
  if (step === 'down') return own[Math.min(own.length - 1, place.row + 1)];
  const direction = step === 'left' ? -1 : 1;
  for (let column = place.column + direction; column >= 0 && column < columns.length; column += direction) {
    const cards = columns[column] ?? [];
    if (cards.length > 0) return cards[Math.min(place.row, cards.length - 1)];
  }
  return caseNo;
}

/**
 * One Tab stop for the whole board: the arrows move inside it. `columns` are the case numbers of the open columns. The stop follows its
 * case when the order changes, and falls to the first card when the case has left the board.
 */
export function useRovingCards(columns: readonly (readonly string[])[]) {
  const board = useRef<HTMLElement>(null);
  const [chosen, setChosen] = useState<string>();
  const first = columns.find((cards) => cards.length > 0)?.[0];
  const current = placeOf(columns, chosen) === undefined ? first : chosen;

  const focus = (caseNo: string | undefined) => {
    if (caseNo === undefined) return;
    setChosen(caseNo);
    const card = board.current?.querySelector<HTMLElement>(`[data-case="${CSS.escape(caseNo)}"]`);
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { nativeEvent } = event;
    if (nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const step = steps[event.code];
    const own = columns[placeOf(columns, current)?.column ?? 0] ?? [];
    if (step !== undefined) focus(neighbour(columns, current, step));
    else if (event.code === 'Home') focus(own[0]);
    else if (event.code === 'End') focus(own.at(-1));
    else return;
    event.preventDefault();
  };

  return { board, focused: current, focus, settle: setChosen, onKeyDown };
}
