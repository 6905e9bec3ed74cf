/** Content of one part of the record. */
export type Content = Record<string, unknown>;

export interface Difference {
  /** Name of a field, or `entries/…` for one entry of a list. */
  key: string;
  before: unknown;
  after: unknown;
}

export type Side = 'mine' | 'theirs';
export interface Clash {
  key: string;
  mine: unknown;
  theirs: unknown;
  /** Who alone changed it; null where both did and a person must choose. */
  settled: Side | null;
}

const ENTRIES = 'entries';
const isEntry = (value: unknown): value is Content => typeof value === 'object' && value !== null;
const keyOfEntry = ({ id, code }: Content, place: number) => {
  const name = [id, code].find((one) => typeof one === 'string');
  return `${ENTRIES}/${name ?? place}`;
};

/** The same text for the same value, whatever the order in which its fields were written. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (!isEntry(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, inOrder(member)]),
  );
}
const isSame = (a: unknown, b: unknown) => JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));

/** What can be chosen by itself: each entry of a list, otherwise each field. */
export function unitsOf(content: Content): Map<string, unknown> {
  const units = new Map<string, unknown>();
  for (const [field, value] of Object.entries(content)) {
    if (field !== ENTRIES || !Array.isArray(value)) units.set(field, value);
    else value.filter(isEntry).forEach((entry, place) => units.set(keyOfEntry(entry, place), entry));
  }
  return units;
}

const keysOf = (...sides: Map<string, unknown>[]) => [...new Set(sides.flatMap((side) => [...side.keys()]))];

/** What one writing says differently from another; an entry that only one of them holds is undefined in the other. */
export function differencesOf(before: Content, after: Content): Difference[] {
  const [old, present] = [unitsOf(before), unitsOf(after)];
  return keysOf(old, present)
    .map((key) => ({ key, before: old.get(key), after: present.get(key) }))
    .filter((one) => !isSame(one.before, one.after));
}

/** Where my writing and theirs part, both having begun with `base`. What only one of us touched is settled. */
export function clashesOf(base: Content, mine: Content, theirs: Content): Clash[] {
  const began = unitsOf(base);
  return differencesOf(mine, theirs).map(({ key, before, after }) => {
    const untouched = began.get(key);
    const settled = isSame(before, untouched) ? 'theirs' : isSame(after, untouched) ? 'mine' : null;
    return { key, mine: before, theirs: after, settled };
  });
}

/** Their writing with what was chosen of mine in it. */
export function mergedOf(theirs: Content, clashes: readonly Clash[], sideOf: (clash: Clash) => Side): Content {
  const units = unitsOf(theirs);
  for (const clash of clashes) {
    if (sideOf(clash) === 'theirs') continue;
    if (clash.mine === undefined) units.delete(clash.key);
    else units.set(clash.key, clash.mine);
  }
  const isList = ENTRIES in theirs || clashes.some(({ key }) => key.startsWith(`${ENTRIES}/`));
  const fields = [...units].filter(([key]) => !key.startsWith(`${ENTRIES}/`));
  const entries = [...units].filter(([key]) => key.startsWith(`${ENTRIES}/`)).map(([, entry]) => entry);
  return { ...Object.fromEntries(fields), ...(isList ? { [ENTRIES]: entries } : {}) };
}
