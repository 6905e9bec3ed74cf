import {
  recordSections,
  type Directory,
  type FullRecord,
  type RecordContents,
  type RecordPart,
  type RecordSection,
} from '@consilium/contracts';

/** Records of invented cases, as far as these screens read them. */
const id = (n: number) => `00000000-0000-4000-8009-${String(n).padStart(12, '0')}`;

const written = <Section extends RecordSection>(content: RecordContents[Section], revision = 1) =>
  ({
    content,
    revision,
    observedOn: '2026-11-13',
    source: 'OWN',
    sourceNote: '',
    author: '陆怀舟',
    recordedAt: '2026-11-16T09:40:00+08:00',
    reason: '',
  }) as unknown as RecordPart<Section>;

const treatment = (
  n: number,
  changes: Partial<RecordContents['treatments']['entries'][number]>,
): RecordContents['treatments']['entries'][number] => ({
  id: id(n),
  kind: 'SURGERY',
  happenedOn: '2023-06-12',
  endedOn: null,
  hospitalName: '外院',
  text: '直肠癌 Dixon 术，pT3N1M0',
  procedureCode: '',
  organsRemoved: '',
  margin: null,
  complications: '',
  doseGy: null,
  note: '',
  ...changes,
});

const result = (n: number, value: number, takenOn: string) => ({
  id: id(n),
  analyte: 'CEA',
  value,
  unit: 'ng/ml',
  takenOn,
});

const full = (): FullRecord['sections'] => ({
  diagnosis: written<'diagnosis'>({
    text: '直肠癌术后骶前复发，累及 S3 与右输尿管下段',
    icd10Code: 'C20.x00',
    icd10Edition: '国家临床版 2.0',
    icd10Text: '直肠恶性肿瘤',
    additional: [{ code: 'N13.3', edition: '', text: '右肾积水' }],
    site: '骶前',
    morphologyCode: '8140/3',
    morphologyText: '腺癌',
  }),
  presentation: written<'presentation'>({
    presentation: 'LOCAL_RECURRENCE',
    recurrenceNumber: 2,
    diseaseFreeDays: 497,
    pattern: '骶前',
    symptoms: ['骶尾部疼痛'],
  }),
  summary: written<'summary'>({ text: '近 2 月骶尾部疼痛进行性加重，夜间为著。' }, 3),
  wishes: written<'wishes'>({ text: '愿接受永久造口。' }),
  treatments: written<'treatments'>({
    entries: [
      treatment(1, {}),
      treatment(2, { kind: 'RADIOTHERAPY', happenedOn: '2024-09-02', text: '盆腔放疗 28 次', doseGy: 50.4 }),
      treatment(3, { happenedOn: '2025-07-03', text: '吻合口复发，Miles 术', margin: 'R0' }),
    ],
  }),
  staging: written<'staging'>({
    entries: [
      {
        id: id(11),
        system: 'AJCC_COLORECTAL',
        edition: '8',
        prefix: 'r',
        assessedOn: '2026-11-13',
        assessor: '温书言',
        components: { T: 'T4b', N: 'N0', M: 'M0' },
        derivedGroup: 'IIC',
        override: { group: 'IIIC', reason: '侧方淋巴结可疑，按阳性处理' },
        text: '',
      },
    ],
  }),
  status: written<'status'>({
    ecog: 1,
    asa: 'III',
    asaEmergency: false,
    nrs2002: 4,
    heightCm: 160,
    weightKg: 48,
    comorbidities: ['高血压 2 级'],
  }),
  structures: written<'structures'>({
    entries: [
      { code: 'sacrum-s3', involvement: 'SUSPECT' },
      { code: 'ureter-right', involvement: 'INVADE' },
    ],
  }),
  imaging: written<'imaging'>({
    entries: [
      {
        id: id(21),
        modality: '盆腔增强 MRI',
        examinedOn: '2026-11-13',
        finding: '骶前肿物，与 S3 骨皮质分界不清。',
        hospitalName: '省内医院',
        reader: '温书言',
        studyUid: '',
        sizeMm: [48, 41],
        crmMm: 0.5,
        emvi: 3,
        organs: [
          { code: 'bladder', involvement: 'FREE' },
          { code: 'ureter-right', involvement: 'INVADE' },
        ],
        vessels: [{ code: 'iliac-internal-right', involvement: 'OVER_180' }],
        sacralLevel: 'S3',
        resectability: '可切除，S3 以下',
        rereading: { readOn: '2026-11-14', reader: '温书言', discrepancy: 'MAJOR', changed: 'S2 未受侵，切除平面下移' },
      },
    ],
  }),
  pathology: written<'pathology'>({
    entries: [
      {
        id: id(31),
        reportedOn: '2026-11-15',
        text: '穿刺活检：腺癌，形态与原发灶一致',
        markers: ['pMMR'],
        specimen: '骶前穿刺',
        hospitalName: '',
        reportNo: '',
        molecular: '',
        molecularMarkers: ['RAS 野生型'],
        marginMm: null,
        rereading: null,
      },
    ],
  }),
  laboratory: written<'laboratory'>({
    entries: [result(41, 18.6, '2026-11-10'), result(42, 4.1, '2025-09-01'), result(43, 9.2, '2026-08-03')],
  }),
  outcome: null,
  'follow-up': written<'follow-up'>({
    entries: [{ id: id(51), dueOn: '2027-02-18', mode: 'CLINIC', items: ['CEA', '盆腔 MRI'], departmentId: null }],
  }),
});

export const fullRecordExample = (changes: Partial<FullRecord> = {}): FullRecord => ({
  sections: full(),
  writable: [],
  ...changes,
});

export const emptyRecordExample = (writable: RecordSection[] = []): FullRecord => ({
  sections: Object.fromEntries(
    recordSections.schema.options.map((section) => [section, null]),
  ) as FullRecord['sections'],
  writable,
});

/** One part of a record written anew by somebody. */
export function withPart<Section extends RecordSection>(
  record: FullRecord,
  section: Section,
  changes: Partial<RecordPart<Section>>,
): FullRecord {
  const before = record.sections[section] as RecordPart<Section> | null;
  const part = { ...(before ?? written(changes.content as RecordContents[Section])), ...changes };
  return { ...record, sections: { ...record.sections, [section]: part } };
}

const structure = (code: string, zh: string, region: Directory['structures'][number]['region']) => ({
  code,
  name: { zh, en: code },
  region,
});

export const recordDirectory: Directory = {
  hospital: {
    id: id(91),
    name: { zh: '云岭省肿瘤医院', en: 'Yunling Cancer Hospital' },
    shortName: { zh: '云岭', en: 'Yunling' },
    timeZone: 'Asia/Shanghai',
  },
  centre: { id: id(92), name: { zh: '盆腔中心', en: 'Pelvic centre' } },
  departments: [],
  people: [],
  rooms: [],
  partners: [],
  structures: [
    structure('bladder', '膀胱', 'anterior'),
    structure('ureter-right', '右输尿管', 'anterior'),
    structure('sacrum-s3', '骶骨 S3', 'posterior'),
    structure('iliac-internal-right', '右髂内动脉', 'vessels'),
  ],
  tumourTypes: [],
};
