import type { CaseState, RoundReason } from '@consilium/contracts';

/** After treatment anything may bring a case back. */
const AFTER_TREATMENT: readonly RoundReason[] = [
  'RECURRENCE',
  'PROGRESSION',
  'COMPLICATION',
  'RESPONSE_CHECK',
  'NEW_FACT',
];
/** Before it there is no tumour that could have come back and no treatment that could have gone wrong. */
const BEFORE_TREATMENT: readonly RoundReason[] = ['PROGRESSION', 'NEW_FACT'];

/** Why a case in this state may be discussed anew. A closed one comes back for what follows from its tumour alone. Default of the centre. */
export function roundReasonsFor(state: CaseState): readonly RoundReason[] {
  if (state === 'IN_TREATMENT' || state === 'FOLLOW_UP') return AFTER_TREATMENT;
  return state === 'CLOSED' ? ['RECURRENCE', 'PROGRESSION', 'COMPLICATION'] : BEFORE_TREATMENT;
}
