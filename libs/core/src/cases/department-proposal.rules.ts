import { shippedProposalRules } from '@consilium/catalog';
import { proposalRules } from '@consilium/contracts';
import type { ParticipationReason, ProposalRule, Requirement } from '@consilium/contracts';
import { conditionHolds } from './department-proposal-condition.rules.js';
import type { ProposalFacts } from './department-proposal-condition.rules.js';

export type { ProposalFacts } from './department-proposal-condition.rules.js';

export interface DepartmentProposal {
  departmentCode: string;
  requirement: Requirement;
  /** The rules that name the department, those that require it first. */
  reasons: ParticipationReason[];
}

/** The table a centre starts from, in the order in which reasons are given. */
export const SHIPPED_RULES: readonly ProposalRule[] = proposalRules.parse(shippedProposalRules);

/**
 * Departments proposed for a case, each with every rule that names it. A department is required as soon as one rule
 * requires it. The coordinator may add and remove; the proposal only makes sure that nobody is forgotten.
 *
 * Basis: every department owning a possible operative stage takes part, with imaging, pathology and anaesthesia; the
 * pelvis is divided among four core departments by anatomy, as in the Chinese consensus on pelvic exenteration
 * (中华胃肠外科杂志 2023;26(1):16-26). Which department stands by for what is the practice of a pelvic complex-tumour
 * centre. The shipped table is a default, to be confirmed by the hospital; each centre edits its own.
 *
 * @param rules the centre's table.
 * @param availableDepartments codes of the departments the hospital has in use, in roster order; no others are proposed.
 * @returns required departments first, each group in roster order.
 */
export const proposeDepartments = (
  facts: ProposalFacts,
  availableDepartments: readonly string[],
  rules: readonly ProposalRule[],
): DepartmentProposal[] => {
  const holding = rules.filter((rule) => conditionHolds(rule.when, facts));
  const proposals = availableDepartments.flatMap((departmentCode): DepartmentProposal[] => {
    const naming = holding.filter((rule) => rule.departmentCode === departmentCode);
    if (naming.length === 0) return [];
    const requiring = naming.filter((rule) => rule.requirement === 'REQUIRED');
    const suggesting = naming.filter((rule) => rule.requirement === 'OPTIONAL');
    return [
      {
        departmentCode,
        requirement: requiring.length > 0 ? 'REQUIRED' : 'OPTIONAL',
        reasons: [...requiring, ...suggesting].map(({ id, text }) => ({ rule: id, text })),
      },
    ];
  });
  return [
    ...proposals.filter(({ requirement }) => requirement === 'REQUIRED'),
    ...proposals.filter(({ requirement }) => requirement === 'OPTIONAL'),
  ];
};
