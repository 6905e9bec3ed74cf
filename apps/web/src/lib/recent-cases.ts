const MOST = 8;
/** In the session's storage, which signing out empties; under the person, so that nobody sees where somebody else was. */
const keyOf = (personId: string): string => `consilium.recent-cases.${personId}`;

/** Numbers of the cases this person opened last in this tab, the latest first. Numbers alone: nothing of a patient is kept. */
export function recentCases(personId: string): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(personId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    // Forbidden or broken storage costs only the memory.
    return [];
  }
}

export function noteRecentCase(personId: string, caseNo: string): void {
  const kept = [caseNo, ...recentCases(personId).filter((one) => one !== caseNo)].slice(0, MOST);
  try {
    sessionStorage.setItem(keyOf(personId), JSON.stringify(kept));
  } catch {
    // As above.
  }
}
