import { lazy, Suspense, useEffect, useState } from 'react';
import { isOfInputMethod, useShortcuts } from '../../../lib/shortcuts';
import { useGoKeys } from './go-keys';

const loadPalette = () => import('./palette');
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));
const KeysSheet = lazy(async () => ({ default: (await import('./keys-sheet')).KeysSheet }));

const LOAD_AFTER_MS = 1_500;

/** Keys that work on every screen: Ctrl or ⌘ K opens the palette, `?` lists the keys, G and a letter goes to a screen. */
export function CommandKeys() {
  const [shown, setShown] = useState<'palette' | 'keys' | null>(null);
  const close = () => setShown(null);
  useGoKeys();
  useShortcuts({ 'Shift+Slash': () => setShown('keys') });
  useEffect(() => {
    // Fetched while nobody waits for it, so that the digits typed after Ctrl K are heard.
    const timer = setTimeout(() => void loadPalette().catch(() => undefined), LOAD_AFTER_MS);
    const onKeyDown = (event: KeyboardEvent) => {
      if (isOfInputMethod(event) || event.code !== 'KeyK' || event.altKey || event.shiftKey) return;
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      setShown((now) => (now === 'palette' ? null : 'palette'));
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
  return (
    <Suspense fallback={null}>
      {shown === 'palette' && <Palette onClose={close} />}
      {shown === 'keys' && <KeysSheet onClose={close} />}
    </Suspense>
  );
}
