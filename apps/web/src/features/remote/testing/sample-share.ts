import {
  shareSections,
  type DeidentifiedCase,
  type Me,
  type OpinionView,
  type RemoteSession,
} from '@consilium/contracts';
import { somebody } from '../../../testing/render-screen';

/** A shared case and its session, as the API would answer them to an expert of another hospital. Used by tests alone. */
const idOf = (kind: string, n: number) => `00000000-0000-4000-8${kind}-${String(n).padStart(12, '0')}`;
const HOUR_MS = 3_600_000;

/** An instant so many hours from now. */
export const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR_MS).toISOString();

export const expert: Me = somebody({
  name: '闻人朔',
  nameEn: 'Wenren Shuo',
  username: 'beichen-expert',
  hospital: {
    id: idOf('006', 2),
    name: { zh: '北辰肿瘤医院', en: 'Beichen Cancer Hospital' },
    isHost: false,
    timeZone: 'Asia/Shanghai',
  },
  memberships: [{ role: 'REMOTE_EXPERT', departmentId: null, department: null }],
  permissions: ['remote:read', 'remote:give-opinion', 'notification:read'],
  home: '/remote',
});

const sessionId = idOf('008', 1);

function item(px: string, dueInHours: number, givenHoursAgo: number | null = null): RemoteSession['cases'][number] {
  return {
    px,
    sex: 'FEMALE',
    ageBand: '50–54',
    diagnosis: `直肠癌骶前复发 ${px}`,
    risk: 'HIGH',
    opinionDueAt: inHours(dueInHours),
    opinionGivenAt: givenHoursAgo === null ? null : inHours(-givenHoursAgo),
    sessionId,
  };
}

export function sampleSession(changes: Partial<RemoteSession> = {}): RemoteSession {
  return {
    id: sessionId,
    title: '多地联动 MDT（盆腔）',
    state: 'PLANNED',
    startsAt: inHours(30),
    endsAt: inHours(32),
    host: { zh: '云岭省肿瘤医院', en: 'Yunling Provincial Cancer Hospital' },
    videoUrl: 'https://meet.example.org/room',
    cases: [item('PX-9D2M', 26), item('PX-7F3K', 5), item('PX-4H8Q', 5, 20)],
    ...changes,
  };
}

export function sampleOpinion(changes: Partial<OpinionView> = {}): OpinionView {
  return {
    id: idOf('009', 1),
    departmentId: null,
    from: { zh: '北辰肿瘤医院', en: 'Beichen Cancer Hospital' },
    isRemote: true,
    author: '闻人朔',
    state: 'DRAFT',
    stance: null,
    text: '',
    needs: '',
    resectability: 'NOT_ASSESSED',
    risks: [],
    conditions: [],
    newEvidence: [],
    answers: [],
    revision: 0,
    version: 1,
    submittedAt: null,
    ...changes,
  };
}

export function sampleShare(changes: Partial<DeidentifiedCase> = {}): DeidentifiedCase {
  return {
    px: 'PX-7F3K',
    sections: shareSections.schema.options,
    sex: 'FEMALE',
    ageBand: '50–54',
    province: '宁夏',
    tumourType: 'COLORECTAL',
    diagnosis: '直肠癌术后骶前复发，累及 S3 与右输尿管',
    presentation: 'LOCAL_RECURRENCE',
    recurrenceNumber: 2,
    risk: 'HIGH',
    summary: '两次局部复发，骶前肿物 4.8 cm，右肾积水。',
    wishes: '愿接受永久造口，希望保留行走能力。',
    ecog: 1,
    comorbidities: ['轻度贫血'],
    structures: [{ code: 'right-ureter', name: { zh: '右输尿管', en: 'Right ureter' }, involvement: 'INVADE' }],
    priorTreatments: [
      { kind: 'RADIOTHERAPY', day: -800, hospital: '外院 B', text: '盆腔放疗 50.4 Gy' },
      { kind: 'SURGERY', day: -1248, hospital: '外院 A', text: 'Dixon 术' },
    ],
    imaging: [{ modality: '盆腔 MRI', day: -5, finding: '骶前肿物 48×41 mm。' }],
    pathology: [{ day: null, text: '腺癌，符合直肠癌复发。', markers: ['MSS'] }],
    questions: ['能否 R0 切除', '右输尿管如何处理'],
    session: { id: sessionId, title: '多地联动 MDT（盆腔）', startsAt: inHours(30), state: 'PLANNED' },
    opinionDueAt: inHours(5),
    accessUntil: inHours(80),
    myOpinion: null,
    otherOpinions: [],
    canGiveOpinion: true,
    ...changes,
  };
}
