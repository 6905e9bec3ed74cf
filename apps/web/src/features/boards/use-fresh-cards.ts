import type { BoardCard } from '@consilium/contracts';
import { useEffect, useRef, useState } from 'react';

const SHOWN_MS = 2000;
const none: ReadonlySet<string> = new Set();

/** The cases that somebody else's act has just brought or changed, for two seconds. Nothing is fresh on the first sight of a board. */
export function useFreshCards(cards: readonly BoardCard[] | undefined, boardId: string): ReadonlySet<string> {
  const seen = useRef<{ boardId: string; versions: Map<string, string> }>(undefined);
  const [fresh, setFresh] = useState(none);
  useEffect(() => {
    if (cards === undefined) return;
    const versions = new Map(cards.map((card) => [card.caseNo, `${card.version}/${card.column}`]));
    const before = seen.current;
    seen.current = { boardId, versions };
    if (before === undefined || before.boardId !== boardId) return;
    const changed = [...versions].filter(([caseNo, version]) => before.versions.get(caseNo) !== version);
    if (changed.length > 0) setFresh(new Set(changed.map(([caseNo]) => caseNo)));
  }, [cards, boardId]);
  useEffect(() => {
    if (fresh.size === 0) return undefined;
    const timer = setTimeout(() => setFresh(none), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [fresh]);
  return fresh;
}
