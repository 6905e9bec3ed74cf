import { Stopped } from './plain-error.mjs';

/** Between these two a repeated signal is the same key press: npm passes on a signal that the terminal has sent already. */
const samePressMs = 700;

/**
 * Listens for every way in which a person or the system asks to stop.
 * @returns {{ signal: AbortSignal, hurry: AbortSignal, asked: Promise<never> }} `asked` rejects with `Stopped`; `hurry` follows a second request
 */
export function stopRequests() {
  const stop = new AbortController();
  const hurry = new AbortController();
  let first = 0;
  const request = () => {
    if (!first) first = Date.now();
    else if (Date.now() - first > samePressMs) hurry.abort();
    stop.abort(new Stopped());
  };
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(name, request);
  if (process.env['npm_lifecycle_event']) watchParent(request);
  /** @type {Promise<never>} */
  const asked = new Promise((_, reject) =>
    stop.signal.addEventListener('abort', () => reject(new Stopped()), { once: true }),
  );
  asked.catch(() => {});
  return { signal: stop.signal, hurry: hurry.signal, asked };
}

/**
 * A shell between npm and us may die without passing a signal on; then nobody would ever stop us.
 * @param {() => void} request
 */
function watchParent(request) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    request();
  }, 500);
  timer.unref();
}
