import { Injectable } from '@nestjs/common';
import type { Completeness, completenessEndpoints, InputOf } from '@consilium/contracts';
import { authorise, authoriseSight, personOf, type Actor } from '../access/index.js';
import { fingerprint } from '../audit/index.js';
import { refreshCards } from '../boards/index.js';
import {
  caseFacts,
  emergencyBehind,
  factsForPolicy,
  lockCase,
  settleReadiness,
  wrongState,
  type CaseFacts,
} from '../cases/index.js';
import { lastValidDay, presentItems, suffices, type PresentItem } from '../checklists/index.js';
import { campusDay } from '../clock/index.js';
import { Database, staleProblem, type Transaction } from '../database/index.js';
import { notFound, Problem, refuseFields } from '../errors/index.js';
import { closeObligation, openObligation } from '../reminders/index.js';
import { materialIsOpen, viewCompleteness } from './completeness-view.js';
import { chaseOf, missingOf } from './providers-of-material.js';

const DAY = 86_400_000;

/** What a case needs before it is discussed, what of it is there, and who is asked for the rest. */
@Injectable()
export class CompletenessService {
  constructor(private readonly database: Database) {}

  async read(actor: Actor, caseNo: string): Promise<Completeness> {
    return this.database.read(actor, async (tx) => {
      const facts = await caseFacts(tx, caseNo);
      authoriseSight(actor, 'case:read', factsForPolicy(facts));
      const emergencyAccessId = await emergencyBehind(tx, 'case:read', facts);
      await tx.audit({
        action: 'completeness.opened',
        objectKind: 'case',
        objectId: facts.id,
        caseId: facts.id,
        ...(emergencyAccessId !== undefined && { detail: { emergencyAccessId } }),
      });
      return viewCompleteness(tx, facts);
    });
  }

  /**
   * Says where one item stands. Items have versions of their own, so that departments never stand in each other's way; the case becomes ready,
   * or is no longer, with the last of them.
   */
  async setItem(
    actor: Actor,
    caseNo: string,
    code: string,
    { version, state, factOn, reason }: InputOf<typeof completenessEndpoints.setItem>['body'],
  ): Promise<Completeness> {
    return this.database.write(actor, async (tx) => {
      const facts = await this.begin(tx, caseNo, 'completeness:write');
      const item = (await presentItems(tx, facts.id)).find((one) => one.code === code);
      if (!item) throw notFound();
      if (item.version !== version) throw await staleItem(tx, item);
      if (state === 'WAIVED' && reason === '') throw refuseFields({ field: 'reason', code: 'waive-reason' });
      if (factOn !== null && factOn > campusDay(tx.now, facts.timeZone))
        throw refuseFields({ field: 'factOn', code: 'in-the-future' });
      const day = state === 'MISSING' || state === 'REQUESTED' ? null : (factOn ?? item.present.factOn);
      await tx.query(
        `UPDATE completeness_items SET state = $2, fact_on = $3, valid_until = $4, done = $5, set_by = $6, set_at = $7, reason = $8,
           version = version + 1 WHERE id = $1`,
        [
          item.id,
          state,
          day,
          lastValidDay(day, item.definition.validDays),
          suffices(state, item.definition.needs),
          personOf(actor),
          tx.now,
          reason,
        ],
      );
      await tx.audit({
        action: 'completeness.item-set',
        objectKind: 'completeness-item',
        objectId: item.id,
        caseId: facts.id,
        detail: { code, mandatory: item.definition.mandatory },
        before: { state: item.present.state, factOn: item.present.factOn },
        after: { state, factOn: day, reason: fingerprint(reason) },
      });
      await settleReadiness(tx, facts.id);
      await refreshCards(tx, facts.id);
      return viewCompleteness(tx, await caseFacts(tx, { id: facts.id }));
    });
  }

  /**
   * Reminds everyone who owes mandatory material, each once with all they owe. Who was reminded within the hour is left out; throws
   * `completeness/chased-lately` where that is everybody, and `completeness/nothing-to-chase` where nothing is missing.
   */
  async chase(actor: Actor, caseNo: string): Promise<{ told: number; completeness: Completeness }> {
    return this.database.write(actor, async (tx) => {
      const facts = await this.begin(tx, caseNo, 'completeness:chase');
      const items = await presentItems(tx, facts.id);
      const people = await chaseOf(tx, facts, items);
      if (missingOf(items).length === 0) throw new Problem('completeness/nothing-to-chase');
      const now = people.filter(({ notBefore }) => notBefore === null);
      const soonest = people.map(({ notBefore }) => notBefore?.getTime() ?? Infinity).toSorted((a, b) => a - b)[0];
      if (now.length === 0)
        throw new Problem('completeness/chased-lately', { until: new Date(soonest ?? tx.now).toISOString() });
      for (const { personId, codes } of now) await remind(tx, facts, personId, codes, items);
      await tx.audit({
        action: 'completeness.chased',
        objectKind: 'case',
        objectId: facts.id,
        caseId: facts.id,
        detail: { people: now.map(({ personId, codes }) => ({ personId, codes })) },
      });
      return { told: now.length, completeness: await viewCompleteness(tx, facts) };
    });
  }

  private async begin(
    tx: Transaction,
    caseNo: string,
    permission: 'completeness:write' | 'completeness:chase',
  ): Promise<CaseFacts> {
    const seen = await caseFacts(tx, caseNo);
    authorise(tx.actor, permission, factsForPolicy(seen));
    await lockCase(tx, seen.id);
    const facts = await caseFacts(tx, { id: seen.id });
    if (!materialIsOpen(facts)) throw wrongState(facts.state);
    return facts;
  }
}

async function remind(
  tx: Transaction,
  facts: CaseFacts,
  personId: string,
  codes: readonly string[],
  items: readonly PresentItem[],
): Promise<void> {
  const { id } = await tx.one<{ id: string }>(
    `INSERT INTO material_chases (id, round_id, person_id, chased_at, chased_by, codes) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (round_id, person_id) DO UPDATE SET chased_at = EXCLUDED.chased_at, chased_by = EXCLUDED.chased_by, codes = EXCLUDED.codes
     RETURNING id`,
    [tx.newId(), facts.roundId, personId, tx.now, tx.actor.personId, codes],
  );
  const dues = items
    .filter(({ code, dueAt }) => codes.includes(code) && dueAt !== null)
    .map(({ dueAt }) => new Date(dueAt ?? tx.now).getTime())
    .filter((due) => due > tx.now.getTime());
  // Chased again is asked anew: the days of its reminders begin again.
  await closeObligation(tx, 'MATERIAL', id, 'CANCELLED');
  await openObligation(tx, {
    kind: 'MATERIAL',
    subjectId: id,
    caseId: facts.id,
    hospitalId: facts.hospitalId,
    personId,
    dueAt: new Date(Math.min(...dues, tx.now.getTime() + DAY)),
  });
}

async function staleItem(tx: Transaction, item: PresentItem): Promise<Problem> {
  const last = await tx.one<{ at: Date | null }>('SELECT set_at AS at FROM completeness_items WHERE id = $1', [
    item.id,
  ]);
  return staleProblem({ version: item.version, at: last.at ?? tx.now, who: item.setBy });
}
