import type {
  ManagedDepartments,
  ManagedHospitals,
  ManagedPartnership,
  ManagedPartnerships,
} from '@consilium/contracts';

export const sampleId = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const both = (zh: string, en: string) => ({ zh, en });

export function sampleHospitals(changes: Partial<ManagedHospitals> = {}): ManagedHospitals {
  return {
    mayManage: true,
    items: [
      {
        id: sampleId(1),
        code: 'yunling',
        name: both('云岭省肿瘤医院', 'Yunling Cancer Hospital'),
        shortName: both('云岭', 'Yunling'),
        province: '云岭',
        isHost: true,
        version: 3,
        campuses: [
          {
            id: sampleId(11),
            name: both('主院区', 'Main campus'),
            timeZone: 'Asia/Shanghai',
            isDefault: true,
            version: 1,
            rooms: [
              {
                id: sampleId(21),
                kind: 'MEETING_ROOM',
                name: both('第一会议室', 'Room 1'),
                isRetired: false,
                futureBookings: 4,
                version: 2,
              },
              {
                id: sampleId(22),
                kind: 'THEATRE',
                name: both('5 号手术间', 'Theatre 5'),
                isRetired: true,
                futureBookings: 0,
                version: 5,
              },
            ],
          },
        ],
      },
    ],
    ...changes,
  };
}

const department = (number: number, code: string, zh: string, label: string, isRetired = false) => ({
  id: sampleId(number),
  code,
  name: both(zh, code),
  label,
  aliases: [],
  kind: 'surgical' as const,
  campusIds: [sampleId(11)],
  isRetired,
  version: 1,
});

export function sampleDepartments(changes: Partial<ManagedDepartments> = {}): ManagedDepartments {
  return {
    mayManage: true,
    items: [
      department(31, 'urology', '泌尿外科', '泌'),
      department(32, 'pathology', '病理科', '病'),
      department(33, 'cardiology', '心内科', '心'),
      department(34, 'old', '旧科室', '旧', true),
    ],
    campuses: [
      { id: sampleId(11), name: both('主院区', 'Main campus') },
      { id: sampleId(12), name: both('东院区', 'East campus') },
    ],
    centre: {
      id: sampleId(5),
      name: both('盆腔中心', 'Pelvic centre'),
      version: 7,
      roster: [
        { departmentId: sampleId(31), role: 'CORE' },
        { departmentId: sampleId(34), role: 'CORE' },
        { departmentId: sampleId(32), role: 'SUPPORTING' },
      ],
    },
    ...changes,
  };
}

const partnership = (
  number: number,
  agreementNo: string,
  state: ManagedPartnership['state'],
  changes: Partial<ManagedPartnership> = {},
): ManagedPartnership => ({
  id: sampleId(number),
  hospital: { id: sampleId(2), name: both('北辰肿瘤医院', 'Beichen Cancer Hospital') },
  agreementNo,
  scopes: ['LINKED_MDT'],
  scopeNote: '',
  validFrom: '2025-01-01',
  validTo: '2027-12-31',
  liabilityNote: '诊疗责任由主管医院承担',
  state,
  ended: null,
  sharesInForce: 0,
  version: 4,
  ...changes,
});

export function samplePartnerships(changes: Partial<ManagedPartnerships> = {}): ManagedPartnerships {
  return {
    mayManage: true,
    hospitals: [{ id: sampleId(2), name: both('北辰肿瘤医院', 'Beichen Cancer Hospital') }],
    items: [
      partnership(41, 'YL-BC-02', 'VALID', { sharesInForce: 3 }),
      partnership(42, 'YL-BC-01', 'EXPIRING'),
      partnership(43, 'YL-BC-00', 'ENDED', {
        ended: { at: '2024-03-01T02:00:00.000Z', by: '钟礼', reason: '对方停止合作' },
      }),
    ],
    ...changes,
  };
}
