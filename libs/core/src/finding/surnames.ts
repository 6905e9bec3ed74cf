import { pinyin } from 'pinyin-pro';
import { COMPOUND_SURNAMES } from '../cases/index.js';

const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fa5;

let surnames: ReadonlyMap<string, readonly string[]> | undefined;

/** Family names by their pinyin, and those of two characters also by their initials (`oy`). Made once, when somebody first searches in letters. */
function byReading(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const note = (reading: string, surname: string) => {
    const known = found.get(reading);
    if (known === undefined) found.set(reading, [surname]);
    else if (!known.includes(surname)) known.push(surname);
  };
  for (let code = FIRST_HAN; code <= LAST_HAN; code++) {
    const surname = String.fromCodePoint(code);
    note(pinyin(surname, { toneType: 'none', surname: 'all', v: true }), surname);
  }
  for (const surname of COMPOUND_SURNAMES) {
    const parts = pinyin(surname, { toneType: 'none', type: 'array', surname: 'all', v: true });
    note(parts.join(''), surname);
    note(parts.map((part) => part.charAt(0)).join(''), surname);
  }
  return found;
}

/** The family names that are read like this, without tones. */
export function surnamesRead(reading: string): readonly string[] {
  surnames ??= byReading();
  return surnames.get(reading) ?? [];
}
