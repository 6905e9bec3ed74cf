import { shareSections, type Directory, type DisclosureLine, type ShareLine } from '@consilium/contracts';

/** Shares and disclosures as the API answers them. Used by tests alone. */
export const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const beichen = {
  id: id(2),
  name: { zh: '北辰肿瘤医院', en: 'Beichen Cancer Hospital' },
  shortName: { zh: '北辰', en: 'Beichen' },
};
const session = { id: id(70), startsAt: '2026-11-24T06:00:00.000Z' };

export const shareOf = (changes: Partial<ShareLine> = {}): ShareLine => ({
  id: id(100),
  version: 3,
  state: 'ACTIVE',
  caseNo: 'P26-0187',
  canReadCase: true,
  pxCode: 'PX-7F3K',
  hospital: beichen,
  session,
  agreement: { agreementNo: 'YL-BC-2026-01', validTo: '2027-12-31' },
  consent: { kind: 'TELEMEDICINE', form: 'PAPER', state: 'IN_FORCE', signedOn: '2026-11-12', endsOn: null },
  sections: shareSections.schema.options,
  createdAt: '2026-11-15T02:00:00.000Z',
  createdBy: '许棠',
  expiresAt: '2099-11-26T08:00:00.000Z',
  revokedAt: null,
  revokedBy: null,
  revokeReason: null,
  openings: 2,
  lastOpenedAt: '2026-11-17T08:00:00.000Z',
  availableActions: ['revoke', 'change'],
  ...changes,
});

export const disclosureOf = (changes: Partial<DisclosureLine> = {}): DisclosureLine => ({
  id: id(200),
  at: '2026-11-17T08:00:00.000Z',
  kind: 'CASE',
  person: '闻人朔',
  hospital: beichen,
  caseNo: 'P26-0187',
  pxCode: 'PX-7F3K',
  session,
  sections: ['SUMMARY', 'QUESTIONS', 'IMAGING'],
  agreementNo: 'YL-BC-2026-01',
  consent: { kind: 'TELEMEDICINE', signedOn: '2026-11-12' },
  contentVersion: 2,
  sha256: 'ab12cd34ef56'.padEnd(64, '0'),
  canOpen: true,
  ...changes,
});

export const directory: Directory = {
  hospital: {
    id: id(1),
    name: { zh: '云岭省肿瘤医院', en: 'Yunling' },
    shortName: { zh: '云岭', en: 'Yunling' },
    timeZone: 'Asia/Shanghai',
  },
  centre: { id: id(3), name: { zh: '中心', en: 'Centre' } },
  departments: [],
  people: [],
  rooms: [],
  partners: [{ ...beichen, agreement: null, experts: [] }],
  structures: [],
  tumourTypes: [],
};

export const sessions = { items: [session] };
