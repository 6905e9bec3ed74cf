/** Nobody is reminded of the same thing twice within this time. Default of the centre. */
export const CHASE_PAUSE_MINUTES = 60;

/** One who is to provide something, for one item. */
export interface Provider {
  personId: string;
  name: string;
  code: string;
}

export interface ToChase {
  personId: string;
  name: string;
  codes: string[];
  /** Until when they are left alone, since they were reminded lately; null where they may be reminded now. */
  notBefore: Date | null;
}

/** Everyone to remind, once each with all they owe, in the order of what is owed first. */
export function toChase(providers: readonly Provider[], chasedAt: ReadonlyMap<string, Date>, now: Date): ToChase[] {
  const people = new Map<string, ToChase>();
  for (const { personId, name, code } of providers) {
    const pause = (chasedAt.get(personId)?.getTime() ?? -Infinity) + CHASE_PAUSE_MINUTES * 60_000;
    const known = people.get(personId) ?? {
      personId,
      name,
      codes: [],
      notBefore: pause > now.getTime() ? new Date(pause) : null,
    };
    if (!known.codes.includes(code)) known.codes.push(code);
    people.set(personId, known);
  }
  return [...people.values()];
}
