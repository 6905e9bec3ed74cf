import { describe, expect, it } from 'vitest';
import { exampleRecord } from '../testing/example-cases';
import { namesRecurrence, treatmentTimeline } from './treatment-timeline';

describe('the timeline of a case', () => {
  it('runs from the oldest treatment to the present recurrence', () => {
    const shuffled = { ...exampleRecord, priorTreatments: [...exampleRecord.priorTreatments].reverse() };
    const entries = treatmentTimeline(shuffled, '2026-11-12');
    expect(entries.map((entry) => entry.date)).toEqual([
      '2023-06-12',
      '2023-07-20',
      '2024-09-02',
      '2025-07-03',
      '2026-11-12',
    ]);
    expect(entries.at(-1)).toMatchObject({ isRecurrence: true, recurrenceNumber: 2 });
  });

  it('has no diamond for a tumour that has not come back', () => {
    const entries = treatmentTimeline({ ...exampleRecord, recurrenceNumber: 0, priorTreatments: [] }, '2026-11-12');
    expect(entries).toEqual([]);
  });

  it.each([
    ['吻合口复发，Miles 术', true],
    ['Resection of the second local recurrence', true],
    ['Dixon 术，随访 2 年未见复发', false],
    ['CT showed no sign of recurrence', false],
    ['CAPOX 6 周期', false],
  ])('reads “%s”', (text, isRecurrence) => {
    expect(namesRecurrence(text)).toBe(isRecurrence);
  });
});
