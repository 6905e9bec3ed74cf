import { useRef, useState, type KeyboardEvent } from 'react';

/** A place in the grid: row and column, from 0. */
export interface Place {
  row: number;
  column: number;
}

const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));

/** Where a key leads from a place; undefined where the key moves nothing. */
export function moved(
  { row, column }: Place,
  key: string,
  ctrl: boolean,
  rows: number,
  columns: number,
): Place | undefined {
  const to: Record<string, Place | undefined> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    Home: ctrl ? { row: 0, column: 0 } : { row, column: 0 },
    End: ctrl ? { row: rows - 1, column: columns - 1 } : { row, column: columns - 1 },
    PageUp: { row: row - 10, column },
    PageDown: { row: row + 10, column },
  };
  const next = to[key];
  return next && { row: within(next.row, rows), column: within(next.column, columns) };
}

/** One Tab stop for the whole grid; the arrows move inside it, as in the grid pattern of the WAI-ARIA practices. */
export function useGridFocus(rows: number, columns: number) {
  const grid = useRef<HTMLTableElement>(null);
  const [chosen, setChosen] = useState<Place>({ row: 0, column: 0 });
  const place = { row: within(chosen.row, rows), column: within(chosen.column, columns) };

  const focus = (next: Place) => {
    setChosen(next);
    const cell = grid.current?.querySelector<HTMLElement>(`[data-place="${next.row}-${next.column}"]`);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey || event.shiftKey) return;
    const next = moved(place, event.code, event.ctrlKey || event.metaKey, rows, columns);
    if (next === undefined) return;
    event.preventDefault();
    focus(next);
  };
  return { grid, place, focus, settle: setChosen, onKeyDown };
}
