import type { CaseView } from '@consilium/contracts';

export interface TimelineEntry {
  /** ISO date. */
  date: string;
  kind: CaseView['clinical']['priorTreatments'][number]['kind'] | null;
  hospitalName: string;
  text: string;
  isRecurrence: boolean;
  /** Which recurrence; null where the record does not count it. */
  recurrenceNumber: number | null;
}

const RECURRENCE = /复发|recur/i;
const NO_RECURRENCE = /(无|未见|没有|未发现|排除)[^，。；]{0,6}复发|\b(no|without|absence of)\b[^.;,]{0,30}recur/i;

/** Whether the words of a treatment say that it was for a recurrence. */
export const namesRecurrence = (text: string) => RECURRENCE.test(text) && !NO_RECURRENCE.test(text);

/**
 * The way of the disease, oldest first. The present recurrence stands at its end on the day of referral; earlier ones are marked
 * where the record's own words name them, and left uncounted because the record gives no number there.
 */
export function treatmentTimeline(clinical: CaseView['clinical'], referredOn: string): TimelineEntry[] {
  const entries: TimelineEntry[] = clinical.priorTreatments
    .map(({ happenedOn, kind, hospitalName, text }) => ({
      date: happenedOn,
      kind,
      hospitalName,
      text,
      isRecurrence: namesRecurrence(text),
      recurrenceNumber: null,
    }))
    .sort((a, b) => a.date.localeCompare(b.date));
  if (clinical.recurrenceNumber > 0) {
    entries.push({
      date: referredOn,
      kind: null,
      hospitalName: '',
      text: clinical.diagnosis,
      isRecurrence: true,
      recurrenceNumber: clinical.recurrenceNumber,
    });
  }
  return entries;
}
