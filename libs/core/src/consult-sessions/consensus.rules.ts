import type { ConsensusType, DecisionRecord, DecisionStance, DecisionView } from '@consilium/contracts';

export type Tally = DecisionView['tally'];

/** Share of support above which a discussion with opposition still counts as a majority; mirrors the PelvEx Delphi rule. */
export const MAJORITY_ABOVE = 0.8;

/** Only support, conditional support and opposition count; those who inform or ask for more do not. */
export function tallyOf(stances: readonly Pick<DecisionStance, 'stance'>[]): Tally {
  const count = (stance: DecisionStance['stance']) => stances.filter((one) => one.stance === stance).length;
  return { support: count('support'), conditional: count('conditional'), oppose: count('oppose') };
}

/**
 * What the count says: unanimous without opposition, majority above 80 % support or conditional support, otherwise none. Null where nobody
 * took a stance that counts. A chair's decision is never counted: the chair gives it, with a reason.
 */
export function countedConsensus(tally: Tally): ConsensusType | null {
  const total = tally.support + tally.conditional + tally.oppose;
  if (total === 0) return null;
  if (tally.oppose === 0) return 'UNANIMOUS';
  return (tally.support + tally.conditional) / total > MAJORITY_ABOVE ? 'MAJORITY' : 'NONE';
}

/** The label that stands: the chair's own where there is one, else the counted. The count and the reason stay beside it. */
export function standingConsensus(record: Pick<DecisionRecord, 'stances' | 'consensusOverride'>): ConsensusType | null {
  return record.consensusOverride?.consensus ?? countedConsensus(tallyOf(record.stances));
}
