type Listener = () => void;
const listeners = new Set<Listener>();

/** Tells the shell that the server no longer knows this browser's session. */
export function announceSessionLost(): void {
  for (const listener of listeners) listener();
}

/** Calls `listener` when the session is lost; returns how to stop. */
export function onSessionLost(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
