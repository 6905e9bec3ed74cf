import { keepUnsavedReferral } from '../referral/unsaved-referral';
import { noChanges } from '../referral/departments-of-referral';
import { exampleRecord } from './example-cases';

/** A referral filled in but for who the patient is, as a reload of the tab would find it. */
export function leaveUnsentReferral(personId: string): void {
  keepUnsavedReferral(personId, { patient: {}, clinical: exampleRecord, urgency: 'ROUTINE' }, noChanges);
}
