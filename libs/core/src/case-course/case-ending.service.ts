import { Injectable } from '@nestjs/common';
import type { CaseState, CaseView, courseEndpoints, InputOf } from '@consilium/contracts';
import type { Actor } from '../access/index.js';
import { fingerprint } from '../audit/index.js';
import { refreshCards } from '../boards/index.js';
import {
  beginChange,
  moveCase,
  openRound,
  oweTriage,
  recordTurn,
  refuseNotYet,
  stateAfterHold,
  viewCase,
  type CaseFacts,
} from '../cases/index.js';
import { Database, type Transaction } from '../database/index.js';
import { closeObligation, openObligation } from '../reminders/index.js';
import { endShares } from '../sharing/index.js';
import { refuseBefore, refuseFuture } from './days.js';
import { standDown } from './standing-down.js';

type Body<Name extends keyof typeof courseEndpoints> = InputOf<(typeof courseEndpoints)[Name]>['body'];

const DAY = 86_400_000;
/** 国卫医发〔2018〕8号: a death is discussed within a week. */
const DEATH_DISCUSSION_DAYS = 7;

/** How a case pauses, goes on, or comes to an end other than its own. */
@Injectable()
export class CaseEndingService {
  constructor(private readonly database: Database) {}

  /** TRIAGE → REJECTED, with the reason, an advice for the referrer and the day on which the patient was told. */
  async reject(actor: Actor, caseNo: string, { version, ...told }: Body<'reject'>): Promise<CaseView> {
    return this.database.write(actor, async (tx) => {
      const facts = await beginChange(tx, caseNo, 'reject', version);
      refuseFuture(tx, facts, 'patientInformedOn', told.patientInformedOn);
      await recordTurn(tx, facts, {
        act: 'reject',
        to: 'REJECTED',
        reasonCode: told.reasonKind,
        reason: told.reason,
        advice: told.advice,
        happenedOn: told.patientInformedOn,
      });
      await moveCase(tx, facts.id, 'REJECTED', {
        reasonKind: told.reasonKind,
        reason: fingerprint(told.reason),
        advice: fingerprint(told.advice),
        patientInformedOn: told.patientInformedOn,
      });
      await standDown(tx, facts);
      return seen(tx, facts);
    });
  }

  /** Any open state → ON_HOLD. Nothing is owed meanwhile. Throws `case/not-yet` while the case is being discussed. */
  async hold(actor: Actor, caseNo: string, { version, reason }: Body<'hold'>): Promise<CaseView> {
    return this.database.write(actor, async (tx) => {
      const facts = await beginChange(tx, caseNo, 'hold', version);
      await refuseNotYet(tx, 'hold', facts);
      await recordTurn(tx, facts, { act: 'hold', to: 'ON_HOLD', reason });
      await standDown(tx, facts);
      await moveCase(tx, facts.id, 'ON_HOLD', { reason: fingerprint(reason) });
      return seen(tx, facts);
    });
  }

  /**
   * ON_HOLD → where the case stood, from its decision on; before it → TRIAGE, since what was prepared may be out of date. A round that has
   * opinions already stays as it is, and the case is triaged in the next one.
   */
  async resume(actor: Actor, caseNo: string, { version }: Body<'resume'>): Promise<CaseView> {
    return this.database.write(actor, async (tx) => {
      const facts = await beginChange(tx, caseNo, 'resume', version);
      const to = stateAfterHold(await heldFrom(tx, facts.id));
      await recordTurn(tx, facts, { act: 'resume', to });
      await moveCase(tx, facts.id, to);
      if (to === 'TRIAGE') {
        await triageAnew(tx, facts);
        await oweTriage(tx, facts);
      }
      return seen(tx, facts);
    });
  }

  /** Any open state → WITHDRAWN, on the patient's word; what other hospitals see of the case ends at once. */
  async withdraw(actor: Actor, caseNo: string, { version, reason, saidOn }: Body<'withdraw'>): Promise<CaseView> {
    return this.database.write(actor, async (tx) => {
      const facts = await beginChange(tx, caseNo, 'withdraw', version);
      await refuseNotYet(tx, 'withdraw', facts);
      refuseFuture(tx, facts, 'saidOn', saidOn);
      await recordTurn(tx, facts, { act: 'withdraw', to: 'WITHDRAWN', reason, happenedOn: saidOn });
      await standDown(tx, facts);
      await endShares(tx, { caseId: facts.id }, '患者撤回');
      await moveCase(tx, facts.id, 'WITHDRAWN', { reason: fingerprint(reason), saidOn });
      return seen(tx, facts);
    });
  }

  /** Any open state → DECEASED. What was owed ends; of an inpatient a death discussion is owed within seven days of the death. */
  async recordDeath(actor: Actor, caseNo: string, { version, ...told }: Body<'recordDeath'>): Promise<CaseView> {
    return this.database.write(actor, async (tx) => {
      const facts = await beginChange(tx, caseNo, 'record-death', version);
      await refuseNotYet(tx, 'record-death', facts);
      refuseFuture(tx, facts, 'diedOn', told.diedOn);
      await recordTurn(tx, facts, {
        act: 'record-death',
        to: 'DECEASED',
        reasonCode: told.source,
        reason: told.note,
        happenedOn: told.diedOn,
      });
      await standDown(tx, facts);
      await endShares(tx, { caseId: facts.id }, '患者已故');
      await moveCase(tx, facts.id, 'DECEASED', {
        diedOn: told.diedOn,
        source: told.source,
        inpatient: told.inpatient,
        note: fingerprint(told.note),
      });
      if (told.inpatient) {
        const { midnight } = await tx.one<{ midnight: Date }>(
          `SELECT ($1::date + 1)::timestamp AT TIME ZONE $2 AS midnight`,
          [told.diedOn, facts.timeZone],
        );
        await openObligation(tx, {
          kind: 'DEATH_DISCUSSION',
          subjectId: facts.id,
          caseId: facts.id,
          hospitalId: facts.hospitalId,
          personId: facts.ownerId,
          // The day of death does not count; the seventh day after it does to its end.
          dueAt: new Date(midnight.getTime() + DEATH_DISCUSSION_DAYS * DAY),
        });
      }
      return seen(tx, facts);
    });
  }

  /** The death discussion was held: what was owed of it is done. */
  async fileDeathDiscussion(
    actor: Actor,
    caseNo: string,
    { version, heldOn, note }: Body<'fileDeathDiscussion'>,
  ): Promise<CaseView> {
    return this.database.write(actor, async (tx) => {
      const facts = await beginChange(tx, caseNo, 'file-death-discussion', version);
      const course = await refuseNotYet(tx, 'file-death-discussion', facts);
      refuseFuture(tx, facts, 'heldOn', heldOn);
      refuseBefore('heldOn', heldOn, course.turn?.happenedOn ?? heldOn);
      await recordTurn(tx, facts, {
        act: 'file-death-discussion',
        to: 'DECEASED',
        reason: note,
        happenedOn: heldOn,
      });
      await closeObligation(tx, 'DEATH_DISCUSSION', facts.id, 'DONE');
      await tx.audit({
        action: 'case.death-discussed',
        objectKind: 'case',
        objectId: facts.id,
        caseId: facts.id,
        after: { heldOn, note: fingerprint(note) },
      });
      return seen(tx, facts);
    });
  }
}

async function heldFrom(tx: Transaction, caseId: string): Promise<CaseState> {
  const { from } = await tx.one<{ from: CaseState }>(
    `SELECT from_state AS "from" FROM case_turns WHERE case_id = $1 AND act = 'hold' ORDER BY recorded_at DESC, id DESC LIMIT 1`,
    [caseId],
  );
  return from;
}

async function triageAnew(tx: Transaction, facts: CaseFacts): Promise<void> {
  const { begun } = await tx.one<{ begun: boolean }>(
    'SELECT EXISTS (SELECT FROM opinions WHERE round_id = $1) AS begun',
    [facts.roundId],
  );
  if (!begun) {
    await tx.query(`UPDATE participations SET state = 'PROPOSED', due_at = NULL WHERE round_id = $1`, [facts.roundId]);
    return;
  }
  const { questions } = await tx.one<{ questions: string[] }>('SELECT questions FROM discussion_rounds WHERE id = $1', [
    facts.roundId,
  ]);
  await openRound(tx, facts, { reason: 'NEW_FACT', questions, note: '' });
}

async function seen(tx: Transaction, { id, caseNo }: CaseFacts): Promise<CaseView> {
  await refreshCards(tx, id);
  return viewCase(tx, caseNo);
}
