import { useEffect, useRef } from 'react';

/** What a key does, by `event.code`, so that layout and input method do not matter; with Ctrl or ⌘ as `Ctrl+Enter`. */
export type KeyActs = Partial<Record<string, () => void>>;

/** Choices are no text: after choosing a direction with the mouse the keys of the screen still work. */
const TYPED = 'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable=true], [role=combobox]';
const LAYERS = '[role=dialog], .ant-dropdown, .ant-popover, .ant-select-dropdown, .ant-picker-dropdown';

const within = (target: EventTarget | null, selector: string) =>
  target instanceof Element && target.closest(selector) !== null;

/**
 * Keys of the live session. A single key acts only where nobody is typing and no input method is composing; `Ctrl+Enter` also acts
 * in the text that is being typed, since that is where the recorder is when a case ends.
 */
export function useLiveKeys(acts: KeyActs): void {
  const current = useRef(acts);
  useEffect(() => {
    current.current = acts;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // 229 is what browsers report for a key that an input method has swallowed.
      if (event.isComposing || event.keyCode === 229 || event.altKey || event.defaultPrevented) return;
      if (within(event.target, LAYERS)) return;
      const withControl = event.ctrlKey || event.metaKey;
      if (!withControl && (event.shiftKey || within(event.target, TYPED))) return;
      const act = current.current[withControl ? `Ctrl+${event.code}` : event.code];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
