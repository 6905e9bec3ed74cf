type Content = Record<string, unknown>;

export interface DifferenceRow {
  name: string;
  before: string | null;
  after: string | null;
  isChanged: boolean;
}

interface Words {
  /** A text that is named by its length and fingerprint. */
  text: (characters: number, fingerprint: string) => string;
  none: string;
  instant: (text: string) => string;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** One value as the viewer prints it. */
export function printed(value: unknown, words: Words): string {
  if (value === null || value === undefined || value === '') return words.none;
  if (typeof value === 'string') return INSTANT.test(value) ? words.instant(value) : value;
  if (typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return value.map((item) => printed(item, words)).join('\n') || words.none;
  const { characters, sha256, ...rest } = value as Content;
  const named = typeof characters === 'number' && typeof sha256 === 'string' ? [words.text(characters, sha256)] : [];
  const others = Object.entries(rest).map(([name, item]) => `${name}: ${printed(item, words).replaceAll('\n', ', ')}`);
  return [...named, ...others].join(' · ');
}

/** What a change replaced beside what it put in its place; what only one side names stands alone. */
export function differenceOf(before: Content | null, after: Content | null, words: Words): DifferenceRow[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names.map((name) => {
    const [old, present] = [before, after].map((side) =>
      side !== null && name in side ? printed(side[name], words) : null,
    );
    return { name, before: old ?? null, after: present ?? null, isChanged: old !== present };
  });
}
