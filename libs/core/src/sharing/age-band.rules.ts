/** From here on few people of an age live in a province; they share one band. */
const OLDEST_BAND = 90;

/** Band of five years, e.g. `50–54`; from 90 on `90+`. */
export function ageBand(ageYears: number): string {
  if (ageYears >= OLDEST_BAND) return `${OLDEST_BAND}+`;
  const from = Math.floor(ageYears / 5) * 5;
  return `${from}–${from + 4}`;
}
