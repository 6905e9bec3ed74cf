import { Injectable } from '@nestjs/common';
import type { AnswerOf, InputOf, opinionEndpoints, OpinionRevision, OpinionView } from '@consilium/contracts';
import { authoriseSight, type Actor } from '../access/index.js';
import { refreshCards } from '../boards/index.js';
import { Database } from '../database/index.js';
import { notFound, Problem } from '../errors/index.js';
import { closeObligation } from '../reminders/index.js';
import { caseFacts, factsForPolicy } from './case-facts.js';
import { settleReadiness } from './case-state.js';
import { viewCase } from './case-view.js';
import { confirmOpinion, givenOpinion } from './opinion-record.js';
import { beginOpinion, giverOf } from './opinion-turn.js';

type Body<Name extends keyof typeof opinionEndpoints> = InputOf<(typeof opinionEndpoints)[Name]>['body'];

/** The submissions of an opinion: what was said when, and saying again that it still holds. */
@Injectable()
export class OpinionVersionsService {
  constructor(private readonly database: Database) {}

  /**
   * STALE → GIVEN: the department has looked at what is new and its opinion stands as it is. Throws `opinion/not-stale` where nothing is new.
   */
  async reconfirm(
    actor: Actor,
    caseNo: string,
    departmentId: string,
    { version }: Body<'reconfirm'>,
  ): Promise<OpinionView> {
    return this.database.write(actor, async (tx) => {
      const { facts, owed } = await beginOpinion(tx, caseNo, departmentId);
      if (owed.state !== 'STALE') throw new Problem('opinion/not-stale');
      const confirmed = await confirmOpinion(tx, giverOf(facts, owed), version);
      await tx.query(`UPDATE participations SET state = 'GIVEN' WHERE id = $1`, [owed.id]);
      await closeObligation(tx, 'OPINION', owed.id, 'DONE');
      await tx.audit({
        action: 'opinion.reconfirmed',
        objectKind: 'opinion',
        objectId: confirmed.id,
        caseId: facts.id,
        detail: { departmentId },
        before: { state: 'STALE', revision: confirmed.revision - 1 },
        after: { state: 'GIVEN', revision: confirmed.revision },
      });
      await settleReadiness(tx, facts.id);
      await refreshCards(tx, facts.id);
      return givenOpinion(tx, facts.roundId, confirmed.id);
    });
  }

  /**
   * Every submission of a department's opinion in the present round, latest first. Who may not read the opinion yet, as the round is blind, finds
   * nothing here either.
   */
  async revisions(
    actor: Actor,
    caseNo: string,
    departmentId: string,
  ): Promise<AnswerOf<typeof opinionEndpoints.revisions>> {
    return this.database.read(actor, async (tx) => {
      const facts = await caseFacts(tx, caseNo);
      authoriseSight(actor, 'case:read', factsForPolicy(facts));
      const { round } = await viewCase(tx, facts);
      const opinion = round.opinions.find((one) => one.departmentId === departmentId);
      if (!opinion) throw notFound();
      const rows = await tx.query<Omit<OpinionRevision, 'submittedAt'> & { submittedAt: Date }>(
        `SELECT v.revision, p.name AS author, v.submitted_at AS "submittedAt", v.reconfirms, v.stance, v.text, v.needs, v.answers, v.resectability,
           v.risks, v.conditions
         FROM opinion_revisions v JOIN people p ON p.id = v.author_id WHERE v.opinion_id = $1 ORDER BY v.revision DESC`,
        [opinion.id],
      );
      await tx.audit({
        action: 'opinion.revisions-listed',
        objectKind: 'opinion',
        objectId: opinion.id,
        caseId: facts.id,
        detail: { departmentId },
      });
      return { items: rows.map((row) => ({ ...row, submittedAt: row.submittedAt.toISOString() })) };
    });
  }
}
