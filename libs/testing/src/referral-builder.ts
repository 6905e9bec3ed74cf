import { demonstrationCases, demonstrationPatient, type DemonstrationCase } from '@consilium/catalog';
import type { Referral } from '@consilium/contracts';
import { campusDay } from '@consilium/core';
import { BEGINNING } from './test-database.js';
import type { TestWorld } from './test-world.js';

/** The demonstration case of this key, e.g. `002`. */
export function demonstrationCase(key: string): DemonstrationCase {
  const found = demonstrationCases.find((entry) => entry.key === key);
  if (!found) throw new Error(`no demonstration case ${key}`);
  return found;
}

/** A day counted from `today`, as YYYY-MM-DD. */
export function dayFrom(today: string, offset: number): string {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + offset);
  return date.toISOString().slice(0, 10);
}

/** What a surgeon would send to refer a demonstration case; `ordinal` makes the patient. */
export async function referralOf(
  world: Pick<TestWorld, 'departmentId'>,
  key = '002',
  ordinal = 2,
  today = campusDay(BEGINNING, 'Asia/Shanghai'),
): Promise<Referral> {
  const entry = demonstrationCase(key);
  const { clinical } = entry;
  return {
    patient: demonstrationPatient(ordinal, entry, today),
    urgency: entry.urgency,
    clinical: {
      tumourType: clinical.tumourType,
      diagnosis: clinical.diagnosis.zh,
      icd10Code: clinical.icd10.code,
      presentation: clinical.presentation,
      recurrenceNumber: clinical.recurrenceNumber,
      summary: clinical.summary,
      wishes: clinical.wishes.text,
      ecog: clinical.ecog,
      comorbidities: clinical.comorbidities,
      structures: clinical.structures.items,
      priorTreatments: clinical.priorTreatments.map(({ dayOffset, ...treatment }) => ({
        ...treatment,
        happenedOn: dayFrom(today, Math.min(dayOffset, 0)),
      })),
      imaging: clinical.imaging.map(({ dayOffset, ...finding }) => ({
        ...finding,
        examinedOn: dayFrom(today, Math.min(dayOffset, 0)),
      })),
      pathology: clinical.pathology.map(({ dayOffset, ...finding }) => ({
        ...finding,
        reportedOn: dayOffset === null ? null : dayFrom(today, Math.min(dayOffset, 0)),
      })),
      questions: clinical.questions.map(({ zh }) => zh),
    },
    departments: await Promise.all(
      entry.departments.map(async ({ code, requirement, reason }) => ({
        departmentId: await world.departmentId(code),
        requirement,
        reason,
      })),
    ),
  };
}
