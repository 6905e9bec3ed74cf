import { useEffect, useMemo, useRef, useState } from 'react';
import { DraftKeeper, type DraftState } from './draft-keeper';
import type { OpinionWords } from './opinion-form';

/** A keeper for as long as the composer of one case is shown. `words` is what is typed now. */
export function useDraftKeeper(px: string, version: number, words: OpinionWords, onClosed: () => void) {
  const [state, setState] = useState<DraftState>({ kind: 'kept', at: null });
  const [keeper] = useState(() => new DraftKeeper(px, version, words));
  const text = JSON.stringify(words);
  const closed = useRef(onClosed);
  useEffect(() => {
    closed.current = onClosed;
  });
  useEffect(() => {
    keeper.onState = setState;
    keeper.onClosed = () => closed.current();
    const leaving = (event: BeforeUnloadEvent) => {
      if (keeper.isWaiting) event.preventDefault();
    };
    window.addEventListener('beforeunload', leaving);
    return () => {
      window.removeEventListener('beforeunload', leaving);
      keeper.onState = () => undefined;
      keeper.onClosed = () => undefined;
      void keeper.keep();
    };
  }, [keeper]);
  useEffect(() => {
    keeper.change(JSON.parse(text) as OpinionWords);
  }, [keeper, text]);
  return useMemo(() => ({ state, keeper }), [state, keeper]);
}
