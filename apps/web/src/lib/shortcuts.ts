import { useEffect, useRef } from 'react';

/** Whether something is typed there, or a dialog has the keys. */
export const isEditable = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
    target.closest('[role="dialog"], [role="combobox"]') !== null);

/** A key that an input method is still working with; 229 is what browsers report for one it has swallowed. */
export const isOfInputMethod = (event: { isComposing: boolean; keyCode: number }): boolean =>
  event.isComposing || event.keyCode === 229;

/** Space presses what can be pressed; there it is nobody's shortcut. */
const takesSpace = (event: KeyboardEvent) =>
  event.code === 'Space' &&
  event.target instanceof HTMLElement &&
  event.target.closest('button, summary, [role="button"], [role="tab"], [role="menuitem"]') !== null;

/**
 * Single-key shortcuts of a screen, by the key's place (`KeyO`, `Slash`, `Shift+Slash`). They stay silent while something is typed,
 * while a Chinese input method composes, inside dialogs, and together with Ctrl, Alt or the command key.
 */
export function useShortcuts(shortcuts: Record<string, (() => void) | undefined>): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isOfInputMethod(event) || event.defaultPrevented) return;
      if (event.ctrlKey || event.metaKey || event.altKey || isEditable(event.target)) return;
      const act = latest.current[event.shiftKey ? `Shift+${event.code}` : event.code];
      if (act === undefined || takesSpace(event)) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
