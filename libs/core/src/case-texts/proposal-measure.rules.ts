import { proposeDepartments } from '../cases/department-proposal.rules.js';
import type { ProposalRule } from '@consilium/contracts';
import { factsOfWritten } from './case-in-text.rules.js';
import type { WrittenCase } from '@consilium/catalog';

export interface MeasuredCase {
  id: string;
  structures: { code: string; involvement: string }[];
  /** Codes as the case's board asked for them. */
  required: string[];
  optional: string[];
  /** Codes in the order of the proposal, with the names of the rules that gave them. */
  proposed: { code: string; requirement: string; rules: string[] }[];
  /** Required by the board and not proposed. */
  missed: string[];
  /** Proposed and asked for by nobody. */
  surplus: string[];
  /** Share of the required departments that are proposed; 1 where none is required. */
  recall: number;
  /** Share of the proposed departments that the board asked for, required or as needed. */
  precision: number;
}

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);

/** The proposal for a written case beside what its board asked for. */
export function measureProposal(
  one: WrittenCase,
  available: readonly string[],
  rules: readonly ProposalRule[],
): MeasuredCase {
  const facts = factsOfWritten(one);
  const proposed = proposeDepartments(facts, available, rules).map(({ departmentCode, requirement, reasons }) => ({
    code: departmentCode,
    requirement,
    rules: reasons.map(({ rule }) => rule),
  }));
  const codes = (role: 'required' | 'optional') =>
    one.departments.filter((department) => department.role === role).map(({ code }) => code);
  const required = codes('required');
  const optional = codes('optional');
  const named = new Set(proposed.map(({ code }) => code));
  const missed = required.filter((code) => !named.has(code));
  const surplus = [...named].filter((code) => !required.includes(code) && !optional.includes(code));
  return {
    id: one.id,
    structures: facts.structures,
    required,
    optional,
    proposed,
    missed,
    surplus,
    recall: share(required.length - missed.length, required.length),
    precision: share(proposed.length - surplus.length, proposed.length),
  };
}

export interface MeasuredTotal {
  cases: number;
  required: number;
  missed: number;
  proposed: number;
  surplus: number;
  recall: number;
  precision: number;
}

/** All cases together, each department of each case counted once. */
export function totalOf(measured: readonly MeasuredCase[]): MeasuredTotal {
  const sum = (count: (one: MeasuredCase) => number) => measured.reduce((total, one) => total + count(one), 0);
  const required = sum((one) => one.required.length);
  const missed = sum((one) => one.missed.length);
  const proposed = sum((one) => one.proposed.length);
  const surplus = sum((one) => one.surplus.length);
  return {
    cases: measured.length,
    required,
    missed,
    proposed,
    surplus,
    recall: share(required - missed, required),
    precision: share(proposed - surplus, proposed),
  };
}
