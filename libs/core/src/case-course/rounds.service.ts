import { Injectable } from '@nestjs/common';
import {
  caseStates,
  roundReasons,
  type CaseView,
  type courseEndpoints,
  type InputOf,
  type Participation,
  type RoundView,
} from '@consilium/contracts';
import { authoriseSight, type Actor } from '../access/index.js';
import { fingerprint } from '../audit/index.js';
import { refreshCards } from '../boards/index.js';
import {
  beginChange,
  caseFacts,
  factsForPolicy,
  moveCase,
  openRound,
  opinionsSeen,
  oweTriage,
  recordTurn,
  refuseNotYet,
  roundReasonsFor,
  viewCase,
} from '../cases/index.js';
import { Database } from '../database/index.js';
import { discussedAgain } from '../decision-facts/index.js';
import { notFound, Problem, refuseFields } from '../errors/index.js';
import { standDown } from './standing-down.js';

type Reopening = InputOf<typeof courseEndpoints.reopenRound>['body'];

type StoredRound = Omit<RoundView, 'opinions' | 'hiddenOpinions'> & { id: string; blind: boolean };

const ROUND = `
  SELECT r.id, r.ordinal, r.questions, r.reason, r.note, r.blind, to_json(r.opened_at) AS "openedAt", to_json(r.closed_at) AS "closedAt", o.name AS "openedBy",
    coalesce((SELECT json_agg(json_build_object('departmentId', p.department_id, 'requirement', p.requirement, 'state', p.state,
        'reasons', p.reasons, 'dueAt', p.due_at, 'waiveReason', p.waive_reason) ORDER BY coalesce(cd.position, 1000), d.code)
      FROM participations p JOIN departments d ON d.id = p.department_id
        LEFT JOIN center_departments cd ON cd.department_id = d.id AND cd.center_id = $3
      WHERE p.round_id = r.id), '[]') AS participations,
    (SELECT json_build_object('direction', e.direction, 'summary', e.summary, 'consensus', e.consensus, 'stances', e.stances,
        'recommendations', e.recommendations, 'signedBy', s.name, 'signedAt', e.signed_at)
      FROM decisions e LEFT JOIN people s ON s.id = e.signed_by WHERE e.round_id = r.id AND e.state = 'SIGNED'
      ORDER BY e.signed_at DESC LIMIT 1) AS decision
  FROM discussion_rounds r LEFT JOIN people o ON o.id = r.opened_by WHERE r.case_id = $1 AND r.ordinal = $2`;

/** The rounds of discussion of a case: one after another, each kept as it was. */
@Injectable()
export class RoundsService {
  constructor(private readonly database: Database) {}

  /**
   * Opens the next round in TRIAGE with new questions and departments proposed anew. Throws `round/reason-does-not-fit` where the reason is none
   * for the state the case is in.
   */
  async reopen(actor: Actor, caseNo: string, { version, reason, questions, note }: Reopening): Promise<CaseView> {
    return this.database.write(actor, async (tx) => {
      const facts = await beginChange(tx, caseNo, 'reopen-round', version);
      await refuseNotYet(tx, 'reopen-round', facts);
      if (!roundReasonsFor(facts.state).includes(reason))
        throw new Problem('round/reason-does-not-fit', {
          state: caseStates.labels[facts.state],
          reason: roundReasons.labels[reason],
        });
      const repeated = questions.findIndex((question, index) => questions.indexOf(question) < index);
      if (repeated >= 0) throw refuseFields({ field: `questions.${repeated}`, code: 'duplicate' });
      await discussedAgain(tx, facts.id);
      await standDown(tx, facts);
      await recordTurn(tx, facts, { act: 'reopen-round', to: 'TRIAGE', reasonCode: reason, reason: note });
      await openRound(tx, facts, { reason, questions, note });
      await moveCase(tx, facts.id, 'TRIAGE', { reason, note: fingerprint(note) });
      await oweTriage(tx, facts);
      await refreshCards(tx, facts.id);
      return viewCase(tx, caseNo);
    });
  }

  /** One round as it stands on record; opinions of a blind round that is still open are kept back as on the page of the case. */
  async read(actor: Actor, caseNo: string, ordinal: number): Promise<RoundView> {
    return this.database.read(actor, async (tx) => {
      const facts = await caseFacts(tx, caseNo);
      authoriseSight(actor, 'case:read', factsForPolicy(facts));
      const stored = await tx.maybeOne<StoredRound>(ROUND, [facts.id, ordinal, facts.centerId]);
      if (!stored) throw notFound();
      await tx.audit({
        action: 'round.read',
        objectKind: 'round',
        objectId: stored.id,
        caseId: facts.id,
        detail: { ordinal },
      });
      const { id, blind, ...round } = stored;
      const participations: Participation[] = round.participations;
      const opinions = await opinionsSeen(
        tx,
        { ...facts, roundId: id, blind, roundClosed: round.closedAt !== null },
        participations,
      );
      return { ...round, ...opinions };
    });
  }
}
