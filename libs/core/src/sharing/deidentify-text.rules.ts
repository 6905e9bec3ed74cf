import { withoutDates } from './deidentify-dates.rules.js';
import { escaped, HATCH, inPlainDigits } from './deidentify-marks.rules.js';
import { withoutLongRuns, withoutNumbers } from './deidentify-numbers.rules.js';
import { withoutAges, withoutBirths, withoutFamilyName, withoutNames } from './deidentify-people.rules.js';
import { withoutAddresses, withoutHospitals } from './deidentify-places.rules.js';

export { HATCH } from './deidentify-marks.rules.js';

/** What must not leave the hospital in free text, and what stands for it. */
export interface TextSecrets {
  /** Day of the session at the campus, YYYY-MM-DD: day 0 of every date. */
  sessionDay: string;
  /** Names, phone, identity and record numbers of the patient, as the sealed identity holds them. */
  patient: readonly string[];
  /** The patient's family name. */
  surname?: string;
  /** Names of hospitals and what stands for each. */
  hospitals: ReadonlyMap<string, string>;
}

// Marks of the private use area: what stands for a hospital is not looked at again by the rules that follow.
const [OPEN, CLOSE] = ['\uE000', '\uE001'];
const longestFirst = (a: string, b: string) => b.length - a.length;

/** Every listed name in one pass, the longest first, so that a name which holds another is replaced as a whole and no label by a label. */
function hospitalsMarked(text: string, hospitals: TextSecrets['hospitals'], labels: string[]): string {
  const names = [...hospitals.keys()].filter((name) => name.trim().length > 1).sort(longestFirst);
  if (names.length === 0) return text;
  const byName = new Map(names.map((name) => [name.toLowerCase(), hospitals.get(name) ?? HATCH]));
  return text.replaceAll(new RegExp(names.map(escaped).join('|'), 'gi'), (name) => {
    labels.push(byName.get(name.toLowerCase()) ?? HATCH);
    return `${OPEN}${String.fromCodePoint(0xe100 + labels.length - 1)}${CLOSE}`;
  });
}

function withoutPatient(text: string, { patient, surname = '' }: TextSecrets): string {
  const words = [...new Set(patient)].filter((word) => word.trim().length > 1).sort(longestFirst);
  const clean = words.reduce((rest, word) => {
    const isLatin = /^[\w .'-]+$/.test(word);
    const spaced = escaped(word.trim()).replaceAll(/\s+/g, String.raw`\s+`);
    return rest.replaceAll(new RegExp(isLatin ? `(?<![A-Za-z0-9])${spaced}(?![A-Za-z0-9])` : spaced, 'gi'), HATCH);
  }, text);
  return withoutFamilyName(clean, surname);
}

/**
 * Free text without what identifies: the patient's own names and numbers, identity and phone numbers, record numbers, addresses, days of birth,
 * exact ages, absolute dates, names of doctors and relatives, and names of hospitals. What is removed leaves its mark; what stands for a
 * hospital, a date or an age is readable. Rules of this kind go by what stands beside a name: a bare name of somebody else may stay. Basis:
 * de-identified sharing between hospitals, 健康医疗数据安全指南 GB/T 39725-2020.
 */
export function deidentifyText(text: string, secrets: TextSecrets): string {
  const labels: string[] = [];
  const marked = hospitalsMarked(text.replaceAll(/[\uE000\uE001]/g, ''), secrets.hospitals, labels);
  // Before and after numerals are made plain: the patient's own name may hold one.
  const ofPatient = withoutPatient(inPlainDigits(withoutPatient(marked, secrets)), secrets);
  const ofPeople = withoutAges(withoutBirths(withoutNames(ofPatient)));
  const ofNumbers = withoutDates(withoutNumbers(ofPeople), secrets.sessionDay);
  const ofPlaces = withoutHospitals(withoutAddresses(ofNumbers));
  return withoutLongRuns(ofPlaces).replaceAll(
    new RegExp(`${OPEN}(.)${CLOSE}`, 'gsu'),
    (_whole, mark: string) => labels[(mark.codePointAt(0) ?? 0) - 0xe100] ?? HATCH,
  );
}
