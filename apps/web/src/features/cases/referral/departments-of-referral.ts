import type { DepartmentChoice, ParticipationReason, ProposedDepartment, Requirement } from './referral-types';

/** What a person changed of the proposal. The proposal itself is computed anew while the form is filled in. */
export interface ProposalChanges {
  added: { departmentId: string; requirement: Requirement; reason: string }[];
  removed: string[];
  /** Departments whose requirement was set by hand, with why. */
  requirements: { departmentId: string; requirement: Requirement; reason: string }[];
}

export const noChanges: ProposalChanges = { added: [], removed: [], requirements: [] };

export interface ChosenDepartment {
  departmentId: string;
  requirement: Requirement;
  /** The rules that name it; empty for one the surgeon added. */
  reasons: ParticipationReason[];
  /** The own reason of who added it or set its requirement. */
  reason: string;
  /** Whether a person put it there or set its requirement, against the proposal. */
  isByHand: boolean;
}

/** The departments as they stand: the proposal with the surgeon's changes, which survive every new proposal. */
export function chosenDepartments(proposed: ProposedDepartment[], changes: ProposalChanges): ChosenDepartment[] {
  const chosen = new Map<string, ChosenDepartment>();
  for (const { departmentId, requirement, reasons } of proposed) {
    if (changes.removed.includes(departmentId)) continue;
    chosen.set(departmentId, { departmentId, requirement, reasons, reason: '', isByHand: false });
  }
  for (const { departmentId, requirement, reason } of changes.added) {
    const reasons = chosen.get(departmentId)?.reasons ?? [];
    chosen.set(departmentId, { departmentId, requirement, reasons, reason, isByHand: true });
  }
  for (const { departmentId, requirement, reason } of changes.requirements) {
    const held = chosen.get(departmentId);
    if (held === undefined) continue;
    const isByHand = held.isByHand || held.requirement !== requirement;
    chosen.set(departmentId, { ...held, requirement, reason: held.reason || reason, isByHand });
  }
  return [...chosen.values()];
}

/** Proposed departments the surgeon took off, with the requirement they had. */
export function removedDepartments(proposed: ProposedDepartment[], changes: ProposalChanges): ProposedDepartment[] {
  return proposed.filter(({ departmentId }) => changes.removed.includes(departmentId));
}

export function addDepartment(changes: ProposalChanges, departmentId: string): ProposalChanges {
  return {
    ...changes,
    added: [
      ...changes.added.filter((one) => one.departmentId !== departmentId),
      { departmentId, requirement: 'REQUIRED', reason: '' },
    ],
    removed: changes.removed.filter((one) => one !== departmentId),
  };
}

export function removeDepartment(changes: ProposalChanges, departmentId: string): ProposalChanges {
  return {
    added: changes.added.filter((one) => one.departmentId !== departmentId),
    removed: [...changes.removed.filter((one) => one !== departmentId), departmentId],
    requirements: changes.requirements.filter((one) => one.departmentId !== departmentId),
  };
}

export function restoreDepartment(changes: ProposalChanges, departmentId: string): ProposalChanges {
  return { ...changes, removed: changes.removed.filter((one) => one !== departmentId) };
}

export function requireDepartment(
  changes: ProposalChanges,
  departmentId: string,
  requirement: Requirement,
): ProposalChanges {
  return {
    ...changes,
    requirements: [
      ...changes.requirements.filter((one) => one.departmentId !== departmentId),
      {
        departmentId,
        requirement,
        reason: changes.requirements.find((one) => one.departmentId === departmentId)?.reason ?? '',
      },
    ],
  };
}

export function giveReason(changes: ProposalChanges, departmentId: string, reason: string): ProposalChanges {
  const withReason = <One extends { departmentId: string; reason: string }>(one: One): One =>
    one.departmentId === departmentId ? { ...one, reason } : one;
  return { ...changes, added: changes.added.map(withReason), requirements: changes.requirements.map(withReason) };
}

/** As the API takes them. */
export function choicesOf(chosen: ChosenDepartment[]): DepartmentChoice[] {
  return chosen.map(({ departmentId, requirement, reason }) => ({ departmentId, requirement, reason }));
}
