import type { Board, BoardCard, Department, Directory, OpinionDot, OverdueItem } from '@consilium/contracts';

/** Wednesday 18 November 2026, 09:42 in Shanghai: the morning of the pictures. */
export const sampleNow = new Date('2026-11-18T09:42:00+08:00');
const HOUR_MS = 3_600_000;
export const inHours = (hours: number) => new Date(sampleNow.getTime() + hours * HOUR_MS).toISOString();
export const sampleId = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const department = (position: number, label: string, code: string, zh: string, en: string): Department => ({
  id: sampleId(100 + position),
  code,
  name: { zh, en },
  label,
  centreRole: 'CORE',
  position,
  isRetired: false,
});
export const imaging = department(1, '影', 'imaging', '影像科', 'Imaging');
export const pathology = department(2, '病', 'pathology', '病理科', 'Pathology');
export const urology = department(3, '泌', 'urology', '泌尿外科', 'Urology');

export const sampleDirectory: Directory = {
  hospital: {
    id: sampleId(1),
    name: { zh: '云岭省肿瘤医院', en: 'Yunling Cancer Hospital' },
    shortName: { zh: '云岭', en: 'Yunling' },
    timeZone: 'Asia/Shanghai',
  },
  centre: { id: sampleId(2), name: { zh: '盆腔中心', en: 'Pelvic centre' } },
  departments: [imaging, pathology, urology],
  people: [],
  rooms: [],
  partners: [],
  structures: [],
  tumourTypes: [],
};

export const sampleDot = (of: Department, changes: Partial<OpinionDot> = {}): OpinionDot => ({
  departmentId: of.id,
  label: of.label,
  state: 'OWED',
  requirement: 'REQUIRED',
  dueAt: null,
  ...changes,
});

export function sampleCard(caseNo: string, changes: Partial<BoardCard> = {}): BoardCard {
  return {
    caseNo,
    version: 1,
    state: 'PREPARING',
    column: 'WAITING_ON_US',
    urgency: 'ROUTINE',
    maskedName: '张**',
    sex: 'FEMALE',
    ageYears: 52,
    diagnosis: '直肠癌术后骶前复发',
    presentation: 'PRIMARY',
    recurrenceNumber: 0,
    risk: 'MODERATE',
    remoteHospitals: 0,
    owner: { id: sampleId(201), name: '陆怀舟' },
    dueAt: null,
    dueKind: null,
    dots: [],
    opinionsGiven: 0,
    opinionsOwed: 0,
    missingInformation: null,
    session: null,
    decision: null,
    plan: null,
    ...changes,
  };
}

export const sampleBoard = (...cards: BoardCard[]): Board => ({
  departmentId: urology.id,
  department: urology.name,
  sequence: '1',
  serverTime: sampleNow.toISOString(),
  cards,
});

export const sampleLate = (number: number, changes: Partial<OverdueItem> = {}): OverdueItem => ({
  id: sampleId(500 + number),
  kind: 'OPINION',
  caseNo: null,
  sessionId: null,
  planId: null,
  who: urology.name,
  departmentId: urology.id,
  dueAt: inHours(-1),
  ...changes,
});
