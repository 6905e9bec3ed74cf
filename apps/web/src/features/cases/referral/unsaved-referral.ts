import { z } from 'zod';
import type { ProposalChanges } from './departments-of-referral';
import type { ReferralValues, ReferralWithoutIdentity } from './referral-types';

const STORAGE_KEY = 'consilium.unsaved-referral';

const requirement = z.enum(['REQUIRED', 'OPTIONAL']);
const rows = z.array(z.looseObject({}));
/** Only the shape the form's lists rely on; what is in the fields is judged when the referral is submitted. */
const kept = z.object({
  personId: z.string(),
  clinical: z.looseObject({
    comorbidities: z.array(z.string()),
    structures: rows,
    priorTreatments: rows,
    imaging: rows,
    pathology: rows,
    questions: z.array(z.string()),
  }),
  urgency: z.string().nullish(),
  changes: z.object({
    added: z.array(z.object({ departmentId: z.string(), requirement, reason: z.string() })),
    removed: z.array(z.string()),
    requirements: z.array(z.object({ departmentId: z.string(), requirement, reason: z.string() })),
  }),
});

export interface UnsavedReferral {
  values: ReferralWithoutIdentity;
  changes: ProposalChanges;
}

/**
 * Keeps what was typed for this browser tab, so that a reload or an expired sign-in costs nothing. Who the patient is, is never
 * kept: on a shared ward computer it would outlive the person at the keyboard.
 */
export function keepUnsavedReferral(personId: string, values: ReferralValues, changes: ProposalChanges): void {
  const { clinical, urgency } = values;
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify({ personId, clinical, urgency, changes }));
  } catch {
    // A full or forbidden storage costs only the safety net; the form itself still holds everything.
  }
}

/** What this person left unfinished in this tab. Another person's is thrown away unread. */
export function readUnsavedReferral(personId: string): UnsavedReferral | null {
  let stored: unknown;
  try {
    stored = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? 'null');
  } catch {
    return null;
  }
  const parsed = kept.safeParse(stored);
  if (!parsed.success || parsed.data.personId !== personId) {
    forgetUnsavedReferral();
    return null;
  }
  const { clinical, urgency, changes } = parsed.data;
  return { values: { clinical, urgency } as ReferralWithoutIdentity, changes };
}

/** After the referral is sent, and at sign-out. */
export function forgetUnsavedReferral(): void {
  try {
    sessionStorage.removeItem(STORAGE_KEY);
  } catch {
    // Forbidden storage holds nothing to forget.
  }
}
