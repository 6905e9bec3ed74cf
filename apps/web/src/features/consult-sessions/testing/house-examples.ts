import type { Directory, Person } from '@consilium/contracts';

/** The people, rooms and linked hospitals of the demonstration centre that these tests need. */
export const uuid = (kind: number, n: number) =>
  `00000000-0000-4000-8${String(kind).padStart(3, '0')}-${String(n).padStart(12, '0')}`;

export const hostId = uuid(1, 1);
export const beichenId = uuid(1, 2);
export const shenshuiId = uuid(1, 3);
export const linchuanId = uuid(1, 5);
export const sessionId = uuid(2, 1);
export const roomId = uuid(3, 1);
export const otherRoomId = uuid(3, 2);

const departmentNames = [
  ['imaging', '影像科', 'Imaging', '影'],
  ['pathology', '病理科', 'Pathology', '病'],
  ['colorectal', '结直肠外科', 'Colorectal surgery', '结'],
  ['gynae', '妇瘤科', 'Gynaecologic oncology', '妇'],
  ['urology', '泌尿外科', 'Urology', '泌'],
  ['bone', '骨软肿瘤科', 'Bone and soft tissue', '骨'],
  ['interventional', '介入科', 'Interventional', '介'],
  ['radiotherapy', '放疗科', 'Radiotherapy', '放'],
  ['anaesthesia', '麻醉科', 'Anaesthesia', '麻'],
  ['transfusion', '输血科', 'Transfusion', '输'],
] as const;
export type DepartmentCode = (typeof departmentNames)[number][0];

export const departments = departmentNames.map(([code, zh, en, label], index) => ({
  id: uuid(4, index + 1),
  code,
  name: { zh, en },
  label,
  centreRole: 'CORE' as const,
  position: index + 1,
  isRetired: false,
}));
export const departmentId = (code: DepartmentCode) => departments.find((one) => one.code === code)?.id ?? '';

const person = (
  n: number,
  name: string,
  nameEn: string,
  of: DepartmentCode | null,
  more: Partial<Person> = {},
): Person => ({
  id: uuid(5, n),
  name,
  nameEn,
  title: 'CHIEF',
  hospitalId: hostId,
  departmentIds: of === null ? [] : [departmentId(of)],
  roles: ['DEPT_MEMBER'],
  ...more,
});

export const people = {
  chair: person(1, '顾知衡', 'Gu Zhiheng', 'colorectal', { roles: ['CHAIR'] }),
  recorder: person(2, '柏知微', 'Bai Zhiwei', null, { title: 'STAFF', roles: ['RECORDER'] }),
  urologist: person(3, '陆怀舟', 'Lu Huaizhou', 'urology'),
  secondUrologist: person(4, '江听澜', 'Jiang Tinglan', 'urology', { title: 'ATTENDING' }),
  gynaecologist: person(5, '沈若筠', 'Shen Ruoyun', 'gynae'),
  boneSurgeon: person(6, '邵砺川', 'Shao Lichuan', 'bone'),
  radiologist: person(7, '温书言', 'Wen Shuyan', 'imaging'),
  pathologist: person(8, '季清和', 'Ji Qinghe', 'pathology'),
  anaesthetist: person(9, '骆安澜', 'Luo Anlan', 'anaesthesia'),
  transfusionist: person(10, '方以蓝', 'Fang Yilan', 'transfusion'),
  interventionist: person(11, '乔予宁', 'Qiao Yuning', 'interventional'),
  radiotherapist: person(12, '简述之', 'Jian Shuzhi', 'radiotherapy'),
};
export const experts = {
  beichen: person(21, '闻人朔', 'Wenren Shuo', null, { hospitalId: beichenId, roles: ['REMOTE_EXPERT'] }),
  beichenSecond: person(22, '褚临', 'Chu Lin', null, { hospitalId: beichenId, roles: ['REMOTE_EXPERT'] }),
  shenshui: person(23, '庄牧野', 'Zhuang Muye', null, { hospitalId: shenshuiId, roles: ['REMOTE_EXPERT'] }),
  linchuan: person(24, '贺秋实', 'He Qiushi', null, { hospitalId: linchuanId, roles: ['REMOTE_EXPERT'] }),
};

export const campus = { zh: '主院区', en: 'Main campus' };
export const directory: Directory = {
  hospital: {
    id: hostId,
    name: { zh: '云岭省肿瘤医院', en: 'Yunling Cancer Hospital' },
    shortName: { zh: '云岭', en: 'Yunling' },
    timeZone: 'Asia/Shanghai',
  },
  centre: { id: uuid(6, 1), name: { zh: '盆腔疑难复杂肿瘤诊治中心', en: 'Centre for complex pelvic tumours' } },
  departments,
  people: Object.values(people),
  rooms: [
    { id: roomId, kind: 'MEETING_ROOM', name: { zh: '会议室一', en: 'Meeting room 1' }, campus, isRetired: false },
    { id: otherRoomId, kind: 'MEETING_ROOM', name: { zh: '会议室二', en: 'Meeting room 2' }, campus, isRetired: false },
  ],
  partners: [
    {
      id: beichenId,
      name: { zh: '北辰肿瘤医院', en: 'Beichen Cancer Hospital' },
      shortName: { zh: '北辰', en: 'Beichen' },
      agreement: { agreementNo: 'XZ-2026-01', validFrom: '2026-01-01', validTo: '2027-12-31', isValid: true },
      experts: [experts.beichen, experts.beichenSecond],
    },
    {
      id: shenshuiId,
      name: { zh: '沈水肿瘤医院', en: 'Shenshui Cancer Hospital' },
      shortName: { zh: '沈水', en: 'Shenshui' },
      agreement: { agreementNo: 'XZ-2026-02', validFrom: '2026-01-01', validTo: '2027-12-31', isValid: true },
      experts: [experts.shenshui],
    },
    {
      id: linchuanId,
      name: { zh: '临川市人民医院', en: 'Linchuan People’s Hospital' },
      shortName: { zh: '临川', en: 'Linchuan' },
      agreement: { agreementNo: 'XZ-2024-07', validFrom: '2024-01-01', validTo: '2025-12-31', isValid: false },
      experts: [experts.linchuan],
    },
  ],
  structures: [
    { code: 'sacrum', name: { zh: '骶骨 S3', en: 'Sacrum S3' }, region: 'posterior' },
    { code: 'ureter-right', name: { zh: '右输尿管', en: 'Right ureter' }, region: 'lateral' },
    { code: 'presacral-veins', name: { zh: '骶前静脉丛', en: 'Presacral veins' }, region: 'vessels' },
  ],
  tumourTypes: [{ code: 'COLORECTAL', name: { zh: '结直肠癌', en: 'Colorectal cancer' } }],
};
