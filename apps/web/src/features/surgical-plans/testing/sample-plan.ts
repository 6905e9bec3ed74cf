import type { Directory, PlanListItem, PlanView, StageView } from '@consilium/contracts';

/** A plan of an invented case with five departments, as the API would answer it. Used by tests alone. */
const idOf = (kind: string, n: number) => `00000000-0000-4000-8${kind}-${String(n).padStart(12, '0')}`;
export const planId = idOf('001', 1);
export const departmentId = (n: number) => idOf('002', n);
export const personId = (n: number) => idOf('003', n);
export const stageId = (n: number) => idOf('004', n);
export const theatreId = idOf('005', 1);

const departments = [
  { n: 1, code: 'anesthesiology', zh: '麻醉科', en: 'Anaesthesia', label: '麻', lead: '骆安澜', leadEn: 'Luo Anlan' },
  { n: 2, code: 'urology', zh: '泌尿外科', en: 'Urology', label: '泌', lead: '陆怀舟', leadEn: 'Lu Huaizhou' },
  {
    n: 3,
    code: 'colorectal-surgery',
    zh: '结直肠外科',
    en: 'Colorectal surgery',
    label: '结',
    lead: '顾知衡',
    leadEn: 'Gu Zhiheng',
  },
  {
    n: 4,
    code: 'head-neck-surgery',
    zh: '头颈外科',
    en: 'Head and neck surgery',
    label: '头',
    lead: '裴仲谦',
    leadEn: 'Pei Zhongqian',
  },
  {
    n: 5,
    code: 'interventional-oncology',
    zh: '介入治疗科',
    en: 'Interventional oncology',
    label: '介',
    lead: '乔予宁',
    leadEn: 'Qiao Yuning',
  },
];

const hospital = { id: idOf('006', 1), zh: '云岭省肿瘤医院', en: 'Yunling Cancer Hospital' };

export const sampleDirectory: Directory = {
  hospital: {
    id: hospital.id,
    name: { zh: hospital.zh, en: hospital.en },
    shortName: { zh: '云岭', en: 'Yunling' },
    timeZone: 'Asia/Shanghai',
  },
  centre: { id: idOf('007', 1), name: { zh: '盆腔疑难复杂肿瘤诊治中心', en: 'Pelvic complex-tumour centre' } },
  departments: departments.map(({ n, code, zh, en, label }) => ({
    id: departmentId(n),
    code,
    name: { zh, en },
    label,
    centreRole: 'CORE',
    position: n,
    isRetired: false,
  })),
  people: [
    ...departments.map(({ n, lead, leadEn }) => ({
      id: personId(n),
      name: lead,
      nameEn: leadEn,
      title: 'CHIEF' as const,
      hospitalId: hospital.id,
      departmentIds: [departmentId(n)],
      roles: ['DEPT_LEAD' as const],
    })),
    {
      id: personId(12),
      name: '江听澜',
      nameEn: 'Jiang Tinglan',
      title: 'ASSOCIATE_CHIEF',
      hospitalId: hospital.id,
      departmentIds: [departmentId(2)],
      roles: ['DEPT_MEMBER'],
    },
  ],
  rooms: [
    {
      id: theatreId,
      kind: 'THEATRE',
      isRetired: false,
      name: { zh: '3 号手术间', en: 'Theatre 3' },
      campus: { zh: '主院区', en: 'Main campus' },
    },
  ],
  partners: [],
  structures: [
    {
      code: 'right-external-iliac-artery',
      name: { zh: '右髂外动脉', en: 'Right external iliac artery' },
      region: 'vessels',
    },
    { code: 'right-ureter', name: { zh: '右输尿管', en: 'Right ureter' }, region: 'anterior' },
  ],
  tumourTypes: [],
};

interface Short {
  department: number;
  goal: string;
  minutes: number;
  startsAfterMinutes: number;
  after: string[];
  structuresAtRisk?: string[];
  bloodUnits?: number;
  dayOffset?: number;
}

function stage(n: number, short: Short): StageView {
  const department = departments.find((one) => one.n === short.department);
  if (department === undefined) throw new Error(`There is no department ${short.department}`);
  return {
    id: stageId(n),
    code: `S${n}`,
    departmentId: departmentId(short.department),
    department: { zh: department.zh, en: department.en },
    leadId: personId(short.department),
    leadName: department.lead,
    goal: short.goal,
    structuresAtRisk: short.structuresAtRisk ?? [],
    entryCondition: '',
    handoverCondition: `${short.goal}完成，出血控制`,
    contingency: `${short.goal}受阻时停止并呼叫总负责人`,
    minutes: short.minutes,
    bloodUnits: short.bloodUnits ?? 0,
    dayOffset: short.dayOffset ?? 0,
    after: short.after,
    startsAfterMinutes: short.startsAfterMinutes,
    confirmation: 'WAITING',
    confirmDueAt: null,
    confirmedAt: null,
    declineReason: null,
    availableActions: [],
  };
}

export const sampleStages: StageView[] = [
  stage(1, { department: 5, goal: '栓塞右髂内分支', minutes: 80, startsAfterMinutes: 0, after: [], dayOffset: -1 }),
  stage(2, { department: 1, goal: '诱导与监测', minutes: 60, startsAfterMinutes: 0, after: ['S1'] }),
  stage(3, {
    department: 2,
    goal: '双 J 管置入',
    minutes: 40,
    startsAfterMinutes: 60,
    after: ['S2'],
    structuresAtRisk: ['右输尿管'],
  }),
  stage(4, {
    department: 4,
    goal: '髂外、髂总动脉骨骼化',
    minutes: 90,
    startsAfterMinutes: 100,
    after: ['S3'],
    structuresAtRisk: ['右髂外动脉', '髂总分叉'],
    bloodUnits: 2,
  }),
  stage(5, {
    department: 3,
    goal: '骶前整块切除',
    minutes: 120,
    startsAfterMinutes: 190,
    after: ['S4'],
    structuresAtRisk: ['骶前静脉丛', '右输尿管'],
    bloodUnits: 6,
  }),
];

export function samplePlan(changes: Partial<PlanView> = {}): PlanView {
  return {
    id: planId,
    caseNo: 'P26-0162',
    number: 1,
    version: 3,
    state: 'DRAFT',
    title: '盆腔侵袭性血管黏液瘤二次复发，接力切除',
    leadId: personId(3),
    leadName: '顾知衡',
    theatreId,
    theatre: { zh: '3 号手术间', en: 'Theatre 3' },
    startsAt: '2099-11-26T00:00:00.000Z',
    anaesthesia: '全身麻醉复合硬膜外',
    position: '改良截石位',
    stages: sampleStages,
    patient: { maskedName: '李**', sex: 'FEMALE', ageYears: 44 },
    diagnosis: '盆腔侵袭性血管黏液瘤复发',
    risk: 'EXTREME',
    recurrenceNumber: 2,
    patientAgreedOn: '2099-11-16',
    operationMinutes: 310,
    bloodUnits: 8,
    updatedAt: '2099-11-17T12:14:00.000Z',
    updatedBy: '顾知衡',
    availableActions: [],
    ...changes,
  };
}

/** The same plan with one stage changed. */
export function withStage(plan: PlanView, code: string, changes: Partial<StageView>): PlanView {
  return { ...plan, stages: plan.stages.map((one) => (one.code === code ? { ...one, ...changes } : one)) };
}

export const sampleListItem: PlanListItem = {
  id: planId,
  caseNo: 'P26-0162',
  title: '盆腔侵袭性血管黏液瘤二次复发，接力切除',
  maskedName: '李**',
  state: 'STAGED',
  startsAt: '2099-11-26T00:00:00.000Z',
  theatre: { zh: '3 号手术间', en: 'Theatre 3' },
  leadName: '顾知衡',
  stages: 5,
  confirmed: 3,
};
