import type { EmergencyAccess } from '@consilium/contracts';

/** An emergency access of the demonstration centre; everything in it is invented. */
export const exampleEmergency = (changes: Partial<EmergencyAccess> = {}): EmergencyAccess => ({
  id: '00000000-0000-7000-8009-000000000001',
  caseNo: 'P26-0187',
  person: {
    id: '00000000-0000-4000-8005-000000000009',
    name: '严守拙',
    department: { zh: '心内科', en: 'Cardiology' },
  },
  ownerName: '陆怀舟',
  reasonKind: 'RESCUE',
  reason: '夜间大出血，急诊抢救需要既往治疗经过',
  openedAt: '2026-11-18T01:10:00+08:00',
  endsAt: '2026-11-18T02:10:00+08:00',
  endedEarly: { at: '2026-11-18T01:40:00+08:00', by: '严守拙' },
  isOpen: false,
  review: null,
  availableActions: ['review'],
  ...changes,
});
