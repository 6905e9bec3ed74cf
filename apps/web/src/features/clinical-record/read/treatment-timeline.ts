import type { RecordContents, TreatmentKind } from '@consilium/contracts';

type Treatment = RecordContents['treatments']['entries'][number];
export interface TimelineEntry {
  /** ISO date. */
  date: string;
  kind: TreatmentKind | null;
  text: string;
  /** The treatment itself; null for the present recurrence. */
  treatment: Treatment | null;
  isRecurrence: boolean;
  /** Which recurrence; null where the record does not count it. */
  recurrenceNumber: number | null;
}

const RECURRENCE = /复发|recur/i;
const NO_RECURRENCE = /(无|未见|没有|未发现|排除)[^，。；]{0,6}复发|\b(no|without|absence of)\b[^.;,]{0,30}recur/i;

/** Whether the words of a treatment say that it was for a recurrence. */
export const namesRecurrence = (text: string) => RECURRENCE.test(text) && !NO_RECURRENCE.test(text);

/** The present recurrence, as the record states it. */
export interface PresentRecurrence {
  number: number;
  /** Day on which it was stated. */
  observedOn: string;
  text: string;
}

/**
 * The way of the disease, oldest first. The present recurrence stands at its end on the day it was stated; earlier ones are marked where
 * the record's own words name them, and left uncounted because the record gives no number there.
 */
export function treatmentTimeline(
  treatments: readonly Treatment[],
  present: PresentRecurrence | null,
): TimelineEntry[] {
  const entries: TimelineEntry[] = treatments
    .map((treatment) => ({
      date: treatment.happenedOn,
      kind: treatment.kind,
      text: treatment.text,
      treatment,
      isRecurrence: namesRecurrence(treatment.text),
      recurrenceNumber: null,
    }))
    .sort((a, b) => a.date.localeCompare(b.date));
  if (present !== null && present.number > 0) {
    entries.push({
      date: present.observedOn,
      kind: null,
      text: present.text,
      treatment: null,
      isRecurrence: true,
      recurrenceNumber: present.number,
    });
  }
  return entries;
}
