import {
  recordSections,
  type CaseListItem,
  type CaseView,
  type ClinicalRecord,
  type FullRecord,
  type OpinionView,
  type Participation,
} from '@consilium/contracts';
import { departmentId, opinionId, personId } from '../../../testing/example-house';

/** A case of the demonstration centre in preparation; everything in it is invented. Tests change what matters to them. */
export const exampleRecord: ClinicalRecord = {
  tumourType: 'COLORECTAL',
  diagnosis: '直肠癌术后骶前复发，累及 S3 与右输尿管下段',
  icd10Code: 'C20.x00',
  presentation: 'LOCAL_RECURRENCE',
  recurrenceNumber: 2,
  summary:
    '直肠癌 Dixon 术后 41 个月，吻合口复发行 Miles 术后 16 个月。近 2 月骶尾部疼痛进行性加重，夜间为著，伴右下肢放射痛。CEA 18.6 ng/ml。右肾轻度积水，血肌酐正常。',
  wishes: '愿接受永久造口；希望保留一侧肾功能，不接受双侧肾造瘘。',
  ecog: 1,
  comorbidities: ['高血压 2 级，药物控制', '右肾轻度积水'],
  structures: [
    { code: 'sacrum-s3', involvement: 'SUSPECT' },
    { code: 'ureter-right', involvement: 'INVADE' },
    { code: 'presacral-plexus', involvement: 'ABUT' },
  ],
  priorTreatments: [
    { kind: 'SURGERY', happenedOn: '2023-06-12', hospitalName: '外院', text: '直肠癌 Dixon 术，pT3N1M0' },
    { kind: 'CHEMOTHERAPY', happenedOn: '2023-07-20', hospitalName: '外院', text: 'CAPOX 6 周期' },
    { kind: 'RADIOTHERAPY', happenedOn: '2024-09-02', hospitalName: '省内医院', text: '盆腔放疗 50.4 Gy / 28 次' },
    { kind: 'SURGERY', happenedOn: '2025-07-03', hospitalName: '省内医院', text: '吻合口复发，Miles 术，切缘阴性' },
  ],
  imaging: [
    {
      modality: '盆腔增强 MRI',
      examinedOn: '2026-11-13',
      finding: '骶前肿物 4.8 × 4.1 cm，与 S3 骨皮质分界不清；右输尿管下段受包绕，扩张 9 mm；骶前静脉丛贴邻。',
    },
    { modality: '胸腹 CT', examinedOn: '2026-11-10', finding: '未见远处转移。' },
  ],
  pathology: [{ reportedOn: '2026-11-15', text: '穿刺活检：腺癌，形态与原发灶一致', markers: ['pMMR', 'RAS 野生型'] }],
  questions: ['能否 R0 联合骶骨 S3 以下切除？', '右输尿管：切除再植，还是造瘘？', '先再程放疗，还是直接手术？'],
};

const taking = (
  code: Parameters<typeof departmentId>[0],
  state: Participation['state'],
  more: Partial<Participation> = {},
): Participation => ({
  departmentId: departmentId(code),
  requirement: 'REQUIRED',
  state,
  reasons: [{ rule: code, text: { zh: `${code} 的规则`, en: `Rule of ${code}` } }],
  dueAt: state === 'PROPOSED' ? null : '2026-11-20T09:00:00+08:00',
  waiveReason: null,
  ...more,
});

export const exampleOpinion = (changes: Partial<OpinionView> = {}): OpinionView => ({
  id: opinionId(1),
  departmentId: departmentId('imaging'),
  from: { zh: '医学影像科', en: 'Medical Imaging' },
  isRemote: false,
  author: '温书言',
  state: 'SUBMITTED',
  stance: 'information',
  text: '未见 S2 受侵，右侧梨状肌界限尚清。',
  needs: '',
  resectability: 'NOT_ASSESSED',
  risks: [],
  conditions: [],
  newEvidence: [],
  answers: [{ question: 0, answer: 'AGREE', text: '骨皮质受累限于 S3' }],
  revision: 1,
  version: 2,
  submittedAt: '2026-11-17T15:20:00+08:00',
  ...changes,
});

export function exampleCase(changes: Partial<CaseView> = {}): CaseView {
  return {
    caseNo: 'P26-0187',
    version: 7,
    state: 'PREPARING',
    urgency: 'ROUTINE',
    patient: { maskedName: '张**', sex: 'FEMALE', ageYears: 52, province: '甘肃' },
    owner: { id: personId(2), name: '陆怀舟', department: { zh: '泌尿外科', en: 'Urology' } },
    clinical: exampleRecord,
    risk: 'HIGH',
    riskReasons: [
      { rule: 'bone', text: { zh: '骶骨可疑受侵：出血风险', en: 'Sacrum possibly involved: risk of bleeding' } },
    ],
    referredAt: '2026-11-12T10:05:00+08:00',
    triageDueAt: null,
    missingInformation: null,
    round: {
      ordinal: 1,
      blind: false,
      opinionDueAt: '2026-11-20T09:00:00+08:00',
      participations: [
        taking('imaging', 'GIVEN'),
        taking('pathology', 'OWED', { dueAt: '2026-11-17T18:00:00+08:00' }),
        taking('colorectal', 'OWED'),
        taking('urology', 'OWED'),
        taking('bone', 'DRAFTING'),
        taking('radiotherapy', 'WAIVED', { requirement: 'OPTIONAL', waiveReason: '放疗科已在会上口头答复' }),
      ],
      opinions: [exampleOpinion()],
      hiddenOpinions: 0,
    },
    consent: null,
    session: null,
    shares: [],
    decisionSigned: false,
    planId: null,
    emergencies: [],
    rounds: [{ ordinal: 1, reason: null, openedAt: '2026-11-16T01:00:00.000Z', closedAt: null }],
    nextRoundReasons: [],
    turn: null,
    closingProposed: null,
    deathDiscussionDueAt: null,
    blockedActions: [],
    availableActions: [],
    opinionDepartmentIds: [],
    ...changes,
  };
}

export const exampleListItem = (changes: Partial<CaseListItem> = {}): CaseListItem => ({
  caseNo: 'P26-0187',
  state: 'PREPARING',
  urgency: 'ROUTINE',
  maskedName: '张**',
  sex: 'FEMALE',
  ageYears: 52,
  diagnosis: exampleRecord.diagnosis,
  risk: 'HIGH',
  recurrenceNumber: 2,
  ownerName: '陆怀舟',
  referredAt: '2026-11-12T10:05:00+08:00',
  nextDueAt: '2026-11-17T18:00:00+08:00',
  opinionsGiven: 3,
  opinionsOwed: 9,
  sessionStartsAt: null,
  ...changes,
});

/** The record of a case of which nothing is written and nothing may be: these screens are about what stands around it. */
export const exampleParts: FullRecord = {
  sections: Object.fromEntries(
    recordSections.schema.options.map((section) => [section, null]),
  ) as FullRecord['sections'],
  writable: [],
};
