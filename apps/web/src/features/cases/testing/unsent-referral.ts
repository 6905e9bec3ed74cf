import { keepUnsavedReferral } from '../referral/unsaved-referral';
import { noChanges } from '../referral/departments-of-referral';
import { exampleRecord } from './example-cases';

/** A short referral, filled in but for who the patient is, as a reload of the tab would find it. */
export function leaveUnsentReferral(personId: string): void {
  const { structures, priorTreatments, questions } = exampleRecord;
  const clinical = {
    ...exampleRecord,
    structures: structures.slice(0, 1),
    priorTreatments: priorTreatments.slice(0, 1),
    questions: questions.slice(0, 1),
    pathology: [],
  };
  keepUnsavedReferral(personId, { patient: {}, clinical, urgency: 'ROUTINE' }, noChanges);
}
