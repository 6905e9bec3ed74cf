import type { Bilingual } from '@consilium/contracts';

/** As many as a list under a field shows. */
const MOST = 20;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Entries whose code begins with what was typed, in the order of the list, then those whose words hold every word of it. */
export function foundCodes<Item extends { code: string; label: Bilingual }>(
  items: readonly Item[],
  typed: string,
): Item[] {
  const sought = plain(typed).trim();
  const words = sought.split(/\s+/);
  const byCode = items.filter(({ code }) => plain(code).startsWith(sought));
  const byWords = items.filter(
    ({ code, label }) =>
      !plain(code).startsWith(sought) && words.every((word) => plain(`${label.zh} ${label.en}`).includes(word)),
  );
  return [...byCode, ...byWords].slice(0, MOST);
}
