import type { CaseView, Participation } from '@consilium/contracts';
import { departmentsOf, may } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import { factsForPolicy, type CaseFacts } from './case-facts.js';
import { opinionsOfRound } from './opinion-record.js';
import { seesOthersOpinions } from './opinion-sight.rules.js';

/** Opinions of the round as far as this actor may read them, and how many are kept back until they have given their own. */
export async function opinionsSeen(
  tx: Transaction,
  facts: CaseFacts,
  participations: readonly Participation[],
): Promise<Pick<CaseView['round'], 'opinions' | 'hiddenOpinions'>> {
  const own = departmentsOf(tx.actor);
  const all = await opinionsOfRound(tx, facts.roundId, { departmentIds: own });
  const seesOthers = seesOthersOpinions({
    blind: facts.blind,
    roundClosed: facts.roundClosed,
    state: facts.state,
    oversees: may(tx.actor, 'opinion:waive', factsForPolicy(facts)),
    own: participations.filter(({ departmentId }) => own.includes(departmentId)).map(({ state }) => state),
  });
  const seen = all.filter(({ departmentId }) => seesOthers || (departmentId !== null && own.includes(departmentId)));
  return { opinions: seen, hiddenOpinions: all.length - seen.length };
}
