import type { SealedIdentity } from '@consilium/core';

/** Something that says who a patient is, and where it was found. */
export interface Finding {
  what: string;
  /** The words around it. */
  around: string;
}

/** How the demonstration's invented patients are called and numbered, whether or not they were registered. */
const PATTERNS: [what: string, pattern: RegExp][] = [
  ['a name', /张示例\d+/gu],
  ['an identity number', /999999\d{11}[\dX]/giu],
  ['a phone', /1000000\d{4}/gu],
];
const AROUND = 60;
/** Long enough to be rare, so that few places are looked at closely. */
const HEAD = 3;

/** Finds the identities of patients in text of any kind, also where the text carries them as an address, as JSON or as base64. */
export class IdentitySearch {
  /** What is looked for, by how it begins. */
  private readonly byHead = new Map<string, Map<string, string>>();

  constructor(identities: readonly SealedIdentity[]) {
    for (const { name, identityNo, phone, recordNo, birthDate } of identities) {
      const said = {
        name,
        'identity number': identityNo,
        phone,
        'record number': recordNo,
        'date of birth': birthDate,
      };
      for (const [what, text] of Object.entries(said))
        for (const form of formsOf(text)) {
          const head = form.slice(0, HEAD);
          const known = this.byHead.get(head) ?? new Map<string, string>();
          this.byHead.set(head, known.set(form, `the ${what} of a patient`));
        }
    }
  }

  findIn(text: string): Finding[] {
    return [...new Set([text, ...readings(text)])].flatMap((reading) => [
      ...this.known(reading),
      ...PATTERNS.flatMap(([what, pattern]) =>
        [...reading.matchAll(pattern)].map(({ index }) => ({ what, around: around(reading, index) })),
      ),
    ]);
  }

  private known(text: string): Finding[] {
    const found: Finding[] = [];
    for (const [head, forms] of this.byHead)
      for (let place = text.indexOf(head); place !== -1; place = text.indexOf(head, place + 1))
        for (const [form, what] of forms)
          if (text.startsWith(form, place)) found.push({ what, around: around(text, place) });
    return found;
  }
}

const around = (text: string, place: number): string =>
  text.slice(Math.max(0, place - AROUND), place + AROUND).replace(/\s+/g, ' ');

/** The text itself, and what stands in the middle of base64 that carries it, at each of the three places it can begin in a group of bytes. */
function formsOf(text: string): string[] {
  if (text.length < HEAD) return [];
  const bytes = Buffer.from(text);
  const encoded = [0, 1, 2].map((lead) => {
    const whole = Buffer.concat([Buffer.alloc(lead), bytes]).toString('base64');
    return whole.slice(Math.ceil((lead * 8) / 6), Math.floor(((lead + bytes.length) * 8) / 6));
  });
  return [text, ...encoded, ...encoded.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'))];
}

/** What a text says to those who take it for an address or for JSON. */
function readings(text: string): string[] {
  const asAddress = text.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) =>
    Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8'),
  );
  const asJson = text.replace(/\\u([0-9a-f]{4})/gi, (_, unit: string) =>
    String.fromCharCode(Number.parseInt(unit, 16)),
  );
  return [asAddress, asJson];
}
