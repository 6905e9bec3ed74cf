import { Injectable } from '@nestjs/common';
import {
  newsStates,
  type conditionUpdateEndpoints,
  type InputOf,
  type NewsAction,
  type NewsEventKind,
  type NewsMoved,
  type NewsSeverity,
  type NewsState,
} from '@consilium/contracts';
import { authorise, personOf, type Actor } from '../access/index.js';
import { fingerprint } from '../audit/index.js';
import { caseFacts, factsForPolicy, isEnded, wrongState } from '../cases/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Problem } from '../errors/index.js';
import { closeObligation, openObligation } from '../reminders/index.js';
import { ConditionUpdate } from './condition-update.entity.js';
import { ConditionUpdateEvent } from './condition-update-event.entity.js';
import { acknowledgeBy, isPressing, mayAct } from './condition-update.rules.js';
import { factsOfNews, newsRow, type NewsRow } from './news-rows.js';

type Body<Name extends keyof typeof conditionUpdateEndpoints> = InputOf<
  (typeof conditionUpdateEndpoints)[Name]
>['body'];

const DAY = 24 * 3_600_000;
const ACTIONS = {
  TRIAGED: 'condition-update.triaged',
  ACKNOWLEDGED: 'condition-update.acknowledged',
  ACTIONED: 'condition-update.acted-on',
  CLOSED: 'condition-update.closed',
} as const;

/** News of a patient between discussions, from the one who heard it to its outcome (病情变化反馈). */
@Injectable()
export class NewsService {
  constructor(private readonly database: Database) {}

  /** Writes what was heard, in one sentence; the owner of the case and their department are told at once. */
  async write(actor: Actor, caseNo: string, { text, source, severity }: Body<'write'>): Promise<NewsMoved> {
    return this.database.write(actor, async (tx) => {
      const facts = await caseFacts(tx, caseNo);
      authorise(actor, 'condition-update:write', factsForPolicy(facts));
      if (isEnded(facts.state)) throw wrongState(facts.state);
      const id = tx.newId();
      const authorId = personOf(actor);
      const state = severity === null ? 'NEW' : 'TRIAGED';
      const dueAt = acknowledgeBy(tx.now, severity, facts.timeZone);
      await tx.insert(ConditionUpdate, {
        id,
        caseId: facts.id,
        hospitalId: facts.hospitalId,
        authorId,
        text,
        source,
        severity,
        state,
        reportedAt: tx.now,
        dueAt,
        updatedAt: tx.now,
        updatedBy: authorId,
      });
      await this.addToTrail(tx, id, 'WRITTEN', severity, '');
      await tx.audit({
        action: 'condition-update.written',
        objectKind: 'condition-update',
        objectId: id,
        caseId: facts.id,
        detail: { source, severity, text: fingerprint(text) },
        after: { state, dueAt: dueAt.toISOString() },
      });
      await this.ask(tx, await newsRow(tx, id));
      return { id, version: 1, state };
    });
  }

  /** Grades it, or grades it anew: the time to acknowledge it begins now. */
  async triage(actor: Actor, id: string, { version, severity }: Body<'triage'>): Promise<NewsMoved> {
    return this.database.write(actor, async (tx) => {
      const row = await this.begin(tx, id, 'triage', version);
      const dueAt = acknowledgeBy(tx.now, severity, row.timeZone);
      const moved = await this.move(tx, row, 'TRIAGED', { severity, dueAt });
      await this.ask(tx, await newsRow(tx, id));
      return moved;
    });
  }

  /** Takes note of it for the case. */
  async acknowledge(actor: Actor, id: string, { version }: Body<'acknowledge'>): Promise<NewsMoved> {
    return this.database.write(actor, async (tx) => {
      const row = await this.begin(tx, id, 'acknowledge', version);
      const moved = await this.move(tx, row, 'ACKNOWLEDGED', {});
      await tx.asCaseKeeper(row.caseId, () => closeObligation(tx, 'CONDITION_UPDATE', id, 'DONE'));
      return moved;
    });
  }

  /** Says what was done about it. */
  async act(actor: Actor, id: string, { version, note }: Body<'act'>): Promise<NewsMoved> {
    return this.database.write(actor, async (tx) =>
      this.move(tx, await this.begin(tx, id, 'act', version), 'ACTIONED', { note }),
    );
  }

  /** Closes it with its outcome. */
  async close(actor: Actor, id: string, { version, outcome }: Body<'close'>): Promise<NewsMoved> {
    return this.database.write(actor, async (tx) =>
      this.move(tx, await this.begin(tx, id, 'close', version), 'CLOSED', { note: outcome }),
    );
  }

  /** The actor may do it, nobody changed it since the version they saw, and it fits the state. */
  private async begin(tx: Transaction, id: string, action: NewsAction, version: number): Promise<NewsRow> {
    const seen = await newsRow(tx, id);
    authorise(tx.actor, 'condition-update:act', factsOfNews(seen));
    await tx.raiseVersion('condition_updates', id, version);
    const row = await newsRow(tx, id);
    if (!mayAct(action, row.state))
      throw new Problem('condition-update/wrong-state', { state: newsStates.labels[row.state] });
    return row;
  }

  /** Moves it on, on the trail and on record; the one who wrote it is told, unless they did it themselves. */
  private async move(
    tx: Transaction,
    row: NewsRow,
    to: Exclude<NewsState, 'NEW'>,
    {
      severity = row.severity,
      dueAt = row.dueAt,
      note = '',
    }: { severity?: NewsSeverity | null; dueAt?: Date; note?: string },
  ): Promise<NewsMoved> {
    await tx.query(
      `UPDATE condition_updates SET state = $2, severity = $3, due_at = $4, closed_at = CASE WHEN $2 = 'CLOSED' THEN $5::timestamptz END,
         acknowledged_at = CASE WHEN $2 = 'TRIAGED' THEN NULL ELSE coalesce(acknowledged_at, $5) END WHERE id = $1`,
      [row.id, to, severity, dueAt, tx.now],
    );
    await this.addToTrail(tx, row.id, to, to === 'TRIAGED' ? severity : null, note);
    await tx.audit({
      action: ACTIONS[to],
      objectKind: 'condition-update',
      objectId: row.id,
      caseId: row.caseId,
      ...(note !== '' && { detail: { note: fingerprint(note) } }),
      before: { state: row.state, severity: row.severity },
      after: { state: to, severity },
    });
    if (to !== 'TRIAGED' && row.authorId !== tx.actor.personId)
      await tx.asCaseKeeper(row.caseId, () =>
        openObligation(tx, {
          kind: 'CONDITION_PROGRESS',
          subjectId: row.id,
          hospitalId: row.hospitalId,
          caseId: row.caseId,
          personId: row.authorId,
          dueAt: new Date(tx.now.getTime() + DAY),
        }),
      );
    await this.announce(tx, row);
    return { id: row.id, version: row.version, state: to };
  }

  private addToTrail(
    tx: Transaction,
    conditionUpdateId: string,
    kind: NewsEventKind,
    severity: NewsSeverity | null,
    note: string,
  ): Promise<void> {
    const personId = personOf(tx.actor);
    return tx.insert(ConditionUpdateEvent, {
      id: tx.newId(),
      conditionUpdateId,
      kind,
      at: tx.now,
      personId,
      severity,
      note,
    });
  }

  /** Asks the owner of the case and their department to acknowledge it. */
  private async ask(tx: Transaction, row: NewsRow): Promise<void> {
    await tx.asCaseKeeper(row.caseId, () =>
      openObligation(tx, {
        kind: 'CONDITION_UPDATE',
        subjectId: row.id,
        hospitalId: row.hospitalId,
        caseId: row.caseId,
        ...(row.ownerDepartmentId !== null && { departmentId: row.ownerDepartmentId }),
        dueAt: row.dueAt,
        pressing: isPressing(row.severity),
      }),
    );
    await this.announce(tx, row);
  }

  private async announce(tx: Transaction, row: NewsRow): Promise<void> {
    const department = row.ownerDepartmentId === null ? [] : [row.ownerDepartmentId];
    await tx.announce('case', row.caseNo);
    await tx.announce('worklist', row.ownerId, row.authorId, row.hospitalId, ...department);
  }
}
