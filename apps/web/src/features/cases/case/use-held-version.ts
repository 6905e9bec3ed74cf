import { useState } from 'react';

/**
 * The version a form was filled in against. While nothing is typed it follows what the screen shows; from the first keystroke on it
 * stays, so that the API can tell that somebody else changed the case meanwhile.
 */
export function useHeldVersion(shown: number): { version: number; hold: () => void; release: () => void } {
  const [held, setHeld] = useState<number | null>(null);
  return {
    version: held ?? shown,
    hold: () => setHeld((before) => before ?? shown),
    release: () => setHeld(null),
  };
}
