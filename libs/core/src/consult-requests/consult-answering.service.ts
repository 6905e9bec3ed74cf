import { Injectable } from '@nestjs/common';
import type { ConsultMoved, consultRequestEndpoints, InputOf } from '@consilium/contracts';
import { personOf, type Actor } from '../access/index.js';
import { fingerprint } from '../audit/index.js';
import { contentHashOf } from '../consult-sessions/index.js';
import { Database, type Transaction } from '../database/index.js';
import { refuseFields } from '../errors/index.js';
import { IdentityService } from '../identity/index.js';
import { closeObligation, openObligation, passObligationOn } from '../reminders/index.js';
import { beginAct, leave, refuseUnlessOpenTo, tellProgress } from './consult-changes.js';
import { dutyOf, executionNoteDueAt, urgentRecordDueAt } from './consult-request.rules.js';
import { consultRow, type ConsultRow } from './consult-rows.js';
import { colleaguesOf } from './consult-view.js';

type Body<Name extends keyof typeof consultRequestEndpoints> = InputOf<(typeof consultRequestEndpoints)[Name]>['body'];

/** What the department that is asked does: take the request, give it on, decline it, arrive, and sign the opinion. */
@Injectable()
export class ConsultAnsweringService {
  constructor(
    private readonly database: Database,
    private readonly identity: IdentityService,
  ) {}

  /** SENT → ACCEPTED by a member of the department; whoever asked is told. */
  async accept(actor: Actor, id: string, { version }: Body<'accept'>): Promise<ConsultMoved> {
    return this.database.write(actor, async (tx) => {
      const row = await beginAct(tx, id, 'accept', version);
      const consultantId = personOf(actor);
      const moved = await leave(tx, row, 'accept', {
        kind: 'ACCEPTED',
        sets: { consultant_id: consultantId, accepted_at: tx.now },
      });
      await tx.asCaseKeeper(row.caseId, async () => {
        // Taken: nobody asks the department any more whether somebody takes it.
        await passObligationOn(tx, dutyOf(row.urgency), id, consultantId, ['BEFORE_20H']);
        await tellProgress(tx, row, row.requesterId);
      });
      return moved;
    });
  }

  /** Gives the request to another person of the same department, who takes it anew; its clock goes on. */
  async reassign(actor: Actor, id: string, { version, personId }: Body<'reassign'>): Promise<ConsultMoved> {
    return this.database.write(actor, async (tx) => {
      const row = await beginAct(tx, id, 'reassign', version);
      await refuseOutsider(tx, row, personId);
      const moved = await leave(tx, row, 'reassign', {
        kind: 'REASSIGNED',
        toPersonId: personId,
        sets: { consultant_id: personId, accepted_at: null },
        detail: { personId },
      });
      await tx.asCaseKeeper(row.caseId, async () => {
        await passObligationOn(tx, dutyOf(row.urgency), id, personId);
        await passObligationOn(tx, 'CONSULT_URGENT_RECORD', id, personId);
        await tellProgress(tx, row, personId);
      });
      return moved;
    });
  }

  /** The lead declines, with a reason and a department to ask instead; whoever asked is told at once. */
  async decline(actor: Actor, id: string, { version, reason, departmentId }: Body<'decline'>): Promise<ConsultMoved> {
    return this.database.write(actor, async (tx) => {
      const row = await beginAct(tx, id, 'decline', version);
      await refuseNoAlternative(tx, row, departmentId);
      const moved = await leave(tx, row, 'decline', {
        kind: 'DECLINED',
        note: reason,
        sets: { alternative_department_id: departmentId, ended_at: tx.now },
        detail: { reason: fingerprint(reason), alternativeDepartmentId: departmentId },
      });
      await tx.asCaseKeeper(row.caseId, async () => {
        await closeObligation(tx, dutyOf(row.urgency), id, 'CANCELLED');
        await tellProgress(tx, row, row.requesterId);
      });
      return moved;
    });
  }

  /** ACCEPTED → ARRIVED: the time counts for the ten minutes of an urgent consult, whose opinion is then to be written at once. */
  async arrive(actor: Actor, id: string, { version, accompaniedBy }: Body<'arrive'>): Promise<ConsultMoved> {
    return this.database.write(actor, async (tx) => {
      const row = await beginAct(tx, id, 'arrive', version);
      const moved = await leave(tx, row, 'arrive', {
        kind: 'ARRIVED',
        // Somebody else who takes it over comes again; the ten minutes were met by who came first.
        sets: { arrived_at: row.arrivedAt ?? tx.now, accompanied_by: accompaniedBy === '' ? null : accompaniedBy },
      });
      if (row.urgency === 'URGENT')
        await tx.asCaseKeeper(row.caseId, async () => {
          await closeObligation(tx, 'CONSULT_URGENT_ARRIVE', id, 'DONE');
          await openObligation(tx, {
            kind: 'CONSULT_URGENT_RECORD',
            subjectId: id,
            hospitalId: row.hospitalId,
            caseId: row.caseId,
            departmentId: row.departmentId,
            personId: row.consultantId ?? row.requesterId,
            dueAt: urgentRecordDueAt(tx.now),
          });
        });
      return moved;
    });
  }

  /**
   * Signs the opinion with the consultant's password (`signature/wrong-password`): it cannot change any more, and its SHA-256 is kept beside it.
   * Whoever asked owes the note of how it was carried out, within a day.
   */
  async answer(actor: Actor, id: string, { version, opinion, password }: Body<'answer'>): Promise<ConsultMoved> {
    await this.database.read(actor, async (tx) => {
      const row = await consultRow(tx, id);
      refuseUnlessOpenTo(tx, 'answer', row);
    });
    // Outside the transaction: hashing takes its time, and a refusal is put on record by itself.
    await this.identity.confirmPassword(actor, password, { objectKind: 'consult-request', objectId: id });
    return this.database.write(actor, async (tx) => {
      const row = await beginAct(tx, id, 'answer', version);
      const signedBy = personOf(actor);
      const contentHash = contentHashOf({
        consultRequestId: id,
        departmentId: row.departmentId,
        opinion,
        signedBy,
        signedAt: tx.now.toISOString(),
      });
      const moved = await leave(tx, row, 'answer', {
        kind: 'ANSWERED',
        sets: { opinion, signed_by: signedBy, signed_at: tx.now, content_hash: contentHash },
        detail: { contentHash, opinion: fingerprint(opinion) },
      });
      await tx.asCaseKeeper(row.caseId, async () => {
        for (const kind of ['CONSULT_ROUTINE_DONE', 'CONSULT_URGENT_RECORD'] as const)
          await closeObligation(tx, kind, id, 'DONE');
        await openObligation(tx, {
          kind: 'CONSULT_EXECUTION_NOTE',
          subjectId: id,
          hospitalId: row.hospitalId,
          caseId: row.caseId,
          personId: row.requesterId,
          dueAt: executionNoteDueAt(tx.now),
        });
      });
      return moved;
    });
  }
}

async function refuseOutsider(tx: Transaction, row: ConsultRow, personId: string): Promise<void> {
  const { timeZone } = await tx.one<{ timeZone: string }>('SELECT hospital_zone($1) AS "timeZone"', [row.hospitalId]);
  const colleagues = await colleaguesOf(tx, row.departmentId, timeZone);
  if (!colleagues.some(({ id }) => id === personId))
    throw refuseFields({ field: 'personId', code: 'not-of-department' });
}

/** The department to ask instead is another one of the hospital, in use. */
async function refuseNoAlternative(tx: Transaction, row: ConsultRow, departmentId: string): Promise<void> {
  const known = await tx.maybeOne(
    'SELECT 1 AS one FROM departments WHERE id = $1 AND id <> $2 AND hospital_id = $3 AND retired_at IS NULL',
    [departmentId, row.departmentId, row.hospitalId],
  );
  if (!known) throw refuseFields({ field: 'departmentId', code: 'unknown' });
}
