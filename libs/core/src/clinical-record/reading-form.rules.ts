import type { ClinicalRecord, RecordContents, RecordSection } from '@consilium/contracts';

/** What lists, boards, shares and rules read of a record: the columns that stand in the row of the case. */
export type ReadingForm = Omit<ClinicalRecord, 'tumourType' | 'questions'>;

type Mapping = { [Section in RecordSection]: (content: RecordContents[Section]) => Partial<ReadingForm> };

const mapping: Mapping = {
  diagnosis: ({ text, icd10Code }) => ({ diagnosis: text, icd10Code }),
  presentation: ({ presentation, recurrenceNumber }) => ({ presentation, recurrenceNumber }),
  summary: ({ text }) => ({ summary: text }),
  wishes: ({ text }) => ({ wishes: text }),
  treatments: ({ entries }) => ({
    priorTreatments: entries.map(({ kind, happenedOn, hospitalName, text }) => ({
      kind,
      happenedOn,
      hospitalName,
      text,
    })),
  }),
  status: ({ ecog, comorbidities }) => ({ ecog, comorbidities }),
  structures: ({ entries }) => ({ structures: entries }),
  imaging: ({ entries }) => ({
    imaging: entries.map(({ modality, examinedOn, finding }) => ({ modality, examinedOn, finding })),
  }),
  // Molecular results stay in the record alone: what is shared with other hospitals is made of the reading form.
  pathology: ({ entries }) => ({
    pathology: entries.map(({ reportedOn, text, markers }) => ({ reportedOn, text, markers })),
  }),
  staging: () => ({}),
  laboratory: () => ({}),
  outcome: () => ({}),
  'follow-up': () => ({}),
};

/** What a part of the record says in the reading form; nothing for a part that the reading form leaves out. */
export function readingFormOf<Section extends RecordSection>(
  section: Section,
  content: RecordContents[Section],
): Partial<ReadingForm> {
  return mapping[section](content);
}
