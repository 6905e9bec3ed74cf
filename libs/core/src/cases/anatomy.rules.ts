import { structures as catalogue } from '@consilium/catalog';
import { compartments, involvements } from '@consilium/contracts';
import type { Bilingual, CaseAnatomy, ClinicalRecord, ProposalRule } from '@consilium/contracts';
import { isInvolved } from './department-proposal-condition.rules.js';
import { namesOfInvolved } from './plan-prompts.rules.js';

type Structures = ClinicalRecord['structures'];

const byCode = new Map(catalogue.map((structure) => [structure.code, structure]));

/** Compartments with a structure suspected or invaded, in their usual order. */
export const compartmentsOf = (structures: Structures): CaseAnatomy['compartments'] => {
  const found = new Set(
    structures
      .filter(({ involvement }) => involvement !== 'ABUT')
      .map(({ code }) => byCode.get(code)?.compartment)
      .filter((compartment) => typeof compartment === 'string'),
  );
  return compartments.schema.options.filter((compartment) => found.has(compartment));
};

/** Structures in the words of the catalogue; one it does not know any more is left out. */
export const namedStructures = (structures: Structures): CaseAnatomy['structures'] =>
  structures.flatMap(({ code, involvement }) => {
    const known = byCode.get(code);
    return known === undefined ? [] : [{ code, involvement, name: known.name, region: known.region }];
  });

export interface AnatomicalNeed {
  departmentCode: string;
  requirement: ProposalRule['requirement'];
  /** The structures that ask for the department. */
  structures: Bilingual[];
}

/**
 * Departments that the involved structures ask for, by the rules of which nothing but anatomy has to hold; required as soon as one
 * rule requires.
 */
export function departmentsAskedFor(structures: Structures, rules: readonly ProposalRule[]): AnatomicalNeed[] {
  const needs = new Map<string, AnatomicalNeed>();
  for (const { departmentCode, requirement, when } of rules) {
    const { involved, ...others } = when;
    if (involved === undefined || Object.values(others).some((part) => part !== undefined)) continue;
    if (!involved.every((condition) => isInvolved({ structures }, condition))) continue;
    const asking = involved.flatMap((condition) => namesOfInvolved(structures, condition));
    const known = needs.get(departmentCode);
    const strongest = known?.requirement === 'REQUIRED' ? 'REQUIRED' : requirement;
    const before = strongest === known?.requirement || known === undefined ? (known?.structures ?? []) : [];
    // A structure that only suggests the department is no reason for its being required.
    const added = requirement === strongest ? asking : [];
    const named = [...before, ...added].filter(({ zh }, at, all) => all.findIndex((other) => other.zh === zh) === at);
    needs.set(departmentCode, { departmentCode, requirement: strongest, structures: named });
  }
  return [...needs.values()];
}

/** Why a line of the quorum is there: the structures that ask for it, with how they are involved. */
export function anatomicalBasis(names: readonly Bilingual[], structures: Structures): Bilingual | null {
  if (names.length === 0) return null;
  const degreeOf = ({ zh }: Bilingual) =>
    structures.find(({ code }) => byCode.get(code)?.name.zh === zh)?.involvement ?? 'ABUT';
  return {
    zh: `受累结构：${names.map((name) => `${name.zh}（${involvements.labels[degreeOf(name)].zh}）`).join('、')}`,
    en: `Involved: ${names.map((name) => `${name.en} (${involvements.labels[degreeOf(name)].en.toLowerCase()})`).join(', ')}`,
  };
}
