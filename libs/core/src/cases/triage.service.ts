import { Injectable } from '@nestjs/common';
import type { caseEndpoints, CaseView, InputOf } from '@consilium/contracts';
import type { Actor } from '../access/index.js';
import { fingerprint } from '../audit/index.js';
import { refreshCards } from '../boards/index.js';
import { dueItems, layDownItems } from '../checklists/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Problem, refuseFields } from '../errors/index.js';
import { closeObligation, openObligation } from '../reminders/index.js';
import { beginChange } from './case-change.js';
import type { CaseFacts } from './case-facts.js';
import { moveCase, settleReadiness } from './case-state.js';
import { clinicalRecordOf, viewCase } from './case-view.js';
import { basisOfRecord, departmentsInRosterOrder, layDownParticipants, proposedOf } from './participants.js';
import { refusedOfDepartments } from './referral.rules.js';
import { rulesInForce } from './rules-in-force.js';

type Body<Name extends keyof typeof caseEndpoints> = InputOf<(typeof caseEndpoints)[Name]>['body'];

/** What the coordinator does with a referred case until the departments work on it. */
@Injectable()
export class TriageService {
  constructor(private readonly database: Database) {}

  /** REFERRED → TRIAGE. Triage stays owed until the case is accepted or sent back for information. */
  async takeInTriage(actor: Actor, caseNo: string, { version }: Body<'takeInTriage'>): Promise<CaseView> {
    return this.database.write(actor, async (tx) => {
      const facts = await beginChange(tx, caseNo, 'take-in-triage', version);
      await moveCase(tx, facts.id, 'TRIAGE');
      await layDownItems(tx, facts.id);
      return seen(tx, facts);
    });
  }

  /** Corrects who takes part, before any department has been asked. */
  async changeDepartments(
    actor: Actor,
    caseNo: string,
    { version, departments }: Body<'changeDepartments'>,
  ): Promise<CaseView> {
    return this.database.write(actor, async (tx) => {
      const facts = await beginChange(tx, caseNo, 'change-departments', version);
      const known = await departmentsInRosterOrder(tx, facts.hospitalId, facts.roundId);
      const refused = refusedOfDepartments(departments, new Set(known.map(({ id }) => id)));
      if (refused.length > 0) throw refuseFields(...refused);
      const { clinical, ageYears } = await clinicalRecordOf(tx, facts);
      const before = await tx.query<{ departmentId: string; requirement: string }>(
        'DELETE FROM participations WHERE round_id = $1 RETURNING department_id AS "departmentId", requirement',
        [facts.roundId],
      );
      const { rules } = await rulesInForce(tx, facts.hospitalId);
      const proposed = proposedOf(basisOfRecord(clinical, ageYears), known, rules);
      await layDownParticipants(tx, facts.roundId, departments, proposed);
      await tx.audit({
        action: 'case.departments-changed',
        objectKind: 'case',
        objectId: facts.id,
        caseId: facts.id,
        before: { departments: before },
        after: { departments: departments.map(({ departmentId, requirement }) => ({ departmentId, requirement })) },
      });
      return seen(tx, facts);
    });
  }

  /** TRIAGE → PREPARING: every department taking part owes its opinion until the due time. */
  async accept(actor: Actor, caseNo: string, { version, opinionDueAt, blind }: Body<'accept'>): Promise<CaseView> {
    return this.database.write(actor, async (tx) => {
      const facts = await beginChange(tx, caseNo, 'accept', version);
      const dueAt = laterThanNow(tx, 'opinionDueAt', opinionDueAt);
      const asked = await tx.query<{ id: string; departmentId: string; requirement: string }>(
        `UPDATE participations SET state = 'OWED', due_at = $2 WHERE round_id = $1 AND state = 'PROPOSED'
         RETURNING id, department_id AS "departmentId", requirement`,
        [facts.roundId, dueAt],
      );
      if (!asked.some(({ requirement }) => requirement === 'REQUIRED')) throw new Problem('case/no-departments');
      await tx.query('UPDATE discussion_rounds SET blind = $2, opinion_due_at = $3 WHERE id = $1', [
        facts.roundId,
        blind,
        dueAt,
      ]);
      const departmentIds = asked.map(({ departmentId }) => departmentId);
      await moveCase(tx, facts.id, 'PREPARING', { opinionDueAt: dueAt, blind, departmentIds });
      await layDownItems(tx, facts.id);
      await dueItems(tx, facts.roundId, dueAt);
      await closeObligation(tx, 'TRIAGE', facts.id, 'DONE');
      for (const { id, departmentId } of asked)
        await openObligation(tx, {
          kind: 'OPINION',
          subjectId: id,
          caseId: facts.id,
          hospitalId: facts.hospitalId,
          departmentId,
          dueAt,
        });
      await settleReadiness(tx, facts.id);
      return seen(tx, facts);
    });
  }

  /** TRIAGE → NEEDS_INFO: the owner owes what is missing; triage waits for it. */
  async requestInformation(
    actor: Actor,
    caseNo: string,
    { version, missing, dueAt }: Body<'requestInformation'>,
  ): Promise<CaseView> {
    return this.database.write(actor, async (tx) => {
      const facts = await beginChange(tx, caseNo, 'request-information', version);
      const due = laterThanNow(tx, 'dueAt', dueAt);
      await tx.query('UPDATE cases SET missing_information = $2 WHERE id = $1', [facts.id, missing]);
      await moveCase(tx, facts.id, 'NEEDS_INFO', { dueAt: due, missing: fingerprint(missing) });
      await closeObligation(tx, 'TRIAGE', facts.id, 'DONE');
      await openObligation(tx, {
        kind: 'INFORMATION',
        subjectId: facts.id,
        caseId: facts.id,
        hospitalId: facts.hospitalId,
        personId: facts.ownerId,
        dueAt: due,
      });
      return seen(tx, facts);
    });
  }
}

/** The end of every change here: boards and screens learn of it, and the actor gets the case as it now stands. */
async function seen(tx: Transaction, { id, caseNo }: CaseFacts): Promise<CaseView> {
  await refreshCards(tx, id);
  return viewCase(tx, caseNo);
}

function laterThanNow(tx: Transaction, field: string, instant: string): Date {
  const date = new Date(instant);
  if (date <= tx.now) throw refuseFields({ field, code: 'in-the-past' });
  return date;
}
