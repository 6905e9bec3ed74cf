import { useEffect } from 'react';

/** When this browser was last touched; its tabs share it, so that reading in one does not lock the other. */
const STORAGE_KEY = 'consilium.touched-at';
/** Touches come in bursts; this is exact enough for minutes. */
const GRAIN_MS = 2_000;
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

let touchedAt = Date.now();
let keptOpenBy = 0;

/** The last touch in any tab of this browser, in milliseconds since 1970 by this computer's clock. */
export function lastTouch(): number {
  try {
    const elsewhere = Number(localStorage.getItem(STORAGE_KEY));
    return Number.isFinite(elsewhere) && elsewhere <= Date.now() ? Math.max(touchedAt, elsewhere) : touchedAt;
  } catch {
    // Forbidden storage costs only the knowledge of the other tabs.
    return touchedAt;
  }
}

export function noteTouch(): void {
  const now = Date.now();
  if (now - touchedAt < GRAIN_MS && now >= touchedAt) return;
  touchedAt = now;
  try {
    localStorage.setItem(STORAGE_KEY, String(now));
  } catch {
    // As above.
  }
}

/** Notes every touch until the returned function is called. Opening a page is one. */
export function watchTouches(): () => void {
  touchedAt = Date.now();
  for (const touch of TOUCHES) window.addEventListener(touch, noteTouch, { passive: true, capture: true });
  return () => {
    for (const touch of TOUCHES) window.removeEventListener(touch, noteTouch, { capture: true });
  };
}

/** Keeps the screen from locking for as long as something runs on it that people watch without touching, e.g. a session. */
export function useKeptOpen(running: boolean): void {
  useEffect(() => {
    if (!running) return undefined;
    keptOpenBy += 1;
    return () => {
      keptOpenBy -= 1;
    };
  }, [running]);
}

export const isKeptOpen = (): boolean => keptOpenBy > 0;
