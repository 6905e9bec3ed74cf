import type { ParticipationState } from '@consilium/contracts';
import { authorise } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import { Problem } from '../errors/index.js';
import { fitsState } from './case-actions.rules.js';
import { caseFacts, type CaseFacts } from './case-facts.js';
import { lockCase } from './case-state.js';
import type { OpinionGiver } from './opinion-record.js';

export interface OwedParticipation {
  id: string;
  state: ParticipationState;
}

/** The actor may speak for the department, and the department is asked for its opinion now; else `opinion/not-owed`. */
export async function beginOpinion(
  tx: Transaction,
  caseNo: string,
  departmentId: string,
): Promise<{ facts: CaseFacts; owed: OwedParticipation }> {
  const seen = await caseFacts(tx, caseNo);
  authorise(tx.actor, 'opinion:give', { hospitalId: seen.hospitalId, departmentIds: [departmentId] });
  await lockCase(tx, seen.id);
  const facts = await caseFacts(tx, { id: seen.id });
  const owed = await tx.maybeOne<OwedParticipation>(
    'SELECT id, state FROM participations WHERE round_id = $1 AND department_id = $2',
    [facts.roundId, departmentId],
  );
  if (!owed || !mayStillAnswer(facts, owed.state)) throw new Problem('opinion/not-owed');
  return { facts, owed };
}

/** A department may answer, and answer again, from acceptance until the round is closed, unless it was excused. */
const mayStillAnswer = (facts: CaseFacts, state: ParticipationState): boolean =>
  !facts.roundClosed && fitsState('give-opinion', facts.state) && state !== 'PROPOSED' && state !== 'WAIVED';

export const giverOf = (facts: CaseFacts, owed: OwedParticipation): OpinionGiver => ({
  roundId: facts.roundId,
  participationId: owed.id,
  hospitalId: facts.hospitalId,
});
