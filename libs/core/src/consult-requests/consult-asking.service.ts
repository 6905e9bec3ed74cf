import { Injectable } from '@nestjs/common';
import type { ConsultMoved, consultRequestEndpoints, InputOf } from '@consilium/contracts';
import { authorise, departmentsOf, personOf, type Actor } from '../access/index.js';
import { fingerprint } from '../audit/index.js';
import { caseFacts, factsForPolicy, isEnded, wrongState, type CaseFacts } from '../cases/index.js';
import { Database, type Transaction } from '../database/index.js';
import { ConstraintViolation, Problem, refuseFields } from '../errors/index.js';
import { closeObligation, openObligation } from '../reminders/index.js';
import { announceConsult, beginAct, leave, tellProgress } from './consult-changes.js';
import { ConsultRequest } from './consult-request.entity.js';
import { ConsultRequestEvent } from './consult-request-event.entity.js';
import { consultDueAt, dutyOf } from './consult-request.rules.js';
import { colleaguesOf } from './consult-view.js';

type Body<Name extends keyof typeof consultRequestEndpoints> = InputOf<(typeof consultRequestEndpoints)[Name]>['body'];

/** What whoever asks for a consult does: send the request, take it back, and note how the opinion was carried out. */
@Injectable()
export class ConsultAskingService {
  constructor(private readonly database: Database) {}

  /**
   * Sends a request to another department, which may look at the case from then on. Its clock starts at once and runs in calendar time. One
   * request of a case to a department is open at a time (`consult/open-already`).
   */
  async send(actor: Actor, caseNo: string, wanted: Body<'send'>): Promise<ConsultMoved> {
    try {
      return await this.database.write(actor, async (tx) => {
        const facts = await caseFacts(tx, caseNo);
        authorise(actor, 'consult:request', factsForPolicy(facts));
        if (isEnded(facts.state)) throw wrongState(facts.state);
        await refuseWrongTarget(tx, facts, wanted);
        return this.layDown(tx, facts, wanted);
      });
    } catch (error) {
      if (error instanceof ConstraintViolation && error.constraint === 'ux_consult_requests_open')
        throw new Problem('consult/open-already');
      throw error;
    }
  }

  private async layDown(
    tx: Transaction,
    facts: CaseFacts,
    { personId, ...wanted }: Body<'send'>,
  ): Promise<ConsultMoved> {
    const id = tx.newId();
    const requesterId = personOf(tx.actor);
    const dueAt = consultDueAt(tx.now, wanted.urgency);
    await tx.insert(ConsultRequest, {
      ...wanted,
      id,
      caseId: facts.id,
      hospitalId: facts.hospitalId,
      requesterId,
      requesterDepartmentId: departmentsOf(tx.actor)[0] ?? null,
      consultantId: personId,
      state: 'SENT',
      sentAt: tx.now,
      dueAt,
      updatedAt: tx.now,
      updatedBy: requesterId,
    });
    await tx.insert(ConsultRequestEvent, {
      id: tx.newId(),
      consultRequestId: id,
      kind: 'SENT',
      at: tx.now,
      personId: requesterId,
      toPersonId: personId,
    });
    await tx.asCaseKeeper(facts.id, () =>
      openObligation(tx, {
        kind: dutyOf(wanted.urgency),
        subjectId: id,
        hospitalId: facts.hospitalId,
        caseId: facts.id,
        departmentId: wanted.departmentId,
        ...(personId !== null && { personId }),
        dueAt,
      }),
    );
    await tx.audit({
      action: 'consult-request.sent',
      objectKind: 'consult-request',
      objectId: id,
      caseId: facts.id,
      detail: {
        departmentId: wanted.departmentId,
        personId,
        urgency: wanted.urgency,
        condition: fingerprint(wanted.condition),
        treatment: fingerprint(wanted.treatment),
        reason: fingerprint(wanted.reason),
        purpose: fingerprint(wanted.purpose),
      },
      after: { state: 'SENT', dueAt: dueAt.toISOString() },
    });
    await announceConsult(tx, { ...facts, ...wanted, requesterId });
    return { id, version: 1, state: 'SENT' };
  }

  /** Takes a request back before it is answered; the department loses sight of the case where nothing else gives it. */
  async cancel(actor: Actor, id: string, { version, reason }: Body<'cancel'>): Promise<ConsultMoved> {
    return this.database.write(actor, async (tx) => {
      const row = await beginAct(tx, id, 'cancel', version);
      const moved = await leave(tx, row, 'cancel', {
        kind: 'CANCELLED',
        note: reason,
        sets: { ended_at: tx.now },
        detail: { reason: fingerprint(reason) },
      });
      await tx.asCaseKeeper(row.caseId, async () => {
        for (const kind of [dutyOf(row.urgency), 'CONSULT_URGENT_RECORD'] as const)
          await closeObligation(tx, kind, id, 'CANCELLED');
        if (row.consultantId !== null) await tellProgress(tx, row, row.consultantId);
      });
      return moved;
    });
  }

  /** ANSWERED → CLOSED: how the opinion was carried out, as the progress note has it. */
  async close(actor: Actor, id: string, { version, executionNote }: Body<'close'>): Promise<ConsultMoved> {
    return this.database.write(actor, async (tx) => {
      const row = await beginAct(tx, id, 'close', version);
      const moved = await leave(tx, row, 'close', {
        kind: 'CLOSED',
        sets: { execution_note: executionNote, ended_at: tx.now },
        detail: { executionNote: fingerprint(executionNote) },
      });
      await tx.asCaseKeeper(row.caseId, async () => {
        await closeObligation(tx, 'CONSULT_EXECUTION_NOTE', id, 'DONE');
        if (row.consultantId !== null) await tellProgress(tx, row, row.consultantId);
      });
      return moved;
    });
  }
}

/** A department of the hospital that is in use and is not one's own, and somebody of it. */
async function refuseWrongTarget(
  tx: Transaction,
  facts: CaseFacts,
  { departmentId, personId }: Pick<Body<'send'>, 'departmentId' | 'personId'>,
): Promise<void> {
  const known = await tx.maybeOne(
    'SELECT 1 AS one FROM departments WHERE id = $1 AND hospital_id = $2 AND retired_at IS NULL',
    [departmentId, facts.hospitalId],
  );
  if (!known) throw refuseFields({ field: 'departmentId', code: 'unknown' });
  if (departmentsOf(tx.actor).includes(departmentId))
    throw refuseFields({ field: 'departmentId', code: 'own-department' });
  if (personId === null) return;
  const colleagues = await colleaguesOf(tx, departmentId, facts.timeZone);
  if (!colleagues.some(({ id }) => id === personId))
    throw refuseFields({ field: 'personId', code: 'not-of-department' });
}
