import {
  recordContents,
  type ClinicalRecord,
  type ImagingEntry,
  type RecordContents,
  type RecordSection,
} from '@consilium/contracts';
import type { ReadingForm } from './reading-form.rules.js';

/** A part of a record that is to be written, and the day it was so. */
export type PartToWrite = {
  [Section in RecordSection]: { section: Section; content: RecordContents[Section]; observedOn: string };
}[RecordSection];

type PathologyEntry = RecordContents['pathology']['entries'][number];

/** Findings of a referral as entries of the record, each with an id of its own. */
export const imagingEntries = (imaging: ClinicalRecord['imaging'], newId: () => string): ImagingEntry[] =>
  recordContents.imaging.shape.entries.parse(imaging.map((finding) => ({ id: newId(), ...finding })));

export const pathologyEntries = (pathology: ClinicalRecord['pathology'], newId: () => string): PathologyEntry[] =>
  recordContents.pathology.shape.entries.parse(pathology.map((finding) => ({ id: newId(), ...finding })));

/** The latest of the days that are stated, or the other day where none is. */
export const latestDay = (days: readonly (string | null)[], otherwise: string): string =>
  days.reduce<string>((latest, day) => (day !== null && day > latest ? day : latest), '') || otherwise;

/**
 * The parts of a record that a referral fills. Examinations are dated by the latest of them, everything else by the day of the referral.
 * A list that the referral leaves empty is not written: nobody said that there is nothing.
 */
export function partsOfReferral(clinical: ReadingForm, referredOn: string, newId: () => string): PartToWrite[] {
  const { imaging, pathology, priorTreatments } = clinical;
  const today = { observedOn: referredOn };
  const parts: PartToWrite[] = [
    {
      section: 'diagnosis',
      content: recordContents.diagnosis.parse({ text: clinical.diagnosis, icd10Code: clinical.icd10Code }),
      ...today,
    },
    {
      section: 'presentation',
      content: recordContents.presentation.parse({
        presentation: clinical.presentation,
        recurrenceNumber: clinical.recurrenceNumber,
      }),
      ...today,
    },
    { section: 'summary', content: { text: clinical.summary }, ...today },
    { section: 'wishes', content: { text: clinical.wishes }, ...today },
    {
      section: 'status',
      content: recordContents.status.parse({ ecog: clinical.ecog, comorbidities: clinical.comorbidities }),
      ...today,
    },
    { section: 'structures', content: { entries: clinical.structures }, ...today },
    {
      section: 'imaging',
      content: { entries: imagingEntries(imaging, newId) },
      observedOn: latestDay(
        imaging.map(({ examinedOn }) => examinedOn),
        referredOn,
      ),
    },
  ];
  if (priorTreatments.length > 0)
    parts.push({
      section: 'treatments',
      content: recordContents.treatments.parse({
        entries: priorTreatments.map((treatment) => ({ id: newId(), ...treatment })),
      }),
      ...today,
    });
  if (pathology.length > 0)
    parts.push({
      section: 'pathology',
      content: { entries: pathologyEntries(pathology, newId) },
      observedOn: latestDay(
        pathology.map(({ reportedOn }) => reportedOn),
        referredOn,
      ),
    });
  return parts;
}
