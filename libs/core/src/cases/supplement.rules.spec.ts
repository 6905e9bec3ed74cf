import { describe, expect, it } from 'vitest';
import { supplemented, type RecordPart } from './supplement.rules.js';

const image = { modality: 'MRI', examinedOn: '2026-11-01', finding: '骶前肿块' };
const before: RecordPart = { summary: '直肠癌术后复发。', imaging: [image], pathology: [] };

describe('what is added to a record', () => {
  it('stands behind what was there, the note below the summary with its day', () => {
    const added = { note: '已补充血管造影。', imaging: [{ ...image, modality: 'CTA' }], pathology: [] };
    const { record, refused } = supplemented(before, added, '2026-11-18');
    expect(refused).toEqual([]);
    expect(record.summary).toBe('直肠癌术后复发。\n\n补充资料（2026-11-18）：已补充血管造影。');
    expect(record.imaging.map(({ modality }) => modality)).toEqual(['MRI', 'CTA']);
  });

  it('is refused where the record would become too long, telling how much still fits', () => {
    const long = { ...before, summary: '术'.repeat(3_900), imaging: Array.from({ length: 19 }, () => image) };
    const added = { note: '补'.repeat(200), imaging: [image, image], pathology: [] };
    const { refused } = supplemented(long, added, '2026-11-18');
    expect(refused).toEqual([
      { field: 'note', code: 'too-long', parameters: { max: 81 } },
      { field: 'imaging', code: 'too-many', parameters: { max: 1 } },
    ]);
  });
});
