import type { ParticipationReason, Requirement } from '@consilium/contracts';
import { ANATOMY_RULES } from './department-proposal-anatomy.rules.js';
import { conditionHolds } from './department-proposal-condition.rules.js';
import type { ProposalFacts, ProposalRule } from './department-proposal-condition.rules.js';
import { HISTORY_RULES } from './department-proposal-history.rules.js';
import { PATIENT_RULES } from './department-proposal-patient.rules.js';

export type { ProposalFacts, ProposalRule } from './department-proposal-condition.rules.js';

export interface DepartmentProposal {
  departmentCode: string;
  requirement: Requirement;
  /** The rules that name the department, those that require it first. */
  reasons: ParticipationReason[];
}

/** The whole table, in the order in which reasons are given. */
export const PROPOSAL_RULES: readonly ProposalRule[] = [...ANATOMY_RULES, ...HISTORY_RULES, ...PATIENT_RULES];

/**
 * Departments proposed for a case, each with every rule that names it. A department is required as soon as one rule
 * requires it. The coordinator may add and remove; the proposal only makes sure that nobody is forgotten.
 *
 * Basis: every department owning a possible operative stage takes part, with imaging, pathology and anaesthesia; the
 * pelvis is divided among four core departments by anatomy, as in the Chinese consensus on pelvic exenteration
 * (中华胃肠外科杂志 2023;26(1):16-26). Which department stands by for what is the practice of a pelvic complex-tumour
 * centre. The table is a default, to be confirmed by the hospital.
 *
 * @param availableDepartments codes of the departments the hospital has in use, in roster order; no others are proposed.
 * @returns required departments first, each group in roster order.
 */
export const proposeDepartments = (
  facts: ProposalFacts,
  availableDepartments: readonly string[],
): DepartmentProposal[] => {
  const holding = PROPOSAL_RULES.filter((rule) => conditionHolds(rule.when, facts));
  const proposals = availableDepartments.flatMap((departmentCode): DepartmentProposal[] => {
    const rules = holding.filter((rule) => rule.departmentCode === departmentCode);
    if (rules.length === 0) return [];
    const requiring = rules.filter((rule) => rule.requirement === 'REQUIRED');
    const suggesting = rules.filter((rule) => rule.requirement === 'OPTIONAL');
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
