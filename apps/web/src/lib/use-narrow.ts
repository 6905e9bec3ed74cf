import { useSyncExternalStore } from 'react';

/** Whether the window is narrower than this, and again whenever that changes. */
export function useNarrow(belowPx: number): boolean {
  const query = `(max-width: ${belowPx - 1}px)`;
  return useSyncExternalStore(
    (listener) => {
      const list = window.matchMedia?.(query);
      list?.addEventListener('change', listener);
      return () => list?.removeEventListener('change', listener);
    },
    () => window.matchMedia?.(query).matches ?? false,
  );
}
