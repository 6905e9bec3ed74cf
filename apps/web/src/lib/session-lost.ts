type Listener = () => void;

/** A word that the edge of the app hears and the shell answers to. */
function signal(): { announce: Listener; on: (listener: Listener) => Listener } {
  const listeners = new Set<Listener>();
  return {
    announce: () => {
      for (const listener of listeners) listener();
    },
    on: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

const sessionLost = signal();
const screenLocked = signal();

/** Tells the shell that the server no longer knows this browser's session. */
export const announceSessionLost = sessionLost.announce;
/** Calls `listener` when the session is lost; returns how to stop. */
export const onSessionLost = sessionLost.on;
/** Tells the shell that the server has locked this browser, e.g. because another of its tabs was left alone. */
export const announceScreenLocked = screenLocked.announce;
/** Calls `listener` when the screen is locked; returns how to stop. */
export const onScreenLocked = screenLocked.on;
