import type { Requirement } from '@consilium/contracts';

interface Named {
  departmentCode: string;
  requirement: Requirement;
}

export interface ProposalDifference {
  added: string[];
  removed: string[];
  /** Named by both, with another requirement. */
  changed: string[];
}

/** Codes by which two proposals for one case differ; null where they name the same departments in the same way. */
export function differenceOf(before: readonly Named[], after: readonly Named[]): ProposalDifference | null {
  const was = new Map(before.map(({ departmentCode, requirement }) => [departmentCode, requirement]));
  const is = new Map(after.map(({ departmentCode, requirement }) => [departmentCode, requirement]));
  const added = [...is.keys()].filter((code) => !was.has(code));
  const removed = [...was.keys()].filter((code) => !is.has(code));
  const changed = [...is.keys()].filter((code) => was.has(code) && was.get(code) !== is.get(code));
  return added.length + removed.length + changed.length === 0 ? null : { added, removed, changed };
}
