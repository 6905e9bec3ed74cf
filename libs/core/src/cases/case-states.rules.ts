import { caseStates, type CaseState } from '@consilium/contracts';

/** States in which a case has come to its end; nothing is owed on it and it is on no board. */
export const endedStates = ['REJECTED', 'CLOSED', 'WITHDRAWN', 'DECEASED'] as const satisfies readonly CaseState[];

export const isEnded = (state: CaseState): boolean => (endedStates as readonly CaseState[]).includes(state);

/** States a case is in until it ends. */
export const openStates: readonly CaseState[] = caseStates.schema.options.filter((state) => !isEnded(state));
