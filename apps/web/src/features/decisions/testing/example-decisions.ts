import type { CaseDecision, RecommendationView, StandingFact } from '@consilium/contracts';

const id = (n: number) => `00000000-0000-7000-8011-${String(n).padStart(12, '0')}`;

export const exampleFact = (changes: Partial<StandingFact> = {}): StandingFact => ({
  key: 'ecog',
  label: { zh: 'ECOG', en: 'ECOG' },
  shown: '1',
  observedOn: '2026-11-10',
  recommendation: null,
  validUntil: '2026-12-10',
  flag: null,
  flaggedAt: null,
  nowShown: null,
  ...changes,
});

/** A signed decision that is to be looked at again, since the patient's performance changed. */
export const flaggedDecision = (changes: Partial<CaseDecision> = {}): CaseDecision => ({
  id: id(1),
  round: 1,
  state: 'SIGNED',
  direction: 'SURGERY',
  summary: '行盆腔廓清术，先栓塞。',
  consensus: 'MAJORITY',
  signedBy: '顾知衡',
  signedAt: '2026-11-18T10:00:00+08:00',
  sessionId: id(2),
  facts: [
    exampleFact({ flag: 'CHANGED', flaggedAt: '2026-11-19T09:00:00+08:00', nowShown: '3' }),
    exampleFact({ key: 'pathology', label: { zh: '病理', en: 'Pathology' }, shown: null, validUntil: null }),
  ],
  reviews: [
    {
      id: id(3),
      version: 1,
      state: 'OPEN',
      openedAt: '2026-11-19T09:00:00+08:00',
      closedAt: null,
      closedBy: null,
      reason: '',
      changes: [{ key: 'ecog', label: { zh: 'ECOG', en: 'ECOG' }, flag: 'CHANGED' }],
      availableActions: ['keep'],
    },
  ],
  ...changes,
});

export const exampleRecommendation = (changes: Partial<RecommendationView> = {}): RecommendationView => ({
  id: id(4),
  version: 1,
  caseNo: 'P26-0187',
  decisionId: id(1),
  ordinal: 0,
  kind: 'EMBOLISATION_ABLATION',
  strength: 'STRONG',
  text: '术前栓塞髂内动脉',
  alternatives: [{ rank: 1, when: 'PATIENT_DECLINES', text: '术中球囊阻断' }],
  owner: { id: id(5), name: '贺临川' },
  dueOn: '2026-11-27',
  state: 'PROPOSED',
  reports: [],
  nextStates: ['ADOPTED', 'IN_PROGRESS', 'DONE', 'PARTLY', 'CHANGED', 'NOT_DONE', 'UNKNOWN'],
  ...changes,
});

export const exampleStanding = { total: 3, open: 1, done: 1, otherwise: 0, notDone: 0, unknown: 1 };
