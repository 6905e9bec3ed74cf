import type { ChecklistItem, ItemState, TumourType } from '@consilium/contracts';
import { campusDay } from '../clock/index.js';
import type { Transaction } from '../database/index.js';
import { closeObligation } from '../reminders/index.js';
import { versionInForce } from './checklists-in-force.js';
import { CompletenessItem } from './completeness-item.entity.js';
import { standingOf, type ItemStanding, type RecordForChecks } from './item-state.rules.js';

/** An item as it is stored, with where it stands today by the record. */
export interface PresentItem {
  id: string;
  code: string;
  version: number;
  definition: ChecklistItem;
  stored: { state: ItemState; factOn: string | null; done: boolean; validUntil: string | null };
  present: ItemStanding;
  dueAt: string | null;
  setBy: string | null;
  setAt: string | null;
  reason: string;
  number: number;
}

interface CurrentRound extends RecordForChecks {
  roundId: string;
  centerId: string;
  tumourType: TumourType;
  timeZone: string;
}

const CURRENT = `
  SELECT r.id AS "roundId", c.center_id AS "centerId", c.tumour_type AS "tumourType", hospital_zone(c.hospital_id) AS "timeZone",
    cardinality(r.questions) AS questions, c.ecog, jsonb_array_length(c.structures) AS structures, c.presentation,
    jsonb_array_length(c.prior_treatments) AS "priorTreatments", c.imaging, c.pathology,
    EXISTS (SELECT FROM shares s WHERE s.round_id = r.id AND s.revoked_at IS NULL) AS "isShared",
    EXISTS (SELECT FROM consents n WHERE n.case_id = c.id AND n.withdrawn_at IS NULL AND n.replaced_at IS NULL
      AND (n.ends_on IS NULL OR n.ends_on >= ($2::timestamptz AT TIME ZONE hospital_zone(c.hospital_id))::date)) AS "hasConsent",
    (c.referred_at AT TIME ZONE hospital_zone(c.hospital_id))::date::text AS "referredOn"
  FROM cases c JOIN LATERAL (SELECT * FROM discussion_rounds WHERE case_id = c.id ORDER BY ordinal DESC LIMIT 1) r ON true
  WHERE c.id = $1`;

const ITEMS = `
  SELECT i.id, i.code, i.version, i.definition, i.state, i.done, i.fact_on::text AS "factOn", i.valid_until::text AS "validUntil",
    to_json(i.due_at) AS "dueAt", p.name AS "setBy", to_json(i.set_at) AS "setAt", i.reason, v.number
  FROM completeness_items i JOIN checklist_versions v ON v.id = i.checklist_version_id LEFT JOIN people p ON p.id = i.set_by
  WHERE i.round_id = $1 ORDER BY i.ordinal`;

/** The items of the current round of a case as they stand today. Nothing is written. */
export async function presentItems(tx: Transaction, caseId: string): Promise<PresentItem[]> {
  const round = await tx.one<CurrentRound>(CURRENT, [caseId, tx.now]);
  const today = campusDay(tx.now, round.timeZone);
  const rows = await tx.query<Omit<PresentItem, 'stored' | 'present'> & PresentItem['stored']>(ITEMS, [round.roundId]);
  return rows.map(({ state, factOn, done, validUntil, ...row }) => ({
    ...row,
    stored: { state, factOn, done, validUntil },
    present: standingOf(row.definition, { state, factOn, byHand: row.setBy !== null }, round, today),
  }));
}

/** Lays down what the current round needs by the checklist in force; a round that has its items keeps them. */
export async function layDownItems(tx: Transaction, caseId: string): Promise<void> {
  const round = await tx.one<CurrentRound>(CURRENT, [caseId, tx.now]);
  const laid = await tx.maybeOne('SELECT 1 FROM completeness_items WHERE round_id = $1 LIMIT 1', [round.roundId]);
  if (laid) return;
  const { id, items } = await versionInForce(tx, round.centerId, round.tumourType);
  const today = campusDay(tx.now, round.timeZone);
  await tx.insert(
    CompletenessItem,
    items.map((definition, index) => ({
      id: tx.newId(),
      roundId: round.roundId,
      checklistVersionId: id,
      code: definition.code,
      ordinal: index + 1,
      definition,
      mandatory: definition.mandatory,
      ...standingOf(definition, { state: 'MISSING', factOn: null, byHand: false }, round, today),
    })),
  );
}

/** When the material of the round is due: with the opinions that are built on it. */
export async function dueItems(tx: Transaction, roundId: string, dueAt: Date): Promise<void> {
  await tx.query('UPDATE completeness_items SET due_at = $2 WHERE round_id = $1', [roundId, dueAt]);
}

/**
 * Brings the items of the current round up to what the record says today, and closes what was chased and is done. Returns whether every
 * mandatory item is done.
 */
export async function settleItems(tx: Transaction, caseId: string): Promise<boolean> {
  const items = await presentItems(tx, caseId);
  for (const { id, stored, present } of items) {
    if (stored.state === present.state && stored.factOn === present.factOn && stored.done === present.done) continue;
    await tx.query(
      `UPDATE completeness_items SET state = $2, fact_on = $3, valid_until = $4, done = $5, version = version + 1,
         set_by = NULL, set_at = NULL, reason = '' WHERE id = $1`,
      [id, present.state, present.factOn, present.validUntil, present.done],
    );
  }
  const missing = items.filter(({ definition, present }) => definition.mandatory && !present.done);
  await closeAnswered(
    tx,
    caseId,
    missing.map(({ code }) => code),
  );
  return missing.length === 0;
}

/** Somebody who was chased owes nothing more once all they were chased for is there. */
async function closeAnswered(tx: Transaction, caseId: string, missing: readonly string[]): Promise<void> {
  const answered = await tx.query<{ id: string }>(
    `SELECT m.id FROM material_chases m JOIN discussion_rounds r ON r.id = m.round_id
       JOIN obligations o ON o.kind = 'MATERIAL' AND o.subject_id = m.id AND o.state = 'OPEN'
     WHERE r.case_id = $1 AND NOT m.codes && $2::text[]`,
    [caseId, missing],
  );
  for (const { id } of answered) await closeObligation(tx, 'MATERIAL', id, 'DONE');
}
