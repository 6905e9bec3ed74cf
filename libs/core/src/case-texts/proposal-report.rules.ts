import { departmentByCode, departments, pelvicCentre } from '@consilium/catalog';
import type { WrittenCase } from '@consilium/catalog';
import { SHIPPED_RULES } from '../cases/department-proposal.rules.js';
import { measureProposal, totalOf } from './proposal-measure.rules.js';
import type { MeasuredCase } from './proposal-measure.rules.js';

const roster = pelvicCentre.roster.map(({ departmentCode }) => departmentCode);

/** Every department of the catalogue, the pelvic centre's roster first: a file of cases belongs to no hospital. */
export const everyDepartment: readonly string[] = [
  ...roster,
  ...departments.map(({ code }) => code).filter((code) => !roster.includes(code)),
];

const named = (codes: readonly string[]) =>
  codes.length === 0 ? '–' : codes.map((code) => `${departmentByCode(code)?.name.zh ?? '?'} ${code}`).join(', ');

const proposedAs = ({ proposed }: MeasuredCase, requirement: string) =>
  proposed.filter((one) => one.requirement === requirement).map(({ code }) => code);

const linesOf = (one: MeasuredCase): string[] => [
  `${one.id}  recall ${one.recall.toFixed(2)}  precision ${one.precision.toFixed(2)}`,
  `  structures read: ${one.structures.map(({ code, involvement }) => `${code} ${involvement}`).join(', ') || '–'}`,
  `  proposed, required: ${named(proposedAs(one, 'REQUIRED'))}`,
  `  proposed, as needed: ${named(proposedAs(one, 'OPTIONAL'))}`,
  `  case requires: ${named(one.required)}`,
  `  case names as needed: ${named(one.optional)}`,
  `  missed: ${named(one.missed)}`,
  `  named by nobody: ${named(one.surplus)}`,
  '',
];

/** What the shipped rules propose for written cases, beside what the cases name; lines to print, the totals last. */
export function reportProposals(cases: readonly WrittenCase[]): string[] {
  const measured = cases.map((one) => measureProposal(one, everyDepartment, SHIPPED_RULES));
  const total = totalOf(measured);
  return [
    ...measured.flatMap(linesOf),
    `In all: ${total.cases} cases`,
    `  required departments proposed: ${total.required - total.missed} of ${total.required} (recall ${total.recall.toFixed(3)})`,
    `  proposed departments asked for: ${total.proposed - total.surplus} of ${total.proposed} (precision ${total.precision.toFixed(3)})`,
  ];
}
