import {
  asaClasses,
  clavienDindoGrades,
  discrepancies,
  followUpModes,
  organInvolvements,
  presentations,
  resectionMargins,
  stagePrefixes,
  stagingSystems,
  treatmentKinds,
  vesselInvolvements,
  type Bilingual,
  type RecordSection,
} from '@consilium/contracts';
import { wordOf } from '../texts/field-words';

/** The words a printed value needs that are not in the contract. */
export interface Names {
  label: (name: Bilingual) => string;
  /** Name of an anatomical structure; the code itself where it is not known. */
  structure: (code: string) => string;
  department: (id: string) => string;
  yes: string;
  no: string;
  /** Between the members of a list. */
  separator: string;
}

const vocabularies: Record<string, Record<string, Bilingual>> = {
  presentation: presentations.labels,
  kind: treatmentKinds.labels,
  margin: resectionMargins.labels,
  marginClass: resectionMargins.labels,
  system: stagingSystems.labels,
  prefix: stagePrefixes.labels,
  asa: asaClasses.labels,
  involvement: { ...vesselInvolvements.labels, ...organInvolvements.labels },
  discrepancy: discrepancies.labels,
  grade: clavienDindoGrades.labels,
  mode: followUpModes.labels,
};

/** Fields of an entry that say by themselves what they are. */
const SELF_EVIDENT = new Set([
  'code',
  'involvement',
  'kind',
  'happenedOn',
  'text',
  'modality',
  'examinedOn',
  'finding',
]);
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

function printedText(field: string, text: string, names: Names): string {
  const known = vocabularies[field]?.[text];
  if (known !== undefined) return names.label(known);
  if (field === 'code') return names.structure(text);
  return field === 'departmentId' ? names.department(text) : text;
}

/** A value of the record as a person reads it; empty where there is nothing. */
export function printValue(section: RecordSection, field: string, value: unknown, names: Names): string {
  if (isBlank(value)) return '';
  if (typeof value === 'string') return printedText(field, value, names);
  if (typeof value === 'boolean') return value ? names.yes : names.no;
  if (Array.isArray(value)) {
    const members = value.map((member: unknown) => printValue(section, field, member, names));
    return members.join(field === 'sizeMm' ? ' × ' : names.separator);
  }
  if (!isObject(value)) return JSON.stringify(value);
  if (field === 'components') return Object.values(value).join(' ');
  return Object.entries(value)
    .filter(([name, member]) => name !== 'id' && !isBlank(member))
    .map(([name, member]) => {
      const printed = printValue(section, name, member, names);
      return SELF_EVIDENT.has(name) ? printed : `${names.label(wordOf(section, name))} ${printed}`;
    })
    .join(' · ');
}
