import { consensusTypes, directions, stances, type CaseState } from '@consilium/contracts';
import type { ExportedCase, ExportedDecision } from './exported-case.rules.js';
import { concept, said, type FhirNames, type FhirResource } from './fhir-resource.rules.js';

type EpisodeStatus = 'planned' | 'waitlist' | 'active' | 'onhold' | 'finished' | 'cancelled';

/** A case is an episode of care; how far it has come reads so (domain 4.1). */
export const episodeStatus: Record<CaseState, EpisodeStatus> = {
  DRAFT: 'planned',
  REFERRED: 'planned',
  TRIAGE: 'waitlist',
  NEEDS_INFO: 'waitlist',
  PREPARING: 'waitlist',
  READY: 'waitlist',
  SCHEDULED: 'waitlist',
  IN_DISCUSSION: 'waitlist',
  DEFERRED: 'waitlist',
  DECISION_PENDING: 'active',
  DECIDED: 'active',
  PLAN_IN_PREPARATION: 'active',
  PLAN_APPROVED: 'active',
  IN_TREATMENT: 'active',
  FOLLOW_UP: 'active',
  ON_HOLD: 'onhold',
  CLOSED: 'finished',
  DECEASED: 'finished',
  REJECTED: 'cancelled',
  WITHDRAWN: 'cancelled',
};

/** How a referral stands, by how its episode does. */
const REQUEST_STATUS: Record<EpisodeStatus, string> = {
  planned: 'active',
  waitlist: 'active',
  active: 'completed',
  onhold: 'on-hold',
  finished: 'completed',
  cancelled: 'revoked',
};

export const episodeResource = (names: FhirNames, { caseNo, state, referredAt }: ExportedCase): FhirResource => ({
  resourceType: 'EpisodeOfCare',
  id: names.id('episode'),
  identifier: [{ system: `${names.base}NamingSystem/case-number`, value: caseNo }],
  status: episodeStatus[state],
  type: [concept('多学科会诊 MDT')],
  diagnosis: [{ condition: names.condition }],
  patient: names.patient,
  managingOrganization: names.host,
  period: { start: referredAt },
  careManager: names.owner,
});

export const referralResource = (
  names: FhirNames,
  { state, urgency, referredAt, questions }: ExportedCase,
): FhirResource => ({
  resourceType: 'ServiceRequest',
  id: names.id('referral'),
  status: REQUEST_STATUS[episodeStatus[state]],
  intent: 'order',
  priority: urgency === 'URGENT' ? 'urgent' : 'routine',
  code: concept('多学科会诊 MDT'),
  subject: names.patient,
  authoredOn: referredAt,
  requester: names.owner,
  performer: [names.host],
  reasonReference: [names.condition],
  ...said({ note: questions.map((text) => ({ text })) }),
});

/** Each opinion that was given, in the words of who gave it. */
export function opinionResources(names: FhirNames, { opinions }: ExportedCase): FhirResource[] {
  return opinions
    .filter(({ state }) => state === 'SUBMITTED')
    .map(({ from, author, stance, text, needs, submittedAt }, place) => ({
      resourceType: 'ClinicalImpression',
      id: names.id(`opinion-${place + 1}`),
      status: 'completed',
      description: from.zh,
      subject: names.patient,
      assessor: names.person(author),
      problem: [names.condition],
      ...said({
        date: submittedAt,
        summary: text,
        note: [stance === null ? '' : stances.labels[stance].zh, needs]
          .filter((words) => words !== '')
          .map((words) => ({ text: words })),
      }),
    }));
}

/** A signed decision is a plan, its recommendations the activities; the latest is in force and replaces those before it. */
export function decisionResources(names: FhirNames, { decisions }: ExportedCase): FhirResource[] {
  const idOf = (place: number) => names.id(`decision-${decisions.length - place}`);
  return decisions.map((decision, place) => ({
    resourceType: 'CarePlan',
    id: idOf(place),
    status: place === 0 ? 'active' : 'revoked',
    intent: 'plan',
    title: directions.labels[decision.direction].zh,
    description: decision.summary,
    subject: names.patient,
    created: decision.signedAt,
    author: names.person(decision.signedBy),
    addresses: [names.condition],
    ...said({
      replaces: place + 1 < decisions.length ? [{ reference: `CarePlan/${idOf(place + 1)}` }] : [],
      activity: decision.recommendations.map((recommendation) => activity(names, recommendation)),
      note: decision.consensus === null ? [] : [{ text: consensusTypes.labels[decision.consensus].zh }],
    }),
  }));
}

const activity = (names: FhirNames, { text, owner, dueOn }: ExportedDecision['recommendations'][number]) => ({
  detail: {
    status: 'not-started',
    description: text,
    performer: [names.person(owner)],
    scheduledPeriod: { end: dueOn },
  },
});
