import { boardColumns, type BoardColumn } from '@consilium/contracts';
import { useState } from 'react';
import { z } from 'zod';

const STORAGE_KEY = 'consilium.board.collapsed';
const stored = z.array(boardColumns.schema);

function remembered(): readonly BoardColumn[] {
  try {
    const parsed = stored.safeParse(JSON.parse(localStorage.getItem(STORAGE_KEY) ?? 'null'));
    return parsed.success ? parsed.data : ['FOLLOW_UP'];
  } catch {
    return ['FOLLOW_UP'];
  }
}

/** Which columns are folded away, remembered on this computer. Follow-up is at first. */
export function useCollapsed() {
  const [collapsed, setCollapsed] = useState(remembered);
  const toggle = (column: BoardColumn) => {
    const next = collapsed.includes(column) ? collapsed.filter((one) => one !== column) : [...collapsed, column];
    setCollapsed(next);
    try {
      localStorage.setItem(STORAGE_KEY, JSON.stringify(next));
    } catch {
      // Forbidden storage costs only the memory of the choice.
    }
  };
  return { isCollapsed: (column: BoardColumn) => collapsed.includes(column), toggle };
}
