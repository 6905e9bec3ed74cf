import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useMe } from '../../../lib/me';
import { paths } from '../../../lib/paths';
import { isEditable, isOfInputMethod } from '../../../lib/shortcuts';
import { useEntries } from '../rail';

/** How long G waits for its letter. */
const WAIT_MS = 1_500;

/** Letters after G, by the key's place. */
const LETTERS: Record<string, string> = {
  board: 'KeyB',
  cases: 'KeyC',
  sessions: 'KeyS',
  plans: 'KeyP',
  audit: 'KeyU',
  admin: 'KeyD',
};

/** Addresses by the letter that leads there after G, for this person. */
export function useGoLetters(): Record<string, string> {
  const me = useMe();
  const letters = useEntries().flatMap(({ text, to }) => {
    const letter = LETTERS[text];
    return letter === undefined ? [] : [[letter, to] as const];
  });
  return Object.fromEntries([
    ...letters,
    ...(me.permissions.includes('notification:read') ? [['KeyI', paths.inbox] as const] : []),
    ...(me.permissions.includes('overdue:read') ? [['KeyO', paths.overdue] as const] : []),
  ]);
}

/**
 * G and then a letter goes to a screen. The letter is taken before the screen hears it, so that it does not also do what it does there; a letter
 * that leads nowhere is the screen's.
 */
export function useGoKeys(): void {
  const letters = useGoLetters();
  const navigate = useNavigate();
  const latest = useRef({ letters, navigate });
  useEffect(() => {
    latest.current = { letters, navigate };
  });
  useEffect(() => {
    let pressedAt = -Infinity;
    const onKeyDown = (event: KeyboardEvent) => {
      if (isOfInputMethod(event) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (isEditable(event.target)) return;
      const isWaiting = event.timeStamp - pressedAt < WAIT_MS;
      pressedAt = !isWaiting && event.code === 'KeyG' ? event.timeStamp : -Infinity;
      const to = isWaiting ? latest.current.letters[event.code] : undefined;
      if (to === undefined) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void latest.current.navigate({ to });
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}
