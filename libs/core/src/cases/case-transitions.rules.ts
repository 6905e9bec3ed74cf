import { caseStates, type CaseState } from '@consilium/contracts';
import { beginningsOf, caseWays } from './case-ways.rules.js';

export { endedStates, isEnded, openStates } from './case-states.rules.js';

/** From each state, the states a case may go to: the table of ways, read by state. */
export const caseTransitions: ReadonlyMap<CaseState, readonly CaseState[]> = new Map(
  caseStates.schema.options.map((state) => [
    state,
    [...new Set(caseWays.filter(({ from }) => from.includes(state)).flatMap(({ to }) => to))],
  ]),
);

export const mayMove = (from: CaseState, to: CaseState): boolean => caseTransitions.get(from)?.includes(to) ?? false;

/** States in which departments work on their opinions; from the decision on they stand as they were given. */
export const opinionStates: readonly CaseState[] = ['PREPARING', 'READY', 'SCHEDULED', 'IN_DISCUSSION', 'DEFERRED'];

/** States in which a case may go on an agenda. */
export const schedulableStates: readonly CaseState[] = beginningsOf('put-on-agenda');
