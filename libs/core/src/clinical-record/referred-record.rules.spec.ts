import { clinicalRecord, recordContents, recordSections } from '@consilium/contracts';
import { describe, expect, it } from 'vitest';
import { readingFormOf } from './reading-form.rules.js';
import { partsOfReferral } from './referred-record.rules.js';

const {
  tumourType: _tumourType,
  questions: _questions,
  ...referred
} = clinicalRecord.parse({
  tumourType: 'COLORECTAL',
  diagnosis: '直肠癌术后局部复发',
  icd10Code: 'C20.x00',
  presentation: 'LOCAL_RECURRENCE',
  recurrenceNumber: 1,
  summary: '骶前肿块。',
  wishes: '可接受造口',
  ecog: 1,
  comorbidities: ['高血压'],
  structures: [{ code: 'rectum', involvement: 'INVADE' }],
  priorTreatments: [{ kind: 'SURGERY', happenedOn: '2025-03-01', hospitalName: '某医院', text: 'Dixon 手术' }],
  imaging: [
    { modality: 'MRI', examinedOn: '2026-11-02', finding: '骶前肿块 5×4×4 cm' },
    { modality: 'CT', examinedOn: '2026-11-05', finding: '肺未见转移' },
  ],
  pathology: [{ reportedOn: null, text: '腺癌', markers: ['pMMR'] }],
  questions: ['能否切除？'],
});

const ids = () => {
  let last = 0;
  return () => `00000000-0000-7000-8000-${String(++last).padStart(12, '0')}`;
};

describe('a referral as the first writing of a record', () => {
  const parts = partsOfReferral(referred, '2026-11-10', ids());

  it('fills the parts it says something about, each as its schema has it', () => {
    expect(parts.map(({ section }) => section)).toEqual([
      'diagnosis',
      'presentation',
      'summary',
      'wishes',
      'status',
      'structures',
      'imaging',
      'treatments',
      'pathology',
    ]);
    for (const { section, content } of parts) expect(recordContents[section].parse(content)).toEqual(content);
  });

  it('is dated by the latest examination, and otherwise by the day of the referral', () => {
    expect(Object.fromEntries(parts.map(({ section, observedOn }) => [section, observedOn]))).toMatchObject({
      imaging: '2026-11-05',
      pathology: '2026-11-10',
      diagnosis: '2026-11-10',
    });
  });

  it('reads in the lists as it was referred, nothing lost and nothing added', () => {
    expect(Object.assign({}, ...parts.map(({ section, content }) => readingFormOf(section, content as never)))).toEqual(
      referred,
    );
  });

  it('writes no list in which nothing is said', () => {
    const bare = partsOfReferral({ ...referred, pathology: [], priorTreatments: [] }, '2026-11-10', ids());
    expect(bare.map(({ section }) => section)).not.toContain('pathology');
    expect(bare.map(({ section }) => section)).not.toContain('treatments');
  });
});

describe('the reading form', () => {
  const entry = { id: '00000000-0000-7000-8000-000000000001' };

  it('keeps molecular results, sizes and matrices in the record alone', () => {
    const pathology = recordContents.pathology.parse({
      entries: [{ ...entry, text: '腺癌', molecular: 'KRAS 野生型', molecularMarkers: ['MSS'], reportNo: 'B-1' }],
    });
    expect(readingFormOf('pathology', pathology)).toEqual({
      pathology: [{ reportedOn: null, text: '腺癌', markers: [] }],
    });
    const imaging = recordContents.imaging.parse({
      entries: [{ ...entry, modality: 'MRI', examinedOn: '2026-11-02', finding: '肿块', studyUid: '1.2.3', crmMm: 1 }],
    });
    expect(readingFormOf('imaging', imaging)).toEqual({
      imaging: [{ modality: 'MRI', examinedOn: '2026-11-02', finding: '肿块' }],
    });
  });

  it('says nothing of the parts that no list, board or share reads', () => {
    const left = ['staging', 'laboratory', 'outcome', 'follow-up'] as const;
    for (const section of left)
      expect(readingFormOf(section, recordContents[section].parse({ entries: [] }) as never)).toEqual({});
    expect(recordSections.schema.options).toEqual(expect.arrayContaining([...left]));
  });
});
