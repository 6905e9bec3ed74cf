import { Injectable } from '@nestjs/common';
import type { InputOf, opinionEndpoints, OpinionView, ParticipationState } from '@consilium/contracts';
import { personOf, type Actor } from '../access/index.js';
import { fingerprint } from '../audit/index.js';
import { refreshCards } from '../boards/index.js';
import { Database } from '../database/index.js';
import { Problem, refuseFields } from '../errors/index.js';
import { closeObligation } from '../reminders/index.js';
import { beginChange } from './case-change.js';
import type { CaseFacts } from './case-facts.js';
import { settleReadiness } from './case-state.js';
import { refusedAnswers } from './opinion-answers.rules.js';
import { givenOpinion, writeOpinion } from './opinion-record.js';
import { beginOpinion, giverOf } from './opinion-turn.js';

type Body<Name extends keyof typeof opinionEndpoints> = InputOf<(typeof opinionEndpoints)[Name]>['body'];

/** The departments' opinions. Each has a version of its own, so that departments never stand in each other's way. */
@Injectable()
export class OpinionsService {
  constructor(private readonly database: Database) {}

  /** Keeps a draft. An opinion given already stays in force until the draft is submitted as its next revision. */
  async keepDraft(
    actor: Actor,
    caseNo: string,
    departmentId: string,
    { version, ...words }: Body<'keepDraft'>,
  ): Promise<{ version: number; savedAt: string }> {
    return this.database.write(actor, async (tx) => {
      const { facts, owed } = await beginOpinion(tx, caseNo, departmentId);
      refuseWrongAnswers(words.answers, facts);
      const written = await writeOpinion(tx, giverOf(facts, owed), words, version, false);
      await tx.audit({
        action: 'opinion.drafted',
        objectKind: 'opinion',
        objectId: written.id,
        caseId: facts.id,
        detail: { departmentId },
        ...written.change,
      });
      if (owed.state === 'OWED') {
        await tx.query(`UPDATE participations SET state = 'DRAFTING' WHERE id = $1`, [owed.id]);
        await refreshCards(tx, facts.id);
      }
      return { version: written.version, savedAt: tx.now.toISOString() };
    });
  }

  /** Gives the department's opinion, or its next revision; what the department owed is done. */
  async submit(
    actor: Actor,
    caseNo: string,
    departmentId: string,
    { version, ...words }: Body<'submit'>,
  ): Promise<OpinionView> {
    return this.database.write(actor, async (tx) => {
      const { facts, owed } = await beginOpinion(tx, caseNo, departmentId);
      refuseWrongAnswers(words.answers, facts);
      const written = await writeOpinion(tx, giverOf(facts, owed), words, version, true);
      await tx.query(`UPDATE participations SET state = 'GIVEN', given_at = coalesce(given_at, $2) WHERE id = $1`, [
        owed.id,
        tx.now,
      ]);
      await closeObligation(tx, 'OPINION', owed.id, 'DONE');
      await tx.audit({
        action: written.revision === 1 ? 'opinion.given' : 'opinion.revised',
        objectKind: 'opinion',
        objectId: written.id,
        caseId: facts.id,
        detail: { departmentId },
        ...written.change,
      });
      await settleReadiness(tx, facts.id);
      await refreshCards(tx, facts.id);
      return givenOpinion(tx, facts.roundId, written.id);
    });
  }

  /** Excuses a department from its opinion, with a reason that stays on record. */
  async waive(
    actor: Actor,
    caseNo: string,
    departmentId: string,
    { version, reason }: Body<'waive'>,
  ): Promise<{ version: number }> {
    return this.database.write(actor, async (tx) => {
      const facts = await beginChange(tx, caseNo, 'waive-opinion', version);
      const waived = await tx.maybeOne<{ id: string; from: ParticipationState }>(
        `UPDATE participations p SET state = 'WAIVED', waived_by = $3, waive_reason = $4
         FROM (SELECT id, state FROM participations WHERE round_id = $1 AND department_id = $2 AND state IN ('OWED', 'DRAFTING', 'STALE') FOR UPDATE) b
         WHERE p.id = b.id RETURNING p.id, b.state AS "from"`,
        [facts.roundId, departmentId, personOf(actor), reason],
      );
      if (!waived || facts.roundClosed) throw new Problem('opinion/not-owed');
      await closeObligation(tx, 'OPINION', waived.id, 'CANCELLED');
      await tx.audit({
        action: 'opinion.waived',
        objectKind: 'participation',
        objectId: waived.id,
        caseId: facts.id,
        detail: { departmentId },
        before: { state: waived.from },
        after: { state: 'WAIVED', reason: fingerprint(reason) },
      });
      await settleReadiness(tx, facts.id);
      await refreshCards(tx, facts.id);
      return { version: facts.version };
    });
  }
}

function refuseWrongAnswers(answers: Parameters<typeof refusedAnswers>[0], { questions }: CaseFacts): void {
  const refused = refusedAnswers(answers, questions);
  if (refused.length > 0) throw refuseFields(...refused);
}
