import { recordContents, type RecordSection } from '@consilium/contracts';
import { describe, expect, it } from 'vitest';
import { refusedOfContent, type ContentBounds } from './content.rules.js';

const bounds: ContentBounds = {
  today: '2026-11-18',
  structureCodes: new Set(['rectum', 'external-iliac-vein-left']),
  vesselCodes: new Set(['external-iliac-vein-left']),
  departmentIds: new Set(['00000000-0000-7000-8000-00000000000d']),
  components: new Map([['AJCC_COLORECTAL', new Map([['T', new Set(['T3'])]])]]),
};
const id = (ordinal: number) => `00000000-0000-7000-8000-${String(ordinal).padStart(12, '0')}`;
const mri = { id: id(1), modality: 'MRI', examinedOn: '2026-11-18', finding: '肿块' };
const stage = { id: id(1), system: 'AJCC_COLORECTAL', prefix: 'c', assessedOn: '2026-11-18', components: { T: 'T3' } };
const refused = (section: RecordSection, content: object) =>
  refusedOfContent(section, recordContents[section].parse(content) as never, bounds).map(
    ({ field, code }) => `${field} ${code}`,
  );

describe('the content of a part', () => {
  it.each<[RecordSection, object]>([
    ['imaging', { entries: [{ ...mri, organs: [{ code: 'rectum', involvement: 'FREE' }] }] }],
    ['staging', { entries: [stage] }],
    ['staging', { entries: [{ ...stage, system: 'OTHER', components: {}, text: 'Masaoka II' }] }],
    [
      'follow-up',
      { entries: [{ id: id(1), dueOn: '2027-02-01', mode: 'PHONE', departmentId: id(0).replace(/0$/, 'd') }] },
    ],
    ['outcome', { operatedOn: '2026-11-01', dischargedOn: '2026-11-01' }],
    ['laboratory', { entries: [] }],
  ])('of %s is taken as it is where nothing is wrong', (section, content) => {
    expect(refused(section, content)).toEqual([]);
  });

  it.each<[RecordSection, object, string[]]>([
    ['imaging', { entries: [{ ...mri, examinedOn: '2026-11-19' }] }, ['content.entries.0.examinedOn in-the-future']],
    ['imaging', { entries: [mri, mri] }, ['content.entries.1.id duplicate']],
    [
      'imaging',
      {
        entries: [
          {
            ...mri,
            organs: [
              { code: 'rectum', involvement: 'FREE' },
              { code: 'rectum', involvement: 'ABUT' },
              { code: 'nowhere', involvement: 'ABUT' },
            ],
            vessels: [{ code: 'rectum', involvement: 'FREE' }],
          },
        ],
      },
      [
        'content.entries.0.organs.2.code unknown',
        'content.entries.0.organs.1.code duplicate',
        'content.entries.0.vessels.0.code unknown',
      ],
    ],
    [
      'imaging',
      { entries: [{ ...mri, rereading: { readOn: '2026-11-19', reader: '某人', discrepancy: 'MAJOR' } }] },
      ['content.entries.0.rereading.readOn in-the-future', 'content.entries.0.rereading.changed required'],
    ],
    [
      'pathology',
      { entries: [{ id: id(1), reportedOn: '2026-11-19', text: '腺癌' }] },
      ['content.entries.0.reportedOn in-the-future'],
    ],
    [
      'treatments',
      { entries: [{ id: id(1), kind: 'SURGERY', happenedOn: '2026-11-10', endedOn: '2026-11-09', text: '手术' }] },
      ['content.entries.0.endedOn before-start'],
    ],
    [
      'staging',
      { entries: [{ ...stage, assessedOn: '2026-11-19', components: { T: 'T9', X: '1' } }] },
      [
        'content.entries.0.assessedOn in-the-future',
        'content.entries.0.components.T unknown',
        'content.entries.0.components.X unknown',
      ],
    ],
    ['staging', { entries: [{ ...stage, components: {} }] }, ['content.entries.0.text required']],
    [
      'structures',
      {
        entries: [
          { code: 'nowhere', involvement: 'ABUT' },
          { code: 'rectum', involvement: 'ABUT' },
          { code: 'rectum', involvement: 'ABUT' },
        ],
      },
      ['content.entries.0.code unknown', 'content.entries.2.code duplicate'],
    ],
    [
      'laboratory',
      { entries: [{ id: id(1), analyte: 'CEA', value: 3, takenOn: '2026-11-19' }] },
      ['content.entries.0.takenOn in-the-future'],
    ],
    [
      'outcome',
      { operatedOn: '2026-11-02', dischargedOn: '2026-11-01', lastSeenOn: '2026-11-19' },
      ['content.lastSeenOn in-the-future', 'content.dischargedOn before-start'],
    ],
    [
      'follow-up',
      { entries: [{ id: id(1), dueOn: '2027-02-01', mode: 'CLINIC', departmentId: id(7) }] },
      ['content.entries.0.departmentId unknown'],
    ],
  ])('of %s is refused field by field', (section, content, fields) => {
    expect(refused(section, content)).toEqual(fields);
  });
});
