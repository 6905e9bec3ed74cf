import type {
  AgendaCandidate,
  AgendaItem,
  DecisionView,
  Person,
  Quorum,
  SessionListItem,
  SessionMember,
  SessionView,
} from '@consilium/contracts';
import {
  beichenId,
  campus,
  departmentId,
  departments,
  directory,
  experts,
  people,
  roomId,
  sessionId,
  shenshuiId,
  uuid,
} from './house-examples';

/** A linked session of the demonstration centre on 18 November 2026, 14:00 to 16:00; tests change what matters to them. */
type Presence = SessionMember['attendance'];
const inRoom: Presence = { mode: 'IN_PERSON', arrivedAt: '2026-11-18T05:58:00.000Z' };
const byVideo: Presence = { mode: 'REMOTE', arrivedAt: '2026-11-18T06:01:00.000Z' };

export function memberOf(one: Person, role: SessionMember['role'], attendance: Presence): SessionMember {
  const department = departments.find((candidate) => candidate.id === one.departmentIds[0]);
  const partner = directory.partners.find((candidate) => candidate.id === one.hospitalId);
  return {
    personId: one.id,
    name: one.name,
    role,
    departmentId: department?.id ?? null,
    department: department?.name ?? null,
    hospitalId: one.hospitalId,
    hospital: partner?.name ?? directory.hospital.name,
    attendance,
  };
}

export const members: SessionMember[] = [
  memberOf(people.chair, 'CHAIR', inRoom),
  memberOf(people.recorder, 'RECORDER', inRoom),
  memberOf(people.urologist, 'MEMBER', inRoom),
  memberOf(people.boneSurgeon, 'MEMBER', inRoom),
  memberOf(people.radiologist, 'MEMBER', inRoom),
  memberOf(people.pathologist, 'MEMBER', inRoom),
  memberOf(people.anaesthetist, 'MEMBER', inRoom),
  memberOf(people.interventionist, 'MEMBER', inRoom),
  memberOf(people.radiotherapist, 'MEMBER', inRoom),
  memberOf(people.transfusionist, 'MEMBER', null),
  memberOf(experts.beichen, 'EXPERT', byVideo),
  memberOf(experts.shenshui, 'EXPERT', null),
];

export const quorumMet: Quorum = {
  met: true,
  lines: [
    {
      key: 'chair',
      label: { zh: '主持人', en: 'Chair' },
      met: true,
      by: '顾知衡',
      basis: { zh: '主持人须为副高以上', en: 'The chair is an associate chief physician or higher' },
    },
    {
      key: 'imaging',
      label: { zh: '影像科', en: 'Imaging' },
      met: true,
      by: '温书言',
      basis: { zh: '影像须由影像科解读', en: 'Imaging is read by imaging' },
    },
    {
      key: 'bone',
      label: { zh: '骨软肿瘤科', en: 'Bone and soft tissue' },
      met: true,
      by: '邵砺川',
      basis: { zh: '累及骶骨', en: 'The sacrum is involved' },
    },
  ],
};
export const quorumLacking: Quorum = {
  met: false,
  lines: [
    ...quorumMet.lines,
    {
      key: 'transfusion',
      label: { zh: '输血科', en: 'Transfusion' },
      met: false,
      by: null,
      basis: { zh: '预计出血超过 1600 ml', en: 'Expected blood loss above 1600 ml' },
    },
  ],
};

export const itemId = (n: number) => uuid(7, n);
const share = (hospitalId: string, zh: string, en: string, pxCode: string, opinionGiven: boolean) => ({
  hospitalId,
  name: { zh, en },
  pxCode,
  opinionGiven,
});
export const withBeichen = share(beichenId, '北辰肿瘤医院', 'Beichen Cancer Hospital', 'PX-7F3K', true);
const withShenshui = share(shenshuiId, '沈水肿瘤医院', 'Shenshui Cancer Hospital', 'PX-9QDM', false);

export function itemOf(ordinal: number, changes: Partial<AgendaItem> = {}): AgendaItem {
  return {
    id: itemId(ordinal),
    version: 1,
    ordinal,
    minutes: 15,
    state: 'QUEUED',
    caseNo: `P26-01${70 + ordinal}`,
    maskedName: '徐**',
    sex: 'FEMALE',
    ageYears: 52,
    diagnosis: '直肠癌骶前复发，累及 S3 与右输尿管',
    risk: 'HIGH',
    questions: ['能否 R0 联合骶骨 S3 以下切除？', '右输尿管：切除再植，还是造瘘？', '先再程放疗，还是直接手术？'],
    opinionsGiven: 8,
    opinionsOwed: 9,
    sharedWith: [],
    quorum: quorumMet,
    decision: null,
    availableActions: [],
    ...changes,
  };
}

export function decisionOf(changes: Partial<DecisionView> = {}): DecisionView {
  return {
    direction: 'SURGERY',
    summary: '拟行骶前复发灶整块切除，联合 S3 以下骶骨及右输尿管下段切除；右输尿管行膀胱腰大肌悬吊再植。',
    stances: [
      {
        departmentId: departmentId('bone'),
        hospitalId: null,
        personId: people.boneSurgeon.id,
        stance: 'support',
        note: '',
      },
      {
        departmentId: departmentId('urology'),
        hospitalId: null,
        personId: people.urologist.id,
        stance: 'support',
        note: '',
      },
      {
        departmentId: departmentId('radiotherapy'),
        hospitalId: null,
        personId: people.radiotherapist.id,
        stance: 'oppose',
        note: '距首程放疗 26 个月，建议先行再程放疗 30 Gy，再评估切缘。',
      },
    ],
    recommendations: [{ text: '分肾功能 ECT 复测', ownerId: people.urologist.id, dueOn: '2026-11-20' }],
    patientPreferenceConsidered: true,
    consensusOverride: null,
    version: 3,
    state: 'DRAFT',
    consensus: 'MAJORITY',
    tally: { support: 2, conditional: 0, oppose: 1 },
    signedBy: null,
    signedAt: null,
    contentHash: null,
    ...changes,
  };
}

export function sessionOf(changes: Partial<SessionView> = {}): SessionView {
  return {
    id: sessionId,
    version: 4,
    title: '联合 MDT · 盆腔疑难肿瘤',
    kind: 'LINKED',
    state: 'IN_PROGRESS',
    startsAt: '2026-11-18T06:00:00.000Z',
    endsAt: '2026-11-18T08:00:00.000Z',
    room: { id: roomId, name: { zh: '会议室一', en: 'Meeting room 1' }, campus },
    videoUrl: 'https://meeting.example/consilium',
    cancelReason: null,
    chairId: people.chair.id,
    recorderId: people.recorder.id,
    linkedHospitals: directory.partners
      .filter((partner) => partner.agreement?.isValid === true)
      .map(({ id, name, shortName }) => ({ hospitalId: id, name, shortName })),
    members,
    agenda: [
      itemOf(1, { state: 'SIGNED', minutes: 12, caseNo: 'P26-0174' }),
      itemOf(2, { state: 'CONCLUDED', minutes: 13, maskedName: '高**', caseNo: 'P26-0177', sex: 'MALE' }),
      itemOf(3, {
        state: 'OPEN',
        maskedName: '张**',
        caseNo: 'P26-0187',
        sharedWith: [withBeichen],
        availableActions: ['record', 'conclude', 'defer'],
      }),
      itemOf(4, {
        maskedName: '钱**',
        caseNo: 'P26-0179',
        diagnosis: '侵袭性血管黏液瘤，术后 5 个月复发',
        sharedWith: [withBeichen],
      }),
      itemOf(5, {
        maskedName: '袁**',
        caseNo: 'P26-0185',
        diagnosis: '骶骨软骨肉瘤，直肠后壁受压',
        minutes: 12,
        sharedWith: [withBeichen],
      }),
      itemOf(6, {
        maskedName: '冯**',
        caseNo: 'P26-0181',
        diagnosis: '前列腺癌术后直肠瘘，局部复发',
        minutes: 12,
        sharedWith: [withShenshui],
      }),
      itemOf(7, {
        maskedName: '萧**',
        caseNo: 'P26-0190',
        diagnosis: '局部晚期直肠癌，髂总旁淋巴结',
        minutes: 13,
        sharedWith: [withShenshui],
      }),
      itemOf(8, { maskedName: '董**', caseNo: 'P26-0189', diagnosis: '宫颈癌放疗后直肠阴道瘘' }),
    ],
    plannedMinutes: 107,
    availableActions: ['end', 'mark-attendance'],
    ...changes,
  };
}

export function listItemOf(changes: Partial<SessionListItem> = {}): SessionListItem {
  return {
    id: sessionId,
    title: '联合 MDT · 盆腔疑难肿瘤',
    kind: 'LINKED',
    state: 'PLANNED',
    startsAt: '2026-11-18T06:00:00.000Z',
    endsAt: '2026-11-18T08:00:00.000Z',
    room: { zh: '会议室一', en: 'Meeting room 1' },
    chair: '顾知衡',
    linkedHospitals: [
      { zh: '北辰肿瘤医院', en: 'Beichen Cancer Hospital' },
      { zh: '沈水肿瘤医院', en: 'Shenshui Cancer Hospital' },
    ],
    cases: 8,
    readyCases: 6,
    ...changes,
  };
}

export function candidateOf(changes: Partial<AgendaCandidate> = {}): AgendaCandidate {
  return {
    caseNo: 'P26-0193',
    maskedName: '刘**',
    sex: 'FEMALE',
    ageYears: 38,
    diagnosis: '宫颈癌放疗后中心性复发，合并膀胱阴道瘘',
    risk: 'HIGH',
    ready: true,
    opinionsGiven: 6,
    opinionsOwed: 6,
    consent: 'IN_FORCE',
    recordConsentOn: 3,
    ...changes,
  };
}
