import type { Sex } from '@consilium/contracts';

const NUMBER = /^\d{6}(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})\d{2}(?<order>\d)[\dX]$/;

/**
 * What an 18-digit resident identity number says of its holder: digits 7–14 are the date of birth, the 17th is odd for men and even
 * for women (GB 11643). Null where it is not such a number or its date does not exist.
 */
export function birthAndSexOf(identityNo: string): { birthDate: string; sex: Sex } | null {
  const { year = '', month = '', day = '', order = '' } = NUMBER.exec(identityNo)?.groups ?? {};
  const birthDate = `${year}-${month}-${day}`;
  const born = new Date(`${birthDate}T00:00:00Z`);
  if (Number.isNaN(born.getTime()) || born.toISOString().slice(0, 10) !== birthDate) return null;
  return { birthDate, sex: Number(order) % 2 === 1 ? 'MALE' : 'FEMALE' };
}
