import type { ClinicalRecord, FieldProblemCode, Referral } from '@consilium/contracts';

/** What a referral is checked against. Days are YYYY-MM-DD in the campus's zone. */
export interface ReferralBounds {
  today: string;
  ageYears: number;
  structureCodes: ReadonlySet<string>;
  departmentIds: ReadonlySet<string>;
}

export interface RefusedField {
  field: string;
  code: FieldProblemCode;
}

/** The oldest age the record accepts, in years. */
export const OLDEST_AGE = 130;

/** What a referral's own schema cannot know: the day it is, the hospital's departments, the catalogue of structures. */
export function refusedOfReferral(referral: Referral, bounds: ReferralBounds): RefusedField[] {
  return [
    ...(referral.patient.birthDate > bounds.today
      ? [refused('patient.birthDate', 'in-the-future')]
      : bounds.ageYears > OLDEST_AGE
        ? [refused('patient.birthDate', 'invalid-date')]
        : []),
    ...refusedOfClinical(referral.clinical, bounds),
    ...refusedOfDepartments(referral.departments, bounds.departmentIds),
  ];
}

function refusedOfClinical(clinical: ClinicalRecord, bounds: ReferralBounds): RefusedField[] {
  const codes = clinical.structures.map(({ code }) => code);
  return [
    ...codes.flatMap((code, index) =>
      bounds.structureCodes.has(code) ? [] : [refused(`clinical.structures.${index}.code`, 'unknown')],
    ),
    ...repeated(codes).map((index) => refused(`clinical.structures.${index}.code`, 'duplicate')),
    ...repeated(clinical.questions).map((index) => refused(`clinical.questions.${index}`, 'duplicate')),
    ...laterThan(bounds.today, 'clinical.priorTreatments', 'happenedOn', clinical.priorTreatments),
    ...refusedOfFindings(clinical, bounds.today, 'clinical.'),
  ];
}

/** Examinations that lie in the future. `prefix` leads to the lists in the request's body. */
export function refusedOfFindings(
  findings: Pick<ClinicalRecord, 'imaging' | 'pathology'>,
  today: string,
  prefix = '',
): RefusedField[] {
  return [
    ...laterThan(today, `${prefix}imaging`, 'examinedOn', findings.imaging),
    ...laterThan(today, `${prefix}pathology`, 'reportedOn', findings.pathology),
  ];
}

/** Departments the hospital does not have, and departments named twice. */
export function refusedOfDepartments(departments: Referral['departments'], known: ReadonlySet<string>): RefusedField[] {
  const ids = departments.map(({ departmentId }) => departmentId);
  return [
    ...ids.flatMap((id, index) => (known.has(id) ? [] : [refused(`departments.${index}.departmentId`, 'unknown')])),
    ...repeated(ids).map((index) => refused(`departments.${index}.departmentId`, 'duplicate')),
  ];
}

const refused = (field: string, code: FieldProblemCode): RefusedField => ({ field, code });

/** Places of the entries that stood earlier in the list already. */
const repeated = (entries: readonly string[]): number[] =>
  entries.flatMap((entry, index) => (entries.indexOf(entry) < index ? [index] : []));

function laterThan<Name extends string>(
  today: string,
  list: string,
  name: Name,
  entries: readonly Record<Name, string | null>[],
): RefusedField[] {
  return entries.flatMap((entry, index) => {
    const day = entry[name];
    return day !== null && day > today ? [refused(`${list}.${index}.${name}`, 'in-the-future')] : [];
  });
}

/** Case number: the centre's letter, two digits of the year, a serial of at least four digits. It carries nothing of the patient. */
export function caseNumber(letter: string, year: number, serial: number): string {
  return `${letter}${String(year % 100).padStart(2, '0')}-${String(serial).padStart(4, '0')}`;
}
