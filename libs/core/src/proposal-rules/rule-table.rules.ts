import { departmentByCode, structureByCode } from '@consilium/catalog';
import type { ProposalRule } from '@consilium/contracts';

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);
/** The database gives the parts of a rule back in an order of its own. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** Names of the rules that one table has and the other has not, or has otherwise. */
export function changedRules(before: readonly ProposalRule[], after: readonly ProposalRule[]): string[] {
  const was = new Map(before.map((rule) => [rule.id, rule]));
  const is = new Map(after.map((rule) => [rule.id, rule]));
  const names = [...new Set([...was.keys(), ...is.keys()])];
  return names.filter((name) => !same(was.get(name), is.get(name)));
}

/** Parts of a table that name what the catalogue does not have, or ask for what cannot be; none where it may be saved. */
export function refusedOfTable(rules: readonly ProposalRule[]): { field: string; code: 'unknown' | 'invalid' }[] {
  return rules.flatMap(({ departmentCode, when }, at) => {
    const refused: { field: string; code: 'unknown' | 'invalid' }[] = [];
    if (departmentByCode(departmentCode) === undefined)
      refused.push({ field: `rules.${at}.departmentCode`, code: 'unknown' });
    for (const [line, { anyOf }] of (when.involved ?? []).entries())
      if (anyOf.some((code) => structureByCode(code) === undefined))
        refused.push({ field: `rules.${at}.when.involved.${line}.anyOf`, code: 'unknown' });
    const { ageFrom, ageTo } = when;
    if (ageFrom !== undefined && ageTo !== undefined && ageFrom > ageTo)
      refused.push({ field: `rules.${at}.when.ageTo`, code: 'invalid' });
    return refused;
  });
}
