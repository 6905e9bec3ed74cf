import type { CaseView, OpinionView, Person } from '@consilium/contracts';
import { departmentId, departments, experts, people, sessionId, uuid, type DepartmentCode } from './house-examples';
import { itemId } from './session-examples';

const opinion = (
  n: number,
  code: DepartmentCode,
  author: Person,
  stance: OpinionView['stance'],
  text: string,
): OpinionView => ({
  id: uuid(8, n),
  departmentId: departmentId(code),
  from: departments.find((one) => one.code === code)?.name ?? { zh: '', en: '' },
  isRemote: false,
  author: author.name,
  state: 'SUBMITTED',
  stance,
  text,
  needs: '',
  answers: [{ question: 1, answer: stance === 'oppose' ? 'DISAGREE' : 'AGREE', text: '再植可行。' }],
  revision: 1,
  version: 1,
  submittedAt: '2026-11-17T03:00:00.000Z',
});

export const opinions: OpinionView[] = [
  opinion(1, 'bone', people.boneSurgeon, 'support', 'S3 以下切除可行，保留双侧 S2 神经根'),
  opinion(2, 'urology', people.urologist, 'support', '右输尿管节段切除，膀胱腰大肌悬吊再植'),
  opinion(3, 'colorectal', people.chair, 'support', '整块切除 + 永久造口，可争取 R0'),
  opinion(
    4,
    'radiotherapy',
    people.radiotherapist,
    'oppose',
    '距首程放疗 26 个月，建议先行再程放疗 30 Gy，再评估切缘。',
  ),
  opinion(5, 'interventional', people.interventionist, 'conditional', '支持 D-1 栓塞，须保留左侧臀上动脉'),
  opinion(6, 'anaesthesia', people.anaesthetist, 'support', 'ASA III，预计出血 1500–2500 ml'),
  opinion(7, 'pathology', people.pathologist, 'information', '同源腺癌复发，pMMR，RAS 野生型'),
  opinion(8, 'imaging', people.radiologist, 'support', '未见 S2 受侵，右侧梨状肌界限尚清'),
  {
    ...opinion(9, 'bone', experts.beichen, 'support', '建议先离断右髂内分支再处理骶前'),
    departmentId: null,
    isRemote: true,
    from: { zh: '北辰肿瘤医院', en: 'Beichen Cancer Hospital' },
  },
];

export function caseOf(changes: Partial<CaseView> = {}): CaseView {
  return {
    caseNo: 'P26-0187',
    version: 6,
    state: 'IN_DISCUSSION',
    urgency: 'ROUTINE',
    patient: { maskedName: '张**', sex: 'FEMALE', ageYears: 52, province: '云岭省' },
    owner: { id: people.chair.id, name: '顾知衡', department: { zh: '结直肠外科', en: 'Colorectal surgery' } },
    clinical: {
      tumourType: 'COLORECTAL',
      diagnosis: '直肠癌骶前复发，累及 S3 与右输尿管',
      icd10Code: 'C20',
      presentation: 'LOCAL_RECURRENCE',
      recurrenceNumber: 2,
      summary: '直肠癌 Dixon 术后吻合口复发，行 Miles 术；再次骶前复发，肿块 48 × 41 mm，右肾积水，CEA 18.6 ng/ml。',
      wishes: '愿接受造口，希望保留排尿功能',
      ecog: 1,
      comorbidities: ['高血压', '右肾积水'],
      structures: [
        { code: 'sacrum', involvement: 'SUSPECT' },
        { code: 'ureter-right', involvement: 'INVADE' },
        { code: 'presacral-veins', involvement: 'ABUT' },
      ],
      priorTreatments: [
        {
          kind: 'SURGERY',
          happenedOn: '2023-06-12',
          hospitalName: '外院',
          text: '直肠癌 Dixon 术，pT3N1，术后辅助化疗 6 周期',
        },
        { kind: 'RADIOTHERAPY', happenedOn: '2024-09-03', hospitalName: '', text: '辅助盆腔放疗 50.4 Gy / 28 次' },
        { kind: 'SURGERY', happenedOn: '2025-07-20', hospitalName: '', text: '第 1 次复发：吻合口复发，Miles 术' },
      ],
      imaging: [
        {
          modality: '盆腔 MRI T2 轴位',
          examinedOn: '2026-11-13',
          finding: '骶前肿块 48 × 41 mm，贴邻骶前静脉丛，S3 骨皮质可疑受侵；右输尿管下段受累，扩张 9 mm。',
        },
        { modality: 'CT 胸腹盆', examinedOn: '2026-11-10', finding: '未见肝肺转移，右肾中度积水。' },
        { modality: 'PET-CT', examinedOn: '2026-10-30', finding: '骶前病灶 SUVmax 11.2，余未见异常浓聚。' },
      ],
      pathology: [
        {
          reportedOn: '2026-11-06',
          text: '骶前肿块穿刺：腺癌，形态同前。',
          markers: ['pMMR', 'RAS 野生型', 'HER2 1+'],
        },
      ],
      questions: ['能否 R0 联合骶骨 S3 以下切除？', '右输尿管：切除再植，还是造瘘？', '先再程放疗，还是直接手术？'],
    },
    risk: 'HIGH',
    riskReasons: [{ rule: 'sacrum', text: { zh: '累及骶骨', en: 'The sacrum is involved' } }],
    referredAt: '2026-11-09T02:00:00.000Z',
    triageDueAt: null,
    missingInformation: null,
    round: {
      ordinal: 1,
      blind: false,
      opinionDueAt: '2026-11-17T04:00:00.000Z',
      participations: departments
        .filter((one) => one.code !== 'gynae')
        .map((one) => ({
          departmentId: one.id,
          requirement: 'REQUIRED' as const,
          state: one.code === 'transfusion' ? ('OWED' as const) : ('GIVEN' as const),
          reasons: [],
          dueAt: '2026-11-17T04:00:00.000Z',
          waiveReason: null,
        })),
      opinions,
      hiddenOpinions: 0,
    },
    consent: {
      id: uuid(12, 1),
      kind: 'TELEMEDICINE',
      state: 'IN_FORCE',
      form: 'PAPER',
      signedBy: 'PATIENT',
      relation: '',
      reason: '',
      signedOn: '2026-11-12',
      endsOn: null,
      withdrawnAt: null,
      openShares: 0,
    },
    session: {
      id: sessionId,
      title: '联合 MDT · 盆腔疑难肿瘤',
      startsAt: '2026-11-18T06:00:00.000Z',
      itemId: itemId(3),
    },
    shares: [],
    decisionSigned: false,
    planId: null,
    emergencies: [],
    availableActions: [],
    opinionDepartmentIds: [],
    ...changes,
  };
}
