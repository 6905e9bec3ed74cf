import type { ConsultListItem, ConsultRequestView, Directory } from '@consilium/contracts';

/** A routine consult asked of vascular surgery an hour ago. */
export const exampleConsult = (changes: Partial<ConsultListItem> = {}): ConsultListItem => ({
  id: '00000000-0000-7000-8010-000000000001',
  version: 1,
  caseNo: 'P26-0187',
  patient: { maskedName: '张**', sex: 'FEMALE', ageYears: 52 },
  urgency: 'ROUTINE',
  state: 'SENT',
  purpose: '评估髂外血管切除重建的可行性',
  department: { id: '00000000-0000-4000-8002-000000000021', name: { zh: '血管外科', en: 'Vascular surgery' } },
  consultant: null,
  requester: {
    id: '00000000-0000-4000-8005-000000000002',
    name: '江听澜',
    department: { zh: '泌尿外科', en: 'Urology' },
  },
  sentAt: '2026-11-18T08:00:00+08:00',
  dueAt: '2026-11-19T08:00:00+08:00',
  metAt: null,
  availableActions: ['accept', 'decline'],
  ...changes,
});

/** The same with everything that its page shows. */
export const exampleConsultView = (changes: Partial<ConsultRequestView> = {}): ConsultRequestView => ({
  ...exampleConsult(),
  condition: '左下肢水肿加重',
  treatment: '抗凝三天未见好转',
  reason: '术中可能需要血管重建',
  accompaniedBy: null,
  acceptedAt: null,
  arrivedAt: null,
  answer: null,
  recordLimitAt: '2026-11-20T08:00:00+08:00',
  executionNote: null,
  alternative: null,
  trail: [{ kind: 'SENT', at: '2026-11-18T08:00:00+08:00', by: '江听澜', to: null, note: '' }],
  assignable: [],
  ...changes,
});

/** A house with the one department that is asked. */
export const exampleHouse: Directory = {
  hospital: {
    id: '00000000-0000-4000-8000-0000000000a1',
    name: { zh: '云岭省肿瘤医院', en: 'Yunling Cancer Hospital' },
    shortName: { zh: '云岭肿瘤', en: 'Yunling' },
    timeZone: 'Asia/Shanghai',
  },
  centre: { id: '00000000-0000-4000-8001-000000000001', name: { zh: '盆腔中心', en: 'Pelvic centre' } },
  departments: [
    {
      ...exampleConsult().department,
      code: 'vascular-surgery',
      label: '管',
      centreRole: 'SUPPORTING',
      position: 1,
      isRetired: false,
    },
  ],
  people: [],
  rooms: [],
  partners: [],
  structures: [],
  tumourTypes: [],
};
