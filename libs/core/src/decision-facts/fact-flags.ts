import type { Bilingual, CaseState, Direction, FactFlag } from '@consilium/contracts';
import { refreshCards } from '../boards/index.js';
import { campusDay } from '../clock/index.js';
import type { Transaction } from '../database/index.js';
import { closeObligation, openObligation } from '../reminders/index.js';
import { CONSENT_KEY, consentFact, recordFacts, type PresentFacts } from './present-facts.js';
import { expiresAt, isStillOpen, judge, type Judgement, type StandingFacts } from './standing-facts.rules.js';

/** Who looks again answers within two days. Default. */
const REVIEW_WITHIN_HOURS = 48;

interface DecisionInForce {
  id: string;
  state: CaseState;
  direction: Direction;
  ownerId: string;
  hospitalId: string;
  sessionId: string;
  timeZone: string;
}

interface FactRow extends StandingFacts {
  id: string;
  key: string;
  label: Bilingual;
  presentValue: string | null;
}

// Earlier rounds are history: only the decision of the latest one is still to be carried out.
const IN_FORCE = `
  SELECT e.id, c.state, e.direction, c.owner_id AS "ownerId", c.hospital_id AS "hospitalId", i.session_id AS "sessionId",
    hospital_zone(c.hospital_id) AS "timeZone"
  FROM cases c
    JOIN LATERAL (SELECT id FROM discussion_rounds WHERE case_id = c.id ORDER BY ordinal DESC LIMIT 1) r ON true
    JOIN decisions e ON e.round_id = r.id AND e.state <> 'DRAFT' JOIN agenda_items i ON i.id = e.agenda_item_id
  WHERE c.id = $1 ORDER BY e.updated_at DESC LIMIT 1`;

const FACTS = `
  SELECT id, fact_key AS key, json_build_object('zh', label_zh, 'en', label_en) AS label, value, observed_on::text AS "observedOn",
    confirmed_on::text AS "confirmedOn", valid_days AS "validDays", valid_until::text AS "validUntil", present_value AS "presentValue", flag,
    kept_at AS "keptAt", kept_value AS "keptValue"
  FROM decision_facts WHERE decision_id = $1 ORDER BY recommendation NULLS FIRST, fact_key FOR UPDATE`;

/**
 * To be called in the transaction that writes a part of the record, after it is written. Facts on which the
 * present decision stands and which say something else now are flagged, the owner of the case and the chair are told, and the decision is
 * owed a second look; a fact that says what it said before loses its flag again. The same value entered anew, and parts no decision stands on, change nothing.
 */
export async function factChanged(tx: Transaction, caseId: string): Promise<void> {
  if (!(await standsOnFacts(tx, caseId))) return;
  const present = await recordFacts(tx, caseId);
  await flagFacts(tx, caseId, (fact) => (fact.key === CONSENT_KEY ? null : judgeNow(fact, present)));
}

/** To be called where the patient's consent was given, replaced or withdrawn. */
export async function consentChanged(tx: Transaction, caseId: string): Promise<void> {
  const present = await consentFact(tx, caseId);
  await flagFacts(tx, caseId, (fact) => (fact.key === CONSENT_KEY ? judgeNow(fact, present) : null));
}

/** Flags facts of a case whose validity has ended by now. What the record says is not asked: every change of it is judged when it is written. */
export async function factsExpired(tx: Transaction, caseId: string): Promise<void> {
  await flagFacts(tx, caseId, ({ fact, today }) =>
    fact.flag === null && fact.validUntil !== null && today > fact.validUntil
      ? { flag: 'EXPIRED', presentValue: null, confirmedOn: fact.confirmedOn, validUntil: fact.validUntil }
      : null,
  );
}

/** To be called where a case is discussed anew: the second look its decision was owed is had at the table. */
export async function discussedAgain(tx: Transaction, caseId: string): Promise<void> {
  const closed = await tx.query<{ decisionId: string }>(
    `UPDATE decision_reviews SET state = 'DISCUSSED_AGAIN', closed_at = $2, closed_by = $3, version = version + 1
     WHERE case_id = $1 AND state = 'OPEN' RETURNING decision_id AS "decisionId"`,
    [caseId, tx.now, tx.actor.personId],
  );
  for (const { decisionId } of closed) await closeObligation(tx, 'REVIEW_DECISION', decisionId, 'DONE');
}

/** Most writings are of cases that no decision was made on yet. */
async function standsOnFacts(tx: Transaction, caseId: string): Promise<boolean> {
  const { some } = await tx.one<{ some: boolean }>(
    'SELECT EXISTS (SELECT FROM decision_facts WHERE case_id = $1) AS some',
    [caseId],
  );
  return some;
}

interface Judged {
  key: string;
  fact: FactRow;
  today: string;
}
const judgeNow = ({ key, fact, today }: Judged, present: PresentFacts) => judge(fact, present.get(key), today);

async function flagFacts(tx: Transaction, caseId: string, judged: (fact: Judged) => Judgement | null): Promise<void> {
  const decision = await tx.maybeOne<DecisionInForce>(IN_FORCE, [caseId]);
  if (!decision || !isStillOpen(decision.state, decision.direction)) return;
  const today = campusDay(tx.now, decision.timeZone);
  const facts = await tx.query<FactRow>(FACTS, [decision.id]);
  let isNew = false;
  let isChanged = false;
  for (const fact of facts) {
    const found = judged({ key: fact.key, fact, today });
    if (found === null || isSame(fact, found)) continue;
    isChanged = true;
    isNew ||= found.flag !== null && (fact.flag !== found.flag || fact.presentValue !== found.presentValue);
    await keepJudgement(tx, fact.id, found, decision.timeZone);
    Object.assign(fact, found);
  }
  if (!isChanged) return;
  await settleReview(tx, caseId, decision, facts, isNew);
  await refreshCards(tx, caseId);
}

const isSame = (fact: FactRow, found: Judgement): boolean =>
  fact.flag === found.flag &&
  fact.presentValue === found.presentValue &&
  fact.confirmedOn === found.confirmedOn &&
  fact.validUntil === found.validUntil;

async function keepJudgement(tx: Transaction, factId: string, found: Judgement, timeZone: string): Promise<void> {
  await tx.query(
    `UPDATE decision_facts SET flag = $2, flagged_at = CASE WHEN $2::text IS NULL THEN NULL WHEN flag = $2 THEN flagged_at ELSE $3 END,
       present_value = $4, confirmed_on = $5, valid_until = $6, expires_at = $7 WHERE id = $1`,
    [
      factId,
      found.flag,
      tx.now,
      found.presentValue,
      found.confirmedOn,
      found.validUntil,
      expiresAt(found.validUntil, timeZone),
    ],
  );
}

/** Opens the second look a decision is owed, adds to it, or lets it lapse where every fact says again what it said. */
async function settleReview(
  tx: Transaction,
  caseId: string,
  decision: DecisionInForce,
  facts: readonly FactRow[],
  isNew: boolean,
): Promise<void> {
  const changes = flagged(facts);
  if (changes.length === 0) {
    const lapsed = await tx.maybeOne<{ id: string }>(
      `UPDATE decision_reviews SET state = 'LAPSED', closed_at = $2, version = version + 1 WHERE decision_id = $1 AND state = 'OPEN' RETURNING id`,
      [decision.id, tx.now],
    );
    if (!lapsed) return;
    await closeObligation(tx, 'REVIEW_DECISION', decision.id, 'CANCELLED');
    await tx.audit({ action: 'decision.unflagged', objectKind: 'decision', objectId: decision.id, caseId });
    return;
  }
  await tx.query(
    `INSERT INTO decision_reviews (id, decision_id, case_id, state, changes, opened_at) VALUES ($1, $2, $3, 'OPEN', $4, $5)
     ON CONFLICT (decision_id) WHERE state = 'OPEN' DO UPDATE SET changes = EXCLUDED.changes, version = decision_reviews.version + 1`,
    [tx.newId(), decision.id, caseId, JSON.stringify(changes), tx.now],
  );
  if (!isNew) return;
  await openObligation(tx, {
    kind: 'REVIEW_DECISION',
    subjectId: decision.id,
    hospitalId: decision.hospitalId,
    caseId,
    sessionId: decision.sessionId,
    personId: decision.ownerId,
    dueAt: new Date(tx.now.getTime() + REVIEW_WITHIN_HOURS * 3_600_000),
  });
  await tx.audit({
    action: 'decision.flagged',
    objectKind: 'decision',
    objectId: decision.id,
    caseId,
    detail: { facts: changes.map(({ key, flag }) => ({ key, flag })) },
  });
}

/** Each flagged fact once, although the decision and several recommendations may stand on it. */
function flagged(facts: readonly FactRow[]): { key: string; label: Bilingual; flag: FactFlag }[] {
  const byKey = new Map(
    facts.flatMap(({ key, label, flag }) => (flag === null ? [] : [[key, { key, label, flag }] as const])),
  );
  return [...byKey.values()];
}
