import { Injectable } from '@nestjs/common';
import type { CaseView, courseEndpoints, InputOf } from '@consilium/contracts';
import type { Actor } from '../access/index.js';
import { fingerprint } from '../audit/index.js';
import { refreshCards } from '../boards/index.js';
import { beginChange, moveCase, recordTurn, refuseNotYet, viewCase, type CaseFacts } from '../cases/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Problem } from '../errors/index.js';
import { closeObligationsOf, openObligation } from '../reminders/index.js';
import { refuseFuture } from './days.js';

type Body<Name extends keyof typeof courseEndpoints> = InputOf<(typeof courseEndpoints)[Name]>['body'];

const DAY = 86_400_000;
/** Default of the centre: quality control answers a proposal to close within a week. */
const CLOSING_DAYS = 7;

/** How a decided case is treated, followed up and closed. */
@Injectable()
export class CaseTreatmentService {
  constructor(private readonly database: Database) {}

  /** DECIDED → IN_TREATMENT, for what is not an operation; throws `case/not-yet` for a decision to operate or to test first. */
  async startTreatment(actor: Actor, caseNo: string, body: Body<'startTreatment'>): Promise<CaseView> {
    return this.start(actor, caseNo, 'start-treatment', body);
  }

  /** The operation began: → IN_TREATMENT. Throws `case/not-yet` unless every stage of the plan is confirmed. */
  async startOperation(actor: Actor, caseNo: string, body: Body<'startOperation'>): Promise<CaseView> {
    return this.start(actor, caseNo, 'start-operation', body);
  }

  private async start(
    actor: Actor,
    caseNo: string,
    act: 'start-treatment' | 'start-operation',
    { version, startedOn, note }: Body<'startTreatment'>,
  ): Promise<CaseView> {
    return this.database.write(actor, async (tx) => {
      const facts = await beginChange(tx, caseNo, act, version);
      await refuseNotYet(tx, act, facts);
      refuseFuture(tx, facts, 'startedOn', startedOn);
      await recordTurn(tx, facts, { act, to: 'IN_TREATMENT', reason: note, happenedOn: startedOn });
      await moveCase(tx, facts.id, 'IN_TREATMENT', { startedOn, note: fingerprint(note) });
      return seen(tx, facts);
    });
  }

  /** IN_TREATMENT → FOLLOW_UP; throws `case/not-yet` until outcome, day of discharge and a follow-up plan are on record. */
  async enterFollowUp(actor: Actor, caseNo: string, { version, note }: Body<'enterFollowUp'>): Promise<CaseView> {
    return this.database.write(actor, async (tx) => {
      const facts = await beginChange(tx, caseNo, 'enter-follow-up', version);
      await refuseNotYet(tx, 'enter-follow-up', facts);
      await recordTurn(tx, facts, { act: 'enter-follow-up', to: 'FOLLOW_UP', reason: note });
      await moveCase(tx, facts.id, 'FOLLOW_UP', { note: fingerprint(note) });
      return seen(tx, facts);
    });
  }

  /** The first of two steps: quality control is asked to confirm that the case is closed. */
  async proposeClosing(
    actor: Actor,
    caseNo: string,
    { version, reasonKind, note }: Body<'proposeClosing'>,
  ): Promise<CaseView> {
    return this.database.write(actor, async (tx) => {
      const facts = await beginChange(tx, caseNo, 'propose-closing', version);
      const { closingProposedBy } = await refuseNotYet(tx, 'propose-closing', facts);
      if (closingProposedBy !== null) throw new Problem('case/closing-proposed');
      await recordTurn(tx, facts, { act: 'propose-closing', to: 'FOLLOW_UP', reasonCode: reasonKind, reason: note });
      await openObligation(tx, {
        kind: 'CLOSING',
        subjectId: facts.id,
        caseId: facts.id,
        hospitalId: facts.hospitalId,
        dueAt: new Date(tx.now.getTime() + CLOSING_DAYS * DAY),
        role: 'QC',
      });
      await tx.audit({
        action: 'case.closing-proposed',
        objectKind: 'case',
        objectId: facts.id,
        caseId: facts.id,
        after: { reasonKind, note: fingerprint(note) },
      });
      return seen(tx, facts);
    });
  }

  /** FOLLOW_UP → CLOSED by quality control, and by another person than who proposed it; throws `case/not-yet` otherwise. */
  async close(actor: Actor, caseNo: string, { version, note }: Body<'close'>): Promise<CaseView> {
    return this.database.write(actor, async (tx) => {
      const facts = await beginChange(tx, caseNo, 'close', version);
      const { closingProposed } = await refuseNotYet(tx, 'close', facts);
      const reasonKind = closingProposed?.reasonKind;
      await recordTurn(tx, facts, {
        act: 'close',
        to: 'CLOSED',
        reason: note === '' ? (closingProposed?.note ?? '') : note,
        ...(reasonKind !== undefined && { reasonCode: reasonKind }),
      });
      await closeObligationsOf(tx, { caseId: facts.id, kinds: ['CLOSING'] }, 'DONE');
      await moveCase(tx, facts.id, 'CLOSED', { reasonKind, note: fingerprint(note) });
      return seen(tx, facts);
    });
  }
}

async function seen(tx: Transaction, { id, caseNo }: CaseFacts): Promise<CaseView> {
  await refreshCards(tx, id);
  return viewCase(tx, caseNo);
}
