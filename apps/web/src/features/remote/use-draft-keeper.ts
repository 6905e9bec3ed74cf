import { useEffect, useRef, useState } from 'react';
import { DraftKeeper, type DraftState } from './draft-keeper';
import type { OpinionWords } from './opinion-form';

interface Draft {
  px: string;
  /** Of the opinion on the server, 0 where there is none. */
  version: number;
  /** What the server has. */
  held: OpinionWords;
  /** Gives what stands in the form at this moment. */
  typed: () => OpinionWords;
  /** Called when the case turns out to be shared no more. */
  onClosed: () => void;
}

/** A keeper for as long as the composer of one case is shown; what is not kept when it goes away is kept then. */
export function useDraftKeeper({ px, version, held, typed, onClosed }: Draft) {
  const [state, setState] = useState<DraftState>({ kind: 'kept', at: null });
  const [keeper] = useState(() => new DraftKeeper(px, version, held, typed));
  const closed = useRef(onClosed);
  useEffect(() => {
    closed.current = onClosed;
  });
  useEffect(() => {
    const stop = keeper.listen({ onState: setState, onClosed: () => closed.current() });
    const leaving = (event: BeforeUnloadEvent) => {
      if (keeper.isWaiting) event.preventDefault();
    };
    window.addEventListener('beforeunload', leaving);
    return () => {
      window.removeEventListener('beforeunload', leaving);
      stop();
      void keeper.keep();
    };
  }, [keeper]);
  return { state, keeper };
}
