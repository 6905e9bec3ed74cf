/** Prefix of the ids of the referral's fields. */
export const REFERRAL = 'referral';
