import { recordContents, type RecordContents, type RecordSection } from '@consilium/contracts';
import { describe, expect, it } from 'vitest';
import { emptyRecord, factsOf, imagingKindOf, type KeptRecord } from './record-facts.rules.js';

const id = (ordinal: number) => `00000000-0000-4000-8000-${String(ordinal).padStart(12, '0')}`;
type Given = Partial<Record<RecordSection, unknown>>;

const record = (given: Given, observedOn = '2026-11-10'): KeptRecord => ({
  ...emptyRecord(),
  ...Object.fromEntries(
    Object.entries(given).map(([section, content]) => [
      section,
      {
        content: recordContents[section as RecordSection].parse(content) as RecordContents[RecordSection],
        observedOn,
        revision: 1,
        recordedAt: new Date('2026-11-10T02:00:00Z'),
      },
    ]),
  ),
});
const valueOf = (given: Given, key: string) =>
  [...factsOf(record(given))].find(([name]) => name === key)?.[1].value ?? null;
const mri = (more: object = {}) => ({
  id: id(1),
  modality: '盆腔增强 MRI',
  examinedOn: '2026-11-08',
  finding: '肿块 9.4×7.6 cm，侵犯精囊',
  sizeMm: [94, 76, 70],
  organs: [
    { code: 'rectum', involvement: 'FREE' },
    { code: 'bladder', involvement: 'INVADE' },
  ],
  ...more,
});

describe('the facts of a record', () => {
  it('are none where nothing is written', () => {
    expect(factsOf(emptyRecord()).size).toBe(0);
  });

  it('are named, dated and labelled each by itself', () => {
    const facts = factsOf(
      record({
        presentation: { presentation: 'LOCAL_RECURRENCE', recurrenceNumber: 2 },
        wishes: { text: '希望保留肛门' },
        status: { ecog: 1, asa: 'III', asaEmergency: true, nrs2002: 4, comorbidities: ['高血压'] },
        structures: { entries: [{ code: 'bladder', involvement: 'INVADE' }] },
        staging: {
          entries: [
            {
              id: id(1),
              system: 'FIGO_CERVIX',
              edition: '2018',
              prefix: 'r',
              assessedOn: '2026-11-07',
              derivedGroup: 'IVA',
            },
          ],
        },
        imaging: { entries: [mri(), mri({ id: id(2), modality: '胸部 CT', examinedOn: '2026-11-05' })] },
        pathology: { entries: [{ id: id(1), reportedOn: '2026-10-30', text: '鳞状细胞癌' }] },
        laboratory: { entries: [{ id: id(1), analyte: 'SCC', value: 3.2, unit: 'ng/mL', takenOn: '2026-11-06' }] },
      }),
    );
    expect([...facts].map(([key, { observedOn, label }]) => [key, observedOn, label.zh])).toEqual([
      ['presentation', '2026-11-10', '就诊类型与复发'],
      ['wishes', '2026-11-10', '患者意愿'],
      ['ecog', '2026-11-10', 'ECOG'],
      ['asa', '2026-11-10', 'ASA 分级'],
      ['nrs2002', '2026-11-10', 'NRS2002'],
      ['comorbidities', '2026-11-10', '合并症'],
      ['structures', '2026-11-10', '受累结构'],
      ['stage:FIGO_CERVIX', '2026-11-07', 'FIGO 宫颈'],
      ['imaging:MRI', '2026-11-08', 'MRI'],
      ['imaging:CT', '2026-11-05', 'CT'],
      ['pathology', '2026-10-30', '病理'],
      ['laboratory:SCC', '2026-11-06', 'SCC'],
    ]);
    expect(facts.get('asa')?.value).toBe('IIIE');
    expect(facts.get('laboratory:SCC')?.value).toBe('3.2 ng/mL');
    expect(facts.get('presentation')?.value).toBe('LOCAL_RECURRENCE 2');
  });

  it.each<[string, Given, Given, string]>([
    ['width and spaces', { wishes: { text: '保肛 ，可造口' } }, { wishes: { text: '保肛  ,可造口\n' } }, 'wishes'],
    [
      'order of comorbidities',
      { status: { ecog: 1, comorbidities: ['高血压', '糖尿病'] } },
      { status: { ecog: 1, comorbidities: ['糖尿病', '高血压'] } },
      'comorbidities',
    ],
    [
      'order of structures',
      {
        structures: {
          entries: [
            { code: 'rectum', involvement: 'INVADE' },
            { code: 'bladder', involvement: 'ABUT' },
          ],
        },
      },
      {
        structures: {
          entries: [
            { code: 'bladder', involvement: 'ABUT' },
            { code: 'rectum', involvement: 'INVADE' },
          ],
        },
      },
      'structures',
    ],
    [
      'the id, the day, the reader and a re-reading that agrees',
      { imaging: { entries: [mri()] } },
      {
        imaging: {
          entries: [
            mri({
              id: id(9),
              examinedOn: '2026-11-09',
              reader: '读片者',
              studyUid: '1.2.3',
              rereading: { readOn: '2026-11-10', reader: '读片者', discrepancy: 'NONE' },
            }),
          ],
        },
      },
      'imaging:MRI',
    ],
    [
      'an older result joined the trend',
      { laboratory: { entries: [{ id: id(1), analyte: 'CEA', value: 5, unit: 'ng/mL', takenOn: '2026-11-02' }] } },
      {
        laboratory: {
          entries: [
            { id: id(1), analyte: ' cea', value: 5, unit: 'ng/mL', takenOn: '2026-11-02' },
            { id: id(2), analyte: 'CEA', value: 9, unit: 'ng/mL', takenOn: '2026-10-02' },
          ],
        },
      },
      'laboratory:CEA',
    ],
  ])('say the same whatever the %s', (_, before, after, key) => {
    expect(valueOf(before, key)).not.toBeNull();
    expect(valueOf(after, key)).toBe(valueOf(before, key));
  });

  it.each<[string, Given, Given, string]>([
    [
      'an organ',
      { imaging: { entries: [mri()] } },
      { imaging: { entries: [mri({ organs: [{ code: 'rectum', involvement: 'INVADE' }] })] } },
      'imaging:MRI',
    ],
    [
      'a re-reading that differs',
      { imaging: { entries: [mri()] } },
      {
        imaging: {
          entries: [
            mri({
              rereading: { readOn: '2026-11-10', reader: '读片者', discrepancy: 'MAJOR', changed: '侧盆壁受侵' },
            }),
          ],
        },
      },
      'imaging:MRI',
    ],
    [
      'a newer examination',
      { imaging: { entries: [mri()] } },
      { imaging: { entries: [mri(), mri({ id: id(2), examinedOn: '2026-11-09', finding: '肿块缩小' })] } },
      'imaging:MRI',
    ],
    [
      'a stage overridden',
      {
        staging: {
          entries: [
            { id: id(1), system: 'AJCC_COLORECTAL', prefix: 'c', assessedOn: '2026-11-01', derivedGroup: 'IIIB' },
          ],
        },
      },
      {
        staging: {
          entries: [
            {
              id: id(1),
              system: 'AJCC_COLORECTAL',
              prefix: 'c',
              assessedOn: '2026-11-01',
              derivedGroup: 'IIIB',
              override: { group: 'IIIC', reason: '侧方淋巴结' },
            },
          ],
        },
      },
      'stage:AJCC_COLORECTAL',
    ],
    [
      'a molecular result',
      { pathology: { entries: [{ id: id(1), text: '腺癌' }] } },
      { pathology: { entries: [{ id: id(1), text: '腺癌', molecularMarkers: ['KRAS G12D'] }] } },
      'pathology',
    ],
  ])('tell %s from what was known before', (_, before, after, key) => {
    expect(valueOf(before, key)).not.toBeNull();
    expect(valueOf(after, key)).not.toBe(valueOf(before, key));
  });

  it.each([
    ['盆腔增强 MRI', 'MRI'],
    ['MR 平扫', 'MRI'],
    ['核磁共振', 'MRI'],
    ['胸部 CT', 'CT'],
    ['CTA', 'CT'],
    ['全身ＰＥＴ-CT', 'PET'],
    ['PET/MR', 'PET'],
    ['肠镜', 'OTHER'],
    ['骨扫描 ECT', 'OTHER'],
  ])('count %s to %s', (modality, kind) => {
    expect(imagingKindOf(modality)).toBe(kind);
  });
});
