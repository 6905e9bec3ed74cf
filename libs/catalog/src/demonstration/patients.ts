import type { DemonstrationReferral } from './case-schema.js';

/** Identity of an invented patient, in the shape a referral asks for. Identity numbers begin with 999999, phones with 1000000. */
export interface DemonstrationPatient {
  name: string;
  sex: 'FEMALE' | 'MALE';
  /** ISO date. */
  birthDate: string;
  identityNo: string;
  phone: string;
  recordNo: string;
  province: string;
}

/** Weights and check characters of the 18-character identity number (GB 11643, ISO 7064 MOD 11-2). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = '10X98765432';

const withCheckCharacter = (seventeen: string): string => {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(seventeen[place]), 0);
  return seventeen + CHECK.charAt(sum % 11);
};

/** Birth date of someone who has been `ageYears` old since some days before `today`; the days differ from patient to patient. */
const birthDateOf = (ageYears: number, ordinal: number, today: string): string => {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 20 - ((ordinal * 37) % 300));
  // The 29th of February would become the 1st of March in most birth years; the 28th exists in all.
  if (date.getUTCMonth() === 1 && date.getUTCDate() === 29) date.setUTCDate(28);
  date.setUTCFullYear(date.getUTCFullYear() - ageYears);
  return date.toISOString().slice(0, 10);
};

/**
 * The invented patient of a demonstration case.
 * @param ordinal from 1; the patient is called 张示例 with this number, and no two ordinals share an identity number.
 * @param today ISO date of the day of loading; the patient is exactly `ageYears` old on it.
 */
export const demonstrationPatient = (
  ordinal: number,
  of: Pick<DemonstrationReferral, 'sex' | 'ageYears' | 'province'>,
  today: string,
): DemonstrationPatient => {
  const birthDate = birthDateOf(of.ageYears, ordinal, today);
  // The last digit of the serial is odd for men and even for women; the rest is the ordinal.
  const serial = (ordinal * 2 + (of.sex === 'MALE' ? 1 : 0)) % 1000;
  return {
    name: `张示例${String(ordinal).padStart(2, '0')}`,
    sex: of.sex,
    birthDate,
    identityNo: withCheckCharacter(`999999${birthDate.replaceAll('-', '')}${String(serial).padStart(3, '0')}`),
    phone: `1000000${String(ordinal).padStart(4, '0')}`,
    recordNo: `D${String(ordinal).padStart(7, '0')}`,
    province: of.province.zh,
  };
};
