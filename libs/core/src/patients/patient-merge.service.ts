import { Injectable } from '@nestjs/common';
import type { AnswerOf, InputOf, PatientComparison, patientEndpoints, PatientMerge } from '@consilium/contracts';
import { authorise, personOf, type Actor } from '../access/index.js';
import { refreshCards } from '../boards/index.js';
import { holdPatients, IdentitySeal, namesPatient } from '../cases/index.js';
import { Database, type Transaction } from '../database/index.js';
import { notFound, Problem, refuseFields } from '../errors/index.js';
import { mergeById, mergesBefore, mergeView, type MergeRow } from './merge-view.js';
import { PatientMergeRow } from './patient-merge.entity.js';
import { recordsOf, type OpenedRecord } from './patient-records.js';
import { isConfirmed } from './record-conflicts.rules.js';

type Pair = InputOf<typeof patientEndpoints.compare>['body'];
type Merge = InputOf<typeof patientEndpoints.merge>['body'];

/** Two records of one patient, joined and parted. Nothing of either record is lost: the joined one keeps its identity and its numbers. */
@Injectable()
export class PatientMergeService {
  constructor(
    private readonly database: Database,
    private readonly seal: IdentitySeal,
  ) {}

  /** Both records side by side, masked. It says of names and days of birth whether they differ, and so is on record for both patients. */
  async compare(actor: Actor, pair: Pair): Promise<PatientComparison> {
    authorise(actor, 'patient:merge', { hospitalId: actor.hospitalId });
    return this.database.write(actor, async (tx) => {
      const { kept, joined, conflicts } = await recordsOf(tx, this.seal, pair);
      if (kept.patientId === joined.patientId) throw new Problem('patient-merge/one-record');
      for (const [one, other] of [
        [kept, joined],
        [joined, kept],
      ] as const)
        await tx.audit({
          action: 'patient.compared',
          objectKind: 'patient',
          objectId: one.patientId,
          detail: { with: other.patientId, conflicts },
        });
      return { kept: shown(kept), joined: shown(joined), conflicts };
    });
  }

  /**
   * Points every case of the joined record to the kept one. What contradicts must have been confirmed, and the cases be those that were shown.
   * A record that is part of another joining is refused: chains could not be parted one by one.
   */
  async merge(actor: Actor, { reason, confirmed, seenCaseNos, ...pair }: Merge): Promise<PatientMerge> {
    authorise(actor, 'patient:merge', { hospitalId: actor.hospitalId });
    return this.database.write(actor, async (tx) => {
      await holdPatients(tx, actor.hospitalId, 'alone');
      const { kept, joined, conflicts } = await recordsOf(tx, this.seal, pair);
      if (kept.patientId === joined.patientId) throw new Problem('patient-merge/one-record');
      if ([kept, joined].some(({ identity }) => namesPatient(reason, identity)))
        throw refuseFields({ field: 'reason', code: 'invalid' });
      await refuseChain(tx, kept.patientId, joined.patientId);
      if (!isConfirmed(conflicts, confirmed)) throw new Problem('patient-merge/conflicts');
      if (joined.cases.map(({ caseNo }) => caseNo).join() !== seenCaseNos.join())
        throw new Problem('patient-merge/cases-changed');
      const id = tx.newId();
      const caseIds = joined.cases.map((one) => one.id);
      await tx.insert(PatientMergeRow, {
        id,
        hospitalId: actor.hospitalId,
        keptId: kept.patientId,
        mergedId: joined.patientId,
        caseIds,
        conflicts,
        reason,
        mergedAt: tx.now,
        mergedBy: personOf(actor),
      });
      await moveCases(tx, caseIds, joined.patientId, kept.patientId);
      await tx.audit({
        action: 'patient.merged',
        objectKind: 'patient',
        objectId: kept.patientId,
        detail: { mergeId: id, joined: joined.patientId, conflicts, reason },
        before: { cases: caseIds, patient: joined.patientId },
        after: { cases: caseIds, patient: kept.patientId },
      });
      return mergeHeld(tx, id).then(mergeView);
    });
  }

  /** Records that were joined in this hospital, the newest first. */
  async list(
    actor: Actor,
    { cursor, limit }: InputOf<typeof patientEndpoints.merges>['query'],
  ): Promise<AnswerOf<typeof patientEndpoints.merges>> {
    authorise(actor, 'patient:merge', { hospitalId: actor.hospitalId });
    return this.database.list(actor, { action: 'patient-merge.listed', objectKind: 'patient-merge' }, async (tx) => {
      const rows = await mergesBefore(tx, cursor ?? null, limit);
      const items = rows.slice(0, limit).map(mergeView);
      return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
    });
  }

  /** Gives the joined record back the cases that came with it. Cases opened since then stay with the record they were opened on. */
  async undo(actor: Actor, id: string, { reason }: { reason: string }): Promise<PatientMerge> {
    authorise(actor, 'patient:merge', { hospitalId: actor.hospitalId });
    return this.database.write(actor, async (tx) => {
      await holdPatients(tx, actor.hospitalId, 'alone');
      const { keptId, mergedId, caseIds, undoneAt } = await mergeHeld(tx, id);
      if (undoneAt !== null) throw new Problem('patient-merge/undone');
      await this.refuseNaming(tx, reason, [keptId, mergedId]);
      await tx.query('UPDATE patient_merges SET undone_at = $2, undone_by = $3, undo_reason = $4 WHERE id = $1', [
        id,
        tx.now,
        personOf(actor),
        reason,
      ]);
      await moveCases(tx, caseIds, keptId, mergedId);
      await tx.audit({
        action: 'patient.parted',
        objectKind: 'patient',
        objectId: keptId,
        detail: { mergeId: id, joined: mergedId, reason },
        before: { cases: caseIds, patient: keptId },
        after: { cases: caseIds, patient: mergedId },
      });
      return mergeHeld(tx, id).then(mergeView);
    });
  }

  private async refuseNaming(tx: Transaction, reason: string, patientIds: readonly string[]): Promise<void> {
    const rows = await tx.query<{ patientId: string; sealed: Buffer; keyId: string }>(
      'SELECT patient_id AS "patientId", sealed, key_id AS "keyId" FROM patient_identities WHERE patient_id = ANY ($1::uuid[])',
      [patientIds],
    );
    if (rows.some(({ patientId, sealed, keyId }) => namesPatient(reason, this.seal.open(patientId, sealed, keyId))))
      throw refuseFields({ field: 'reason', code: 'invalid' });
  }
}

async function mergeHeld(tx: Transaction, id: string): Promise<MergeRow> {
  const row = await mergeById(tx, id);
  if (!row) throw notFound();
  return row;
}

async function refuseChain(tx: Transaction, keptId: string, joinedId: string): Promise<void> {
  const chained = await tx.maybeOne(
    `SELECT 1 AS one FROM patient_merges WHERE undone_at IS NULL AND (merged_id = ANY (ARRAY[$1, $2]::uuid[]) OR kept_id = $2) LIMIT 1`,
    [keptId, joinedId],
  );
  if (chained) throw new Problem('patient-merge/joined-before');
}

/** Points cases from one record to another; whoever has one of them open is told. */
async function moveCases(tx: Transaction, caseIds: readonly string[], from: string, to: string): Promise<void> {
  const moved = await tx.query<{ id: string; caseNo: string }>(
    `UPDATE cases SET patient_id = $3, version = version + 1, updated_at = $4, updated_by = $5
     WHERE id = ANY ($1::uuid[]) AND patient_id = $2 RETURNING id, case_no AS "caseNo"`,
    [caseIds, from, to, tx.now, personOf(tx.actor)],
  );
  for (const { id } of moved) await refreshCards(tx, id);
  await tx.announce('case', ...moved.map(({ caseNo }) => caseNo));
}

const shown = ({ identity: _identity, patientId: _id, registeredAt, cases, ...record }: OpenedRecord) => ({
  ...record,
  registeredAt: registeredAt.toISOString(),
  cases: cases.map(({ id: _case, referredAt, ...one }) => ({ ...one, referredAt: referredAt.toISOString() })),
});
