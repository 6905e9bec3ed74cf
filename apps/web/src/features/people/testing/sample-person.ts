import type {
  Directory,
  PersonAccount,
  PersonListItem,
  PersonMembership,
  PersonView,
  SurgicalPrivilege,
} from '@consilium/contracts';

export const sampleId = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const name = (zh: string, en: string) => ({ zh, en });

export const host = { id: sampleId(1), name: name('云岭省肿瘤医院', 'Yunling Cancer Hospital') };
export const beichen = { id: sampleId(2), name: name('北辰肿瘤医院', 'Beichen Cancer Hospital') };
export const urology = { id: sampleId(10), name: name('泌尿外科', 'Urology') };

export const sampleDirectory: Directory = {
  hospital: { ...host, shortName: name('云岭', 'Yunling'), timeZone: 'Asia/Shanghai' },
  centre: { id: sampleId(3), name: name('盆腔中心', 'Pelvic centre') },
  departments: [{ ...urology, code: 'urology', label: '泌', centreRole: 'CORE', position: 1, isRetired: false }],
  people: [],
  rooms: [],
  partners: [{ ...beichen, shortName: name('北辰', 'Beichen'), agreement: null, experts: [] }],
  structures: [],
  tumourTypes: [],
};

export const sampleMembership = (changes: Partial<PersonMembership> = {}): PersonMembership => ({
  id: sampleId(31),
  hospital: host,
  department: urology,
  role: 'DEPT_MEMBER',
  validFrom: '2026-01-01',
  validTo: null,
  posting: null,
  state: 'IN_FORCE',
  availableActions: [],
  ...changes,
});

export const samplePrivilege = (changes: Partial<SurgicalPrivilege> = {}): SurgicalPrivilege => ({
  id: sampleId(41),
  hospital: host.name,
  procedureCode: null,
  procedure: null,
  level: 4,
  validFrom: '2026-01-01',
  validTo: '2027-12-31',
  state: 'VALID',
  grantedBy: '郑启明',
  grantedAt: '2026-01-01T01:00:00.000Z',
  withdrawnAt: null,
  withdrawnBy: null,
  withdrawReason: null,
  availableActions: [],
  ...changes,
});

export const sampleAccount = (changes: Partial<PersonAccount> = {}): PersonAccount => ({
  username: 'urology-1',
  state: 'ACTIVE',
  lockedUntil: null,
  disabledAt: null,
  oneTimeCode: false,
  oneTimeCodeRequired: false,
  signedInBrowsers: 1,
  lastSignInAt: '2026-11-18T01:00:00.000Z',
  linkExpiresAt: null,
  ...changes,
});

export const samplePerson = (changes: Partial<PersonView> = {}): PersonView => ({
  id: sampleId(21),
  version: 7,
  name: '陆怀舟',
  nameEn: 'Lu Huaizhou',
  title: 'CHIEF',
  email: null,
  hospital: { ...host, isHost: true },
  createdAt: '2026-01-01T01:00:00.000Z',
  memberships: [sampleMembership()],
  privileges: [samplePrivilege()],
  account: sampleAccount(),
  availableActions: [],
  ...changes,
});

export const sampleRow = (changes: Partial<PersonListItem> = {}): PersonListItem => ({
  id: sampleId(21),
  name: '陆怀舟',
  nameEn: 'Lu Huaizhou',
  title: 'CHIEF',
  hospital: name('云岭', 'Yunling'),
  departments: [urology.name],
  roles: ['DEPT_LEAD', 'DEPT_MEMBER'],
  posting: null,
  username: 'urology-1',
  account: 'ACTIVE',
  ...changes,
});
