import type { PartnershipScope, PartnershipState } from '@consilium/contracts';
import { DateTime } from 'luxon';

/** How many days before its last one an agreement is shown as running out: time enough to renew it between two institutions. */
export const EXPIRY_NOTICE_DAYS = 60;

interface Term {
  /** First and last day, YYYY-MM-DD. */
  validFrom: string;
  validTo: string;
  isEnded: boolean;
}

/** Where an agreement stands on a day (YYYY-MM-DD), its last day included. */
export function partnershipState({ validFrom, validTo, isEnded }: Term, today: string): PartnershipState {
  if (isEnded) return 'ENDED';
  if (validTo < today) return 'EXPIRED';
  if (validFrom > today) return 'COMING';
  const lastDay = DateTime.fromISO(today, { zone: 'utc' }).plus({ days: EXPIRY_NOTICE_DAYS }).toISODate() ?? today;
  return validTo <= lastDay ? 'EXPIRING' : 'VALID';
}

/** Whether cases may be shared under it on a day. Basis: a remote consult needs an agreement of the institutions that covers it. */
export function coversSharing(agreement: Term & { scopes: readonly PartnershipScope[] }, today: string): boolean {
  return agreement.scopes.includes('LINKED_MDT') && ['VALID', 'EXPIRING'].includes(partnershipState(agreement, today));
}
