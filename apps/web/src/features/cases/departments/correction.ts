import type { Participation, ParticipationReason } from '@consilium/contracts';
import { noChanges, type ProposalChanges } from '../referral/departments-of-referral';
import type { ProposedDepartment } from '../referral/referral-types';

/** The rule's name under which the API keeps a person's own reason: the same words in both languages. */
const BY_HAND = 'by-hand';
const isByHand = (reason: ParticipationReason) => reason.rule === BY_HAND;
const ownReason = (reasons: ParticipationReason[]) =>
  reasons.find((reason) => isByHand(reason) && reason.text.zh === reason.text.en)?.text.zh ?? '';

/** Who takes part now, laid out for correcting: what the rules name, and what people added with their reasons. */
export function correctionOf(participations: Participation[]): {
  proposed: ProposedDepartment[];
  changes: ProposalChanges;
} {
  const proposed = participations.map(({ departmentId, requirement, reasons }) => ({
    departmentId,
    requirement,
    reasons: reasons.filter((reason) => !isByHand(reason)),
  }));
  const added = participations
    .filter(({ reasons }) => reasons.some(isByHand))
    .map(({ departmentId, requirement, reasons }) => ({ departmentId, requirement, reason: ownReason(reasons) }));
  return { proposed, changes: { ...noChanges, added } };
}
