import type { RecordConflict } from '@consilium/contracts';

/** What two records say of a person. */
export interface Said {
  name: string;
  sex: string;
  birthDate: string;
}

/** In what two records contradict each other. Different numbers do not: two records of one patient always have them. */
export function conflictsBetween(one: Said, other: Said): RecordConflict[] {
  return [
    ...(one.sex === other.sex ? [] : (['SEX'] as const)),
    ...(one.birthDate === other.birthDate ? [] : (['BIRTH_DATE'] as const)),
    ...(one.name === other.name ? [] : (['NAME'] as const)),
  ];
}

/** Whether everything that contradicts was confirmed. */
export const isConfirmed = (conflicts: readonly RecordConflict[], confirmed: readonly RecordConflict[]): boolean =>
  conflicts.every((one) => confirmed.includes(one));
