import type { CaseState, ParticipationState } from '@consilium/contracts';

/** Who looks at the opinions of a round, and how far the round is. */
export interface OpinionSight {
  blind: boolean;
  roundClosed: boolean;
  state: CaseState;
  /** Coordinator and chair prepare the discussion and see everything. */
  oversees: boolean;
  /** Where the opinions of the viewer's own departments stand in this round. */
  own: readonly ParticipationState[];
}

/** Once the discussion has begun, opinions are spoken aloud: nothing is left to keep apart. */
const BEFORE_DISCUSSION: readonly CaseState[] = ['PREPARING', 'READY', 'SCHEDULED'];

/**
 * Whether the opinions of others are shown. In a blind round a department gives its own opinion first, so that it is not led by the others;
 * who belongs to several departments sees the others once all of those have answered or were excused. Who answered before the record changed
 * has seen them already.
 */
export function seesOthersOpinions(sight: OpinionSight): boolean {
  if (!sight.blind || sight.roundClosed || sight.oversees) return true;
  if (!BEFORE_DISCUSSION.includes(sight.state)) return true;
  return (
    sight.own.length > 0 && sight.own.every((state) => state === 'GIVEN' || state === 'STALE' || state === 'WAIVED')
  );
}
