/**
 * The hospital's clock. Ward computers drift by minutes; what is late is judged by the server's time, so each answer that carries a
 * time corrects this one.
 */
let offsetMs = 0;
const HEADER_GRAIN_MS = 1000;

/** Takes over the time of an answer: an instant of the body, or the `Date` header with its whole seconds. */
export function noteServerTime(said: string | null | undefined): void {
  if (said === null || said === undefined) return;
  const server = Date.parse(said);
  if (Number.isNaN(server)) return;
  const measured = server - Date.now();
  // A header is cut to the second and an answer travels for a while: within that grain the old measure is as good as the new.
  if (Math.abs(measured - offsetMs) > 2 * HEADER_GRAIN_MS) offsetMs = measured;
}

/** The present moment by the server's clock. */
export function serverNow(): Date {
  return new Date(Date.now() + offsetMs);
}
