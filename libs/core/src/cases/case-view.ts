import type { CaseView, ClinicalRecord, OpenEmergency, Participation, Permission } from '@consilium/contracts';
import { may, type Actor } from '../access/index.js';
import { campusDay } from '../clock/index.js';
import type { Transaction } from '../database/index.js';
import { actionsBlocked, actionsOpen, type ActionSituation } from './case-actions.rules.js';
import { caseFacts, factsForPolicy, type CaseFacts } from './case-facts.js';
import { CONSENT, SHARES } from './case-view-sharing.js';
import { opinionStates } from './case-transitions.rules.js';
import { courseOf, reasonOf } from './course-facts.js';
import { opinionsSeen } from './opinions-seen.js';
import { roundReasonsFor } from './round-reasons.rules.js';

type Worked =
  | 'round'
  | 'rounds'
  | 'turn'
  | 'nextRoundReasons'
  | 'closingProposed'
  | 'deathDiscussionDueAt'
  | 'availableActions'
  | 'blockedActions'
  | 'opinionDepartmentIds'
  | 'emergencies';

type Stored = Omit<CaseView, Worked> & {
  round: Pick<CaseView['round'], 'ordinal' | 'blind' | 'opinionDueAt' | 'participations'>;
  surgeryDecided: boolean;
  emergencies: Omit<OpenEmergency, 'mayEnd'>[];
  listedDepartmentIds: string[];
  planIsEarlier: boolean;
  planFacts: { leadId: string; departmentIds: string[]; memberIds: string[] } | null;
};

const VIEW = `
  SELECT c.case_no AS "caseNo", c.version, c.state, c.urgency, c.risk, c.risk_reasons AS "riskReasons", to_json(c.referred_at) AS "referredAt",
    c.missing_information AS "missingInformation",
    json_build_object('maskedName', t.masked_name, 'sex', t.sex, 'ageYears', c.age_years, 'province', t.province) AS patient,
    json_build_object('id', o.id, 'name', o.name, 'department', CASE WHEN od.id IS NOT NULL THEN json_build_object('zh', od.name_zh, 'en', od.name_en) END) AS owner,
    json_build_object('tumourType', c.tumour_type, 'diagnosis', c.diagnosis, 'icd10Code', c.icd10_code, 'presentation', c.presentation,
      'recurrenceNumber', c.recurrence_number, 'summary', c.summary, 'wishes', c.wishes, 'ecog', c.ecog, 'comorbidities', c.comorbidities,
      'structures', c.structures, 'priorTreatments', c.prior_treatments, 'imaging', c.imaging, 'pathology', c.pathology, 'questions', r.questions) AS clinical,
    (SELECT to_json(b.due_at) FROM obligations b WHERE b.kind = 'TRIAGE' AND b.subject_id = c.id AND b.state = 'OPEN') AS "triageDueAt",
    json_build_object('ordinal', r.ordinal, 'blind', r.blind, 'opinionDueAt', r.opinion_due_at, 'participations',
      coalesce((SELECT json_agg(json_build_object('departmentId', p.department_id, 'requirement', p.requirement, 'state', p.state,
          'reasons', p.reasons, 'dueAt', p.due_at, 'waiveReason', p.waive_reason) ORDER BY coalesce(cd.position, 1000), d.code)
        FROM participations p JOIN departments d ON d.id = p.department_id
          LEFT JOIN center_departments cd ON cd.department_id = d.id AND cd.center_id = c.center_id
        WHERE p.round_id = r.id), '[]')) AS round,
    ${CONSENT} AS consent,
    (SELECT json_build_object('id', s.id, 'title', s.title, 'startsAt', s.starts_at, 'itemId', i.id)
      FROM agenda_items i JOIN consult_sessions s ON s.id = i.session_id
      WHERE i.round_id = r.id AND i.state <> 'DEFERRED' AND s.state <> 'CANCELLED' LIMIT 1) AS session,
    ${SHARES} AS shares,
    EXISTS (SELECT 1 FROM decisions e WHERE e.round_id = r.id AND e.state = 'SIGNED') AS "decisionSigned",
    EXISTS (SELECT 1 FROM decisions e WHERE e.round_id = r.id AND e.state = 'SIGNED' AND e.direction = 'SURGERY') AS "surgeryDecided",
    coalesce((SELECT json_agg(json_build_object('id', x.id, 'person', json_build_object('id', w.id, 'name', w.name), 'reasonKind', x.reason_kind,
        'reason', x.reason, 'openedAt', x.opened_at, 'endsAt', x.ends_at) ORDER BY x.id)
      FROM emergency_accesses x JOIN people w ON w.id = x.person_id
      WHERE x.case_id = c.id AND x.ended_at IS NULL AND x.ends_at > $3), '[]') AS emergencies,
    coalesce((SELECT json_agg(DISTINCT d.id) FROM restricted_facts f CROSS JOIN LATERAL unnest(f.department_ids) AS d (id)
      WHERE f.case_id = c.id AND f.retired_at IS NULL), '[]') AS "listedDepartmentIds",
    l.id AS "planId", coalesce(l.round_id <> r.id, false) AS "planIsEarlier",
    CASE WHEN l.id IS NOT NULL THEN json_build_object('leadId', l.lead_id,
      'departmentIds', coalesce((SELECT json_agg(DISTINCT g.department_id) FROM surgical_stages g WHERE g.plan_id = l.id), '[]'),
      'memberIds', coalesce((SELECT json_agg(DISTINCT g.lead_id) FROM surgical_stages g WHERE g.plan_id = l.id), '[]')) END AS "planFacts"
  FROM cases c
    JOIN patients t ON t.id = c.patient_id
    JOIN people o ON o.id = c.owner_id
    LEFT JOIN departments od ON od.id = c.owner_department_id
    JOIN discussion_rounds r ON r.id = $2
    LEFT JOIN LATERAL (SELECT id, lead_id, round_id FROM surgical_plans WHERE case_id = c.id ORDER BY number DESC LIMIT 1) l ON true
  WHERE c.id = $1`;

const standing = (consent: CaseView['consent']): 'NONE' | 'ENDING' | 'LASTING' => {
  if (consent?.state !== 'IN_FORCE') return 'NONE';
  return consent.endsOn === null ? 'LASTING' : 'ENDING';
};

/** The case as this actor sees it: what they may do with it, and whose opinions they may read by now. */
export async function viewCase(tx: Transaction, which: string | CaseFacts): Promise<CaseView> {
  const facts = typeof which === 'string' ? await caseFacts(tx, which) : which;
  const { actor } = tx;
  const { surgeryDecided, planFacts, planIsEarlier, emergencies, listedDepartmentIds, ...stored } =
    await tx.one<Stored>(VIEW, [facts.id, facts.roundId, tx.now, campusDay(tx.now, facts.timeZone)]);
  const opinionDepartmentIds = departmentsThatMayAnswer(actor, facts, stored.round.participations);
  const policyFacts = { ...factsForPolicy(facts), listedDepartmentIds };
  const { turn, closingProposed, deathDiscussionDueAt, rounds, ...course } = await courseOf(tx, facts);
  const situation: ActionSituation = {
    state: facts.state,
    consent: standing(stored.consent),
    owesOpinion: opinionDepartmentIds.length > 0,
    someOpinionOwed: !facts.roundClosed && stored.round.participations.some(isOwed),
    isShared: stored.shares.some(({ state }) => state !== 'REVOKED'),
    surgeryDecided,
    hasPlan: planFacts !== null,
    planIsEarlier,
    course,
    actorId: actor.personId,
  };
  const holds = (permission: Permission) =>
    may(
      actor,
      permission,
      permission === 'plan:read' && planFacts !== null ? { ...policyFacts, ...planFacts } : policyFacts,
    );
  return {
    ...stored,
    round: { ...stored.round, ...(await opinionsSeen(tx, facts, stored.round.participations)) },
    turn,
    closingProposed,
    deathDiscussionDueAt,
    rounds,
    nextRoundReasons: [...roundReasonsFor(facts.state)],
    availableActions: actionsOpen(situation, holds),
    blockedActions: actionsBlocked(situation, holds).map(({ action, notYet }) => ({
      action,
      reason: reasonOf(notYet),
    })),
    opinionDepartmentIds,
    emergencies: emergencies.map((open) => ({
      ...open,
      mayEnd: may(actor, 'emergency-access:end', { ...policyFacts, emergencyPersonIds: [open.person.id] }),
    })),
  };
}

const isOwed = ({ state }: Participation): boolean => state === 'OWED' || state === 'DRAFTING' || state === 'STALE';

/** Departments in whose name this actor may give, or revise, an opinion now. */
function departmentsThatMayAnswer(actor: Actor, facts: CaseFacts, participations: readonly Participation[]): string[] {
  if (facts.roundClosed || !opinionStates.includes(facts.state)) return [];
  return participations
    .filter(({ state }) => state !== 'PROPOSED' && state !== 'WAIVED')
    .map(({ departmentId }) => departmentId)
    .filter((departmentId) =>
      may(actor, 'opinion:give', { hospitalId: facts.hospitalId, departmentIds: [departmentId] }),
    );
}

/** The clinical record of a case as it was referred and added to. */
export async function clinicalRecordOf(
  tx: Transaction,
  facts: CaseFacts,
): Promise<{ clinical: ClinicalRecord; ageYears: number }> {
  const { clinical, patient } = await tx.one<Stored>(VIEW, [
    facts.id,
    facts.roundId,
    tx.now,
    campusDay(tx.now, facts.timeZone),
  ]);
  return { clinical, ageYears: patient.ageYears };
}
