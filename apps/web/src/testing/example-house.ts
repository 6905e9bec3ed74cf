import type { Directory, ProposedDepartment } from '@consilium/contracts';

/** The demonstration centre as far as these screens read it; everything in it is invented. */
const uuid = (kind: number, n: number) =>
  `00000000-0000-4000-8${String(kind).padStart(3, '0')}-${String(n).padStart(12, '0')}`;

const departmentNames = [
  ['imaging', '医学影像科', 'Medical Imaging', '影'],
  ['pathology', '病理科', 'Pathology', '病'],
  ['colorectal', '结直肠外科', 'Colorectal Surgery', '结'],
  ['gynae', '妇瘤科', 'Gynecologic Oncology', '妇'],
  ['urology', '泌尿外科', 'Urology', '泌'],
  ['bone', '骨软组织肿瘤科', 'Bone and Soft Tissue Oncology', '骨'],
  ['interventional', '介入治疗中心', 'Interventional Oncology', '介'],
  ['radiotherapy', '放疗科', 'Radiotherapy', '放'],
  ['anaesthesia', '麻醉科', 'Anesthesiology', '麻'],
  ['icu', '重症医学科', 'Intensive Care', '重'],
  ['transfusion', '输血科', 'Transfusion Medicine', '输'],
] as const;
type DepartmentCode = (typeof departmentNames)[number][0];

const departments = departmentNames.map(([code, zh, en, label], index) => ({
  id: uuid(4, index + 1),
  code,
  name: { zh, en },
  label,
  centreRole: 'CORE' as const,
  position: index + 1,
  isRetired: false,
}));

export const departmentId = (code: DepartmentCode) => departments.find((one) => one.code === code)?.id ?? '';
export const planId = uuid(6, 1);
export const sessionId = uuid(2, 1);
export const shareId = uuid(7, 1);
export const opinionId = (n: number) => uuid(8, n);
export const personId = (n: number) => uuid(5, n);

const structures: [string, string, string, Directory['structures'][number]['region']][] = [
  ['bladder', '膀胱', 'Bladder', 'anterior'],
  ['ureter-left', '左输尿管', 'Left ureter', 'anterior'],
  ['ureter-right', '右输尿管', 'Right ureter', 'anterior'],
  ['prostate', '前列腺', 'Prostate', 'anterior'],
  ['uterus', '子宫', 'Uterus', 'middle'],
  ['ovary-right', '右卵巢', 'Right ovary', 'middle'],
  ['vagina', '阴道', 'Vagina', 'middle'],
  ['rectum', '直肠', 'Rectum', 'posterior'],
  ['sacrum-s3', '骶骨 S3', 'Sacrum S3', 'posterior'],
  ['presacral-plexus', '骶前静脉丛', 'Presacral venous plexus', 'posterior'],
  ['obturator-internus', '闭孔内肌', 'Obturator internus', 'lateral'],
  ['levator', '肛提肌', 'Levator ani', 'perineum'],
  ['small-bowel', '小肠', 'Small bowel', 'abdomen'],
  ['iliac-internal-right', '右髂内动脉', 'Right internal iliac artery', 'vessels'],
  ['iliac-external-right', '右髂外动脉', 'Right external iliac artery', 'vessels'],
  ['sciatic-right', '右坐骨神经', 'Right sciatic nerve', 'nerves'],
  ['root-s2', 'S2 神经根', 'S2 nerve root', 'nerves'],
];

export const exampleDirectory: Directory = {
  hospital: {
    id: uuid(1, 1),
    name: { zh: '云岭省肿瘤医院', en: 'Yunling Cancer Hospital' },
    shortName: { zh: '云岭', en: 'Yunling' },
    timeZone: 'Asia/Shanghai',
  },
  centre: { id: uuid(1, 2), name: { zh: '盆腔疑难复杂肿瘤诊治中心', en: 'Centre for Complex Pelvic Tumours' } },
  departments,
  people: [],
  rooms: [],
  partners: [],
  structures: structures.map(([code, zh, en, region]) => ({ code, name: { zh, en }, region })),
  tumourTypes: [{ code: 'COLORECTAL', name: { zh: '结直肠癌', en: 'Colorectal cancer' } }],
};

export const exampleProposals: ProposedDepartment[] = [
  {
    departmentId: departmentId('imaging'),
    requirement: 'REQUIRED',
    reasons: [{ rule: 'imaging-always', text: { zh: '每例均需影像评估', en: 'Every case needs imaging' } }],
  },
  {
    departmentId: departmentId('urology'),
    requirement: 'REQUIRED',
    reasons: [
      { rule: 'ureter', text: { zh: '右输尿管受侵', en: 'The right ureter is invaded' } },
      { rule: 'hydronephrosis', text: { zh: '合并肾积水', en: 'Hydronephrosis is present' } },
    ],
  },
  {
    departmentId: departmentId('bone'),
    requirement: 'REQUIRED',
    reasons: [{ rule: 'sacrum', text: { zh: '骶骨 S3 可疑受侵', en: 'Sacrum S3 is suspected to be involved' } }],
  },
  {
    departmentId: departmentId('radiotherapy'),
    requirement: 'OPTIONAL',
    reasons: [{ rule: 're-irradiation', text: { zh: '曾接受盆腔放疗', en: 'The pelvis was irradiated before' } }],
  },
];
