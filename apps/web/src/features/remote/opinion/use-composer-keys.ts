import { useEffect, useRef } from 'react';

interface Acts {
  save: () => void;
  submit: () => void;
  /** While the signature is asked for, the keys belong to the dialog. */
  busy: boolean;
}

/** Ctrl+S keeps the draft, Ctrl+Enter submits (⌘ on a Mac), also inside fields; not while an input method composes. */
export function useComposerKeys(acts: Acts): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.isComposing) return;
      const act = { KeyS: latest.current.save, Enter: latest.current.submit, NumpadEnter: latest.current.submit }[
        event.code
      ];
      if (act === undefined) return;
      event.preventDefault();
      if (!latest.current.busy && !event.repeat) act();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
