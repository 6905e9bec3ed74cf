import { describe, expect, it } from 'vitest';
import { fullRecordExample } from '../testing/example-records';
import { namesRecurrence, treatmentTimeline } from './treatment-timeline';

const treatments = fullRecordExample().sections.treatments?.content.entries ?? [];
const present = (number: number) => ({ number, observedOn: '2026-11-12', text: '骶前复发' });

describe('the timeline of a case', () => {
  it('runs from the oldest treatment to the present recurrence', () => {
    const entries = treatmentTimeline([...treatments].reverse(), present(2));
    expect(entries.map((entry) => entry.date)).toEqual(['2023-06-12', '2024-09-02', '2025-07-03', '2026-11-12']);
    expect(entries.at(-1)).toMatchObject({ isRecurrence: true, recurrenceNumber: 2 });
  });

  it('has no diamond for a tumour that has not come back', () => {
    expect(treatmentTimeline([], present(0))).toEqual([]);
    expect(treatmentTimeline([], null)).toEqual([]);
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
