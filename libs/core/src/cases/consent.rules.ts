import type { ConsentSigner, ConsentState, FieldProblemCode } from '@consilium/contracts';

interface Refused {
  field: string;
  code: FieldProblemCode;
}

/** `today` is the day at the campus, YYYY-MM-DD; a consent holds on its last day as well. */
export function consentState(consent: { endsOn: string | null; isWithdrawn: boolean }, today: string): ConsentState {
  if (consent.isWithdrawn) return 'WITHDRAWN';
  return consent.endsOn === null || consent.endsOn >= today ? 'IN_FORCE' : 'EXPIRED';
}

/**
 * What is wrong with a consent as it was written down. Somebody who signs for the patient is named by the relation, with the reason.
 * Basis: rules on remote medical services (国卫医发〔2018〕25号, annex 3): written consent of the patient, or of a guardian or near relative
 * where the patient is not fit to give it.
 */
export function refusedConsent(
  consent: { signedBy: ConsentSigner; relation: string; reason: string; signedOn: string; endsOn: string | null },
  today: string,
): Refused[] {
  const refused: Refused[] = [];
  if (consent.signedBy !== 'PATIENT') {
    if (consent.relation === '') refused.push({ field: 'relation', code: 'required' });
    if (consent.reason === '') refused.push({ field: 'reason', code: 'required' });
  }
  if (consent.signedOn > today) refused.push({ field: 'signedOn', code: 'in-the-future' });
  if (consent.endsOn !== null) {
    if (consent.endsOn < consent.signedOn) refused.push({ field: 'endsOn', code: 'before-signing' });
    else if (consent.endsOn < today) refused.push({ field: 'endsOn', code: 'in-the-past' });
  }
  return refused;
}
